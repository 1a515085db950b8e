"""Annotated copies of Word files from many writers, looked at with LibreOffice and with the project's own reader."""

import io
import re
import struct
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.readers import read_bytes
from lint.render.word.annotate import annotate
from lint.render.word.said import notes
from tests.office_uno import Office
from tests.readers.reader_fixtures import zipped
from tests.render.word.word_files import (
    HAND_MADE,
    LINES,
    MAY_CHANGE,
    annotated,
    checked,
    logical,
    member,
    members,
    python_docx,
    shown_words,
    with_comments,
)

SHARED = [
    "A_mixed.docx", "B_autonum.docx", "B_lo_autonum.docx", "malou-2024.docx", "odd/odd_docm.docx",
    "odd/odd_strict.docx", "odd/odd_nostyles.docx", "odd/odd_nullrel.docx", "odd/odd_xxe.docx",
]  # fmt: skip


def assert_only_comments_came(before: bytes, after: bytes) -> None:
    """Other members keep their content, all keep their order, text and margins are as they were."""
    old, new = members(before), members(after)
    assert [name for name, _ in new][: len(old)] == [name for name, _ in old]
    changed = [name for (name, was), (_, now) in zip(old, new, strict=False) if was != now]
    assert all(name.endswith(MAY_CHANGE) for name in changed), changed
    assert len(new) - len(old) <= 2
    assert logical(after) == logical(before)


def assert_seen(office: Office, data: bytes, after: bytes) -> None:
    """LibreOffice shows exactly the comments that were meant, each at the words it is about or at their paragraph."""
    run, report = checked(data)
    document = run.document
    seen = [comment for comment in office.look(after).comments if comment.author == "清单体检"]
    assert {comment.initials for comment in seen} == {"检"}
    left = Counter((comment.text, comment.words.strip()) for comment in seen)
    wanted = notes(run, report, frozenset(), suggest=False)
    assert len(seen) == len(wanted)
    for note in wanted:
        text = "\n".join(note.lines)
        exact = (text, shown_words(document, *note.span).strip())
        if left[exact]:
            left[exact] -= 1
            continue
        lines = list(note.lines)  # not at the words themselves: then it quotes them
        mine = [key for key in left if left[key] and key[0].split("\n")[0] == lines[0]]
        assert mine, (exact, [key for key in left if left[key]])
        assert not note.quote or f"原文：“{note.quote}”" in mine[0][0], (note, mine)
        left[mine[0]] -= 1
    assert not +left


@pytest.mark.parametrize("name", HAND_MADE)
def test_a_copy_has_the_comments_and_nothing_else_changed(name: str, office: Office) -> None:
    data = HAND_MADE[name]()
    after = annotated(data)
    assert_only_comments_came(data, after)
    assert_seen(office, data, after)
    assert annotated(after) == after


@pytest.mark.parametrize("name", SHARED)
def test_the_sample_files(name: str, shared: Path, office: Office) -> None:
    data = (shared / "files" / name).read_bytes()
    after = annotated(data)
    assert_only_comments_came(data, after)
    assert annotated(after) == after
    if name != "odd/odd_xxe.docx":  # which LibreOffice does not open
        assert_seen(office, data, after)


def test_files_that_libreoffice_saved(soffice: Callable[[bytes, str, str], bytes], office: Office) -> None:
    for made in (python_docx(), HAND_MADE["text_boxes"](), HAND_MADE["tracked_changes"]()):
        data = soffice(made, "docx", "docx")
        after = annotated(data)
        assert_only_comments_came(data, after)
        assert_seen(office, data, after)
        again = soffice(after, "docx", "docx")  # saved by another program in between
        assert Counter(c.text for c in office.look(annotated(again)).comments) == Counter(
            c.text for c in office.look(after).comments
        )


def test_unchanged_members_keep_their_compressed_bytes_dates_and_attributes() -> None:
    data = HAND_MADE["kept_bytes"]()
    after = annotated(data)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert new.comment == old.comment
        for was in old.infolist():
            now = new.getinfo(was.filename)
            same = ("date_time", "compress_type", "external_attr", "create_system", "comment", "extra", "flag_bits")
            assert [getattr(now, each) for each in same] == [getattr(was, each) for each in same], was.filename
            if was.filename == "word/media/image1.png":
                assert _stored(after, now) == _stored(data, was)
        made = new.infolist()[len(old.infolist()) :]
    assert [(info.filename, info.date_time) for info in made] == [
        ("word/_rels/document.xml.rels", (1980, 1, 1, 0, 0, 0)),
        ("word/comments.xml", (1980, 1, 1, 0, 0, 0)),
    ] or [info.filename for info in made] == ["word/comments.xml", "word/_rels/document.xml.rels"]


def _stored(data: bytes, info: object) -> bytes:
    at = info.header_offset  # type: ignore[attr-defined]
    name, extra = struct.unpack_from("<2H", data, at + 26)
    start = at + 30 + name + extra
    return data[start : start + info.compress_size]  # type: ignore[attr-defined]


def test_the_text_part_is_kept_byte_for_byte_around_the_marks() -> None:
    before = member(HAND_MADE["kept_bytes"](), "word/document.xml")
    after = member(annotated(HAND_MADE["kept_bytes"]()), "word/document.xml")
    mark = rb'<w:commentRange(?:Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>'
    # What was cut is put together again: the end and the beginning of a run, with its properties once more.
    bare = re.sub(mark, b"", after)
    cut = rb'</w:t></w:r><w:r w:rsidR="00AA1234">(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)<w:t xml:space="preserve">'
    for _ in range(2):
        bare = re.sub(cut, lambda found: found[0] if found[0] in before else b"", bare)
    strip = lambda text: re.sub(cut, b"", text)  # noqa: E731  where a cut fell between two runs of the file
    assert strip(bare) == strip(before)


def test_comments_of_others_stay_as_they_are(office: Office) -> None:
    data = with_comments()
    after = annotated(data)
    before, now = (member(each, "word/comments.xml") for each in (data, after))
    at = before.index(b"</w:comment>") + len(b"</w:comment>\n")
    assert now.startswith(before[:at])
    assert b'w:id="42"' in now
    assert [c.words for c in office.look(after).comments if c.author == "王五"] == ["这里有批注批注"]
    assert member(after, "word/_rels/document.xml.rels") == member(data, "word/_rels/document.xml.rels")
    assert member(after, "[Content_Types].xml") == member(data, "[Content_Types].xml")


def test_a_comment_of_another_with_the_id_of_one_of_ours_stays() -> None:
    data = with_comments()
    parts = dict(members(data))
    ours = b'<w:comment w:id="41" w:author="\xe6\xb8\x85\xe5\x8d\x95\xe4\xbd\x93\xe6\xa3\x80"/></w:comments>'
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(b"</w:comments>", ours)
    after = annotated(zipped(parts))
    assert "请核实。".encode() in member(after, "word/comments.xml")
    assert member(after, "word/document.xml").count(b'w:id="41"') == member(data, "word/document.xml").count(
        b'w:id="41"'
    )


def test_comments_of_an_earlier_check_are_replaced(office: Office) -> None:
    data = with_comments()
    once = annotated(data)
    run, report = checked(once)
    mended = next(f for f in report["findings"] if f["rule"] == "repeated")
    mended["waived"] = {"reason": "照此发文"}
    twice = annotate(run, report)
    before, after = office.look(once).comments, office.look(twice).comments
    assert len(after) == len(before) - 1
    assert [c.text for c in after if c.author == "王五"] == ["请核实。"]
    assert mended["message"] not in "".join(c.text for c in after if "总评" not in c.text)


def test_a_comment_that_someone_answered_stays_and_is_not_doubled() -> None:
    once = annotated(HAND_MADE["content_controls"]())
    comments = member(once, "word/comments.xml").decode()
    opened = comments.index("<w:comment ", comments.index("重复，请删去一个"))
    at = comments.rindex("<w:p>", 0, opened)
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    answered = comments[:at] + f'<w:p {w14} w14:paraId="0000ABCD">' + comments[at + 5 :]
    parts = dict(members(once))
    parts["word/comments.xml"] = answered.encode()
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    parts["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="0000ABCE" w15:paraIdParent="0000ABCD"/>'
        "</w15:commentsEx>"
    ).encode()
    rels = parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f'<Relationship Id="rId77" Type="{kind}" Target="commentsExtended.xml"/></Relationships>'
    ).encode()
    after = annotated(zipped(parts))
    now = member(after, "word/comments.xml").decode()
    assert 'w14:paraId="0000ABCD"' in now
    assert now.count("<w:comment ") == comments.count("<w:comment ")
    assert member(after, "word/commentsExtended.xml") == parts["word/commentsExtended.xml"]


def test_the_same_file_gives_the_same_bytes() -> None:
    data = HAND_MADE["fields_and_links"]()
    assert annotated(data) == annotated(data)


def test_what_is_no_word_file_is_set_anew(office: Office) -> None:
    data = "\n".join(LINES).encode()
    after = annotated(data, name="报告.txt")
    run, report = checked(data, "报告.txt")
    seen = {(c.text, c.words) for c in office.look(after).comments}
    for note in notes(run, report, frozenset(), suggest=False):
        assert ("\n".join(note.lines), run.document.text[slice(*note.span)]) in seen
    assert read_bytes(after, "x.docx").text.replace("\n", "") == "".join(LINES)
