"""Outputs are written whole, never over an input, never two under one name."""

import os
import stat
import sys
from pathlib import Path

import pytest

from lint.render.write import OutputError, page_names, write_output


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "新建 文件夹" / "柳河镇 体检.html"
    write_output(target, "旧\n")
    write_output(target, "新\n")
    assert target.read_bytes() == "新\n".encode()
    assert [path.name for path in target.parent.iterdir()] == ["柳河镇 体检.html"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.html"
    write_output(target, "旧")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OutputError, match="写不了"):
        write_output(target, "新")
    assert target.read_text(encoding="utf-8") == "旧"
    assert len(list(tmp_path.iterdir())) == 1


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "报告.txt"
    source.write_text("报告", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(source)
    for target in (source, link, tmp_path / "x" / ".." / "报告.txt"):
        (tmp_path / "x").mkdir(exist_ok=True)
        with pytest.raises(OutputError, match="就是被检查的文件"):
            write_output(target, "页", inputs=[source])
    assert source.read_text(encoding="utf-8") == "报告"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="是一个文件夹"):
        write_output(tmp_path, "页")


def test_a_name_that_no_file_system_takes_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="写不了"):
        write_output(tmp_path / f"{'长' * 120}.html", "页")
    assert not list(tmp_path.iterdir())


def test_names_of_many_reports_that_are_all_called_the_same() -> None:
    names = page_names(["各县/报告.docx"] * 3 + ["各县-报告-2.docx", "各县-报告.docx"])
    assert names == ["各县-报告.html", "各县-报告-2.html", "各县-报告-3.html", "各县-报告-2-2.html", "各县-报告-4.html"]


def test_names_never_meet() -> None:
    paths = ["甲镇/报告.docx", "乙镇/报告.docx", "丙/报告.txt", "a/X.txt", "a/x.TXT", "index.txt", "报告 2024.pdf"]
    names = page_names(paths)
    assert names[:3] == ["甲镇-报告.html", "乙镇-报告.html", "丙-报告.html"]
    assert names[-2:] == ["index-2.html", "报告 2024.html"]
    assert len({name.casefold() for name in names}) == len(names)


def test_hostile_names_become_plain_file_names() -> None:
    names = page_names(
        ["../../etc/passwd", "<script>.txt", "a\u202etxt.exe.txt", "CON.txt", "~$锁.docx", "..", "x" * 300]
    )
    assert all("/" not in name and "<" not in name and "\u202e" not in name for name in names)
    assert "_CON.html" in names
    assert all(len(name) < 100 and not name.startswith((".", "~")) for name in names)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/null")
def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_output("/dev/null", "清单体检\n")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)  # noqa: PTH116  the mode of the device itself
