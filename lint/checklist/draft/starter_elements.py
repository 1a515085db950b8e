"""The elements of a drafted checklist, each with the examples that hold it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lint.checklist.draft.regulation import Duty
from lint.checklist.draft.starter_text import list_text, pattern, plain, text

_ISSUERS = {
    "乡": "青禾乡人民政府", "镇": "青禾镇人民政府", "街道": "青禾街道办事处", "县": "青禾县人民政府",
    "市": "青禾市人民政府", "区": "青禾区人民政府", "部门": "青禾县统计局",
}  # fmt: skip
_BLANKS = {"街道": "〔　〕街道办事处", "部门": "〔　〕局"}
_SHORT = 2  # characters; an act with its object is longer
_HAPPENS = re.compile(r"^(?:发生|出现|接报)")
_DOES = re.compile(
    r"^(?:建立|健全|建设(?!工程)|开展|组织|召开|听取|研究|制定|修订|编制|编印|完善|落实|贯彻|执行|推进|推动|加强|强化|实施|"
    r"举办|配备|聘请|培训|宣传|学习|检查|排查|巡查|督查|督促|指导|监督|审查|审核|清理|整治|整改|查处|处理|处置|办理|"
    r"受理|调解|化解|公开|公布|发布|报告|报送|储备|购置|安排|保障|提供|设立|设置|明确|签订|走访|慰问|评估|考核|"
    r"收集|采集|登记|建档|更新|维护|修复|治理|保护|防范|预防|管理|监测|普及|推广|支持|扶持|发放|修建|新建|改造)"
)


def issuer(kinds: tuple[str, ...]) -> str:
    """An invented body of the first of the kinds, for examples."""
    return _ISSUERS[kinds[0] if kinds else "镇"]


def title_element(subject: str, kinds: tuple[str, ...], basis: str) -> str:
    """The element of the title."""
    kind = kinds[0] if kinds else "镇"
    sample = f"{_BLANKS.get(kind, '〔　〕人民政府')}关于〔　〕年{subject}情况的报告"
    return f"""\
# ---------------------------------------------------------------- 基本要素
[[element]]
id = "S1"
kind = "front"
part = "title"
title = "标题"
group = "基本要素"
severity = "error"
basis = {basis}
subject = [{text(pattern(subject))}]
genre = ["(报告|总结)"]
met = "标题写明了机关、年度、事由和文种"
thin = "标题不完整"
absent = "没有标题"
remedy = {{ text = "标题写全机关、年度、事由和文种。", sample = {text(sample)} }}

[[element.example]]
text = {text(f"{issuer(kinds)}关于2024年{subject}情况的报告")}
expect = "met"

[[element.example]]
text = {text(f"关于{subject}情况的报告")}
expect = "thin"
"""


def recipient_element(recipient: str, basis: str) -> str:
    """The element of the body to which the report goes."""
    other = "云州省档案局" if "档案局" not in recipient else "云州省水利局"
    return f"""\
[[element]]
id = "S0"
kind = "front"
part = "recipient"
recipients = [{text(pattern(recipient))}]  # 简称、全称（县政府、县人民政府）算同一机关
title = "主送机关"
group = "基本要素"
severity = "warning"
basis = {basis}
met = "写明了主送机关"
thin = "主送机关不是应报送的机关"
absent = "没有写主送机关"
remedy = {{ text = "标题之下写主送机关。", sample = {text(recipient + "：")} }}

[[element.example]]
text = {text(recipient + "：")}
expect = "met"

[[element.example]]
text = {text(other + "：")}
expect = "thin"
"""


@dataclass(frozen=True)
class Part:
    """A part that such a report has whatever it is about: its element's id and title, its role, and its words."""

    id: str
    title: str
    role: str
    short: str
    advice: str
    example: str


SHORTCOMINGS = Part(
    "S2",
    "存在的不足",
    "shortcomings",
    "不足",
    "如实写明本年度工作中的不足。",
    "一是专职人员只有2名，忙不过来。二是村一级的台账记得不全，有3个村没有更新。",
)
PLAN = Part(
    "S3",
    "下一年的安排",
    "plan",
    "安排",
    "写明下一年做哪几件事。",
    "一是增配专职人员1名。二是每季度核对一次各村台账，年底前全部更新。",
)


def part_element(part: Part, asked: Duty | None, cited: Mapping[str, str], *, known: bool) -> str:
    """The element of such a part. `known`: there is a regulation; `asked` is then what it says of the part."""
    return f"""\
{_asked(asked, known=known)}[[element]]
id = "{part.id}"
kind = "section"
title = "{part.title}"
group = "基本要素"
severity = "warning"
basis = {_basis(asked, cited)}
role = "{part.role}"
chars = 20
met = "写明了{part.title}"
thin = "{part.short}写得太短"
absent = "没有写{part.title}"
remedy = {{ text = "{part.advice}", sample = "一是〔　〕。二是〔　〕。" }}

[[element.example]]
text = "{part.example}"
role = "{part.role}"
expect = "met"

[[element.example]]
text = "全年召开会议4次。"
expect = "absent"
"""


def _asked(asked: Duty | None, *, known: bool) -> str:
    if asked:
        return _origin(asked)
    return "# 待填：规定没有写到这一项；不要求的，删去这个要素。\n" if known else ""


def _origin(duty: Duty) -> str:
    """A comment with the words of the regulation."""
    return f"# 规定{duty.article}{duty.item}：{plain(duty.said)}\n" if duty.said else ""


def _basis(asked: Duty | None, cited: Mapping[str, str]) -> str:
    return cited.get(asked.article, '["basis-1"]') if asked else '["basis-1"]'


def duty_element(ident: str, duty: Duty, basis: str) -> str:
    """The element of one duty."""
    title = duty.title
    acts = _acts(title)
    happens = bool(_HAPPENS.match(title))
    never = duty.none or happens
    none = f"none = [{text('(未|没有)' + pattern(title))}]  # 如实写明“没有”，也是写到了\n" if never else ""
    examples = [_example(_done(act), "met") for act in acts]
    if never:
        examples.append(_example(f"全年未{title}。", "met"))
    examples += [_example(_thin(act), "thin") for act in acts]
    examples.append(_example(_again(acts[0]), "thin", "plan"))
    examples.append(_example("全年编印简报6期。", "absent"))
    lacking = "没有写本年度有没有发生、发生几起" if happens else "没有写次数、数量或结果"
    remedy = f"写明本年度{title}的{'起数和处理结果；没有的，如实写明' if happens else '时间、次数和结果'}。"
    return f"""\
{_origin(duty)}[[element]]
id = "{ident}"
kind = "phrase"
title = {text(title)}
group = "工作内容"
severity = "warning"
basis = {basis}
done = {list_text(pattern(act) + "…#" for act in acts)}  # 待填：另有什么写法
named = {list_text(map(pattern, acts))}
{none}met = {text(f"写明了{title}的情况")}
thin = {text(f"只提到{title}，{lacking}")}
absent = {text(f"没有写{title}")}
remedy = {{ text = {text(remedy)}, sample = {text(_sample(title))} }}

{chr(10).join(examples)}"""


def _acts(title: str) -> tuple[str, ...]:
    """The acts of which a duty is made: 组织应急演练、储备应急物资 are two, 编制、修订应急预案 is one."""
    parts = re.split(r"[、，]", title)
    several = all(len(part) > _SHORT and _DOES.match(part) for part in parts)
    return tuple(dict.fromkeys(parts)) if several else (title,)


def _example(words: str, expect: str, role: str = "") -> str:
    at = f'role = "{role}"\n' if role else ""
    return f'[[element.example]]\ntext = {text(words)}\n{at}expect = "{expect}"\n'


def _done(act: str) -> str:
    apart = "，共" if re.search(r"[0-9〇零一二三四五六七八九十百千万第]$", act) else ""
    if _HAPPENS.match(act):
        return f"全年{act}{apart}2起。"
    return f"全年{act}{apart}4次。" if _DOES.match(act) else f"本年度{act}方面，共办理4件。"


def _thin(act: str) -> str:
    if _HAPPENS.match(act):
        return f"坚决防范{act}。"
    return f"认真{act}。" if _DOES.match(act) else f"重视{act}工作。"


def _again(act: str) -> str:
    return f"再{act}4次。" if _DOES.match(act) or _HAPPENS.match(act) else f"再就{act}办理4件。"


def _sample(title: str) -> str:
    if _HAPPENS.match(title):
        return f"全年未{title}。"
    return f"全年{title}〔　〕次，〔　〕。" if _DOES.match(title) else f"本年度{title}方面，〔　〕。"
