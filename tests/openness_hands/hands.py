"""Complete reports on disclosure of invented units, in the technical hands that offices use: Word tables with merged
cells, a page that nests tables, one that Excel saved, rows pasted as text, pictures for tables."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from docx import Document
from docx.shared import Pt

Spanned = tuple[str, int, int]  # text, rows, columns
Rows = list[list[Spanned]]
Tables = Sequence[Sequence[Rows]]  # for each of the three parts the tables that stand in it

RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
KINDS = (
    ("（一）予以公开", ()),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ()),
    ("（三）不予公开",
     ("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
      "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项")),
    ("（四）无法提供", ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")),
    ("（五）不予处理",
     ("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
      "5.要求行政机关确认或重新出具已获取信息")),
    ("（六）其他处理",
     ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他")),
)  # fmt: skip
LEAVES = sum(max(1, len(reasons)) for _, reasons in KINDS)
HEADINGS = (
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
)  # fmt: skip
OVERVIEW = (
    "（一）主动公开。全年在县政府网站发布信息312条，其中惠农补贴类96条、财政类14条，图文解读5件。",
    "（二）依申请公开。收到申请17件，与上年结转的一并办理，均按期答复。",
    "（三）政府信息管理。清理失效文件4件，更新公开指南1次，发布前逐条审查保密事项。",
    "（四）平台建设。新设村级公示栏9处，便民大厅设查阅点1处。",
    "（五）监督保障。明确专职人员1名，全年培训2场、检查4次；年终考核得分94分，社会评议满意度97%，没有发生责任追究的情形。",
)
PROBLEMS = (
    "存在的主要问题：一是解读多为文字，5件解读里4件没有图表；二是村级公示栏换得慢，有3处两个月没有换新。",
    "改进情况：针对上一年答复文书不统一的问题，已统一文书样式12种；对3处公示栏落实了专人，现在每周一换。",
)
OTHERS = ("本年度没有收取信息处理费，没有其他需要报告的事项。",)
_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


def grid(results: dict[int, Sequence[int]], new: Sequence[int], old: Sequence[int]) -> list[list[Any]]:
    """25 rows of seven figures that add up: what came in, what was left, the 21 results, their sum, what is left."""
    made = [list(results.get(leaf, (0,) * 6)) for leaf in range(LEAVES)]
    total = [sum(row[column] for row in made) for column in range(6)]
    left = [new[column] + old[column] - total[column] for column in range(6)]
    return [[*row, sum(row)] for row in (list(new), list(old), *made, total, left)]


def requests(figures: list[list[Any]]) -> Rows:
    """The table of applications, its first column in three as the national format has it."""
    lines = iter(figures)

    def line() -> list[Spanned]:
        return [(str(figure), 1, 1) for figure in next(lines)]

    rows: Rows = [
        [("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), ("申请人情况", 1, 7)],
        [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
        [(word, 1, 1) for word in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
        [("一、本年新收政府信息公开申请数量", 1, 3), *line()],
        [("二、上年结转政府信息公开申请数量", 1, 3), *line()],
    ]
    head: list[Spanned] = [("三、本年度办理结果", LEAVES + 1, 1)]
    for kind, reasons in KINDS:
        if not reasons:
            rows.append([*head, (kind, 1, 2), *line()])
        for number, reason in enumerate(reasons):
            first = head if number == 0 else []
            rows.append([*first, *([] if number else [(kind, len(reasons), 1)]), (reason, 1, 1), *line()])
        head = []
    return [*rows, [("（七）总计", 1, 2), *line()], [("四、结转下年度继续办理", 1, 3), *line()]]


def cut(rows: Rows, label: str, *, again: bool) -> tuple[Rows, Rows]:
    """The table of applications as a page break leaves it: two tables, the head said again or not."""
    at = next(i for i, row in enumerate(rows) if any(text.startswith(label) for text, _, _ in row))
    long = "三、本年度办理结果"
    upper = [[(t, at - 5 if t == long else high, wide) for t, high, wide in row] for row in rows[:at]]
    lower = [[(long, LEAVES + 6 - at, 1), *rows[at]], *rows[at + 1 :]]
    return upper, [*(rows[:3] if again else []), *lower]


def active(figures: Sequence[str]) -> Rows:
    """The table of what is published, from ten figures."""
    left = iter(figures)
    rows: Rows = [[("第二十条第（一）项", 1, 4)]]
    rows += [[(word, 1, 1) for word in ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")]]
    rows += [[(name, 1, 1), *((next(left), 1, 1) for _ in range(3))] for name in ("规章", "行政规范性文件")]
    for article, head, names in (
        ("五", "本年处理决定数量", ("行政许可",)),
        ("六", "本年处理决定数量", ("行政处罚", "行政强制")),
        ("八", "本年收费金额（单位：万元）", ("行政事业性收费",)),
    ):
        rows += [[(f"第二十条第（{article}）项", 1, 4)], [("信息内容", 1, 1), (head, 1, 3)]]
        rows += [[(name, 1, 1), (next(left), 1, 3)] for name in names]
    return rows


def disputes(figures: Sequence[Any]) -> Rows:
    """The table of reviews and lawsuits, from fifteen figures."""
    return [
        [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
        [*((word, 2, 1) for word in RESULTS), ("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
        [(word, 1, 1) for word in RESULTS * 2],
        [(str(figure), 1, 1) for figure in figures],
    ]


def told(rows: Rows, say: Callable[[int, str], str]) -> Rows:
    """The same table, each cell said otherwise: by its number in the row and its text."""
    return [[(say(i, text), high, wide) for i, (text, high, wide) in enumerate(row)] for row in rows]


def word(unit: str, tables: Tables, *, pictured: bool = False) -> bytes:
    """A Word file with merged cells; with pictures where the tables should stand."""
    made, saved = Document(), io.BytesIO()

    def write(table: Any) -> None:
        if isinstance(table, str):
            made.add_paragraph(table)
            return
        cells, high, wide = placed(table)
        drawn = made.add_table(rows=high, cols=wide)
        for row, column, rows, columns, text in cells:
            cell = drawn.cell(row, column)
            if rows > 1 or columns > 1:
                cell = cell.merge(drawn.cell(row + rows - 1, column + columns - 1))
            cell.text = text

    for part in parts(unit, tables):
        if isinstance(part, list) and pictured:
            made.add_picture(io.BytesIO(_DOT), width=Pt(400), height=Pt(300))
        else:
            write(part)
    made.save(saved)
    return saved.getvalue()


def page(unit: str, tables: Tables, *, nested: bool = False, excel: bool = False) -> bytes:
    """A web page: plain, as portals nest it in tables for layout, as Excel saves it."""
    body = "\n".join(
        _table(part, nested, excel) if isinstance(part, list) else f"<p>{part}</p>" for part in parts(unit, tables)
    )
    if excel:
        head = (
            '<meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Excel.Sheet>'
        )
        space = 'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"'
        return f"<html {space}><head>{head}</head><body link=blue>{body}</body></html>".encode("gb18030")
    if nested:
        about = "<table><tr><td>索引号：</td><td>QH-2026-011</td><td>发布日期：</td><td>2026-01-12</td></tr></table>"
        body = f'{about}<table><tr><td><table><tr><td><div id="zoom">{body}</div></td></tr></table></td></tr></table>'
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def pasted(unit: str, tables: Tables) -> bytes:
    """Plain text, the tables as Word puts them on the clipboard: a tab between cells, a cell that goes on is empty."""
    lines: list[str] = []
    for part in parts(unit, tables):
        if not isinstance(part, list):
            lines.append(part)
            continue
        cells, high, wide = placed(part)
        there = {(row + i, column): (columns, "" if i else text) for row, column, rows, columns, text in cells
                 for i in range(rows)}  # fmt: skip
        for row in range(high):
            lines.append("\t".join(there[row, column][1] for column in range(wide) if (row, column) in there))
    return "\n".join([*lines, ""]).encode()


def piped(unit: str, tables: Tables) -> bytes:
    """Markdown: merged cells are empty."""
    lines: list[str] = []
    for part in parts(unit, tables):
        if not isinstance(part, list):
            lines.append(part)
            continue
        cells, high, wide = placed(part)
        there = {(row, column): text for row, column, _, _, text in cells}
        lines += [f"| {' | '.join(there.get((row, column), '') for column in range(wide))} |" for row in range(high)]
    return "\n".join([*lines, ""]).encode()


def parts(unit: str, tables: Tables) -> list[str | Rows]:
    """The report from title to date: paragraphs and tables."""
    body = (OVERVIEW, *(tables or ((), (), ())), PROBLEMS, OTHERS)
    out: list[Any] = [
        f"{unit}2025年政府信息公开工作年度报告",
        "本报告根据《中华人民共和国政府信息公开条例》编制，数据统计期限为2025年1月1日至2025年12月31日。",
    ]
    for heading, under in zip(HEADINGS, body, strict=True):
        out += [heading, *under]
    return [*out, unit, "2026年1月8日"]


def placed(rows: Rows) -> tuple[list[tuple[int, int, int, int, str]], int, int]:
    """The cells with their row and column, and the size of the table."""
    taken: set[tuple[int, int]] = set()
    cells, wide = [], 0
    for row, line in enumerate(rows):
        column = 0
        for text, high, columns in line:
            while (row, column) in taken:
                column += 1
            taken |= {(row + i, column + j) for i in range(high) for j in range(columns)}
            cells.append((row, column, high, columns, text))
            column += columns
            wide = max(wide, column)
    return cells, len(rows), wide


def _table(rows: Rows, nested: bool, excel: bool) -> str:
    full = str.maketrans("0123456789", "０１２３４５６７８９")
    out, count = [], 0
    for row in rows:
        cells = []
        for said, high, wide in row:
            text, figure = said, said.isdigit()
            if nested and figure:
                count += 1
                text = (said.translate(full), f"<p><span>{said}</span></p>", f"&nbsp;{said}&nbsp;", f"\n  {said}\n")[
                    count % 4
                ]
            elif nested and len(said) > 8:
                text = f'<p align="center"><span>{said[:6]}<br/>{said[6:]}</span></p>'
            spans = f' rowspan="{high}"' * (high > 1) + f' colspan="{wide}"' * (wide > 1)
            cells.append(f"<td{spans}{' class=xl24 x:num' if excel and figure else ''}>{text}</td>")
        out.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table><tbody>{''.join(out)}</tbody></table>"
