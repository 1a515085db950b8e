"""Lines of the source become paragraphs: wrapped lines are joined, headings and whole paragraphs are left alone."""

import pytest
from understood import document, outline, plain, quote, words

from lint.document.lines import join_lines
from lint.document.report import Report

TEXT = """青石镇2024年法治政府建设情况报告

县委、县政府：
　　2024年，青石镇坚持把依法治理摆在全局工作的重要位置，健全制度、压实责任，各项任务按期完成，群众满意度稳步上升。现将有关情况报告如下：
一、主要举措和成效
（一）加强学习培训
　　全年组织领导干部集体学法6次，邀请县司法局业务骨干授课3场，参加干部一百二十余人次，学习内容涵盖行政处罚、行政复议、信访工作等方面，并在年底组织了一次闭卷测试，平均成绩达到九十一分。
　　党委会议听取专题汇报4次，研究解决司法所办公用房、执法车辆、专职人员配备等问题5个，形成会议纪要并逐项督办落实，年底全部办结。
（二）规范执法
　　全年办理行政处罚案件18件，其中简易程序11件、普通程序7件，全部经过法制审核后作出决定，没有发生因程序违法被撤销的情形，案卷按年度装订归档，随时可以查阅。
二、存在的不足
　　一是执法人员少，持证人员仅有四名，遇到集中整治时要从各站所临时抽调，业务水平参差不齐。二是普法方式还比较单一，仍以发放资料为主，年轻群众参与的热情不高，效果有限。
三、2025年工作安排
　　一是再组织六名干部参加执法资格考试，力争持证人员达到十名。二是开设方言普法短视频栏目，每月更新两期，结合赶集日开展巡回宣讲，让群众听得懂、记得住、用得上。
青石镇人民政府
2025年1月10日
"""
SECTIONS = [
    "一、|主要举措和成效",
    "  （一）|加强学习培训",
    "  （二）|规范执法",
    "二、|存在的不足",
    "三、|2025年工作安排",
]


def wrapped(text: str, width: int, gap: str = "\n") -> str:
    """The text with its lines broken at a fixed width, wherever that falls."""
    lines = []
    for line in text.split("\n"):
        lines.append("\n".join(line[i : i + width] for i in range(0, len(line), width)))
    return gap.join(lines)


def paragraphs(report: Report) -> list[str | None]:
    return [words(report, span) for span in report.paragraphs]


def test_a_normal_file_is_left_as_it_is() -> None:
    joined = join_lines(document(TEXT))
    assert (joined.joins, joined.hard_wrapped) == ((), False)
    assert [joined.text[p.start : p.end] for p in joined.paragraphs] == [
        line.strip().replace(" ", "") for line in TEXT.split("\n") if line.strip()
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_numbered_heading_torn_in_two(gap: str) -> None:
    report = plain(f"一、推进法治政府建设的主要举措{gap}和成效\n全年学法6次，办案3件。\n二、不足\n人手少。")
    assert outline(report) == ["一、|推进法治政府建设的主要举措和成效", "二、|不足"]


@pytest.mark.parametrize("second", ["和平村全年调解纠纷6起，没有积案。", "和平村", "与去年相比，案件下降两成。"])
def test_what_only_begins_like_the_rest_of_a_heading(second: str) -> None:
    report = plain(f"青石镇2024年法治政府建设情况\n一、主要举措。\n{second}\n全年学法6次，办案3件。")
    assert second in paragraphs(report)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("width", range(36, 45))
def test_a_wrapped_file_reads_like_the_unwrapped_one(width: int, gap: str) -> None:
    whole, report = plain(TEXT), plain(wrapped(TEXT, width, gap))
    assert report.hard_wrapped
    assert paragraphs(report) == paragraphs(whole)
    assert outline(report) == outline(whole) == SECTIONS
    assert [s.start for s in report.sentences] == [s.start for s in whole.sentences]
    assert report.front == whole.front
    assert len(report.joins) >= 6


def test_joins_are_where_two_lines_meet() -> None:
    report = plain(wrapped(TEXT, 40))
    text = report.document.text
    for join in report.joins:
        start, end = report.source(join - 1, join + 1)
        assert "\n" in text[start:end]
    first = report.text.index("随时可以查阅")
    assert (
        quote(report, next(p for p in report.paragraphs if p.start <= first < p.end))
        .replace("\n", "")
        .startswith(  # type: ignore[union-attr]
            "全年办理行政处罚案件18件"
        )
    )


@pytest.mark.parametrize("format", ["docx", "html"])
def test_other_formats_have_no_line_width(format: str) -> None:
    assert not plain(wrapped(TEXT, 40), format).hard_wrapped


def test_a_page_number_inside_a_wrapped_sentence() -> None:
    lines = wrapped(TEXT, 40).split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("　　党委会议")) + 1
    for page in (["— 2 —"], ["", "- 2 -", ""], ["第 2 页"], ["第2页 共5页"]):
        report = plain("\n".join(lines[:at] + page + lines[at:]))
        assert paragraphs(report) == paragraphs(plain(TEXT))


def test_a_page_number_inside_a_sentence_of_a_normal_file() -> None:
    torn = TEXT.replace("参加干部一百二十", "参加干\n— 2 —\n部一百二十")
    assert paragraphs(plain(torn)) == paragraphs(plain(TEXT))


def test_a_page_number_between_headings_joins_nothing() -> None:
    report = plain(TEXT.replace("（一）加强学习培训\n", "（一）加强学习培训\n— 2 —\n"))
    assert outline(report) == SECTIONS
    report = plain(TEXT.replace("（二）规范执法\n", "— 2 —\n（二）规范执法\n"))
    assert outline(report) == SECTIONS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年组织学法6次，\n培训12人。", ["全年组织学法6次，培训12人。"]),
        ("全年组织学法6次，\n\n培训12人。", ["全年组织学法6次，培训12人。"]),
        ("落实《青石镇学法计划》、《\n用法办法》。", ["落实《青石镇学法计划》、《用法办法》。"]),
        ("一、主要举措\n组织学法6次。", ["一、主要举措", "组织学法6次。"]),
        ("组织学法6次。\n培训12人。", ["组织学法6次。", "培训12人。"]),
        ("组织学法6次，\n（二）规范决策", ["组织学法6次，", "（二）规范决策"]),
        ("组织学法6次，\n2.规范决策", ["组织学法6次，", "2.规范决策"]),
        ("组织学法6次，\n①规范决策", ["组织学法6次，", "①规范决策"]),
        ("组织学法6次，\n二是规范决策。", ["组织学法6次，", "二是规范决策。"]),
        ("组织学法6次，\n2025年1月10日", ["组织学法6次，", "2025年1月10日"]),
        ("青石镇人民政府\n关于2024年工作的报告", ["青石镇人民政府", "关于2024年工作的报告"]),
        ("县委、\n县政府：\n今年", ["县委、", "县政府：", "今年"]),
        ("\n\n\n组织学法6次。\n\n\n", ["组织学法6次。"]),
        ("", []),
        (" \n　\n", []),
    ],
)
def test_which_lines_are_joined(text: str, expected: list[str]) -> None:
    assert paragraphs(plain(text)) == expected


def test_a_long_paragraph_torn_after_a_finished_sentence() -> None:
    first = "全年组织领导干部集体学法6次，邀请业务骨干授课3场。党委会议听取专题汇报4次，研究解决司"
    report = plain(f"{first}\n法所办公用房等问题。\n二、存在的不足\n力量不足。")
    assert paragraphs(report)[0] == first + "法所办公用房等问题。"
    assert report.joins == (len(first),)


def test_a_headings_line_is_never_swallowed() -> None:
    """A short line without an end mark between two paragraphs stays a heading, whatever the width of the file."""
    text = TEXT.replace("（一）", "").replace("（二）", "")
    for width in (36, 40, 44):
        assert [s.text for s in plain(wrapped(text, width)).sections] == [name.split("|")[1] for name in SECTIONS]
