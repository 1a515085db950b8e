"""Names of private persons after a word that says who they are; named officials and lawyers (hints)."""

import re
from functools import lru_cache

from lint.checklist.model import PrivacyRule
from lint.checks.context import Context
from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.say import finding
from lint.document.lazy import lazy

_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|长孙|司徒|司空|端木|百里|呼延"
# Surnames that also begin ordinary words: after them only a strong sign makes a name.
_AMBIGUOUS = set(
    "高马黄安方文万向于石白金成关柏柳梅牛黎任何曾许严康施武温易常余应连路夏江汤熊毛龙雷钱孔叶林田苗兰华包宁平齐简蓝冷游盛冉房甘童席卜喻祝向段柴海牟滕尚景霍古祁"
)
_STRONG = lazy(
    r"（(?!以下|简称|含|包括|如|即|[一二三四五六七八九十]|[0-9]+[^0-9岁]{0,2}[^岁0-9])|(?:因|诉|称|不服|起诉|反映|夫妇|夫妻|一家|同志)"
    r"|(?:与|和|同|跟)[^，。；]{1,8}(?:因|之间|发生|签订|产生|的(?:[^，。；]{0,6}(?:纠纷|矛盾|争议)))"
)
_AFTER = lazy(
    r"[，。、；：（\n]|与|和|同|跟|及|因|诉|称|说|向|家|在|对|等|将|被|把|以|之间|夫妇|夫妻|一家|老人|同志|于|为|的|户|反映|申请|起诉|到|不服|未[经按依能]|擅自|私自|违[法规章]|占[用地]|拒|一案|[0-9]|$"
)
# Ordinary words that begin with a surname.
_WORDS = lazy(
    r"张贴|张罗|张望|陈述|陈情|陈旧|陈列|周边|周围|周到|周期|周末|周知|周[一二三四五六日]|程序|程度|范围|范本|罗列|谢绝|谢意|徐徐|孙子|孙女|胡同|胡乱|苏醒|"
    r"秦腔|杜绝|宋代|李子|杨树|杨梅|桑|董事|梁|章程|江湖|施工|施暴|安全|安置|安居|方便|方言|方式|方法|方面|方案|高[度兴频龄效额空标质级]|常[年态用见住]|"
    r"万[元余人户]|何[时种以人]|任(?:[何意务职]|[组副第常主执])|余[款额名人户次元]|明[确显白]|金[额融牌]|成[功立效员为年]|黄金|温[暖馨饱]|王国|王牌|吴语|赵体|刘海|朱红|汪洋|姚黄|姜汤|钟[情点]|"
    r"林[地木权区业]|石[油头榴]|田[间地园]|牛羊|马[上路]|白天|关[系注心于键]|毛[利病竹]|龙[头舟]|雷同|钱[款物]|夏[季收粮]|武[力装术]|康[复养]|文[明化书件体]|向[上往]|余粮|易[地于发]|"
    r"连[续带同心]|严[格重肃厉禁]|许[可多]|曾[经因在于]|包[括容村保办]|简[单易化便]|房[屋产]|段位|蓝[天莓]|冷暖|游[泳客]|柏树|柳树|梅[子花]|苗木|兰花|叶片|祝贺|柴火|宁静|齐[全心]"
)
_POSTS = "书记|乡长|镇长|主任|县长|区长|局长|所长|站长|委员|部长|科长|主席|支书|队长|庭长|院长|检察长"
_OFFICIAL_AFTER = (
    r"(?=任|同志|担任|主讲|为[^，。]{0,6}组长|带队|带领|率|、[^，。]{0,8}(?:书记|乡长|镇长|主任|委员|局长|所长))"
)
_HONOUR = lazy(r"获评|荣获|表彰|授予|先进个人|道德模范|最美|劳动模范|好人")
MASKS = "某×*xX"


def people(context: Context, rule: PrivacyRule) -> list[Finding]:
    """Private persons by name."""
    if not rule.cues or not rule.surnames:
        return []
    report, text = context.report, context.report.text
    plain: list[SourceSpan] = []
    honoured: list[SourceSpan] = []
    for match in _people(rule.cues, rule.surnames).finditer(text):
        end = _name_end(text, *match.span("name"))
        if end is None:
            continue
        index = report.sentence_index(match.start())
        sentence = report.sentences[index] if index is not None else None
        around = text[sentence.start : sentence.end] if sentence else ""
        group = honoured if _HONOUR.search(around) else plain
        group.append(report.source(match.start(), end))
        while other := _another(rule.surnames).match(text, end):  # 王某与李某
            stop = _name_end(text, *other.span("name"))
            if stop is None:
                break
            group.append(report.source(other.start("name"), stop))
            end = stop
    found = []
    if plain:
        words = "写出了当事人、群众的姓名，属于个人信息，公开时请隐去，如“村民张某”。"
        found.append(finding(rule, words, plain, severity="error", private=True))
    if honoured:
        words = "这里写出了群众的姓名，公开前请确认已征得本人同意。"
        found.append(finding(rule, words, honoured, severity="hint", private=True))
    return found


def officials(context: Context, rule: PrivacyRule) -> list[Finding]:
    """Officials by name: lawful, but the office is enough."""
    if not rule.surnames:
        return []
    report = context.report
    places = [
        report.source(match.start("name"), match.end("name"))
        for match in _officials(rule.surnames).finditer(report.text)
        if not _is_word(match["name"])
    ]
    if not places:
        return []
    return [
        finding(
            rule,
            "这里列出了干部的姓名；公开的报告写职务即可，人员变动后也不过时。",
            places,
            severity="hint",
            custom=True,
        )
    ]


def lawyers(context: Context, rule: PrivacyRule) -> list[Finding]:
    """Lawyers by name."""
    report = context.report
    if not rule.surnames or "律师" not in report.text:
        return []
    places = [
        report.source(match.start("name"), match.end("name"))
        for match in _lawyers(rule.surnames).finditer(report.text)
        if not _is_word(match["name"])
    ]
    if not places:
        return []
    words = "这里写出了律师的姓名；公开的报告写“聘请律师1名”即可。"
    return [finding(rule, words, places, severity="hint", private=True)]


def _name_end(text: str, start: int, end: int) -> int | None:
    """Where the name that begins at `start` ends, at most at `end`; None when it is no name."""
    for stop in range(end, start + 1, -1):
        sign = _STRONG if text[start] in _AMBIGUOUS else _AFTER
        if not _is_word(text[start:stop]) and sign.match(text, stop):
            return stop
    return None


def _is_word(name: str) -> bool:
    return _WORDS.match(name) is not None or any(mask in name for mask in MASKS)


def _name(surnames: str) -> str:
    return rf"(?P<name>(?:{_DOUBLE}|[{surnames}])[\u4e00-\u9fff]{{1,2}})"


@lru_cache(maxsize=8)
def _people(cues: tuple[str, ...], surnames: str) -> re.Pattern[str]:
    ordered = "|".join(map(re.escape, sorted(cues, key=len, reverse=True)))
    return re.compile(rf"(?:{ordered})[：（]?{_name(surnames)}")


@lru_cache(maxsize=8)
def _another(surnames: str) -> re.Pattern[str]:
    return re.compile(rf"(?:与|和|同|跟|、){_name(surnames)}")


@lru_cache(maxsize=8)
def _officials(surnames: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_POSTS}){_name(surnames)}{_OFFICIAL_AFTER}")


@lru_cache(maxsize=8)
def _lawyers(surnames: str) -> re.Pattern[str]:
    return re.compile(rf"(?:的|聘请|聘用|为|由|：|、|事务所){_name(surnames)}律师(?!事务所|团|队|协会|服务|行业)")
