"""Loading: encodings, names, identity, what is imported, pattern errors that show late."""

import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sound_checklist import SOUND

from lint.checklist.layers import shipped_names
from lint.checklist.load import broken_pattern, load, shipped
from lint.checklist.problems import ChecklistError, render
from lint.patterns import PatternError

Write = Callable[..., Path]


def _message(path: Path | str) -> str:
    with pytest.raises(ChecklistError) as caught:
        load(path)
    return str(caught.value)


def test_bom_and_windows_line_ends(write: Write) -> None:
    plain = load(write(SOUND))
    windows = write(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode(), "乙.toml")
    assert load(windows).file == plain.file
    broken = (
        b"\xef\xbb\xbf" + SOUND.replace("sevrity", "x").replace("severity", "sevrity", 1).replace("\n", "\r\n").encode()
    )
    assert _message(write(broken, "丙.toml")).endswith('41 | sevrity = "error"\n      | ^')


def test_gbk_is_named(write: Write) -> None:
    assert _message(write(SOUND.encode("gb18030"))) == (
        "甲.toml:3:10: 错误：文件是 GBK 编码；请用记事本“另存为”，编码选 UTF-8\n"
        '    3 | title = "示例清单"\n'
        "      |          ^"
    )


def test_other_encodings_are_named(write: Write) -> None:
    assert _message(write(SOUND.encode("utf-16"))) == "甲.toml: 错误：文件是 UTF-16 编码；请另存为 UTF-8 编码"
    assert "也不是 GBK 编码" in _message(write(b'a = "\xff\xff"\n'))


def test_files_and_names_that_are_not_there(write: Write) -> None:
    write(SOUND)
    assert _message("无.toml") == "无.toml: 错误：找不到这个清单文件"
    assert _message(Path("无.toml")) == "无.toml: 错误：找不到这个清单文件"
    assert _message("no-such").startswith("no-such: 错误：没有叫这个名字的清单（随工具发布的有：")


def test_a_folder_is_no_checklist(write: Write) -> None:
    write(SOUND)
    Path("夹.toml").mkdir()
    assert _message("夹.toml").startswith("夹.toml: 错误：这个清单文件读不了")


def test_absurd_nesting_is_refused(write: Write) -> None:
    assert "错误" in _message(write("a = " + "[" * 5000 + "]" * 5000))


def test_sha256_is_over_the_bytes(write: Write) -> None:
    assert load(write(SOUND)).sha256 == sha256(SOUND.encode()).hexdigest()


def test_shipped_checklists_load() -> None:
    assert [identity.id for identity in shipped()] == shipped_names()
    for name in shipped_names():
        assert load(name).identity.id == name


def test_jsonschema_is_not_imported_for_a_sound_checklist(write: Write) -> None:
    write(SOUND)
    code = "import sys; from lint.checklist.load import load; load('甲.toml'); print('jsonschema' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_pattern_error_of_a_run_gets_its_place(write: Write) -> None:
    checklist = load(write(SOUND.replace("{会议}…听取", "{会议…听取")))
    with pytest.raises(PatternError) as caught:
        checklist.book.phrases(checklist.file.element[0].done)  # type: ignore[union-attr]
    assert render(broken_pattern(checklist, caught.value).problems[0]) == (
        '甲.toml:47:10: 错误：“{”没有对应的“}”\n   47 | done = ["{会议…听取…汇报"]\n      |          ^'
    )
    Path("甲.toml").write_text(SOUND, encoding="utf-8")
    assert str(broken_pattern(checklist, caught.value)) == "甲.toml: 错误：“{”没有对应的“}”"
