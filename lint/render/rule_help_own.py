"""What this tool says of its own accord, of no checklist: files that are not checked, waivers and baselines."""

from lint.policy import baseline, config_vain, waivers
from lint.record import shape
from lint.render.notices import UNREADABLE, UNREADABLE_TITLE
from lint.render.rule_help import Entry
from lint.render.sarif_rules import UNRECOGNISED

_Told = tuple[str, shape.Severity, str, str]

# id: title, severity, what it says, what to do
_OWN: dict[str, _Told] = {
    waivers.EXPIRED: (
        "例外到期",
        "error",
        "配置里的一条例外（[[waiver]]）过了有效期，它所说的问题重新算数。",
        "改好报告后删去这一条；确有必要的，经同意人同意后改 until。",
    ),
    waivers.UNUSED: (
        "例外没有用上",
        "warning",
        "配置里的一条例外没有对上任何问题：报告已经改好，或者例外里的机关、年度、编号写得不对。",
        "核对写法；已经改好的，删去这一条。",
    ),
    config_vain.UNMATCHED: (
        "按路径的写法没有用上",
        "hint",
        "配置里一处按路径的写法（[[path]]）没有对上任何文件：路径写得不对，或者文件已经不在。",
        "核对 match 的写法；用不着的，删去这一处。",
    ),
    baseline.STALE: (
        "基线里有已经改好的",
        "hint",
        "基线里记着的问题在报告里已经不再出现。",
        "运行 qingdan baseline prune 删去。",
    ),
    UNREADABLE: (
        UNREADABLE_TITLE,
        "error",
        "文件损坏、加了密码、编码认不出，或者是扫描件，没有检查。",
        "按提示处理后再检；扫描件加 --ocr，或请用原来的 Word 文件。",
    ),
    UNRECOGNISED: (
        "不是清单所查的报告",
        "hint",
        "从标题和开头看不出是清单所查的报告，没有逐项核对。",
        "确实是的，先核对标题是否写全；不是的不用处理。",
    ),
}

IDENTS = tuple(_OWN)


def own_entry(ident: str) -> Entry | None:
    """The explanation of one of this tool's own rules; None when it has none of that name."""
    told = _OWN.get(ident.lower())
    if told is None:
        return None
    title, severity, asks, remedy = told
    return {
        "id": ident.lower(),
        "title": title,
        "type": "own",
        "kind": "own",
        "group": None,
        "severity": severity,
        "off": False,
        "requires": [asks],
        "conditions": [],
        "question": None,
        "basis": [],
        "remedy": {"text": remedy, "sample": ""},
        "terms": [],
        "examples": [],
        "checklists": [],
    }
