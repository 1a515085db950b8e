"""Folding: what is dropped, what is made equal, and the way back to the source."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from understood import document, plain

from lint.document.fold import fold_text, fold_words
from lint.document.lines import join_lines

ODD = st.text(
    st.one_of(
        st.sampled_from(
            "法治政府建设镇一二、。，；：（）《》“”\"' \u3000\t\n\r\0[]【】〔〕①○０９Ａｚ%％—-*…\u200b\ufeff國務學發"
        ),
        st.characters(),
    ),
    max_size=80,
)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("2024 年,“八五”普法", "2024年，八五普法"),
        ("２０２４年，八五普法", "2024年，八五普法"),
        ("(一) 加强:学习;", "（一）加强：学习；"),
        ("「三項制度」", "三项制度"),
        ("‘谁执法谁普法’", "谁执法谁普法"),
        ('"三项制度"', "三项制度"),
        ("法\u200b治\ufeff政\u00ad府", "法治政府"),
        ("依法　行政\t建设", "依法行政建设"),
        ("二○二四年", "二〇二四年"),
        ("二◯二四年", "二〇二四年"),
        ("９８％", "98%"),
        ("〈规定〉", "《规定》"),
        ("[2025]5号", "〔2025〕5号"),
        ("【2025】5号", "〔2025〕5号"),
        ("2021—2025年", "2021-2025年"),
        ("2021–2025年", "2021-2025年"),
        ("法治[bookmark: _GoBack]政府", "法治政府"),
        ("法治[OLE_LINK1]政府", "法治政府"),
        ("第[_Toc123456]一章", "第一章"),
        ("鄉鎮人民政府執法", "乡镇人民政府执法"),
        ("第一行\n第二行", "第一行\n第二行"),
        ("！？", "！？"),
        ("!?", "！？"),
    ],
)
def test_what_is_dropped_and_made_equal(source: str, folded: str) -> None:
    assert fold_text(source)[0] == folded
    assert fold_words(source) == folded


@pytest.mark.parametrize("kept", ["①", "《", "、", "〔", "…", "*", "\n", "\0", "·", "A", "z", "5", "%"])
def test_what_is_kept(kept: str) -> None:
    assert fold_text(f"甲{kept}乙")[0] == f"甲{kept}乙"


def test_a_bookmark_does_not_swallow_a_line() -> None:
    text = "法治[bookmark\n政府]建设"
    assert fold_text(text)[0] == "法治〔bookmark\n政府〕建设"


def test_the_way_back() -> None:
    text = "2024 年,“八五”普法"
    folded, offsets = fold_text(text)
    assert [text[o] for o in offsets[:-1]] == list("2024年,八五普法")
    assert offsets[-1] == len(text)
    assert offsets[folded.index("八")] == text.index("八")


@given(ODD)
def test_every_character_stands_for_its_source(text: str) -> None:
    folded, offsets = fold_text(text)
    assert len(offsets) == len(folded) + 1
    assert all(a < b for a, b in pairwise(offsets))
    assert offsets[-1] == len(text)
    assert [fold_words(text[o]) or "\n" for o in offsets[:-1]] == list(folded)


@given(ODD)
def test_words_fold_as_texts_do(text: str) -> None:
    assert fold_text(text)[0] == fold_words(text)


@given(ODD)
@example("甲。\n\n　　乙")
def test_joined_lines_keep_the_way_back(text: str) -> None:
    joined = join_lines(document(text))
    assert len(joined.offsets) == len(joined.text) + 1
    assert all(a < b for a, b in pairwise(joined.offsets))
    assert joined.offsets[-1] == len(text)
    assert [fold_words(text[o]) for o in joined.offsets[:-1]] == list(joined.text)
    assert "\n".join(joined.text[p.start : p.end] for p in joined.paragraphs) == joined.text
    assert all(p.start < p.end for p in joined.paragraphs)


@given(ODD, st.data())
def test_a_stretch_and_its_source_hold_the_same_words(text: str, data: st.DataObject) -> None:
    report = plain(text)
    start = data.draw(st.integers(0, len(report.text)))
    end = data.draw(st.integers(start, len(report.text)))
    a, b = report.source(start, end)
    assert 0 <= a <= b <= len(text)
    if start < end:
        assert fold_words(text[a:b]).replace("\n", "") == report.text[start:end].replace("\n", "")
        assert report.folded(a) == start


def test_an_empty_stretch_has_an_empty_place() -> None:
    report = plain("青 石 镇")
    assert report.source(1, 1) == (2, 2)
    assert report.source(3, 3) == (5, 5)
