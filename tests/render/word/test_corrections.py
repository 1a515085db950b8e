"""Certain corrections are offered as tracked changes: accepted they give the mended text, rejected the original."""

import re
from datetime import date
from itertools import islice

import pytest

from lint.readers import read_bytes
from lint.render.word.edits import free_numbers
from lint.render.word.marking import mark
from lint.render.word.said import Note
from tests.readers.reader_fixtures import docx as packed
from tests.readers.reader_fixtures import paragraph
from tests.render.word.word_files import (
    FONT,
    HAND_MADE,
    TRACKED,
    annotated,
    checked,
    field,
    logical,
    member,
    python_docx,
    rejected,
    run,
    textbox,
)

AUTHOR = "清单体检"


def offered(data: bytes, *wanted: tuple[str, str]) -> tuple[bytes, list[str]]:
    """The file with corrections of quoted words, and the words for which that could be done."""
    document = read_bytes(data, "报告.docx")
    spans = [(document.text.index(old), document.text.index(old) + len(old)) for old, _ in wanted]
    done: list[str] = []

    def notes(taken: frozenset[tuple[int, int]]) -> list[Note]:
        done.extend(document.text[slice(*span)] for span in spans if span in taken)
        return [Note(span, (f"第{at}条",)) for at, span in enumerate(spans)]

    corrections = [(span, new) for span, (_, new) in zip(spans, wanted, strict=True)]
    return mark(document, date(2026, 3, 1), notes, corrections), done


def _locked(inner: str, lock: str = "sdtContentLocked") -> str:
    """A content control that keeps its content."""
    properties = f'<w:sdtPr><w:id w:val="{7 + len(inner)}"/><w:lock w:val="{lock}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("runs", "old", "new"),
    [
        ([run("会前加强加强学法。")], "加强加强", "加强"),
        ([run("会前加"), run("强加"), run("强学法。")], "加强加强", "加强"),
        ([run("会前,到齐。")], ",", "，"),
        ([run("整"), run("词"), run("。")], "整词", "全句"),
        ([run("开头删去后面。")], "开头", ""),
        ([run("后面的末尾")], "末尾", ""),
        ([run("“八五“普法")], "“八五“", "“八五”"),
        ([_locked(run("加强加强学法。"), "sdtLocked")], "加强加强", "加强"),
        ([run("督查工作")], "督查工作", "督察工作"),
        ([run("补上引号“甲")], "“甲", "“甲”"),
        ([run("前面补")], "补", "再补"),
        ([run("一&amp;二&lt;三")], "&二<", "和"),
        (["<w:r><w:t>甲</w:t><w:tab/><w:t>乙丙</w:t></w:r>"], "甲\t乙", "甲乙"),
        ([f'<w:hyperlink w:anchor="x">{run("链接接文字")}</w:hyperlink>'], "接接", "接"),
    ],
)
def test_accepted_and_rejected(runs: list[str], old: str, new: str) -> None:
    data = packed(paragraph("前一段。") + f"<w:p>{''.join(runs)}</w:p>" + paragraph("后一段。"))
    before, _ = logical(data)
    after, done = offered(data, (old, new))
    assert done == [old]
    assert logical(after)[0] == before.replace(old, new)
    assert logical(rejected(after, AUTHOR))[0] == before


def test_only_what_differs_is_touched() -> None:
    data = packed(f"<w:p>{run('按照督查工作规定')}</w:p>")
    text = member(offered(data, ("督查工作", "督察工作"))[0], "word/document.xml").decode()
    stamp = f'w:author="{AUTHOR}" w:date="2026-03-01T00:00:00Z"'
    assert f'<w:r w:rsidR="00AA1234">{FONT}<w:delText xml:space="preserve">查</w:delText></w:r></w:del>' in text
    assert f'{stamp}><w:r>{FONT}<w:t xml:space="preserve">察</w:t></w:r></w:ins><w:r w:rsidR="00AA1234">' in text


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (paragraph("前半") + paragraph("半后"), "半\n半", "半"),
        (f"<w:p>{run('前')}<w:ins w:id=\"3\" {TRACKED}>{run('插插入')}</w:ins>{run('后')}</w:p>", "插插", "插"),
        (f"<w:p>{run('前')}<w:ins w:id=\"3\" {TRACKED}>{run('插')}</w:ins>{run('插后')}</w:p>", "插插后", "换"),
        (f"<w:p>{run('见')}{field('REF x', run('第第3页'))}{run('。')}</w:p>", "第第", "第"),
        (f"<w:p>{run('挂处。')}{textbox(paragraph('框框内'))}</w:p>", "框框", "框"),
        (f"<w:p>{run('甲')}<w:smartTag w:uri=\"u\" w:element=\"e\">{run('乙乙')}</w:smartTag></w:p>", "乙乙", "乙"),
        ("<w:p><w:r><w:t>甲甲</w:t><w:footnoteReference w:id=\"1\"/><w:t>乙乙</w:t></w:r></w:p>", "甲乙", "丙"),
        ("<w:p><w:r><w:t>文字</w:t><w:noBreakHyphen/></w:r></w:p>", "字-", "字"),
        (f"<w:p>{_locked(run('加强加强学法。'))}</w:p>", "加强加强", "加强"),
        (_locked(paragraph("加强加强学法。"), "contentLocked") + paragraph("后"), "加强加强", "加强"),
        (_locked(f"<w:p>{_locked(run('加强加强学法。'), 'unlocked')}</w:p>"), "加强加强", "加强"),
    ],
)  # fmt: skip
def test_where_it_cannot_be_done_only_the_comment_comes(body: str, old: str, new: str) -> None:
    data = packed(body)
    after, done = offered(data, (old, new))
    assert done == []
    assert b"w:delText" not in member(after, "word/document.xml")
    assert logical(after) == logical(data)


def test_overlapping_corrections_are_not_mixed() -> None:
    data = packed(f"<w:p>{run('甲乙丙丁')}</w:p>")
    after, done = offered(data, ("甲乙", "甲"), ("乙丙", "丙"), ("丁", "戊"))
    assert done == ["甲乙", "丁"]
    assert logical(after)[0] == "甲丙戊"


@pytest.mark.parametrize("name", ["python_docx", "fields_and_links", "odd_bytes", "elsewhere", "strict", "kept_bytes"])
def test_a_whole_report(name: str) -> None:
    data = HAND_MADE[name]()
    before, _ = logical(data)
    after = annotated(data, suggest=True)
    mended, _ = logical(after)
    for wrong, right in (
        ("加强加强学法", "加强学法"), ("学法12次,镇", "学法12次，镇"), ("审查;聘请", "审查；聘请"),
        ("督查工作规定", "督察工作规定"), ("“八五“普法", "“八五”普法"), ("场次，，按照", "场次，按照"),
    ):  # fmt: skip
        assert wrong in before
        assert right in mended, wrong
    if name not in ("strict", "elsewhere"):
        assert logical(rejected(after, AUTHOR))[0] == before
    _, report = checked(after)
    left = {finding["rule"] for finding in report["findings"]} & {"repeated", "names"}
    assert not left, left
    # Nothing of it is silent: without --suggest, the text is as it was.
    assert logical(annotated(data))[0] == before


def test_the_comment_tells_of_the_tracked_change() -> None:
    text = member(annotated(python_docx(), suggest=True), "word/comments.xml").decode()
    assert "改法已用修订标出，同意就接受，不同意就拒绝。" in text
    assert "有把握的改法" in text
    plain = member(annotated(python_docx()), "word/comments.xml").decode()
    assert "修订" not in plain
    assert "可以改为：“加强”" in plain


def test_ids_are_not_taken_twice() -> None:
    data = HAND_MADE["tracked_changes"]()
    after = annotated(data, suggest=True)
    text = member(after, "word/document.xml").decode()
    ids = re.findall(r'<w:(?:ins|del|moveFrom|moveTo|rPrChange) w:id="(\d+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ((), [0, 1]),
        (("3", "0", "-7"), [4, 5]),
        (("2147483647", "1", "-5"), [0, 2]),  # Word counts no further
        (("²", "x", "", "9" * 5000), [0, 1]),  # no numbers
    ],
)
def test_new_ids_are_those_that_nothing_has(taken: tuple[str, ...], free: list[int]) -> None:
    assert list(islice(free_numbers(taken), 2)) == free
