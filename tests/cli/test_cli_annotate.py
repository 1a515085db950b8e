"""`--annotate` and `--suggest`: copies beside the reports, never over them, never half of one."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from small_reports import BAD

from tests.readers.reader_fixtures import docx as packed
from tests.readers.reader_fixtures import paragraph, relationships

Check = Callable[..., Result]


def word(text: str = BAD) -> bytes:
    return packed("".join(paragraph(line) for line in text.split("\n") if line))


def parts(path: str) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_one_report_into_a_file(folder: Path, check: Check) -> None:
    data = word()
    Path("报告.docx").write_bytes(data)
    result = check("报告.docx", "--annotate", "报告.批注.docx")
    assert result.exit_code == check("报告.docx").exit_code == 1
    assert "没有写听取汇报" in parts("报告.批注.docx")["word/comments.xml"]
    assert Path("报告.docx").read_bytes() == data
    assert "w:ins" not in parts("报告.批注.docx")["word/document.xml"]


def test_a_folder_takes_a_copy_of_each_and_the_next_run_passes_them_over(folder: Path, check: Check) -> None:
    Path("甲.docx").write_bytes(word())
    Path("乙.docm").write_bytes(word())
    Path("丙.txt").write_text(BAD, encoding="utf-8")
    assert check(".", "--annotate", "copies").exit_code == 1
    copies = sorted(path.name for path in Path("copies").iterdir())
    assert copies == ["丙.批注.docx", "乙.批注.docm", "甲.批注.docx"]
    assert "读到 3 份" in check(".").stdout


def test_without_a_report_there_is_nothing_to_copy(folder: Path, check: Check) -> None:
    result = check(".", "--allow-none", "--annotate", "副本.docx")
    assert result.exit_code == 0
    assert not list(Path().glob("副本*"))


def test_several_reports_do_not_fit_into_one_file(folder: Path, check: Check) -> None:
    for name in ("甲.docx", "乙.docx"):
        Path(name).write_bytes(word())
    result = check(".", "--annotate", "甲.批注.docx")
    assert result.exit_code == 2
    assert "要检查 2 份报告" in result.stderr


def test_a_file_with_macros_keeps_its_kind(folder: Path, check: Check) -> None:
    Path("报告.docm").write_bytes(word())
    result = check("报告.docm", "--annotate", "报告.批注.docx")
    assert (result.exit_code, Path("报告.批注.docx").exists()) == (2, False)
    assert "请写成 .docm 文件，否则 Word 打不开。" in result.stderr
    assert check("报告.docm", "--annotate", "报告.批注.docm").exit_code == 1


def test_the_report_itself_is_never_written_over(folder: Path, check: Check) -> None:
    data = word()
    Path("报告.docx").write_bytes(data)
    result = check("报告.docx", "--annotate", "./报告.docx")
    assert "就是被检查的文件，没有写入" in result.stderr
    assert Path("报告.docx").read_bytes() == data


def test_a_damaged_report_leaves_an_earlier_copy_as_it_was(folder: Path, check: Check) -> None:
    damaged = word()[:-200]
    Path("报告.docx").write_bytes(damaged)
    Path("报告.批注.docx").write_bytes(b"an earlier copy")
    assert check("报告.docx", "--annotate", "报告.批注.docx").exit_code == 2
    assert Path("报告.docx").read_bytes() == damaged
    assert Path("报告.批注.docx").read_bytes() == b"an earlier copy"
    assert {path.name for path in folder.iterdir()} == {"报告.docx", "报告.批注.docx"}


def test_a_file_that_takes_no_comments_hinders_no_other(folder: Path, check: Check) -> None:
    related = relationships({"comments": "comments.xml"})
    broken = {"word/_rels/document.xml.rels": related, "word/comments.xml": "<w:comments><broken>"}
    Path("一.docx").write_bytes(packed("".join(map(paragraph, BAD.splitlines())), extra=broken))
    Path("二.docx").write_bytes(word())
    for processes in ("1", "2"):
        result = check(".", "--annotate", f"copies{processes}", "--jobs", processes)
        assert result.exit_code == 2
        assert "一.docx：这个 Word 文件的内部写法少见，批注没有加成" in result.stderr
        assert [path.name for path in Path(f"copies{processes}").iterdir()] == ["二.批注.docx"]


def test_suggest_needs_a_copy(folder: Path, check: Check) -> None:
    Path("报告.docx").write_bytes(word())
    result = check("报告.docx", "--suggest")
    assert result.exit_code == 2
    assert "请与 --annotate 同用" in result.stderr
