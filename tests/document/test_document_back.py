"""Signature and date, and what stands below them."""

from dataclasses import replace

import pytest
from understood import plain, quote

from lint.document.document import Document, plain_lines
from lint.document.report import Front, Report, Span
from lint.document.understand import understand

TITLE = "青石镇2024年法治政府建设情况报告"
OPENING = "今年以来，我镇认真落实上级部署，扎实推进各项工作，取得了一定成效。现将有关情况报告如下："
BODY = f"""{OPENING}
一、主要举措和成效
（一）加强学习。全年组织学法6次。
（二）规范决策。审查合同12份。
二、存在的不足
一是力量不足。二是形式单一。
三、下一步安排
（一）充实力量。
"""


def report(head: str = TITLE, tail: str = "", **more: str) -> Report:
    return plain(f"{head}\n{BODY}{tail}", **more)


def front(head: str = TITLE, tail: str = "") -> Front:
    return report(head, tail).front


def title_lines(found: Report) -> list[str | None]:
    return [quote(found, line) for line in found.front.title_lines]


@pytest.mark.parametrize(
    ("tail", "signature", "date", "shown"),
    [
        ("青石镇人民政府\n2025年1月10日", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        ("中共青石镇委员会\n青石镇人民政府\n2025年1月10日", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        (
            "中共青石镇委员会    青石镇人民政府\n2025年1月10日",
            "中共青石镇委员会    青石镇人民政府",
            (2025, 1, 10),
            "2025年1月10日",
        ),
        ("青石镇人民政府 2025年1月10日", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        ("青石镇人民政府\n2025 年 1 月 10 日", "青石镇人民政府", (2025, 1, 10), "2025 年 1 月 10 日"),
        ("青石镇人民政府\n二〇二五年一月十日", "青石镇人民政府", (2025, 1, 10), "二〇二五年一月十日"),
        ("青石镇人民政府\n二○二四年十二月三十一日", "青石镇人民政府", (2024, 12, 31), "二○二四年十二月三十一日"),
        ("青石镇\n2025年1月10日", "青石镇", (2025, 1, 10), "2025年1月10日"),
        ("市桥街道办事处\n2025年1月10日", "市桥街道办事处", (2025, 1, 10), "2025年1月10日"),
        ("青石镇党政办\n2025年1月10日", "青石镇党政办", (2025, 1, 10), "2025年1月10日"),
        ("青石镇人民政府（盖章）\n2025年1月10日", "青石镇人民政府（盖章）", (2025, 1, 10), "2025年1月10日"),
        ("2025年1月10日\n青石镇人民政府", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        ("2025年1月10日", None, (2025, 1, 10), "2025年1月10日"),
        ("青石镇人民政府", "青石镇人民政府", None, None),
        ("青石镇人民政府\n2025年1月", "青石镇人民政府", None, None),
        ("青石镇人民政府\n2025年1月10日\n附件：情况表", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        (
            "青石镇人民政府\n2025年1月10日\n（此件公开发布）\n抄送：县司法局",
            "青石镇人民政府",
            (2025, 1, 10),
            "2025年1月10日",
        ),
        ("青石镇人民政府\n2025年1月10日（此处请党政办补数字）", "青石镇人民政府", (2025, 1, 10), "2025年1月10日"),
        (
            "青石镇人民政府 2025年1月10日（此处请党政办补数字）",
            "青石镇人民政府",
            (2025, 1, 10),
            "2025年1月10日",
        ),
        (
            "青石镇人民政府\n2025年1月10日\n扫一扫在手机打开当前页\n【打印】【关闭】",
            "青石镇人民政府",
            (2025, 1, 10),
            "2025年1月10日",
        ),
    ],
)
def test_signature_and_date(
    tail: str, signature: str | None, date: tuple[int, int, int] | None, shown: str | None
) -> None:
    found = report(tail=tail)
    told = found.front
    assert (quote(found, told.signature), told.date, quote(found, told.date_span)) == (signature, date, shown)
    assert found.text[: told.body_end].endswith("（一）充实力量。")


@pytest.mark.parametrize(
    "tail",
    [
        "",
        "总之，我们将继续努力。",
        "青石镇人民政府将于2025年1月10日召开会议。",
        "会议定于2025年1月10日。",
    ],
)
def test_no_signature(tail: str) -> None:
    told = front(tail=tail)
    assert (told.signature, told.date) == (None, None)


SIGNED = "青石镇人民政府\n2025年1月20日\n"


@pytest.mark.parametrize(
    "below",
    [
        "抄送：县司法局。\n青石镇党政综合办公室  2025年1月21日印发\n",
        "青石镇党政综合办公室  2025年1月21日印发\n",
        "抄送：县司法局。\n青石镇党政综合办公室\n2025年1月21日印发\n",
        "青石镇党政综合办公室\n2025年1月21日印发\n",
        "青石镇党政综合办公室\t2025年1月21日印发\n（共印10份）\n",
        "注：本报告数据截至2024年12月31日。\n",
        "注：1.数据来自部门。\n2.数据截至年底。\n",
        "附：统计表\n项目\t数量\t备注\n案件\t21\t件\n",
        "附：统计表\n项目 数量 备注\n案件 21 件\n全年共办理案件21件，比上年多3件，详见各村台账，其他情况另行说明。\n",
        "附表1\n项目\t数量\n案件\t21\n",
        "项目\t数量\n案件\t21\n",
        "校对：王某某\n",
        "1指镇综合行政执法队，全队共12人。\n2不含辅助人员。\n",
        "[1]指镇综合行政执法队\n",
        "— 5 —\n",
        "（此处请综合执法办补充数字，1月底前报党政办）\n",
        "（请镇长审阅）\n（数字待核）\n",
        "（此件公开发布）\n附件1\n任务分解表\n一、加强学习\n",
    ],
)
def test_what_stands_below_the_date_hides_neither_signature_nor_date(below: str) -> None:
    found = report(tail=SIGNED + below)
    assert (quote(found, found.front.signature), found.front.date) == ("青石镇人民政府", (2025, 1, 20))
    assert quote(found, Span(found.sections[-1].start, found.front.body_end)) == "（一）充实力量。"


def test_a_signature_at_the_top_ends_no_report() -> None:
    text = f"{TITLE}\n青石镇人民政府\n2025年1月20日\n打印\n{BODY}{SIGNED}"
    found = plain(text)
    assert found.front.date == (2025, 1, 20)
    assert len(found.sections) == 6


def test_a_body_that_goes_on_below_a_date_is_read_to_its_end() -> None:
    tail = "青石镇人民政府\n2025年1月20日\n四、补充说明\n全年另有两项工作需要说明，具体情况如下。\n"
    assert report(tail=tail).sections[-1].text == "补充说明"


def test_notes_are_no_part_of_the_body() -> None:
    text = f"{TITLE}\n{BODY}{SIGNED}指镇综合行政执法队，\n全队共12人。\n"
    lines = tuple(
        replace(line, part="footnote") if line.start >= text.index("指镇") else line for line in plain_lines(text)
    )
    found = understand(Document("甲.docx", "docx", text, lines))
    assert (quote(found, found.front.signature), found.front.date) == ("青石镇人民政府", (2025, 1, 20))
    assert "指镇综合行政执法队" in found.text
    assert all(clause.end <= found.front.body_end for clause in found.clauses)
    unsigned = text.replace(SIGNED, "")
    lines = tuple(
        replace(line, part="footnote") if line.start >= unsigned.index("指镇") else line
        for line in plain_lines(unsigned)
    )
    found = understand(Document("甲.docx", "docx", unsigned, lines))
    assert quote(found, found.paragraphs[-1]) == "指镇综合行政执法队，\n全队共12人。"
    assert found.text[found.sections[-1].start : found.sections[-1].body_end].strip() == "（一）充实力量。"
