"""Feedback sheets that come back to `qingdan review`: their ticks, what contradicts, and sheets in other formats."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import BAD, CHECKLIST, TITLE

from lint.record.fingerprint import of_element

Run = Callable[..., Result]
BOTH = BAD + "请县政府拨款10万元。\n"


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def ticked(sheet: Path, *choices: tuple[str, str, str]) -> None:
    """Tick boxes of a sheet as Word does: (element, choice, note)."""
    with zipfile.ZipFile(sheet) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    text = parts["word/document.xml"].decode()
    for ident, choice, note in choices:
        start = text.index(f"qd:{of_element(ident)}:{choice}")
        end = text.index("</w:sdt>", start)
        box = text[start:end].replace('checked w14:val="0"', 'checked w14:val="1"').replace("☐", "☑")
        text = text[:start] + box + text[end:]
        if note:
            start = text.index(f"qd:{of_element(ident)}:note")
            end = text.index("</w:sdt>", start)
            place = text[start:end].replace("<w:showingPlcHdr/>", "")
            at = place.index("<w:t", place.index("<w:sdtContent")) if "<w:t" in place else 0
            opened = place.index(">", at) + 1
            text = text[:start] + place[:opened] + note + place[place.index("</w:t>", opened) :] + text[end:]
    parts["word/document.xml"] = text.encode()
    with zipfile.ZipFile(sheet, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_the_ticks_of_a_sheet_are_recorded_at_once(folder: Path, check: Run, run: Run) -> None:
    write("甲.txt", BOTH)
    check("甲.txt", "--sheet", "回.docx")
    ticked(Path("回.docx"), ("F1", "disagree", "见会议纪要第3号"))
    nobody = run("review", "回.docx")
    assert nobody.stderr == "qingdan：请写明由哪个单位复核，例如 --office 县司法局。\n"
    done = run("review", "回.docx", "--office", "县司法局", "--date", "2025-03-01")
    assert done.exit_code == 0
    assert done.stdout == (
        "回.docx（青禾镇人民政府 2024 年）：记入 复核.toml 的意见有 1 条\n  F1 听取汇报 → 不同意：见会议纪要第3号\n"
    )
    assert check("甲.txt").exit_code == 0
    first = Path("复核.toml").read_bytes()
    again = run("review", "回.docx", "--office", "县司法局", "--date", "2025-03-02")
    assert "的意见有 0 条，另有 1 条原来就有" in again.stdout
    assert Path("复核.toml").read_bytes() == first


def test_what_a_sheet_leaves_open_is_told_and_the_rest_is_recorded(folder: Path, check: Run, run: Run) -> None:
    two = CHECKLIST.replace("[[rule]]", _SECOND_ELEMENT + "[[rule]]", 1)
    Path("two.toml").write_text(two, encoding="utf-8")
    write("甲.txt", TITLE + "一、主要举措\n全年排查隐患12处。\n")
    run("check", "甲.txt", "--checklist", "two.toml", "--sheet", "回.docx", "--today", "2025-01-20")
    ticked(Path("回.docx"), ("F1", "agree", ""), ("F1", "disagree", ""), ("F2", "agree", ""))
    done = run("review", "回.docx", "--office", "县司法局", "--date", "2025-03-01")
    assert done.exit_code == 2
    assert "  F2 排查隐患 → 同意\n" in done.stdout
    assert "（听取汇报）同时勾了“同意”和“不同意”，没有读取；请只勾一个。" in done.stderr
    run("check", "甲.txt", "--checklist", "two.toml", "--sheet", "又.docx", "--today", "2025-01-20")
    ticked(Path("又.docx"), ("F1", "disagree", ""))
    bare = run("review", "又.docx", "--office", "县司法局", "--date", "2025-03-01")
    assert "（听取汇报）勾了“不同意”，没有写理由，没有记下；请在意见栏写明理由后再读。" in bare.stderr
    assert bare.exit_code == 2


def test_sheets_that_lie_elsewhere_say_how_they_are_used(folder: Path, check: Run, run: Run) -> None:
    write("甲.txt", BAD)
    Path("收到").mkdir()
    check("甲.txt", "--sheet", "收到/回.docx")
    ticked(Path("收到/回.docx"), ("F1", "agree", ""))
    done = run("review", "收到/回.docx", "--office", "县司法局")
    side = Path("收到/复核.toml")
    assert done.stderr == f"收到 里没有这份报告；检查时请写明 --review {side}，或者把它移到报告所在的文件夹。\n"
    assert "同意 1" in check("甲.txt", "--review", str(side)).stdout


def test_a_name_in_a_sheet_that_no_file_can_have(folder: Path, check: Run, run: Run) -> None:
    write("甲.txt", BAD)
    check("甲.txt", "--sheet", "回.docx")
    ticked(Path("回.docx"), ("F1", "agree", ""))
    with zipfile.ZipFile("回.docx") as package:
        parts = {
            name: package.read(name).replace("甲.txt".encode(), "长".encode() * 200) for name in package.namelist()
        }
    with zipfile.ZipFile("回.docx", "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    done = run("review", "回.docx", "--office", "县司法局")
    assert done.exit_code == 0
    assert "当前文件夹里没有这份报告" in done.stderr


def test_a_sheet_and_a_report_are_not_mixed(folder: Path, check: Run, run: Run) -> None:
    write("甲.txt", BAD)
    check("甲.txt", "--sheet", "回.docx")
    mixed = run("review", "回.docx", "甲.txt", "--office", "x")
    assert "甲.txt 不是反馈单；反馈单可以一次读几份，不要与别的文件或编号写在一起。" in mixed.stderr
    worded = run("review", "回.docx", "--agree", "--office", "x")
    assert "回.docx 是反馈单，意见以勾选为准，请不要再写 --agree。" in worded.stderr
    assert (mixed.exit_code, worded.exit_code) == (2, 2)


_SECOND_ELEMENT = """\
[[element]]
id = "F2"
kind = "phrase"
title = "排查隐患"
group = "总体"
severity = "warning"
met = "写明了排查"
thin = "只点到排查"
absent = "没有写排查"
done = ["排查…处"]

[element.remedy]
text = "写明次数。"

[[element.example]]
text = "全年排查隐患3处。"
expect = "met"

"""


@pytest.mark.parametrize("suffix", ["odt", "doc", "pdf"])
def test_a_sheet_in_another_format_is_no_report(
    folder: Path, check: Run, run: Run, suffix: str, soffice: Callable[[bytes, str, str], bytes]
) -> None:
    write("甲.txt", BOTH)
    check("甲.txt", "--sheet", "回.docx")
    path = f"存.{suffix}"
    Path(path).write_bytes(soffice(Path("回.docx").read_bytes(), "docx", suffix))
    said = "读不回来，请在 Word 版" if suffix == "pdf" else "请另存为 .docx，再用 qingdan review 读。"
    done = run("review", path, "--office", "县司法局")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{path}：这是反馈单，不是报告，没有检查；" in done.stderr
    assert said in done.stderr
    alone = check(path)
    assert alone.exit_code == 2
    assert "这是反馈单，不是报告，没有检查" in alone.stdout
    whole = check(".", "--fail-on", "never")
    assert whole.exit_code == 0
    assert whole.stderr.count("这是反馈单，不是报告") == 1
    assert path not in whole.stdout


def test_a_sheet_as_a_page_and_one_in_word_are_no_reports_when_named(folder: Path, check: Run, run: Run) -> None:
    write("甲.txt", BOTH)
    check("甲.txt", "--sheet", "反馈单.html", "--sheet", "回.docx")
    page = run("review", "反馈单.html", "--office", "县司法局")
    assert page.exit_code == 2
    assert "反馈单.html：这是反馈单，不是报告" in page.stderr
    named = check("回.docx")
    assert named.exit_code == 2
    assert "这是反馈单，不是报告，没有检查；要把勾选读回来，请用 qingdan review 读。" in named.stdout
    both = run("review", "回.docx", "反馈单.html", "--office", "县司法局")
    assert both.exit_code == 2
    assert "网页和 PDF 里的勾选读不回来" in both.stderr
    assert not Path("复核.toml").exists()


def test_a_word_sheet_without_its_marks_says_so(folder: Path, check: Run, run: Run) -> None:
    write("甲.txt", BOTH)
    check("甲.txt", "--sheet", "回.docx")
    with zipfile.ZipFile("回.docx") as package:
        parts = {name: package.read(name) for name in package.namelist() if not name.startswith("customXml/")}
    body = parts["word/document.xml"].decode().replace("qd:", "xx:").replace("_qd_", "_xx_")
    for word in ("不同意", "同意", "未写明", "已写明"):
        body = body.replace(word, "某")
    with zipfile.ZipFile("回.docx", "w") as package:
        for name, data in parts.items():
            package.writestr(name, body.encode() if name == "word/document.xml" else data)
    done = run("review", "回.docx", "--office", "县司法局")
    assert done.exit_code == 2
    assert "这是反馈单，但里面的记号已经没有了" in done.stderr


def test_a_renamed_and_changed_draft_is_known_by_whose_it_is(folder: Path, check: Run, run: Run) -> None:
    write("甲.txt", BOTH)
    check("甲.txt", "--sheet", "回.docx")
    ticked(Path("回.docx"), ("F1", "agree", ""))
    Path("甲.txt").rename("送审稿.txt")
    write("送审稿.txt", BOTH + "另写一段。\n")
    write("乙.txt", BOTH.replace("青禾镇", "安岭镇"))
    done = run("review", "回.docx", "--office", "县司法局", "--checklist", "../small.toml")
    assert done.stderr == ("这里的“送审稿.txt”与反馈单所查的“甲.txt”不是同一个文件（改了名或改过），意见照样适用。\n")
    assert "同意 1" in check("送审稿.txt").stdout


def test_a_later_verdict_says_what_it_replaces_and_an_older_one_does_not(folder: Path, check: Run, run: Run) -> None:
    write("甲.txt", BOTH)
    check("甲.txt", "--sheet", "一.docx")
    check("甲.txt", "--sheet", "二.docx")
    ticked(Path("一.docx"), ("F1", "agree", ""))
    ticked(Path("二.docx"), ("F1", "disagree", "写了"))
    said = ("--office", "县司法局", "--date")
    run("review", "一.docx", *said, "2025-11-22")
    older = run("review", "二.docx", *said, "2025-11-21")
    assert older.exit_code == 2
    assert "的意见有 0 条" in older.stdout
    assert (
        "F1（听取汇报）已有较新的意见 同意（2025-11-22），这次的是 不同意：写了（2025-11-21），没有改动" in older.stderr
    )
    later = run("review", "二.docx", *said, "2025-11-23")
    assert later.exit_code == 0
    assert "F1 听取汇报 → 不同意（原意见 同意（2025-11-22）改为 不同意：写了（2025-11-23））\n" in later.stdout
    both = run("review", "一.docx", "二.docx", *said, "2025-11-24")
    assert both.exit_code == 2
    assert "勾的是“同意”，二.docx 勾的是“不同意”，都没有记下；请定下一种，改好后再读。" in both.stderr
    assert 'date = "2025-11-23"' in Path("复核.toml").read_text(encoding="utf-8")
