"""The first draft of a checklist: a commented TOML file that is valid and whose examples hold, for its author to go on
from. The words in it are those of any annual report; what the report is about comes from the author."""

import json
import re
from dataclasses import dataclass

_SPECIAL = re.compile(r"([\\()（）|｜{}｛｝#＃^＾$＄?？…])")
_ITEM = re.compile(
    r"^\s*(?:第[〇零一二三四五六七八九十百0-9]+条|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,3}[.．、])\s*(.+)$"
)
_DUTY = re.compile(r"(?:应当|必须|应|须)(?:依法)?([^，。；：、（(]{2,})")
_FIRST = re.compile(r"[^，。；：（(]{2,}")
_LONGEST = 14  # characters of a duty taken from a text


@dataclass(frozen=True)
class Start:
    """What a draft is made of. `kinds` are kinds of issuers; `recipient` and `basis` may be empty."""

    id: str
    title: str
    subject: str
    kinds: tuple[str, ...] = ()
    recipient: str = ""
    basis: str = ""
    duties: tuple[str, ...] = ()
    extends: str = "common"


def duties_in(text: str) -> list[str]:
    """One duty for each numbered line of a regulation: what follows 应当, else its first words; none twice."""
    found = []
    for line in text.splitlines():
        if item := _ITEM.match(line):
            said = _DUTY.search(item[1]) or _FIRST.search(item[1])
            if said:
                found.append(said[said.lastindex or 0].strip()[:_LONGEST])
    return list(dict.fromkeys(found))


def starter(start: Start) -> str:
    """The text of the file."""
    duties = start.duties or ("听取工作汇报",)
    parts = [_head(start), _sources(start), _ROLES, _front(start), _SECTIONS]
    parts += [_duty(f"E{number}", duty) for number, duty in enumerate(duties, 1)]
    return "\n".join(part.replace("@依据@", '["basis-1"]') for part in parts)


def _text(value: str) -> str:
    """A value as a basic string of TOML."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _pattern(words: str) -> str:
    """The words as a phrase pattern that means just them."""
    return _SPECIAL.sub(r"\\\1", words)


def _head(start: Start) -> str:
    kinds = f"kinds = {json.dumps(list(start.kinds), ensure_ascii=False)}  # 适用于哪些机关\n" if start.kinds else ""
    return f"""\
#:schema ./checklist.schema.json
# 在编辑器里得到补全和说明：把 qingdan checklist schema 显示的内容存成 checklist.schema.json，放在这个文件旁边。
# 每改几行就运行：qingdan checklist validate 和 qingdan checklist test。

[checklist]
id = {_text(start.id)}
title = {_text(start.title)}
version = "1"
extends = {_text(start.extends)}  # 继承公文通用的文字规则；要写定版本，加 extends-version = "…"
subject = {_text(start.subject)}
{kinds}groups = ["基本要素", "工作内容"]

[checklist.recognise]
title = [{_text(_pattern(start.subject) + "…(报告|总结)")}]  # 标题里有这样的话，就是这份清单要查的报告
not-title = ["(通知|方案|通报|简报|办法)$"]
"""


def _sources(start: Start) -> str:
    title = start.basis or "（请写上依据的文件名称）"
    return f"""\
# ---------------------------------------------------------------- 依据
# rank 写 法律法规、党内法规、国家标准、政策文件、地方要求、惯例 之一；只有前两种可以说“应当”。
# 见过条文原文的写 wording，没有见过的只写 paraphrase（大意）。
[[basis]]
id = "basis-1"
title = {_text(title)}
rank = "政策文件"
paraphrase = "（请写上这一条的大意）"
"""


_ROLES = """\
# ---------------------------------------------------------------- 报告各部分的作用
# heading 是标题里的话；lead 是没有标题时句首的话；standing 是这一部分的话本来的立意。
[cues]
announced = ["现将", "报告如下"]
planned = ["^拟", "将(继续|进一步|开展|组织|加强|推进)"]
planned-sure = ["下一步", "明年", "下一年"]
lacking = ["不够", "不足$", "有待", "不到位", "薄弱"]

[roles.opening]
title = "开头"
standing = "announced"

[roles.measures]
title = "做法和成效"
heading = ["(做法|成效|举措|工作情况|开展情况)"]
not-heading = ["(下一步|明年|打算|安排|不足|问题)"]
fallback = true  # 认不出的部分归到这里

[roles.shortcomings]
title = "不足"
heading = ["(不足|问题|短板)"]
standing = "lacking"

[roles.plan]
title = "下一年安排"
heading = ["(下一步|明年|下一年|打算|安排)"]
standing = "planned"
keep = true
"""

_SECTIONS = """\
[[element]]
id = "S2"
kind = "section"
title = "存在的不足"
group = "基本要素"
severity = "warning"
basis = @依据@
role = "shortcomings"
chars = 20
met = "写明了存在的不足"
thin = "不足写得太短"
absent = "没有写存在的不足"
remedy = { text = "如实写明本年度工作中的不足。", sample = "一是〔　〕。二是〔　〕。" }

[[element.example]]
text = "一是专职人员只有2名，忙不过来。二是村一级的台账记得不全，有3个村没有更新。"
role = "shortcomings"
expect = "met"

[[element.example]]
text = "全年召开会议4次。"
expect = "absent"

[[element]]
id = "S3"
kind = "section"
title = "下一年的安排"
group = "基本要素"
severity = "warning"
basis = @依据@
role = "plan"
chars = 20
met = "写明了下一年的安排"
thin = "安排写得太短"
absent = "没有写下一年的安排"
remedy = { text = "写明下一年做哪几件事。", sample = "一是〔　〕。二是〔　〕。" }

[[element.example]]
text = "一是增配专职人员1名。二是每季度核对一次各村台账，年底前全部更新。"
role = "plan"
expect = "met"

[[element.example]]
text = "全年召开会议4次。"
expect = "absent"

# ---------------------------------------------------------------- 工作内容
# 短语模式直接写汉字：… 是同一句里的间隔，(甲|乙) 任选其一，# 是一个数。
# done 命中为满足，named 只点到名目，not 与 done 同在一句即不算。
"""


def _front(start: Start) -> str:
    subject = start.subject
    sample = f"〔　〕人民政府关于〔　〕年{subject}情况的报告"
    said = f"""\
# ---------------------------------------------------------------- 基本要素
[[element]]
id = "S1"
kind = "front"
part = "title"
title = "标题"
group = "基本要素"
severity = "error"
basis = @依据@
subject = [{_text(_pattern(subject))}]
genre = ["(报告|总结)"]
met = "标题写明了机关、年度、事由和文种"
thin = "标题不完整"
absent = "没有标题"
remedy = {{ text = "标题写全机关、年度、事由和文种。", sample = {_text(sample)} }}

[[element.example]]
text = {_text(f"青禾镇人民政府关于2024年{subject}情况的报告")}
expect = "met"

[[element.example]]
text = {_text(f"关于{subject}情况的报告")}
expect = "thin"
"""
    if not start.recipient:
        return said
    return f"""{said}
[[element]]
id = "S0"
kind = "front"
part = "recipient"
recipients = [{_text(_pattern(start.recipient))}]
title = "主送机关"
group = "基本要素"
severity = "warning"
basis = @依据@
met = "写明了主送机关"
thin = "主送机关不是应报送的机关"
absent = "没有写主送机关"
remedy = {{ text = "标题之下写主送机关。", sample = {_text(start.recipient + "：")} }}

[[element.example]]
text = {_text(start.recipient + "：")}
expect = "met"
"""


def _duty(ident: str, duty: str) -> str:
    sample = f"全年{duty}〔　〕次，〔　〕。"
    return f"""\
[[element]]
id = "{ident}"
kind = "phrase"
title = {_text(duty)}
group = "工作内容"
severity = "warning"
basis = @依据@
done = [{_text(_pattern(duty) + "…#")}]
named = [{_text(_pattern(duty))}]
met = {_text(f"写明了{duty}的情况")}
thin = {_text(f"只提到{duty}，没有写次数、数量或结果")}
absent = {_text(f"没有写{duty}")}
remedy = {{ text = {_text(f"写明本年度{duty}的时间、次数和结果。")}, sample = {_text(sample)} }}

[[element.example]]
text = {_text(f"全年{duty}4次。")}
expect = "met"

[[element.example]]
text = {_text(f"认真{duty}。")}
expect = "thin"

[[element.example]]
text = {_text(f"{duty}4次。")}
role = "plan"
expect = "thin"

[[element.example]]
text = "全年编印简报6期。"
expect = "absent"
"""
