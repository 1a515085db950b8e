"""What holds for the project as a whole: its layers, its words, its package, its README, its own sentences only."""

import re
import runpy
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
LONGEST_MODULE = 320
GRAM = 18

# Words of one kind of report: they stand in checklists, never in the engine.
PARTICULAR = ("法治" + "政府", "第一" + "责任人", "信息" + "公开", "三项" + "制度")

# Formulas that every report shares with every other: official names and set phrases, not anyone's sentences.
OFFICIAL = (
    r"《[^》]*》", "习近平新时代中国特色社会主义思想", "习近平法治思想", "党的二十(届.中全会|大)精神",
    "(推进|推动)?法治(政府)?建设第一责任人", "党政主要负责人", "主要举措(和|及|与)成效", "有关情况", "加强法治政府建设",
    "法治政府建设", "行政执法公示(制度)?", "(行政)?执法全过程记录(制度)?", "重大(行政)?执法决定法制审核(制度)?",
    "严格规范公正文明执法", "公众参与", "专家论证", "风险评估", "合法性审查", "集体讨论决定", "重大行政决策",
    "谁执法谁普法", "普法责任制", "县委县政府", "全面依法治国", "亲自部署", "亲自过问", "亲自协调", "亲自督办",
    "重要工作", "重大问题", "重点环节", "重要任务", "认真履行", "法治思维", "法治方式", "科学决策", "民主决策",
    "依法决策", "人民政府", "党的(全面)?领导、人民当家作主(、|和)?依法治国有机统一", "经济社会发展",
)  # fmt: skip

_CACHE = re.compile(r"(^|/)(\.(?!ci/|gitignore)[^/]*|__pycache__|dist|build|[^/]*\.egg-info)(/|$)")


@cache
def tracked() -> tuple[Path, ...]:
    """The files of the project, new ones that git does not ignore included; without git, all but caches."""
    if not (ROOT / ".git").exists():
        files = (path for path in ROOT.rglob("*") if path.is_file())
        return tuple(sorted(path for path in files if not _CACHE.search(path.relative_to(ROOT).as_posix())))
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listing.stdout.decode().split("\0")
    return tuple(sorted(ROOT / name for name in names if name and (ROOT / name).is_file()))


def texts() -> list[tuple[str, str]]:
    """Every tracked file that is text, by its path in the project."""
    found = []
    for path in tracked():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def test_imports_run_one_way() -> None:
    done = subprocess.run([BIN / "lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_engine_knows_no_particular_report() -> None:
    found = [
        f"{name}: {word}"
        for name, text in texts()
        if name.startswith("lint/") and name.endswith(".py")
        for word in PARTICULAR
        if word in text
    ]
    assert not found


def test_a_file_holds_one_idea() -> None:
    long = {name: text.count("\n") for name, text in texts() if name.endswith(".py")}
    assert {name: count for name, count in long.items() if count > LONGEST_MODULE} == {}


def test_no_path_of_a_machine() -> None:
    pattern = re.compile("/(work|" + r"root|home/\w+|Users/\w+)/|[A-Z]:\\\\(Users|Documents)")
    found = [f"{name}: {match.group()}" for name, text in texts() for match in pattern.finditer(text)]
    assert not found


def test_wheel_holds_checklists_and_templates(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("checklists", "templates"):
        files = [path for path in tracked() if path.is_relative_to(ROOT / folder)]
        assert files
        missing = [path.name for path in files if f"lint/_data/{path.relative_to(ROOT).as_posix()}" not in names]
        assert not missing
    assert "lint/cli/main.py" in names
    assert not any(name.startswith(("tests/", "examples/")) for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def _commands(readme: str) -> list[str]:
    blocks = re.findall(r"```(?:sh|console)\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [line for line in lines if re.match(r"(sh|qingdan|pip|python) ", line)]


@pytest.mark.parametrize("readme", ["README.md", "README.en.md"])
def test_readme_commands_exist(readme: str) -> None:
    from lint.cli.main import cli  # noqa: PLC0415

    known = cli.list_commands(click.Context(cli))
    commands = _commands(readme)
    assert commands[:2] == ["sh examples/run.sh", "sh tests/run.sh"]
    for command in commands:
        program, *rest = command.split()
        if program == "sh":
            assert (ROOT / rest[0]).is_file(), command
        elif program == "qingdan" and not rest[0].startswith("-"):
            assert rest[0] in known, command


def test_readme_shows_real_output() -> None:
    """Every line that the README shows under a command stands in what the command prints today."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n\$ qingdan (.*)\n((?:.*\n)*?)```", readme)
    assert blocks
    for command, shown in blocks:
        done = subprocess.run(
            [BIN / "qingdan", *command.split()], cwd=ROOT, capture_output=True, text=True, check=False
        )
        printed = done.stdout.splitlines()
        assert [line for line in shown.splitlines() if line not in (*printed, "  ……")] == [], command


def test_examples_are_what_their_sources_make(tmp_path: Path) -> None:
    maker = runpy.run_path(str(ROOT / "examples" / "make" / "make_files.py"))
    reports = ROOT / "examples" / "reports"
    maker["main"](tmp_path)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted(
        [*(f"{name}.docx" for name in maker["WORD_FILES"]), *(f"{name}.html" for name in maker["PAGES"])]
    )
    assert [name for name in made if (tmp_path / name).read_bytes() != (reports / name).read_bytes()] == []
    pages = {path.stem for path in (ROOT / "examples" / "pages").glob("*.html")}
    assert pages == {"index", *(path.stem for path in reports.iterdir())}


def test_links_of_the_readme_lead_somewhere() -> None:
    for name in ("README.md", "README.en.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), f"{name}: {link}"


def _grams(text: str) -> set[str]:
    for phrase in OFFICIAL:
        text = re.sub(phrase, "\n", re.sub(r"[ \t\u3000]", "", text))
    grams = set()
    for run in re.split(r"[^\u4e00-\u9fff，、：；“”‘’（）]+", text):
        han = re.sub(r"[^\u4e00-\u9fff]", "", run)
        grams |= {han[i : i + GRAM] for i in range(len(han) - GRAM + 1)}
    return grams


def test_no_sentence_of_a_real_report(shared: Path) -> None:
    """Eighteen Chinese characters in a row that a real report has too, official names apart, are that report's."""
    real = {
        gram: path.name
        for path in sorted((shared / "reports").glob("*.txt"))
        for gram in _grams(path.read_text("utf-8"))
    }
    assert real
    found = [f"{name}: {gram} ({real[gram]})" for name, text in texts() for gram in sorted(_grams(text) & real.keys())]
    assert not found
