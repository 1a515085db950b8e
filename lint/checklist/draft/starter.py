"""The first draft of a checklist: a commented TOML file that is valid and whose examples hold, for its author to go on
from. The words in it are those of any annual report; what the report is about comes from the author. What is left for
the author to write is marked 待填."""

import re
from dataclasses import dataclass

from lint.checklist.draft.regulation import Duty, Regulation
from lint.checklist.draft.starter_due import due_rule
from lint.checklist.draft.starter_elements import (
    PLAN,
    SHORTCOMINGS,
    duty_element,
    issuer,
    part_element,
    recipient_element,
    title_element,
)
from lint.checklist.draft.starter_text import list_text, pattern, plain, text

_LAW = re.compile(r"^中华人民共和国.*法$|条例(?:[（(]|$)")


@dataclass(frozen=True)
class Start:
    """What a draft is made of. `kinds` are kinds of issuers; `recipient` and `basis` may be empty. `regulation` is what
    the duties were taken from, None when the author named them."""

    id: str
    title: str
    subject: str
    kinds: tuple[str, ...] = ()
    recipient: str = ""
    basis: str = ""
    duties: tuple[Duty, ...] = ()
    extends: str = "common"
    regulation: Regulation | None = None


def starter(start: Start) -> str:
    """The text of the file."""
    sources, cited = _sources(start)
    first = '["basis-1"]'
    given = start.regulation
    parts = [_head(start), sources, _ROLES, title_element(start.subject, start.kinds, first)]
    if start.recipient:
        parts.append(recipient_element(start.recipient, first))
    parts.append(part_element(SHORTCOMINGS, given.shortcomings if given else None, cited, known=bool(given)))
    parts.append(part_element(PLAN, given.plan if given else None, cited, known=bool(given)))
    parts.append(_WORK)
    for number, duty in enumerate(start.duties, 1):
        parts.append(duty_element(f"E{number}", duty, cited.get(duty.article, first)))
    if given and given.deadline:
        parts.append(due_rule(given.deadline, cited[given.deadline.article], start.subject, start.kinds))
    return "\n".join(parts)


def _head(start: Start) -> str:
    kinds = f"kinds = {list_text(start.kinds)}  # 适用于哪些机关\n" if start.kinds else ""
    return f"""\
#:schema ./checklist.schema.json
# 在编辑器里得到补全和说明：把 qingdan checklist schema 显示的内容存成 checklist.schema.json，放在这个文件旁边。
# 每改几行就运行：qingdan checklist validate 和 qingdan checklist test。写着“待填”的地方要由您来写。

[checklist]
id = {text(start.id)}  # 各份清单不能相同；检查结果、复核意见都按它记，用起来以后不要再改
title = {text(start.title)}
version = "1"
extends = {text(start.extends)}  # 继承公文通用的文字规则；要写定版本，加 extends-version = "…"
subject = {text(start.subject)}
{kinds}groups = ["基本要素", "工作内容"]

[checklist.recognise]
title = [{text(pattern(start.subject) + "…(报告|总结)")}]  # 标题里有这样的话，就是这份清单要查的报告
not-title = ["(通知|方案|通报|简报|办法)$"]
example = [{text(f"{issuer(start.kinds)}关于2024年{start.subject}情况的报告")}]  # 应当认得的标题
not-example = [{text(f"关于报送2024年{start.subject}情况报告的通知")}]  # 不该认得的标题
"""


def _sources(start: Start) -> tuple[str, dict[str, str]]:
    """The [[basis]] tables, and the basis of what an article asks."""
    given = start.regulation
    wordings = (given.wordings if given else ()) or (("", ""),)
    name = start.basis or "（请写上依据的文件名称）"
    parts = [_SOURCES]
    cited: dict[str, str] = {}
    for number, (label, wording) in enumerate(wordings, 1):
        cited.setdefault(label, f'["basis-{number}"]')
        parts.append(_source(number, name, label, wording, given))
    return "\n".join(parts), cited


def _source(number: int, name: str, label: str, wording: str, given: Regulation | None) -> str:
    lines = ["[[basis]]", f'id = "basis-{number}"']
    lines.append(f"title = {text(name)}" + ("  # 待填：不加书名号" if name.startswith("（") else ""))
    if given and given.number:
        lines.append(f"number = {text(given.number)}")
    elif number == 1:
        lines.append('# 待填：有文号的，写 number = "…"')
    if label:
        lines.append(f"article = {text(label)}")
    rank = "法律法规" if _LAW.search(name) else "政策文件"
    lines.append(f"rank = {text(rank)}" + ("  # 待填：核对效力等级" if number == 1 else ""))
    if wording:
        lines.append(f"wording = {text(plain(wording))}")
    else:
        lines.append('paraphrase = "（请写上这一条的大意）"  # 待填：写大意；见过原文的删去这一行，另写 wording = "…"')
    return "\n".join(lines) + "\n"


_SOURCES = """\
# ---------------------------------------------------------------- 依据
# rank 写 法律法规、党内法规、国家标准、政策文件、地方要求、惯例 之一；只有前两种可以说“应当”。
# 见过条文原文的写 wording，没有见过的只写 paraphrase（大意）。"""

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
keep = true  # 这一部分里的话都是安排，不算已经做了的事
"""

_WORK = """\
# ---------------------------------------------------------------- 工作内容
# 短语模式直接写汉字：… 是同一句里的间隔，(甲|乙) 任选其一，# 是一个数。
# done 命中为满足，named 只点到名目，not 与 done 同在一句即不算。
# 待填：初稿只认得事项的原话。报告里还会怎样写，逐条加进 done、named，并各添一个例子。
"""
