"""Who issues a report: the body or the person's post as printed in the title, its kind, the place's proper name."""

import re
from collections import Counter

from lint.document.lazy import lazy
from lint.document.posts import post_in

DIGIT_YEAR = r"(?:20[0-9]{2}|二[〇零]?[〇零一二三四五六七八九]{2,3})"
ORGAN = r"(?:人民政府|镇政府|乡政府|办事处|委员会|党工委|党委|政府|街道办|县委|区委|市委)"
_KIND = lazy(r"(街道|乡|镇|县|市|区)")
_PLACE = lazy(
    r"^(?:关于)?(?:中共)?([^，。：]{1,30}?(?:街道|乡|镇|苏木))(?=$|关于|[0-9*]|二|委|党|政府|全面|依法|法|书记|[乡镇]长|主任|履行|\1)"
)
# A department by the end of its name, before the post of its head: 林业局, 发展和改革委员会, 林业局党组书记. Words
# that sub-offices of a township have as well count only where no township is named.
_OF_DEPARTMENT = r"(?=$|党组|党委|党总支|书记|[局主馆队院社]|、)"
_DEPARTMENT = lazy(
    rf"(?:局|厅|联社|总社|(?<![县市区旗州盟])委|(?<![县市区旗州盟])(?<!中共..)(?<!中共...)(?<!区管理)委员会){_OF_DEPARTMENT}"
)
_OFFICE = lazy(rf"(?:办公室|办|中心|馆|院|大队|支队|社){_OF_DEPARTMENT}")
_TOWNSHIP = lazy(r"街道|乡|镇|苏木")
# The body that runs a zone by order of a government: 经济开发区管理委员会, 高新区管委会, and the zone itself.
_ZONE = lazy(
    r"(?:开发|经开|高新|产业|工业园|产业园|园|综保|保税|度假|风景|风景名胜|合作|集聚|示范)区(?:管委会|管理委员会|党工委)?$|管委会$"
)
# Who reports, where the opening names a department of the report: 2024年，云岭县林业局坚持…, 县林业局在县委领导下….
_DEPARTMENT_SUBJECT = lazy(
    rf"^(?:{DIGIT_YEAR}年(?:度|以来)?，?)?(?:在[^。]{{2,40}}?下，){{0,2}}"
    r"([\u4e00-\u9fff]{0,10}?[省市县区旗盟州][\u4e00-\u9fff]{1,16}?(?:局|委员会|(?<![县市区旗州盟])委|档案馆|大队|管委会|管理委员会)"
    r"|[\u4e00-\u9fff]{2,8}(?:经开|高新|综保|保税|开发|产业园|度假)区)"
    r"(?=(?:党组|党委)?(?:领导班子)?(?:在|坚持|坚决|认真|深入|紧紧|紧密|全面|始终|严格|以|紧扣|围绕|按照|根据|高度|立足|聚焦|切实|积极|持续|扎实|牢固|深刻|贯彻|落实))"
)
_CALLS_ITSELF = lazy(
    r"[我本](局|委(?![派托员])|办(?![理公])|中心(?!组|城)|馆|院|厅|社(?!会)|大队)|局(?:党组|党委|机关|领导班子)(?=会|书记|成员|班子|全|干|理|专|先|带|主|召|每|坚|严|高|将|把)"
)
_CALLS_ITSELF_TOWN = lazy(r"[我本](?:镇|乡|街道|苏木)|[镇乡](?:党委|政府|长)|街道(?:党工委|办事处|党委)")
_COUNTY_SUBJECT = lazy(
    rf"^(?:{DIGIT_YEAR}年(?:度|以来)?，?)?(?:中共)?([\u4e00-\u9fff]{{2,8}}[县市区旗])(?:委、.?|人民)政府(?=在|坚持|认真|深入|全面|始终|以)"
)
_COUNTY = lazy(r"[\u4e00-\u9fff]{2,9}[县市区旗]")
_ABOVE = lazy(r"(?<=.)(?:[省市区县旗盟]|自治州)(?=.{2,}(?:街道|乡|镇|苏木)$)")
_MASKED_YEAR = r"[*×xX]{2,4}年"
_ORGAN_OF_PLACE = lazy(r"(?:人民政府|办事处|工作委员会|委员会|党工委|党委)(?!办)")
_ORGAN_WORDS = ("人民政府", "办事处", "委员会")
_SUBJECT = lazy(
    r"(?:^|[，。])(?:[0-9]{4}年(?:度|以来)?，?)?([\u4e00-\u9fff]{1,5}?(?:街道|乡|镇|苏木))"
    r"(?=在|坚持|办事处|党政|积极|切实|根据|按|结合|扎实|持续|牢牢|主动|全力|着力|聚力|锚定|党委|党工委|政府|人民政府|认真|深入|紧紧|全面|始终|严格|以|紧扣|围绕|坚决|辖|高度|立足|聚焦)"
)
_ENDS_AS_BODY = lazy(r"(?:[街镇乡县市区局委厅府室办处院馆社队会]|街道|中心|[记长任席])$")
_FIRST_BODY = lazy(
    r"[^，。：]{2,24}?(?:局|委员会|厅|办公室)|[^，。：]{1,20}?(?:街道办事处|街道|乡|镇)(?:人民政府)?|[^，。：]{1,8}?[县市区](?:人民政府)?"
)
_GENERIC = (
    "乡镇",
    "各乡镇",
    "我乡",
    "我镇",
    "本乡",
    "本镇",
    "全乡",
    "全镇",
    "各乡",
    "各镇",
    "城乡",
    "下乡",
    "回乡",
    "返乡",
    "家乡",
    "故乡",
    "该镇",
    "该乡",
    "我街道",
    "本街道",
    "各街道",
    "全街道",
    "县乡",
    "省市县乡",
    "市县乡",
    "村镇",
    "城镇",
    "集镇",
    "小城镇",
    "法治镇",
    "法治乡",
    "法治街道",
    "依法治镇",
    "依法治乡",
    "依法治街道",
    "苏木",
)


def issuer_of(title: str) -> str | None:
    """The issuer at the beginning of a title: what stands before 关于 or the year."""
    if not title:
        return None
    dated = re.match(rf"{DIGIT_YEAR}年?度?", title)
    title = title[dated.end() :] if dated else title
    title = re.sub(r"^关于(?=[\u4e00-\u9fff]{1,20}?(?:乡|镇|街道)(?:[0-9]{4}|二))", "", title)
    cut = re.search(
        rf"关于|{DIGIT_YEAR}年?|{_MASKED_YEAR}|全面(?=依法|推进|落实)|依法|法治|落实|推进|履行|年度|述(?=[\u4e00-\u9fff])",
        title,
    )
    name = title[: cut.start()] if cut else title
    name = name.strip("：:-—，")
    if dated and not _ENDS_AS_BODY.search(name) and not post_in(name):
        body = _FIRST_BODY.match(name)  # 2025年云坪镇政务公开工作报告: no year parts it from the matter
        return body[0] if body else None
    if post := post_in(name):
        return name[: name.index(post) + len(post)]  # the name of the person who holds it is not the issuer's
    if len(name) >= 3 and (re.search(rf"{ORGAN}|乡|镇|街道|苏木|局|委", name) or _OFFICE.search(name)):
        return name
    if cut and re.match(DIGIT_YEAR, cut[0]) and _COUNTY.fullmatch(name):
        return name  # 云坪县2025年…报告
    return None


def calls_itself_department(text: str) -> bool:
    """Whether a body calls itself 我局, 我委 …, and a township less often."""
    own = sum(1 for _ in _CALLS_ITSELF.finditer(text))
    return own > sum(1 for _ in _CALLS_ITSELF_TOWN.finditer(text))


def department_in(opening: str) -> str:
    """The department that the first words of an opening name as the one that reports, or ""."""
    found = _DEPARTMENT_SUBJECT.match(opening)
    return found[1] if found and kind_of(found[1]) == "部门" else ""


def county_in(opening: str) -> str:
    """The county that the first words of an opening name by its committee and government (云岭县委、县政府), or ""."""
    found = _COUNTY_SUBJECT.match(opening)
    return found[1] if found else ""


def kind_of(name: str) -> str:
    """街道, 镇, 乡, 部门, 县, 市, 区, or ""."""
    if not name:
        return ""
    if re.search(r"街道(?!.*局)|办事处", name):
        return "街道"
    if re.search(r"镇(?:人民政府|党委|委员会|政府|长)|镇$|镇委", name):
        return "镇"
    if re.search(r"乡(?:人民政府|党委|委员会|政府|长)|乡$|乡委|苏木(?!.*局)", name):
        return "乡"  # a 苏木 is what a 乡 is elsewhere
    if _DEPARTMENT.search(name) or _ZONE.search(name) or (_OFFICE.search(name) and not _TOWNSHIP.search(name)):
        return "部门"
    found = _KIND.findall(name)
    return found[-1] if found else ""


def place_of(text: str, named: tuple[str, ...], opening: str) -> str:
    """The proper name with its kind: from title or signature, else as the opening begins, else the name the body uses
    most."""
    for source in named:
        for name in _ORGAN_OF_PLACE.split(source):
            found = _PLACE.match(re.sub(rf"^{DIGIT_YEAR}年?度?", "", name))
            own = _own_name(found[1]) if found else ""
            if len(own) >= 2 and own not in _GENERIC and not own.startswith(_ORGAN_WORDS):
                return own
    if (found := _SUBJECT.search(opening)) and found[1] not in _GENERIC:
        return re.sub(r"^(?:作为|身为)(?:街道|乡|镇)?", "", found[1])
    counts: Counter[str] = Counter()
    for found in re.finditer(r"(?:街道|乡|镇|苏木)", text):
        for size in range(2, 5):
            name = text[max(0, found.start() - size) : found.end()]
            if len(name) == size + len(found[0]) and re.fullmatch(r"[\u4e00-\u9fff]+", name):
                counts[name] += 1
    counts = Counter(
        {
            name: n
            for name, n in counts.items()
            if n >= 2
            and not any(name.endswith(g) for g in _GENERIC)
            and not re.match(r"[我本全各的是在和与及为了把将对]", name)
        }
    )
    if not counts:
        return ""
    most = max(counts.values())
    return max((n for n, c in counts.items() if c >= 0.6 * most), key=lambda n: (len(n), counts[n]))


def _own_name(name: str) -> str:
    """A township's name without those of province, prefecture and county before it.

    番禺区市桥街道 is 市桥街道: a proper name has two characters at least.
    """
    above = list(_ABOVE.finditer(name))
    return name[above[-1].end() :] if above else name
