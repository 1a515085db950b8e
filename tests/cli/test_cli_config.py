"""`qingdan config show`, and what a configuration does to `qingdan check`."""

import json
import pickle
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import ASKING, BAD, CHECKLIST, GOOD, OTHER

from lint.cli.policies import Chosen, Where, settings
from lint.policy.config import CommandLine
from lint.run import Choices

Run = Callable[..., Result]

CONFIG = """\
checklist = "../small.toml"
fail-on = "warning"
ignore = ["W1"]
outputs = ["json:出/结果.json"]

[[path]]
match = "街道/**"
year = 2023
severity = { W1 = "error", F1 = "hint" }
"""


@pytest.fixture
def write(folder: Path) -> Callable[..., None]:
    def write(config: str = CONFIG, **reports: str) -> None:
        Path("qingdan.toml").write_text(config, encoding="utf-8")
        for name, text in reports.items():
            path = Path(*name.split("__")).with_suffix(".txt")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write


def test_show_says_what_is_in_force_and_where_from(write: Callable[..., None], run: Run) -> None:
    write(街道__甲=GOOD)
    result = run("config", "show", "街道/甲.txt", "--fail-on", "never")
    assert result.stdout == (
        "配置文件：qingdan.toml\n"
        "对于文件：街道/甲.txt\n"
        "  checklist    ../small.toml      qingdan.toml:1\n"
        "  year         2023               qingdan.toml:8\n"
        "  fail-on      never              命令行\n"
        "  layout       false              默认\n"
        "  baseline     （无）             默认\n"
        "  review       （无）             默认\n"
        "  severity.F1  hint               qingdan.toml:9\n"
        "  severity.W1  error              qingdan.toml:9\n"
        "  outputs      json:出/结果.json  qingdan.toml:4\n"
        "  [[path]] match = 街道/**  qingdan.toml:6\n"
    )
    assert result.exit_code == 0


def test_show_without_a_configuration(run: Run) -> None:
    result = run("config", "show")
    assert result.stdout.startswith("配置文件：没有（没有找到 qingdan.toml，或者写了 --no-config）\n")
    assert "  fail-on    error           默认\n" in result.stdout
    assert "  checklist  由报告自己决定  默认\n" in result.stdout


def test_show_refuses_what_check_would_refuse(write: Callable[..., None], run: Run) -> None:
    write('ignore = ["F1", "W2"]\noutputs = ["sarf:x"]\nchecklist = "../small.toml"\n')
    result = run("config", "show")
    assert result.stderr == (
        "qingdan.toml:1:17: 错误：没有“W2”这个要素或规则；是否想写“W1”？\n"
        '    1 | ignore = ["F1", "W2"]\n'
        "      |                 ^\n"
        "配置有错误，没有检查。\n"
    )
    assert (result.stdout, result.exit_code) == ("", 2)
    write('outputs = ["sarf:x"]\n')
    result = run("config", "show")
    assert "qingdan.toml:1:12: 错误：没有“sarf”这个种类" in result.stderr


def test_check_uses_it(write: Callable[..., None], run: Run) -> None:
    write(镇__乙=ASKING, 街道__甲=ASKING)
    result = run("check", ".", "--today", "2025-01-20")
    assert "说明 另有 1 条按配置不提示（W1）。" in result.stdout
    assert "说明 按配置调整了级别：W1 为错误。" in result.stdout
    assert result.stdout.endswith("\n读到 2 份、核对 2 份：错误 1、警告 0、提示 0。\njson 格式的结果：出/结果.json\n")
    assert result.exit_code == 1
    reports = json.loads(Path("出/结果.json").read_text(encoding="utf-8"))["reports"]
    assert [report["report_year"] for report in reports] == [2023, 2024]
    assert [[f["severity"] for f in report["findings"]] for report in reports] == [["error"], []]


def test_fail_on_of_the_file_and_of_the_command_line(write: Callable[..., None], run: Run) -> None:
    write('checklist = "../small.toml"\nfail-on = "warning"\n', 甲=ASKING)
    assert run("check", "甲.txt").exit_code == 1
    assert run("check", "甲.txt", "--fail-on", "error").exit_code == 0
    assert run("check", "甲.txt", "--no-config", "--checklist", "../small.toml").exit_code == 0
    assert run("check", "甲.txt", "--config", "qingdan.toml", "--ignore", "W1").exit_code == 0


def test_it_is_found_from_the_first_path_not_from_here(
    write: Callable[..., None], run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    write(镇__乙=ASKING)
    elsewhere = folder / "别处"
    elsewhere.mkdir()
    Path("镇/qingdan.toml").write_text('checklist = "../../small.toml"\nfail-on = "warning"\n')
    monkeypatch.chdir(elsewhere)
    assert run("check", "../镇/乙.txt").exit_code == 1
    assert run("check", "../镇/*.txt").exit_code == 1
    stdin = run("check", "-", "--stdin-filename", "../镇/丙.txt", stdin=ASKING.encode())
    assert stdin.exit_code == 1


def test_outputs_of_the_command_line_take_the_place_of_the_files(write: Callable[..., None], run: Run) -> None:
    write(甲=GOOD)
    assert run("check", "甲.txt", "--output", "json:别.json").exit_code == 0
    assert Path("别.json").exists() and not Path("出").exists()


def test_a_checklist_by_path(write: Callable[..., None], run: Run) -> None:
    Path("别的.toml").write_text(CHECKLIST.replace('id = "F1"', 'id = "G1"'), encoding="utf-8")
    write(
        'checklist = "../small.toml"\nignore = ["F1"]\n[[path]]\nmatch = "街道"\nchecklist = "./别的.toml"\n',
        镇__乙=BAD,
        街道__甲=BAD,
    )
    lines = run("check", ".", "--format", "jsonl").stdout.splitlines()
    found = {line["path"]: [f["rule"] for f in line["findings"]] for line in map(json.loads, lines)}
    assert found == {"街道/甲.txt": ["G1"], "镇/乙.txt": []}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--config", "qingdan.toml", "--no-config"), "--config 和 --no-config 只能写一个。"),
        (("--ignore", "F2"), "--ignore：没有“F2”这个要素或规则。是否想写“F1”？"),
        (("--changed-since", "HEAD"), "甲.txt 不在 git 仓库里，不能用 --changed-since；"),
    ],
)
def test_wrong_use(write: Callable[..., None], run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    write(甲=GOOD)
    result = run("check", "甲.txt", *arguments)
    assert result.stderr.startswith(f"qingdan：{sentence}")
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_missing_baseline_is_told(write: Callable[..., None], run: Run) -> None:
    write('checklist = "../small.toml"\nbaseline = "没有.toml"\n', 甲=GOOD)
    result = run("check", "甲.txt")
    assert result.stderr.startswith("没有.toml: 错误：找不到这个基线文件")
    assert result.exit_code == 2


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_what_is_amiss_with_the_configuration_is_seen_in_every_form(
    write: Callable[..., None], run: Run, form: str
) -> None:
    waiver = '[[waiver]]\nrule = "W1"\npath = "甲.txt"\nreason = "x"\nauthority = "县司法局"\nuntil = "2025-01-19"\n'
    write(f'checklist = "../small.toml"\n{waiver}', 甲=ASKING)
    result = run("check", "甲.txt", "--today", "2025-01-20", "--format", form)
    message = "甲.txt“W1”的例外已于2025-01-19到期，不再算数；请改好报告，或者经“县司法局”同意后延期"
    if form == "text":
        assert f"■ qingdan.toml\n  第2行 错误 {message} [waiver-expired]\n" in result.stdout
        assert result.stdout.endswith("\n读到 1 份、核对 1 份：错误 0、警告 1、提示 0；配置和基线有 1 处要处理。\n")
    else:
        text = result.stdout if form == "json" else result.stdout.splitlines()[-1]
        said = json.loads(text)
        (found,) = said["policy_findings"] if form == "json" else [said]
        expected = {"path": "qingdan.toml", "line": 2, "rule": "waiver-expired", "severity": "error"}
        assert {**expected, "message": message}.items() <= found.items()
        assert result.stderr == f"qingdan.toml：第2行 错误 {message} [waiver-expired]\n"
    assert result.exit_code == 1
    assert run("check", "甲.txt", "--today", "2025-01-19").exit_code == 0


def git(*arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.invalid", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def test_only_what_has_changed(write: Callable[..., None], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write('checklist = "../small.toml"\n', 镇__旧=BAD, 镇__改=GOOD, 镇__名=GOOD, 镇__删=BAD)
    Path(".gitignore").write_text("不要.txt\n")
    git("init")
    git("add", ".")
    git("commit", "-m", "甲")

    def checked(revision: str = "HEAD", *paths: str) -> list[str]:
        result = run("check", *(paths or (".",)), "--changed-since", revision, "--format", "jsonl")
        assert result.exit_code in (0, 1), result.output
        return [json.loads(line)["path"] for line in result.stdout.splitlines()]

    assert checked() == []
    git("checkout", "-b", "分支")
    write('checklist = "../small.toml"\n', 镇__改=ASKING, 镇__新=GOOD, 镇__不要=BAD)
    git("mv", "镇/名.txt", "镇/新名.txt")
    Path("镇/删.txt").unlink()
    assert checked() == ["镇/改.txt", "镇/新.txt", "镇/新名.txt"]
    git("add", ".")
    git("commit", "-m", "乙")
    assert checked() == []
    assert checked("main") == ["镇/改.txt", "镇/新.txt", "镇/新名.txt"]
    git("checkout", "main")
    write('checklist = "../small.toml"\n', 镇__旧=GOOD)
    git("commit", "-am", "丙")
    git("checkout", "分支")
    assert checked("main") == ["镇/改.txt", "镇/新.txt", "镇/新名.txt"]  # what main did since is not ours
    monkeypatch.chdir("镇")
    monkeypatch.setenv("GIT_DIR", "/nowhere")  # as a hook would have it
    assert checked("main", ".") == ["改.txt", "新.txt", "新名.txt"]
    assert checked("main", "旧.txt", "改.txt") == ["改.txt"]


def test_nothing_changed_is_no_failure(write: Callable[..., None], run: Run) -> None:
    write('checklist = "../small.toml"\noutputs = ["json:出.json"]\n', 甲=BAD, 乙=OTHER)
    git("init")
    git("add", ".")
    git("commit", "-m", "甲")
    result = run("check", ".", "--changed-since", "HEAD")
    assert result.stderr == "自 HEAD 以来没有改动过的报告，没有要检查的。\n"
    assert result.exit_code == 0
    assert json.loads(Path("出.json").read_text(encoding="utf-8"))["reports"] == []
    write('checklist = "../small.toml"\n', 乙=f"{OTHER}改。")  # a changed file that is no report
    assert run("check", ".", "--changed-since", "HEAD").exit_code == 0
    for revision in ("没有这个", "--output=x", "HEAD~5"):
        result = run("check", ".", "--changed-since", revision)
        assert result.stderr.startswith(f"qingdan：仓库里没有“{revision}”这个版本；请核对写法")
        assert result.exit_code == 2


def test_another_process_can_have_it(write: Callable[..., None]) -> None:
    write(街道__甲=GOOD)
    chosen = Chosen(settings(CommandLine(), ("街道",), Where()), Choices(date(2025, 1, 20)))
    library, choices = pickle.loads(pickle.dumps(chosen))("街道/甲.txt")
    assert choices.year == 2023
    assert [ready.checklist.identity.id for ready in library.choices] == ["small"]


def test_a_path_that_no_file_has_is_told_of_whole_folders(write: Callable[..., None], run: Run) -> None:
    write('checklist = "../small.toml"\n\n[[path]]\nmatch = "街道/**"\n\n[[path]]\nmatch = "阶道/**"\n', 街道__甲=GOOD)
    message = (
        "■ qingdan.toml\n  第6行 提示 [[path]] 的 match = “阶道/**”没有用上：这次没有查到与它相符的文件，"
        "请核对路径（从这个文件所在的文件夹算起） [path-unmatched]\n"
    )
    whole = run("check", ".", "--today", "2025-01-20")
    assert message in whole.stdout and whole.stdout.count("path-unmatched") == 1
    assert whole.exit_code == 0
    for part in ("街道", "街道/甲.txt"):  # there may be others elsewhere
        assert "path-unmatched" not in run("check", part, "--today", "2025-01-20").output
    Path("坏.docx").write_bytes(b"PK")  # may be the one that is meant
    assert "path-unmatched" not in run("check", ".", "--today", "2025-01-20").output


@pytest.mark.parametrize("command", [("check", "甲.txt"), ("config", "show"), ("baseline", "write", "甲.txt")])
@pytest.mark.parametrize(
    ("config", "told"),
    [
        ('year = 2024\nchecklist = "townshp"\n', "qingdan.toml:2:13: 错误：没有“townshp”这份清单（随工具发布的有："),
        (
            '[[path]]\nmatch = "x"\nchecklist = "没有.toml"\n',
            "qingdan.toml:3:13: 错误：找不到清单文件“没有.toml”（路径从这个配置文件所在的文件夹算起）\n",
        ),
    ],
)
def test_a_checklist_that_is_not_there_is_told_with_its_line(
    write: Callable[..., None], run: Run, command: tuple[str, ...], config: str, told: str
) -> None:
    write(config, 甲=GOOD)
    done = run(*command)
    assert done.stderr.startswith(told) and done.stderr.endswith("配置有错误，没有检查。\n")
    assert done.exit_code == 2
    if command[0] == "check":
        assert run(*command, "--checklist", "../small.toml", "--today", "2025-01-20").exit_code == 0
