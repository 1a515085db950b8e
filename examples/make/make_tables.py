"""Makes the examples that hold tables of figures: Word files with merged cells, a saved web page with rowspan and
colspan. `python examples/make/make_tables.py` writes them into examples/reports from the lines beside this script, in
the form of make_files.py; a line "B name" stands for a table.
"""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from make_files import REPORTS, lines, web, word, write_package

Spanned = tuple[str, int, int]  # text, rows, columns
Rows = list[list[Spanned]]
Figures = Mapping[int, Iterable[int]]

KINDS = (
    ("（一）予以公开", ()),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ()),
    (
        "（三）不予公开",
        ("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
         "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"),
    ),
    ("（四）无法提供", ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")),
    (
        "（五）不予处理",
        ("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
         "5.要求行政机关确认或重新出具已获取信息"),
    ),
    (
        "（六）其他处理",
        ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
         "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"),
    ),
)  # fmt: skip
NEW, CARRIED, FIRST, LAST, TOTAL, LEFT = 0, 1, 2, 22, 23, 24  # rows of figures
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def active(figures: list[str]) -> Rows:
    """The table of what is published: ten figures."""
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


def grid(figures: Figures) -> list[list[int]]:
    """All rows of figures with their sums, from those of the six kinds of applicants; rows not given are 0."""
    rows = [list(figures.get(number, (0,) * 6)) for number in range(LEFT + 1)]
    rows[TOTAL] = [sum(rows[number][column] for number in range(FIRST, LAST + 1)) for column in range(6)]
    return [[*row, sum(row)] for row in rows]


def requests(rows: list[list[str]]) -> Rows:
    """The table of applications: 25 rows of seven figures."""
    left = iter(rows)

    def figures() -> list[Spanned]:
        return [(text, 1, 1) for text in next(left)]

    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    out: Rows = [
        [(note, 3, 3), ("申请人情况", 1, 7)],
        [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
        [(word, 1, 1) for word in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
        [("一、本年新收政府信息公开申请数量", 1, 3), *figures()],
        [("二、上年结转政府信息公开申请数量", 1, 3), *figures()],
    ]
    first: list[Spanned] = [("三、本年度办理结果", 22, 1)]
    for kind, reasons in KINDS:
        if not reasons:
            out.append([*first, (kind, 1, 2), *figures()])
        for number, reason in enumerate(reasons):
            head = [] if number else [(kind, len(reasons), 1)]
            out.append([*first, *head, (reason, 1, 1), *figures()])
        first = []
    out.append([("（七）总计", 1, 2), *figures()])
    out.append([("四、结转下年度继续办理", 1, 3), *figures()])
    return out


def disputes(figures: list[str]) -> Rows:
    """The table of reviews and lawsuits: fifteen figures."""
    return [
        [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
        [*((word, 2, 1) for word in RESULTS), ("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
        [(word, 1, 1) for word in RESULTS * 2],
        [(figure, 1, 1) for figure in figures],
    ]


def word_table(rows: Rows) -> str:
    """A w:tbl: cells over several rows go on in each of them, as Word writes it."""
    width = sum(columns for _, _, columns in rows[0])
    wide = {4: [2800], 10: [700, 1000, 2600]}.get(width, [])  # columns of labels
    sizes = wide + [(8845 - sum(wide)) // (width - len(wide))] * (width - len(wide))
    going: dict[int, tuple[int, int]] = {}  # column → rows left, columns
    out = []
    for row in rows:
        cells, column, left = [], 0, list(row)
        while column < width:
            if column in going:
                more, columns = going.pop(column)
                cells.append(_cell("", columns, sum(sizes[column : column + columns]), "<w:vMerge/>"))
                if more > 1:
                    going[column] = more - 1, columns
            else:
                text, high, columns = left.pop(0)
                merge = '<w:vMerge w:val="restart"/>' if high > 1 else ""
                cells.append(_cell(text, columns, sum(sizes[column : column + columns]), merge))
                if high > 1:
                    going[column] = high - 1, columns
            column += columns
        out.append(f"<w:tr>{''.join(cells)}</w:tr>")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid_columns = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(sizes)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid_columns}</w:tblGrid>{''.join(out)}</w:tbl>"
    )


def _cell(text: str, columns: int, size: int, merge: str) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    run = f'<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>{escape(text, quote=False)}</w:t></w:r>' if text else ""
    form = '<w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p>{form}{run}</w:p></w:tc>"
    )


def page_table(rows: Rows) -> str:
    """A <table> as portals write it."""
    out = []
    for row in rows:
        cells = "".join(
            f"<td{f' rowspan={chr(34)}{high}{chr(34)}' if high > 1 else ''}"
            f"{f' colspan={chr(34)}{wide}{chr(34)}' if wide > 1 else ''}><p>{escape(text) or '&nbsp;'}</p></td>"
            for text, high, wide in row
        )
        out.append(f"<tr>{cells}</tr>")
    return '<table border="1">\n' + "\n".join(out) + "\n</table>"


def written(rows: list[list[int]], *, blank: bool = False) -> list[list[str]]:
    """The figures as text; `blank` leaves zeros out."""
    return [["" if blank and not figure else str(figure) for figure in row] for row in rows]


def tables_of(name: str) -> dict[str, Rows]:
    """The tables of one report."""
    if name == "shanhe-openness-2025":
        counts = grid({NEW: (13, 2, 0, 0, 1, 0), CARRIED: (1, 0, 0, 0, 0, 0), 2: (8, 1, 0, 0, 0, 0),
                       3: (1, 0, 0, 0, 0, 0), 9: (1, 0, 0, 0, 0, 0), 12: (2, 0, 0, 0, 1, 0), 15: (1, 1, 0, 0, 0, 0),
                       LEFT: (1, 0, 0, 0, 0, 0)})  # fmt: skip
        shown = written(counts)
        figures, results = ["0", "0", "0", "1", "1", "3", "214", "17", "2", "4.6"], [1, 0, 0, 0, 1, *[0] * 10]
    elif name == "linzhi-agriculture-openness-2025":
        counts = grid({NEW: (5, 3, 0, 0, 0, 1), 2: (3, 2, 0, 0, 0, 1), 10: (1, 0, 0, 0, 0, 0), 13: (1, 1, 0, 0, 0, 0)})
        shown = written(counts, blank=True)
        figures, results = ["", "", "", "", "", "6", "1,038", "26", "0", "0"], [*[0] * 15]
    else:
        counts = grid({NEW: (66, 12, 1, 2, 4, 2), CARRIED: (3, 1, 0, 0, 0, 0), 2: (31, 7, 1, 1, 2, 2),
                       3: (9, 2, 0, 0, 0, 0), 7: (2, 0, 0, 0, 0, 0), 12: (14, 2, 0, 1, 1, 0), 13: (3, 0, 0, 0, 1, 0),
                       16: (4, 1, 0, 0, 0, 0), 22: (1, 0, 0, 0, 0, 0), LEFT: (5, 1, 0, 0, 0, 0)})  # fmt: skip
        counts[12][0], counts[LEFT][6] = 15, 8  # what was typed wrong
        shown = written(counts)
        figures, results = (
            ["0", "0", "0", "9", "4", "62", "11846", "约1900", "37", "128.5"],
            [2, 1, 0, 1, 5, 1, *[0] * 3, 1, *[0] * 5],
        )
    return {
        "active": active(figures),
        "requests": requests(shown),
        "disputes": disputes([str(one) for one in results]),
    }


def word_file(name: str) -> dict[str, str]:
    """The members of a .docx; the tables are put in the place of their lines."""
    tables = tables_of(name)
    members = word([(kind, text) if kind != "B" else ("P", f"@{text}@") for kind, text in lines(name)])
    document = members["word/document.xml"]
    for table, rows in tables.items():
        start = document.rindex("<w:p>", 0, document.index(f"@{table}@"))
        end = document.index("</w:p>", start) + len("</w:p>")
        document = document[:start] + word_table(rows) + document[end:]
    return {**members, "word/document.xml": document}


def page(name: str) -> str:
    """The web page."""
    tables = tables_of(name)
    rows = [(kind, text) if kind != "B" else ("P", f"@{text}@") for kind, text in lines(name)]
    text = web(rows, "临芷县", "县农业农村局", "临芷县农业农村局", "LZ-NYJ-2026-0004", "2026-01-22", "农机购置补贴公示")
    text = text.replace("法治政府建设年度报告", "政府信息公开年度报告")
    for table, cells in tables.items():
        start = text.rindex("<p ", 0, text.index(f"@{table}@"))
        end = text.index("</p>", start) + len("</p>")
        text = text[:start] + page_table(cells) + text[end:]
    return text


def main(folder: Path = REPORTS) -> None:
    """Writes the files."""
    for name in ("shanhe-openness-2025", "yunping-openness-2025"):
        write_package(folder / f"{name}.docx", word_file(name))
    name = "linzhi-agriculture-openness-2025"
    (folder / f"{name}.html").write_text(page(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
