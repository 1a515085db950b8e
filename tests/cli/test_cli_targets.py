"""Outputs never take the place of what the run lives by, of each other, or of a file of somebody else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import BAD, CHECKLIST

from tests.readers.reader_fixtures import docx as packed
from tests.readers.reader_fixtures import paragraph

Run = Callable[..., Result]

CONFIG = 'checklist = "../small.toml"\nfail-on = "never"\n'


@pytest.fixture
def report(folder: Path, run: Run) -> Path:
    """A report, a configuration, a baseline and a file of verdicts in one folder."""
    (folder / "报告.txt").write_text(BAD, encoding="utf-8")
    (folder / "qingdan.toml").write_text(CONFIG, encoding="utf-8")
    assert run("baseline", "write", "报告.txt", "--baseline", "基线.toml").exit_code == 0
    assert run("review", "报告.txt", "F1", "--agree", "--file", "意见.toml").exit_code == 0
    return folder


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--output", "csv:qingdan.toml"), "--output csv 要写的 qingdan.toml 是这次用的配置文件，不能覆盖。"),
        (
            ("--output", "csv:./基线.toml", "--baseline", "基线.toml"),
            "--output csv 要写的 ./基线.toml 是这次用的基线，不能覆盖。",
        ),
        (
            ("--output", "json:意见.toml", "--review", "意见.toml"),
            "--output json 要写的 意见.toml 是记复核意见的文件，不能覆盖。",
        ),
        (("--output", "json:复核.toml"), "--output json 要写的 复核.toml 是记复核意见的文件，不能覆盖。"),
        (("--output", "json:../small.toml"), "--output json 要写的 ../small.toml 是这次用的清单，不能覆盖。"),
        (
            ("--output", "json:结果", "--output", "csv:./结果"),
            "--output json 和 --output csv 都要写到 ./结果，只会留下一个。",
        ),
        (("--annotate", "x.docx", "--sheet", "x.docx"), "--sheet 和 --annotate 都要写到 x.docx，只会留下一个。"),
        (("--html", "x.html", "--sheet", "X.html"), "--html 和 --sheet 都要写到 X.html，只会留下一个。"),
        (("--output", "html:页", "--html", "页/"), "--html 和 --html 都要写到 页/，只会留下一个。"),
        (("--annotate", "报告.批注.doc"), "批注副本是 Word 文件，请把文件名写成 .docx：报告.批注.doc"),
        (("--annotate", "报告.WPS"), "批注副本是 Word 文件，请把文件名写成 .docx：报告.WPS"),
        (("--sheet", "单.pdf"), "反馈单是 Word 或网页文件，请把文件名写成 .docx 或 .html：单.pdf"),
        (("--sheet", "单.docm"), "反馈单是 Word 或网页文件，请把文件名写成 .docx 或 .html：单.docm"),
        (("--sheet", "乙乡/复核.toml"), "反馈单是 Word 或网页文件，请把文件名写成 .docx 或 .html：乙乡/复核.toml"),
        (("--html", "页.pdf"), "体检页是网页文件，请把文件名写成 .html：页.pdf"),
        (("--annotate", ""), "--annotate 的值不对：后面是空的，请写明"),
        (("--sheet", " "), "--sheet 的值不对：后面是空的，请写明"),
        (("--baseline", ""), "--baseline 的值不对：后面是空的，请写明"),
        (("--output", "json: "), "--output 的值不对：“json: ”要写作“种类:文件”"),
    ],
)
def test_wrong_use_writes_nothing(report: Path, run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    before = {path.name: path.read_bytes() for path in report.iterdir()}
    done = run("check", "报告.txt", *arguments)
    assert done.stderr.startswith(f"qingdan：{sentence}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert {path.name: path.read_bytes() for path in report.iterdir()} == before
    assert (report.parent / "small.toml").read_text(encoding="utf-8") == CHECKLIST


def test_a_configuration_may_not_write_over_itself(report: Path, run: Run) -> None:
    Path("qingdan.toml").write_text(f'outputs = ["json:qingdan.toml"]\n{CONFIG}', encoding="utf-8")
    assert "qingdan.toml 是这次用的配置文件，不能覆盖" in run("check", "报告.txt").stderr


@pytest.mark.parametrize("folder_name", ["体检 2024.12", "结果.旧", "结果.v1/"])
def test_a_folder_may_have_dots(report: Path, run: Run, folder_name: str) -> None:
    assert run("check", "报告.txt", "--annotate", folder_name, "--sheet", folder_name).exit_code == 0
    assert sorted(path.name for path in Path(folder_name).iterdir()) == ["报告.反馈单.docx", "报告.批注.docx"]


@pytest.mark.parametrize(
    ("option", "name"),
    [("--annotate", "另一份.docx"), ("--sheet", "另一份.docx"), ("--sheet", "另一份.html"), ("--html", "另一份.html")],
)
def test_the_file_of_somebody_else_stays(report: Path, run: Run, option: str, name: str) -> None:
    other = packed(paragraph("别人的报告")) if name.endswith("docx") else "<html>别人的网页</html>".encode()
    Path(name).write_bytes(other)
    done = run("check", "报告.txt", option, name)
    assert f"{name} 已经有了，不是本工具写的，没有覆盖。请换一个文件名，或者先把它移走。" in done.stderr
    assert (done.exit_code, Path(name).read_bytes()) == (2, other)


@pytest.mark.parametrize(
    ("option", "name"),
    [("--annotate", "改名.docx"), ("--sheet", "改名.docx"), ("--sheet", "改名.html"), ("--html", "改名.html")],
)
def test_an_earlier_one_of_ours_is_replaced(report: Path, run: Run, option: str, name: str) -> None:
    assert run("check", "报告.txt", option, name).exit_code == 0
    first = Path(name).read_bytes()
    Path("报告.txt").write_text(BAD + "全年开展演练3次。\n", encoding="utf-8")
    assert run("check", "报告.txt", option, name).exit_code == 0
    assert Path(name).read_bytes() != first


def test_in_a_folder_the_others_are_still_written(report: Path, run: Run) -> None:
    Path("二.txt").write_text(BAD, encoding="utf-8")
    Path("批注").mkdir()
    Path("批注/报告.批注.docx").write_bytes(b"PK somebody's own")
    done = run("check", "报告.txt", "二.txt", "--annotate", "批注")
    assert done.stderr.startswith("报告.txt：批注/报告.批注.docx 已经有了，不是本工具写的，没有覆盖。")
    assert Path("批注/二.批注.docx").exists()
    assert Path("批注/报告.批注.docx").read_bytes() == b"PK somebody's own"
    assert done.exit_code == 2
