"""Whatever the numbers of the headings, sections are ordered, nested and inside the body."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from understood import OPENING, TITLE, plain

from lint.document.report import Report

NUMBERS = [
    "",
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "(三)",
    "1.",
    "2、",
    "（1）",
    "①",
    "第一部分",
    "第二章",
    "# ",
    "## ",
    "一是",
    "二）",
]
LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(NUMBERS),
        st.text("加强学习规范决策2024年不足，。；：、", max_size=30),
    ),
)


def well_formed(report: Report) -> None:
    sections, front = report.sections, report.front
    for before, after in pairwise(sections):
        assert before.end <= after.start
    for i, section in enumerate(sections):
        assert section.index == i
        assert section.level >= 1
        assert front.body_start <= section.start < section.end <= section.body_start or section.run_in
        assert section.end <= section.body_end <= max(front.body_end, section.end)
        assert section.body_start <= section.own_end <= section.body_end
        if section.parent is None:
            continue
        parent = sections[section.parent]
        assert parent.index < i
        assert parent.level < section.level
        assert parent.body_start <= section.start
        assert section.body_end <= parent.body_end
    for section in sections:
        following = next((s for s in sections[section.index + 1 :] if s.level <= section.level), None)
        assert section.body_end == (following.start if following else max(front.body_end, section.end))


@given(st.lists(LINES, max_size=14))
def test_sections_are_ordered_nested_and_inside_the_body(lines: list[str]) -> None:
    well_formed(plain(TITLE + OPENING + "\n".join(lines)))
    well_formed(plain("\n".join(lines)))
