"""Where comments stand: at exactly the words wherever that can be, whatever the runs; else at the right paragraph."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.readers import read_bytes
from lint.render.word.marking import mark
from lint.render.word.said import Note
from tests.office_uno import Office
from tests.readers.reader_fixtures import docx as packed
from tests.readers.reader_fixtures import paragraph
from tests.render.word.word_files import (
    TRACKED,
    content_controls,
    field,
    fields_and_links,
    logical,
    member,
    notes_and_margins,
    numbering,
    run,
    text_boxes,
    tracked_changes,
)

TODAY = date(2026, 3, 1)


def marked(data: bytes, *spans: tuple[int, int]) -> bytes:
    """The file with one comment for each passage, saying which one it is."""
    document = read_bytes(data, "报告.docx")
    return mark(document, TODAY, lambda _: [Note(span, (f"第{at}条",), "那句话") for at, span in enumerate(spans)])


def seen(office: Office, data: bytes) -> dict[str, tuple[str, str]]:
    """The first line, then the rest and the anchored words, of each comment of ours."""
    found = {}
    for comment in office.look(data).comments:
        if comment.author == "清单体检":
            first, _, rest = comment.text.partition("\n")
            found[first] = rest, comment.words
    return found


APART = "原文：“那句话”（批注挂在最近的段落）"
WIDER = "原文：“那句话”"


@pytest.mark.parametrize(
    ("made", "quotation", "words", "rest"),
    [
        (tracked_changes, "理案件", "理12案件", ""),  # LibreOffice shows deleted words, too
        (tracked_changes, "件案", "件案", ""),
        (tracked_changes, "件15件，群", "件15件，群", ""),
        (tracked_changes, "留下的话", "留下的话", ""),
        (tracked_changes, "话加强加强后", "话加", WIDER),  # across a deleted paragraph mark
        (tracked_changes, "格式的", "格式的", ""),
        (content_controls, "长镇长主", "长镇长主", ""),
        (content_controls, "责人：镇长", "责人：镇长", ""),
        (content_controls, "到位，日", "到位，日", ""),
        (content_controls, ",4", "3月,4月", WIDER),  # a date control keeps its words in one piece
        (content_controls, "日期：3", "日期：3月,4月", WIDER),
        (content_controls, "控件里", "块级控件里的培训培训工作。", WIDER),
        (text_boxes, "宣传宣传", "文本框挂在这一段。", APART),
        (text_boxes, "挂在", "挂在", ""),
        (notes_and_margins, "数据数据", "正文有脚注1在此。", APART),
        (notes_and_margins, "脚注在此", "脚注1在此", ""),
        (fields_and_links, "3,5", "3,5", ""),
        (fields_and_links, "第3", "第3,5", WIDER),
        (fields_and_links, ",5页", "3,5页", WIDER),
        (fields_and_links, "政府,网", "政府,网", ""),  # the words of a link are the writer's own
        (fields_and_links, "站，公开", "站，公开", ""),
        (fields_and_links, "年,", "2024年,3月", WIDER),
        (fields_and_links, "前,", "前,", ""),
        (fields_and_links, "\t前", "\t前", ""),
        (fields_and_links, "后\n换行", "后\n换行", ""),
        (numbering, "（一）", "落实落实责任。", APART),  # Word's own number
        (numbering, "（一）落实", "落实", ""),
        (numbering, "责任。\n（二）强化", "责任。\n强化", ""),
    ],
)
def test_passages(made, quotation: str, words: str, rest: str, office: Office) -> None:
    data = made()
    at = read_bytes(data, "报告.docx").text.rindex(quotation)
    after = marked(data, (at, at + len(quotation)))
    found_rest, found = seen(office, after)["第0条"]
    assert (found.strip("\r\n").replace("\r", ""), found_rest) == (words, rest)
    assert logical(after) == logical(data)


def test_an_empty_passage_takes_its_paragraph(office: Office) -> None:
    data = packed(paragraph("第一段。") + "<w:p/>" + paragraph("第三段。"))
    after = marked(data, (0, 0), (5, 5), (6, 6), (10, 10))
    assert {name: words for name, (_, words) in seen(office, after).items()} == {
        "第0条": "第一段。", "第1条": "第一段。", "第2条": "第三段。", "第3条": "第三段。",
    }  # fmt: skip


def test_several_on_one_passage_and_overlapping(office: Office) -> None:
    data = packed(paragraph("甲乙丙丁戊己庚辛", "壬癸"))
    spans = [(1, 5), (1, 5), (3, 7), (0, 10), (5, 6), (7, 9), (4, 5)]
    after = marked(data, *spans)
    text = "甲乙丙丁戊己庚辛壬癸"
    assert {name: words for name, (_, words) in seen(office, after).items()} == {
        f"第{at}条": text[slice(*span)] for at, span in enumerate(spans)
    }


def test_a_passage_over_cells_stays_in_the_first(office: Office) -> None:
    table = (
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"
        f"<w:tc>{paragraph('左格文字')}</w:tc><w:tc>{paragraph('右格文字')}</w:tc></w:tr></w:tbl>"
    )
    data = packed(paragraph("表前。") + table + paragraph("表后。"))
    text = read_bytes(data, "x.docx").text
    left, right = text.index("格文"), text.index("右格文")
    after = marked(data, (left, left + 2), (right, right + 3), (left, right + 2), (1, left + 1))
    assert {name: words for name, (_, words) in seen(office, after).items()} == {
        "第0条": "格文", "第1条": "右格文", "第2条": "格文字", "第3条": "前。",
    }  # fmt: skip


def test_hundreds_of_passages_in_one_run(office: Office) -> None:
    words = [f"第{number}件、补办" for number in range(100, 400)]
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{word}</w:t>' for word in words)
    data = packed(f"<w:p><w:r>{inner}</w:r></w:p>")
    text = read_bytes(data, "报告.docx").text
    spans = [(text.index(word), text.index(word) + 5) for word in words]
    after = marked(data, *spans)
    assert logical(after) == logical(data)
    assert {name: found for name, (_, found) in seen(office, after).items()} == {
        f"第{at}条": word[:5] for at, word in enumerate(words)
    }


def test_a_passage_in_a_field_inside_another_takes_the_outer_one() -> None:
    inner = field("PAGE", run("3,5"))
    outer = field("IF 1 = 1", run("见第") + inner + run("页"))
    link = field("HYPERLINK &quot;http://a.cn&quot;", run("网站") + field("REF _a", run("4,6")) + run("公开"))
    data = packed(f"<w:p>{run('前文，')}{outer}{run('，中间，')}{link}{run('，后文。')}</w:p>")
    text = read_bytes(data, "报告.docx").text
    quotations = ["3,5", "页", "中间", "4,6", "公开", "后文"]
    after = marked(data, *((text.index(words), text.index(words) + len(words)) for words in quotations))
    document = member(after, "word/document.xml").decode()
    found = []
    for at in range(len(quotations)):
        _, _, rest = document.partition(f'<w:commentRangeStart w:id="{at}"/>')
        inside, _, _ = rest.partition(f'<w:commentRangeEnd w:id="{at}"/>')
        words = "".join(re.findall(r'<w:t xml:space="preserve">([^<]*)</w:t>', inside))
        found.append((inside.count('"begin"'), words))
    assert found == [(2, "见第3,5页"), (2, "见第3,5页"), (0, "中间"), (1, "4,6"), (0, "公开"), (0, "后文")]


_WORDS = st.text("甲乙丙丁 a1&<>\"'，。", min_size=1, max_size=4)
_PLAIN = st.builds(lambda text: run(_xml(text)), _WORDS)
_MIXED = st.builds(
    lambda one, between, other: (
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{_xml(one)}</w:t>{between}'
        f'<w:t xml:space="preserve">{_xml(other)}</w:t></w:r>'
    ),
    _WORDS,
    st.sampled_from(["<w:tab/>", "<w:br/>", "<w:lastRenderedPageBreak/>", "<w:noBreakHyphen/>", ""]),
    _WORDS,
)
_INLINE = st.builds(
    lambda around, inner: around.format("".join(inner)),
    st.sampled_from([
        f'<w:ins w:id="301" {TRACKED}>{{}}</w:ins>',
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        '<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
        '<w:bookmarkStart w:id="9" w:name="b"/>{}<w:bookmarkEnd w:id="9"/>',
    ]),
    st.lists(st.one_of(_PLAIN, _MIXED), min_size=1, max_size=2),
)  # fmt: skip
_PARAGRAPH = st.lists(st.one_of(_PLAIN, _MIXED, _INLINE), min_size=1, max_size=5)


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(st.lists(_PARAGRAPH, min_size=1, max_size=3), st.data())
@settings(max_examples=40)
def test_any_passage_of_any_runs_is_marked_exactly(
    office: Office, paragraphs: list[list[str]], data: st.DataObject
) -> None:
    made = packed("".join(f"<w:p>{''.join(runs)}</w:p>" for runs in paragraphs))
    text = read_bytes(made, "x.docx").text
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(sorted)
    spans = [
        (start, end)
        for start, end in data.draw(st.lists(places, min_size=1, max_size=5))
        if start < end and text[start:end].strip("\n")
    ]
    after = marked(made, *spans)
    assert logical(after) == logical(made)
    assert marked(after, *spans) == after
    found = {name: words.replace("\u2011", "-") for name, (_, words) in seen(office, after).items()}
    assert found == {f"第{at}条": text[start:end].strip("\n") for at, (start, end) in enumerate(spans)}
