"""The short cut of the index never changes what a pattern finds."""

import regex
from hypothesis import example, given
from hypothesis import strategies as st

from lint.document.fold import fold_text
from lint.patterns import Pattern, PatternBook, PatternError, TextIndex
from lint.patterns.compile import to_regex

LETTERS = "甲乙丙，。；\n2三"
TEXTS = st.text(st.sampled_from(LETTERS + "丁：、《》0年（）①.项制"), max_size=40).map(lambda text: fold_text(text)[0])
VOCABULARY = {"甲乙": ["甲乙", "乙…甲", "丙?乙", "甲。乙"], "数": ["#年", "甲"]}

ATOMS = st.one_of(
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=3),
    st.sampled_from(["{甲乙}", "{数}", "#", "#项", "0", "^甲", "^", "$", "甲?", "{甲乙}?", "#?"]),
)
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map("…".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        st.lists(inner, min_size=1, max_size=2).map(lambda parts: f"({'|'.join(parts)})?"),
    ),
    max_leaves=6,
)


def spans(pattern: Pattern, text: str, *bounds: int) -> list[tuple[int, int]]:
    """What the expression of a pattern finds, the pattern itself left as it is."""
    assert pattern.tree is not None
    compiled = regex.compile(to_regex(pattern.tree, clause_only=pattern.clause_only))
    return [match.span() for match in compiled.finditer(text, *bounds)]


@given(PATTERNS, TEXTS, st.booleans())
@example("甲。乙", "丙甲。乙丙", False)
@example("(甲|丙)…乙", "甲。丙乙", False)
@example("甲\n乙", "甲\n乙", False)
@example("^乙", "甲，乙", False)
@example("乙$", "甲乙", False)
@example("{甲乙}乙", "甲。乙", False)
@example("甲。(乙|丙)丁", "甲。乙丁", False)
def test_finditer_finds_what_the_expression_finds(source: str, text: str, clause_only: bool) -> None:
    book = PatternBook(VOCABULARY)
    try:
        pattern = book.phrase(source, clause_only=clause_only)
    except PatternError:
        return
    naive = spans(pattern, text)
    assert list(pattern.finditer(TextIndex(text))) == naive
    found = pattern.search(TextIndex(text))
    assert found == (naive[0] if naive else None)
    assert pattern.matches(text) == bool(naive)
    assert [match.span() for match in pattern.compiled.finditer(text)] == naive
    assert list(pattern.finditer(TextIndex(text))) == naive


@given(PATTERNS, TEXTS, st.data())
def test_the_same_inside_bounds(source: str, text: str, data: st.DataObject) -> None:
    try:
        pattern = PatternBook(VOCABULARY).phrase(source)
    except PatternError:
        return
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    naive = spans(pattern, text, start, end)
    assert list(pattern.finditer(TextIndex(text), start, end)) == naive


@given(st.lists(PATTERNS, max_size=8), TEXTS)
def test_many_patterns_share_one_index(sources: list[str], text: str) -> None:
    """What one pattern asked of the index does not change the next one's answer."""
    book, shared = PatternBook(VOCABULARY), TextIndex(text)
    for source in sources:
        try:
            pattern = book.phrase(source)
        except PatternError:
            continue
        assert list(pattern.finditer(shared)) == list(pattern.finditer(TextIndex(text)))


@given(TEXTS, st.text(st.sampled_from(LETTERS), min_size=1, max_size=4))
def test_the_mask_is_never_wrong_about_absence(text: str, word: str) -> None:
    index = TextIndex(text)
    assert index.mask(word) or word not in text
