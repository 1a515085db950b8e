"""CSV for Excel and WPS: one row for each element of each report, whatever became of it, and for each finding.

UTF-8 with its mark, so that Excel sees Chinese; CRLF line ends; a cell that a spreadsheet would take for a formula
begins with an apostrophe.
"""

import csv
import io
from pathlib import Path

from lint.record import shape
from lint.render.excuse import excuse
from lint.render.flat import flat
from lint.render.locations import has_lines, relative_path
from lint.render.notices import amiss, rule_id, titles_of, unchecked, unreadable
from lint.render.words import SEVERITY_WORD, STATUS_WORD, shorten
from lint.run import Failure, Seen

HEAD = (
    "文件", "机关", "年度", "编号", "名称", "分组", "结论", "轻重", "问题", "原文", "部分", "行", "列", "段", "页",
    "处数", "依据", "怎样写", "不计入的理由", "指纹",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_QUOTE = 200
_RULES = "文字与数据"
Row = dict[str, object]


class CsvTable:
    """Draws the table; keeps nothing."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def begin(self) -> str:
        return "\ufeff" + _drawn([dict(zip(HEAD, HEAD, strict=True))])

    def report(self, run: Seen, report: shape.Report) -> str:
        same: Row = {
            "文件": relative_path(run.path, self._root),
            "机关": report["issuer"],
            "年度": report["report_year"],
        }
        if not report["recognised"]:
            return _drawn([{**same, "结论": "不是清单所查的报告"}])
        return _drawn([{**same, **row} for row in rows(run, report)])

    def failure(self, failure: Failure) -> str:
        notice = unreadable(failure, self._root)
        return _drawn([{"文件": notice.path, "结论": "没有读成", "轻重": SEVERITY_WORD["error"], "问题": notice.text}])

    def policy(self, finding: shape.PolicyFinding) -> str:
        notice = amiss(finding, self._root)
        word = SEVERITY_WORD[notice.severity]
        row: Row = {"文件": notice.path, "编号": finding["rule"], "名称": notice.title, "结论": "有问题", "轻重": word}
        return _drawn([{**row, "问题": notice.text, "行": notice.line}])

    def finish(self) -> str:
        return ""


def rows(run: Seen, report: shape.Report) -> list[Row]:
    """The elements in the order of the checklist, then what the text rules found, in the order of the text."""
    titles = titles_of(run)
    of_element = {finding["element"]: finding for finding in report["findings"] if finding["element"]}
    found: list[Row] = []
    for element in report["elements"]:
        finding = of_element.get(element["id"])
        place = finding or next(iter(element["evidence"]), element["nearest"])
        found.append(
            {
                "编号": element["id"],
                "名称": element["title"],
                "分组": element["group"],
                "结论": STATUS_WORD[element["status"]],
                "轻重": SEVERITY_WORD[finding["severity"]] if finding else "",
                "问题": _what(element, finding),
                **_place(run, place),
                "依据": "".join(basis["cite"] for basis in element["basis"]),
                "怎样写": element["remedy"]["text"] if element["remedy"] else "",
                "不计入的理由": excuse(finding) if finding else "",
                "指纹": element["fingerprint"],
            }
        )
    for finding in report["findings"]:
        if finding["element"] is None:
            ident = rule_id(run, finding["rule"])
            found.append(
                {
                    "编号": finding["rule"],
                    "名称": titles.get(ident, ident),
                    "分组": _RULES,
                    "结论": "有问题",
                    "轻重": SEVERITY_WORD[finding["severity"]],
                    "问题": finding["message"],
                    **_place(run, finding),
                    "处数": finding["count"],
                    "依据": "".join(basis["cite"] for basis in finding["basis"]),
                    "怎样写": f"可改为：“{finding['suggestion']}”" if finding["suggestion"] else "",
                    "不计入的理由": excuse(finding),
                    "指纹": finding["fingerprint"],
                }
            )
    return found


def _what(element: shape.Element, finding: shape.Finding | None) -> str | None:
    if element["status"] == "error":
        return unchecked(element)
    return element["question"] if element["status"] == "review" and not finding else (finding or element)["message"]


def _place(run: Seen, place: shape.Place | None) -> Row:
    if place is None:
        return {}
    lined = has_lines(run)
    return {
        "原文": shorten(place["quote"], _QUOTE),
        "部分": place["section"],
        "行": place["line"] if lined else None,
        "列": place["column"] if lined else None,
        "段": place["paragraph"],
        "页": place["page"],
    }


def _drawn(rows: list[Row]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([_cell(row.get(name)) for name in HEAD] for row in rows)
    return stream.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else flat(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
