"""Which files of what was named are checked."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from lint.resources import folder as resources
from lint.select import is_own_page, natural, select


def _touch(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("报告", encoding="utf-8")


def test_folders_are_walked_in_natural_order(folder: Path) -> None:
    _touch("乙/报告10.docx", "乙/报告2.docx", "乙/丙 丁/a.TXT", "甲.pdf", "甲.xlsx", "甲.toml")
    assert select(["."]).files == ("乙/丙 丁/a.TXT", "乙/报告2.docx", "乙/报告10.docx", "甲.pdf")


def test_what_is_no_report_is_passed_over(folder: Path) -> None:
    _touch(
        "好.docx",
        "~$好.docx",
        ".~好.docx",
        ".隐.txt",
        ".git2/甲.txt",
        "好.批注.docx",
        "青禾镇反馈单.docx",
        "反馈单-2.html",
    )
    Path("页.html").write_text('<html><head><meta name="generator" content="qingdan 9.9">', encoding="utf-8")
    assert select(["."]).files == ("好.docx",)
    assert select(["*"]).files == ("好.docx",)


def test_a_sheet_that_came_back_is_passed_over_whatever_its_name(run: Callable[..., Result]) -> None:
    report = resources("checklists").parent / "examples" / "reports" / "lixi-2025.txt"
    if not report.is_file():
        pytest.skip("no examples beside the package")
    assert run("check", str(report), "--sheet", "回执.docx", "--quiet").exit_code == 1
    _touch("好.docx")
    assert select(["."]).files == ("好.docx",)
    assert select(["回执.docx"]).files == ("回执.docx",)


def test_what_is_named_is_checked_whatever_it_is(folder: Path) -> None:
    _touch(".隐.txt", "好.批注.docx", "旧.doc", "没有后缀", "~$甲.docx")
    for name in (".隐.txt", "好.批注.docx", "旧.doc", "没有后缀", "~$甲.docx", "没有这个.docx"):
        assert select([name]).files == (name,)
    # a shell's *.docx names the lock file, too
    assert select(["好.批注.docx", "~$甲.docx"]).files == ("好.批注.docx",)


def test_both_templates_carry_the_mark(folder: Path) -> None:
    for template in ("page.html.j2", "index.html.j2"):
        text = (resources("templates") / template).read_text(encoding="utf-8")
        head = text[text.index("<!DOCTYPE") :].replace("{{ tool.name }}", "qingdan")
        Path("页.html").write_text(head, encoding="utf-8")
        assert is_own_page("页.html")


def test_formats_that_cannot_be_read_are_mentioned_only_when_met(folder: Path) -> None:
    _touch("甲.ofd", "乙.mht", "丙.txt", "丁.doc")
    found = select([".", "甲.ofd"])
    assert (found.files, found.unsupported) == (("丁.doc", "丙.txt", "甲.ofd"), ("乙.mht",))


def test_globs(folder: Path) -> None:
    _touch("甲/一.txt", "甲/二.docx", "乙/三.txt", "报告[1].txt")
    assert select(["*/*.txt"]).files == ("乙/三.txt", "甲/一.txt")
    assert select(["**/*.docx"]).files == ("甲/二.docx",)
    assert select(["?"]).files == ("乙/三.txt", "甲/一.txt", "甲/二.docx")
    assert select(["报告[1].txt"]).files == ("报告[1].txt",)
    (failure,) = select(["*.pdf"]).failures
    assert (failure.path, failure.message) == ("*.pdf", "没有与它相符的文件；请检查路径，或者写明文件名。")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_no_file_twice(folder: Path) -> None:
    _touch("甲/一.txt")
    Path("链.txt").symlink_to("甲/一.txt")
    Path("圈").symlink_to(".", target_is_directory=True)
    assert select(["甲/一.txt", "./甲/一.txt", "甲", "."]).files == ("甲/一.txt",)
    assert select(["."]).files == ("甲/一.txt",)
    assert select([str(folder), "甲/一.txt"]).files == ("甲/一.txt",)


@pytest.mark.skipif(shutil.which("git") is None, reason="no git")
def test_what_git_ignores_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _touch("稿/甲.txt", "稿/草 稿.txt", "出/乙.txt", "丙.txt", "跟踪.txt")
    Path(".gitignore").write_text("草*\n出/\n跟踪.txt\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "-f", "跟踪.txt"], check=True)
    everything = ("丙.txt", "出/乙.txt", "稿/甲.txt", "稿/草 稿.txt", "跟踪.txt")
    assert select(["."]).files == ("丙.txt", "稿/甲.txt", "跟踪.txt")
    assert select(["出"]).files == ("出/乙.txt",)  # named on purpose
    assert select(["稿/草 稿.txt"]).files == ("稿/草 稿.txt",)
    monkeypatch.setenv("GIT_DIR", "/nowhere")  # as in a hook
    assert select(["."]).files == ("丙.txt", "稿/甲.txt", "跟踪.txt")
    monkeypatch.setenv("PATH", "")
    assert select(["."]).files == everything


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_hostile_names(folder: Path) -> None:
    names = ["-rf.txt", "a\nb.txt", "::error::x.txt", "\x1b[31m红.txt", "＄(id).txt"]
    raw = os.fsdecode(b"\xff\xfe.txt")
    _touch(*(f"./{name}" for name in names))
    Path(raw).write_text("报告", encoding="utf-8")
    assert set(select(["."]).files) == {*names, raw}


def test_natural_order_stands_any_number() -> None:
    names = ["9.txt", "10.txt", f"{'9' * 5000}.txt", "009.txt", "a/1.txt", "A/2.txt", "１.txt", "²"]
    assert sorted(names, key=natural)
    assert natural("报告2.txt") < natural("报告10.txt")


def test_standard_input_is_passed_on(folder: Path) -> None:
    _touch("甲.txt")
    assert select(["-", "甲.txt", "-"]).files == ("-", "甲.txt")
