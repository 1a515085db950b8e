"""However marks overlap, the text stays whole, and every mark keeps its anchor."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from lint.document.document import Document, plain_lines
from lint.render.marks import CHAIN, EVIDENCE, FINDING, NEAREST, Mark
from lint.render.source_text import source_html

TEXT = "甲乙丙<b>丁</b>，戊己。\n\n一行“引文”&实体；\n" + "很长的一行，" * 30 + "\n末行"
_SPANS = st.tuples(
    st.integers(0, len(TEXT) - 1), st.integers(1, 60), st.sampled_from([EVIDENCE, NEAREST, CHAIN, FINDING])
)


@given(st.lists(_SPANS, max_size=40))
def test_the_text_stays_whole_under_any_marks(spans: list[tuple[int, int, str]]) -> None:
    marks = [
        Mark(start, min(start + size, len(TEXT)), kind, f"p{at}", at, f"e-{at}")
        for at, (start, size, kind) in enumerate(spans, 1)
    ]
    html = source_html(Document("a", "text", TEXT, plain_lines(TEXT)), TEXT, marks, [])
    shown = re.sub(r"<[^>]*>", "", re.sub(r'<span class="g">.*?</span>', "", html))
    assert unescape(shown) == TEXT
    for mark in marks:
        if TEXT[mark.start] != "\n":
            assert html.count(f'<i id="{mark.anchor}"></i>') == 1
    assert len(re.findall(r"<(?:span|mark)\b", html)) == len(re.findall(r"</(?:span|mark)>", html))
