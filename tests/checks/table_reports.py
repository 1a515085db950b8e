"""Reports with tables, and what a table rule finds in them."""

from datetime import date
from typing import Any

from rule_bench import checklist

from lint.checklist.checklist import Checklist
from lint.checklist.lexicon import lexicon
from lint.checks.context import Context
from lint.checks.kinds import RULES
from lint.document.document import Document
from lint.document.understand import understand
from lint.readers import read_bytes

RULE: dict[str, Any] = {
    "kind": "table",
    "called": "渠道维修收支表",
    "has": ["经费来源", "结余"],
    "rows": {
        "拨款": ["拨款"],
        "材料": ["支出", "材料"],
        "其他支出": ["支出", "其他"],
        "支出合计": ["支出", "合计"],
        "结余": ["结余"],
    },
    "columns": {
        "县级": ["县级"],
        "企业": ["自筹", "企业"],
        "其他自筹": ["自筹", "其他"],
        "总计": ["总计"],
    },
    "each-column": ["拨款 = 支出合计 + 结余", "材料 + 其他支出 = 支出合计"],
    "each-row": ["县级 + 企业 + 其他自筹 = 总计"],
}
HEAD = (
    "<tr><td rowspan=3 colspan=2></td><td colspan=4>经费来源</td></tr>"
    "<tr><td rowspan=2>县<br>级</td><td colspan=2>自筹</td><td rowspan=2>总计</td></tr>"
    "<tr><td>企业</td><td>其他</td></tr>"
)
ROWS = (
    ("<td colspan=2>一、拨款数</td>", "12", "3", "0", "15"),
    ("<td rowspan=3>二、支出</td><td>1.材料</td>", "8", "2", "0", "10"),
    ("<td>2.其他</td>", "3", "0", "0", "3"),
    ("<td>（三）合计</td>", "11", "2", "0", "13"),
    ("<td colspan=2>三、结余</td>", "1", "1", "0", "2"),
)


def rows(changes: dict[tuple[int, int], str] | None = None) -> list[str]:
    """The rows of the table in HTML; `changes` are other words of a cell, by row and column of figures from 0."""
    out = []
    for number, (label, *figures) in enumerate(ROWS):
        cells = [(changes or {}).get((number, column), figure) for column, figure in enumerate(figures)]
        out.append("<tr>" + label + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    return out


def page(*tables: str) -> Document:
    """A page with these tables, each between its own tags."""
    body = "".join(f"<table>{table}</table>" if not table.startswith("<p") else table for table in tables)
    words = "<p>杨树镇2024年水利建设情况的报告</p><p>2024年，杨树镇维修渠道，经费收支列表如下。</p>"
    after = "<p>以上收支已在村务公开栏张贴，群众可以查阅账目明细。</p>"
    return read_bytes(f"<html><body><div id=zoom>{words}{body}{after}</div></body></html>".encode(), "甲.html")


def context(document: Document, using: Checklist) -> Context:
    report = understand(document, lexicon(using), 2024)
    return Context(report, using, report.prepared, date(2025, 6, 1), 2024)


def found(document: Document, **other: Any) -> list[tuple[str, list[str]]]:
    """The messages of the rule, with the words at their places."""
    using = checklist({**RULE, **other})
    rule = using.file.rule[0]
    return [
        (one.message, [document.text[start:end] for start, end in one.places])
        for one in RULES[type(rule)](context(document, using), rule)
    ]
