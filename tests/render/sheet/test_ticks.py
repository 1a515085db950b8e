"""A sheet that came back: clicked in Word, typed over by hand, saved by programs that keep less."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from lint.policy.ticks import NO_SHEET, Tick, read_ticks
from lint.readers import ReadError
from lint.record import report_record
from lint.render.sheet.docx import sheet_docx
from tests.render.build import build
from tests.render.sheet.sheets import (
    DOCUMENT,
    W14,
    W,
    changed,
    control,
    made,
    members,
    packed,
    row,
    tick,
    typed,
    without_bookmarks,
    without_controls,
    write,
)

SCRIPT = Path(__file__).with_name("tick_script.py")
PRIVATE = "正文写了当事人姓名“张××”，建议写作“张某”。"
PYTHON = "/usr/bin/python3"  # Debian's python3-uno is there


def _by_row(data: bytes) -> dict[str, tuple[str, str]]:
    return {entry.row: (entry.verdict, entry.note) for entry in read_ticks(data).entries}


def _fingerprint(number: int) -> str:
    """Of the elements; the groups of the small checklist come in the order of its elements."""
    return report_record(build())["elements"][number - 1]["fingerprint"]


def _asked(data: bytes) -> int:
    """The number of the row with a question for a person."""
    root = etree.fromstring(members(data)[DOCUMENT])
    for found in root.iter(f"{W}tr"):
        cells = ["".join(node.text or "" for node in cell.iter(f"{W}t")) for cell in found.iter(f"{W}tc")]
        if "未写明" in cells[-1]:
            return int(cells[0])
    raise AssertionError("nobody is asked")


def test_an_untouched_sheet_says_whose_it_is_and_nothing_else() -> None:
    ticks = read_ticks(made())
    assert (ticks.issuer, ticks.year, ticks.checklist) == ("柳河镇人民政府", 2024, build().checklist.identity.id)
    assert (ticks.sha256, ticks.path) == ("d" * 64, "柳河镇 2024.txt")
    assert (ticks.entries, ticks.problems) == ((), ())


def test_boxes_clicked_in_word() -> None:
    data = made()
    asked = _asked(data)

    def click(root: etree._Element) -> None:
        tick(root, 1, "agree")
        tick(root, 2, "disagree")
        write(root, 2, "会议记录\u2028里有")
        tick(root, asked, "met")
        tick(root, 21, "disagree")

    ticks = read_ticks(changed(data, click))
    assert [(entry.row, entry.verdict, entry.note) for entry in ticks.entries] == [
        ("1", "agree", ""),
        ("2", "disagree", "会议记录 里有"),
        (str(asked), "met", ""),
        ("21", "disagree", ""),
    ]
    assert ticks.entries[0] == Tick(
        _fingerprint(1), "agree", "", "S1", "met", report_record(build())["elements"][0]["title"], "1"
    )
    assert [entry.status for entry in ticks.entries] == ["met", "met", "review", "finding"]
    assert ticks.entries[3].rule == "privacy"
    assert ticks.problems == ()


@pytest.mark.parametrize("mark", ["☑", "☒", "■", "√", "✓", "✔"])
def test_marks_typed_over_the_box_where_controls_are_gone(mark: str) -> None:
    def by_hand(root: etree._Element) -> None:
        without_controls(root)
        typed(root, 1, "☐同意", f"{mark}同意")
        typed(root, 3, "☐不同意意见：", f"{mark} 不同意意见: 另有文件")

    assert _by_row(changed(made(), by_hand)) == {"1": ("agree", ""), "3": ("disagree", "另有文件")}


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ("☐同意", "☐√同意", "agree"),
        ("☐同意", "√☐同意", "agree"),
        ("☐同意☐不同意", "☐同意√ ☐不同意", "agree"),
        ("☐同意☐不同意意见：", "☐同意☐不同意√意见：", "disagree"),
        ("☐同意☐不同意", "□同意 ■不同意", "disagree"),
    ],
)
def test_where_people_put_their_ticks(before: str, after: str, verdict: str) -> None:
    def by_hand(root: etree._Element) -> None:
        without_controls(root)
        typed(root, 5, before, after)

    assert _by_row(changed(made(), by_hand)) == {"5": (verdict, "")}


@pytest.mark.parametrize(
    ("font", "letter"), [("Wingdings 2", "R"), ("Wingdings", "\uf0fe"), ("Wingdings 2", "P"), ("Wingdings", "\xfc")]
)
def test_a_tick_from_a_font_of_signs(font: str, letter: str) -> None:
    def by_hand(root: etree._Element) -> None:
        box = control(root, 4, "agree")
        run = next(box.iter(f"{W}r"))
        fonts = run.find(f"{W}rPr/{W}rFonts")
        for key in ("ascii", "hAnsi"):
            fonts.set(f"{W}{key}", font)
        run.find(f"{W}t").text = letter
        without_controls(root)

    assert _by_row(changed(made(), by_hand)) == {"4": ("agree", "")}


def test_a_symbol_that_word_inserts() -> None:
    def by_hand(root: etree._Element) -> None:
        run = next(control(root, 4, "disagree").iter(f"{W}r"))
        run.remove(run.find(f"{W}t"))
        etree.SubElement(run, f"{W}sym", {f"{W}font": "Wingdings", f"{W}char": "F0FE"})

    assert _by_row(changed(made(), by_hand)) == {"4": ("disagree", "")}


def test_a_tick_typed_into_an_intact_control_or_beside_it_counts() -> None:
    def by_hand(root: etree._Element) -> None:
        next(control(root, 1, "agree").iter(f"{W}t")).text = "√"
        label = control(root, 2, "disagree").getnext()
        next(label.iter(f"{W}t")).text = "√不同意"

    assert _by_row(changed(made(), by_hand)) == {"1": ("agree", ""), "2": ("disagree", "")}


def test_contradictions_are_told_and_not_taken() -> None:
    def click(root: etree._Element) -> None:
        tick(root, 1, "agree")
        tick(root, 1, "disagree")
        write(root, 2, "请再核对")
        control(root, 3, "agree").find(f"{W}sdtPr/{W14}checkbox/{W14}checked").set(f"{W14}val", "1")

    ticks = read_ticks(changed(made(), click))
    titles = [element["title"] for element in report_record(build())["elements"]]
    assert ticks.entries == ()
    assert ticks.problems == (
        f"第 1 项（{titles[0]}）同时勾了“同意”和“不同意”，没有读取；请只勾一个。",
        f"第 2 项（{titles[1]}）写了意见，没有勾选，没有读取；请勾选后再读。",
        f"第 3 项（{titles[2]}）勾选框里的记号与它的状态不一致，没有读取；请在 Word 里重新点一下。",
    )


def test_a_tick_between_two_boxes_is_told_and_not_taken() -> None:
    def by_hand(root: etree._Element) -> None:
        without_controls(root)
        typed(root, 1, "☐同意☐不同意", "☐同意 √ ☐不同意")

    ticks = read_ticks(changed(made(), by_hand))
    assert ticks.entries == ()
    assert len(ticks.problems) == 1 and ticks.problems[0].endswith("看不准勾的是哪一个，没有读取；请把勾打在方框里。")


def test_a_row_that_was_deleted_is_told() -> None:
    def delete(root: etree._Element) -> None:
        found = row(root, 21)
        found.getparent().remove(found)

    assert read_ticks(changed(made(), delete)).problems == (f"第 21 项（{PRIVATE}）在反馈单里找不到了，没有读取。",)


def test_rows_are_known_by_bookmark_then_by_number() -> None:
    def ticked(root: etree._Element) -> None:
        tick(root, 2, "agree")
        tick(root, 21, "disagree")
        without_controls(root)

    def numbers_only(root: etree._Element) -> None:
        ticked(root)
        without_bookmarks(root)

    expected = {"2": ("agree", ""), "21": ("disagree", "")}
    assert _by_row(changed(made(), numbers_only)) == expected
    lean = read_ticks(changed(made(), ticked, without=("customXml/",)))
    assert {entry.row: (entry.verdict, entry.note) for entry in lean.entries} == expected
    assert [(entry.rule, entry.status) for entry in lean.entries] == [("S2", "met"), ("privacy", "finding")]
    assert lean.entries[1].about == PRIVATE
    assert (lean.issuer, lean.year, lean.sha256) == ("柳河镇人民政府", 2024, "d" * 64)
    bare = read_ticks(changed(made(), ticked, without=("docProps/custom",)))
    assert (bare.issuer, bare.year, bare.sha256) == ("柳河镇人民政府", 2024, "d" * 64)


def test_a_tick_that_the_report_quotes_is_no_tick() -> None:
    run = build()
    report = report_record(run)
    for place in report["elements"][0]["evidence"]:
        place["quote"] = "经研究☑同意"
    data = sheet_docx(run, report)
    assert "☑同意" in "".join(etree.fromstring(members(data)[DOCUMENT]).itertext())
    assert read_ticks(changed(data, without_controls)).entries == ()


def test_a_verdict_given_before_is_neither_a_tick_nor_a_note() -> None:
    run = build()
    report = report_record(run)
    report["elements"][0]["verdict"] = {
        "verdict": "disagree", "reason": "√同意", "office": "县司法局", "by": None, "date": None, "until": None
    }  # fmt: skip
    data = sheet_docx(run, report)
    assert "此前复核：不同意：√同意（县司法局）" in "".join(etree.fromstring(members(data)[DOCUMENT]).itertext())
    assert read_ticks(changed(data, without_controls)) == replace(read_ticks(data), problems=())

    def by_hand(root: etree._Element) -> None:
        without_controls(root)
        typed(root, 1, "☐同意", "☑同意")
        typed(root, 1, "意见：", "意见：可以")

    assert _by_row(changed(data, by_hand)) == {"1": ("agree", "可以")}


def test_deleted_words_do_not_count() -> None:
    def tracked(root: etree._Element) -> None:
        without_controls(root)
        typed(root, 1, "☐同意", "☑同意")
        run = next(list(row(root, 1).iter(f"{W}tc"))[-1].iter(f"{W}r"))
        paragraph = run.getparent()
        deleted = etree.Element(f"{W}del")
        paragraph.replace(run, deleted)
        deleted.append(run)

    assert read_ticks(changed(made(), tracked)).entries == ()


@pytest.mark.parametrize("cut", [0, 1, 100, 5000, -30])
def test_a_damaged_file_is_refused_with_a_sentence(cut: int) -> None:
    with pytest.raises(ReadError) as raised:
        read_ticks(made()[:cut])
    assert str(raised.value).endswith("。")


def test_other_files_are_refused(root: Path) -> None:
    with pytest.raises(ReadError) as raised:
        read_ticks((root / "examples" / "reports" / "zhuli-2025.docx").read_bytes())
    assert str(raised.value) == NO_SHEET
    with pytest.raises(ReadError):
        read_ticks(b"%PDF-1.7")


def test_hostile_parts_are_refused_or_passed_over() -> None:
    parts = members(made())
    bomb = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'yyyyyyyyyy'>]>"
    for name, content in (
        ("customXml/item1.xml", bomb + b"<sheet xmlns='urn:qingdan:sheet:1' issuer='&x;'/>"),
        ("docProps/custom.xml", bomb + b"<P><p name='qingdan.issuer'>&x;</p></P>"),
    ):
        ticks = read_ticks(packed({**parts, name: content}))
        assert "y" not in (ticks.issuer or "")
    deep = b"<w:p>" * 5000
    with pytest.raises(ReadError):
        read_ticks(packed({**parts, DOCUMENT: deep}))
    huge = io.BytesIO()
    with zipfile.ZipFile(huge, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT, b"<a>" + b" " * 250_000_000 + b"</a>")
    with pytest.raises(ReadError):
        read_ticks(huge.getvalue())


def test_libreoffice_saves_the_sheet_and_its_ticks(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    if subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip(f"{PYTHON} has no uno (python3-uno)")
    data = made()
    asked = _asked(data)
    source, target = tmp_path / "反馈单.docx", tmp_path / "存过.docx"
    source.write_bytes(data)
    said = subprocess.run(
        [PYTHON, str(SCRIPT), program, (tmp_path / "profile").as_uri(), str(source), str(target),
         "1:同意", "2:不同意", f"{asked}:未写明", "21:同意"],
        capture_output=True, check=False, timeout=180, text=True,
    )  # fmt: skip
    assert said.stdout.strip() == "4", said.stderr
    ticks = read_ticks(target.read_bytes())
    assert {entry.row: entry.verdict for entry in ticks.entries} == {
        "1": "agree",
        "2": "disagree",
        str(asked): "unmet",
        "21": "agree",
    }
    assert ticks.entries[0].fingerprint == _fingerprint(1)
    assert (ticks.issuer, ticks.year, ticks.sha256) == ("柳河镇人民政府", 2024, "d" * 64)
    assert ticks.problems == ()
