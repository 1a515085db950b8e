"""Annual reports on disclosure: the shipped checklist on its example reports, and on whatever else looks like one."""

import runpy
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.fitting import Library
from lint.run import Choices, Run, check_bytes, check_file

Convert = Callable[[bytes, str, str], bytes]
ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "examples" / "reports"
TODAY = Choices(date(2026, 5, 1))
REQUESTS = "“收到和处理政府信息公开申请情况表”"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def maker() -> Mapping[str, Any]:
    folder = str(ROOT / "examples" / "make")
    sys.path.insert(0, folder)
    try:
        return runpy.run_path(f"{folder}/make_tables.py")
    finally:
        sys.path.remove(folder)


def run(library: Library, name: str) -> Run:
    done = check_file(REPORTS / name, library, TODAY)
    assert isinstance(done, Run)
    return done


def told(done: Run, rule: str = "") -> list[tuple[str, list[str]]]:
    text = done.document.text
    return [
        (one.message, [text[start:end] for start, end in one.places])
        for one in done.result.findings
        if not rule or one.rule == rule
    ]


def statuses(done: Run) -> dict[str, str]:
    return {one.element: one.status for one in done.result.outcomes}


def test_a_sound_word_file_is_clean(library: Library) -> None:
    done = run(library, "shanhe-openness-2025.docx")
    assert done.checklist.identity.id == "openness"
    assert told(done) == []
    assert set(statuses(done).values()) == {"met"}


def test_a_page_with_blanks_and_thousands_is_clean(library: Library) -> None:
    done = run(library, "linzhi-agriculture-openness-2025.html")
    assert done.report.front.issuer == "临芷县农业农村局"
    assert told(done) == []
    assert {name for name, status in statuses(done).items() if status != "met"} == {"G4"}
    assert "G7" not in statuses(done)  # only governments report on assessment and liability


def test_broken_sums_and_a_missing_part(library: Library) -> None:
    done = run(library, "yunping-openness-2025.docx")
    assert told(done) == [
        ("“主动公开政府信息情况表”里“约1900”不是数，请填阿拉伯数字，没有的填0。", ["约1900"]),
        (f"{REQUESTS}“总计”一列对不上：本年新收87＋上年结转4＝91，与办理结果总计85＋结转下年度8＝93不符，请核对。",
         ["87", "4", "85", "8"]),
        (f"{REQUESTS}“自然人”一列对不上：31＋9＋2＋15＋3＋4＋1＝65，与办理结果总计64不符，请核对。",
         ["31", "9", "2", "15", "3", "4", "1", "64"]),
        (f"{REQUESTS}“本机关不掌握相关政府信息”一行对不上："
         "自然人15＋商业企业2＋社会公益组织1＋法律服务机构1＝19，与总计18不符，请核对。", ["15", "2", "1", "1", "18"]),
        (f"{REQUESTS}“结转下年度”一行对不上：自然人5＋商业企业1＝6，与总计8不符，请核对。", ["5", "1", "8"]),
        ("“政府信息公开行政复议、行政诉讼情况表”对不上：复议维持2＋复议纠正1＋复议未结1＝4，与复议总计5不符，请核对。",
         ["2", "1", "1", "5"]),
        ("成文日期2026年4月10日晚于期限2026年3月31日，请说明原因或核对日期。", ["2026年4月10日"]),
    ]  # fmt: skip
    assert {name for name, status in statuses(done).items() if status == "absent"} == {"Q3", "Q4"}
    lines = [done.document.line_at(start) for one in done.result.findings[:1] for start, _ in one.places]
    assert [line.part for line in lines if line] == ["table"]


def test_the_same_report_as_plain_text_asks_a_person(library: Library) -> None:
    text = run(library, "yunping-openness-2025.docx").document.text
    done = check_bytes(text.encode(), "甲.txt", library, TODAY)
    assert isinstance(done, Run)
    assert {name for name, status in statuses(done).items() if status == "review"} == {"B1", "B2", "B3"}
    assert [words for _, words in told(done, "numbering")] == []


def test_a_report_printed_to_pdf(library: Library, soffice: Convert) -> None:
    """Its tables have become lines, most labels in pieces: they are no headings, and a person is asked."""
    printed = soffice((REPORTS / "shanhe-openness-2025.docx").read_bytes(), "docx", "pdf")
    done = check_bytes(printed, "甲.pdf", library, TODAY)
    assert isinstance(done, Run)
    assert {name for name, status in statuses(done).items() if status == "review"} == {"B1", "B2", "B3"}
    assert set(statuses(done).values()) == {"met", "review"}
    top = [section.number for section in done.report.sections if section.parent is None]
    assert top == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert told(done, "numbering") == []


def test_the_examples_are_what_their_source_makes(maker: Mapping[str, Any], tmp_path: Path) -> None:
    maker["main"](tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 3
    assert [name for name in names if (tmp_path / name).read_bytes() != (REPORTS / name).read_bytes()] == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("青禾镇2025年政府信息公开工作年度报告", "openness"),
        ("青禾县农业农村局2025年度政府信息公开工作报告", "openness"),
        ("青禾县人民政府2025年政府信息公开年度报告", "openness"),
        ("青禾镇人民政府关于2025年法治政府建设情况的报告", "township"),
        ("青禾县农业农村局2025年法治政府建设情况的报告", "department"),
        ("青禾县人民政府办公室关于做好2025年政府信息公开工作年度报告编制工作的通知", ""),
        ("青禾镇2025年政府工作报告", ""),
        ("青禾镇2019年政府信息公开工作年度报告", ""),
    ],
)
def test_which_reports_choose_it(library: Library, title: str, expected: str) -> None:
    text = f"{title}\n一、总体情况\n全年主动公开信息230条，办理公开申请3件。\n"
    done = check_bytes(text.encode(), "甲.txt", library, TODAY)
    assert isinstance(done, Run)
    assert (done.checklist.identity.id if done.recognised else "") == expected


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("2025年青禾镇政府信息公开工作年度报告", "青禾镇"),
        ("2025年青禾县市场监管局政府信息公开工作年度报告", "青禾县市场监管局"),
        ("2025年青禾县人民政府政府信息公开工作年度报告", "青禾县人民政府"),
        ("2025年青禾县政府信息公开工作年度报告", "青禾县"),
        ("2025年政府信息公开工作年度报告", None),
    ],
)
def test_who_issues_a_report_whose_title_begins_with_the_year(library: Library, title: str, issuer: str | None) -> None:
    text = f"{title}\n一、总体情况\n全年主动公开信息230条，办理公开申请3件。\n"
    done = check_bytes(text.encode(), "甲.txt", library, TODAY)
    assert isinstance(done, Run)
    assert (done.report.front.issuer, done.report.front.report_year) == (issuer, 2025)
    assert statuses(done)["T1"] == ("met" if issuer else "thin")


@pytest.mark.parametrize(
    "opening",
    [
        "现公布青禾镇2025年政府信息公开工作年度报告，请予监督。",
        "依据《中华人民共和国政府信息公开条例》第五十条，编制本报告。",
        "现将2025年度政府信息公开工作报告如下：",
        "一、总体情况\n（一）主动公开情况。全年公开信息230条。\n（二）依申请公开情况。没有收到申请。",
    ],
)
def test_a_report_without_its_title_is_told_by_its_beginning(library: Library, opening: str) -> None:
    done = check_bytes(f"{opening}\n我镇在门户公开信息230条。\n".encode(), "甲.txt", library, TODAY)
    assert isinstance(done, Run)
    assert (done.recognised, done.checklist.identity.id) == (True, "openness")


@pytest.mark.parametrize(
    "text",
    [
        "青禾镇2025年政务公开工作总结\n一、主要做法\n（一）依申请公开情况。没有收到申请。\n",
        "青禾镇2025年工作情况的报告\n一、主要做法\n公布信息公开指南1份，办理依申请公开3件。\n",
    ],
)
def test_what_only_speaks_of_disclosure_is_no_such_report(library: Library, text: str) -> None:
    done = check_bytes(text.encode(), "甲.txt", library, TODAY)
    assert isinstance(done, Run)
    assert not (done.recognised and done.checklist.identity.id == "openness")


def test_the_title_as_the_subject_of_the_first_sentence_is_no_page_header(library: Library) -> None:
    title = "青禾镇2025年政府信息公开工作年度报告"
    text = f"{title}\n{title}（以下简称年报）按照条例编制。\n一、总体情况\n全年公开信息230条，答复申请3件。\n"
    done = check_bytes(text.encode(), "甲.txt", library, TODAY)
    assert isinstance(done, Run)
    assert told(done, "residue") == []


COUNTS = st.lists(st.tuples(*[st.integers(0, 999)] * 6), min_size=22, max_size=22)


@settings(max_examples=20, deadline=None)
@given(
    counts=COUNTS, carried=st.integers(0, 99), row=st.integers(0, 24), column=st.integers(0, 6), other=st.integers(0, 9)
)
def test_any_filled_table_that_adds_up_is_clean_and_any_other_figure_is_found(
    maker: Mapping[str, Any],
    library: Library,
    counts: list[tuple[int, ...]],
    carried: int,
    row: int,
    column: int,
    other: int,
) -> None:
    """21 kinds of results and what is left; what came in follows from them."""
    figures = dict(enumerate(counts[:21], start=2)) | {24: counts[21]}
    done = [sum(one[place] for one in counts) for place in range(6)]
    old = [min(carried, total) for total in done]
    figures |= {0: [total - before for total, before in zip(done, old, strict=True)], 1: old}
    cells = maker["written"](maker["grid"](figures))
    assert _findings(maker, library, cells) == []
    if cells[row][column] != str(other):
        cells[row][column] = str(other)
        assert _findings(maker, library, cells) != []


def _findings(maker: Mapping[str, Any], library: Library, cells: list[list[str]]) -> list[Any]:
    table = maker["page_table"](maker["requests"](cells))
    words = "<p>青禾镇2025年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>"
    done = check_bytes(
        f"<html><body><div id=zoom>{words}{table}</div></body></html>".encode(), "甲.html", library, TODAY
    )
    assert isinstance(done, Run)
    return told(done, "table-requests") + told(done, "privacy")
