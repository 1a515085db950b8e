"""Files that a run writes: pages, records; never over an input, never over each other."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import BAD, GOOD, OTHER

Check = Callable[..., Result]


def test_several_outputs_in_one_run(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(BAD, encoding="utf-8")
    result = check(
        "甲.txt",
        "--output",
        "json:出/结果.json",
        "--output",
        "jsonl:行.jsonl",
        "--output",
        "text:文.txt",
        "--html",
        "页.html",
    )
    whole = json.loads(Path("出/结果.json").read_text(encoding="utf-8"))
    line = json.loads(Path("行.jsonl").read_text(encoding="utf-8"))
    assert whole["reports"][0]["findings"] == line["findings"]
    text = Path("文.txt").read_text(encoding="utf-8")
    told = "json 格式的结果：出/结果.json\njsonl 格式的结果：行.jsonl\ntext 格式的结果：文.txt\n网页：页.html\n"
    assert text + told == result.stdout
    assert "没有写听取汇报" in Path("页.html").read_text(encoding="utf-8")
    assert result.exit_code == 1


def test_reports_of_the_same_name_get_pages_of_their_own(folder: Path, check: Check) -> None:
    for town in ("甲镇", "乙镇", "丙镇"):
        Path(town).mkdir()
        (Path(town) / "报告.txt").write_text(GOOD.replace("青禾", town[0] * 2), encoding="utf-8")
    assert check(".", "--html", "体检 结果").exit_code == 0
    pages = sorted(path.name for path in Path("体检 结果").iterdir())
    assert pages == ["index.html", *sorted(f"{town}-报告.html" for town in ("甲镇", "乙镇", "丙镇"))]
    assert "甲甲镇" in Path("体检 结果/甲镇-报告.html").read_text(encoding="utf-8")
    again = check(".", "--format", "jsonl")
    assert len(again.stdout.splitlines()) == 3  # our own pages are passed over


def test_pages_spare_inputs_and_strange_files(folder: Path, check: Check) -> None:
    source = f"<html><body><h1>{GOOD.split()[0]}</h1>" + "".join(f"<p>{p}</p>" for p in GOOD.split()[1:])
    Path("甲.html").write_text(source, encoding="utf-8")
    Path("乙.txt").write_text(GOOD, encoding="utf-8")
    Path("乙.html").write_text("别人的网页", encoding="utf-8")
    assert check("甲.html", "乙.txt", "--html", ".").exit_code == 0
    assert Path("甲.html").read_text(encoding="utf-8") == source
    assert Path("乙.html").read_text(encoding="utf-8") == "别人的网页"
    assert Path("甲-2.html").exists() and Path("乙-2.html").exists()
    assert check("甲.html", "乙.txt", "--html", ".").exit_code == 0
    assert not Path("甲-3.html").exists()


def test_a_strange_index_is_not_overwritten(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    Path("站").mkdir()
    Path("站/index.html").write_text("首页", encoding="utf-8")
    result = check("甲.txt", "--html", "站")
    assert Path("站/index.html").read_text(encoding="utf-8") == "首页"
    assert "不是本工具写的页面，没有覆盖" in result.stderr
    assert result.exit_code == 2


def test_an_output_is_never_the_input(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    result = check("甲.txt", "--output", "text:./甲.txt")
    assert Path("甲.txt").read_text(encoding="utf-8") == GOOD
    assert "就是被检查的文件，没有写入" in result.stderr
    assert result.exit_code == 2


def test_several_reports_do_not_fit_into_one_page(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    Path("乙.txt").write_text(GOOD, encoding="utf-8")
    result = check(".", "--html", "页.html")
    assert result.stderr == "qingdan：要检查 2 份报告，网页请写到文件夹，例如 --html 体检结果。\n"
    assert result.exit_code == 2


def test_an_output_that_cannot_be_written_is_told_and_the_rest_goes_on(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    Path("堵").write_text("", encoding="utf-8")
    result = check("甲.txt", "--html", "堵/页.html", "--output", "json:结果.json")
    assert result.stderr.startswith("写不了 ") or "没有写入" in result.stderr
    assert json.loads(Path("结果.json").read_text(encoding="utf-8"))["reports"]
    assert result.exit_code == 2


def test_open_shows_the_page(folder: Path, check: Check, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: bool(opened.append(address)) or True)
    monkeypatch.setattr("tempfile.mkdtemp", lambda prefix: str(tmp_path))
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    assert check("甲.txt", "--open").exit_code == 0
    assert check("甲.txt", "--open", "--html", "页 面.html").exit_code == 0
    assert opened == [(tmp_path / "index.html").as_uri(), (folder / "页 面.html").as_uri()]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder that nobody can write to")
def test_a_folder_that_cannot_be_written(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    answer = check("甲.txt", "--html", "/proc/self/甲.html")
    assert answer.exit_code == 2
    assert "写不了" in answer.stderr


def test_nothing_is_written_beside_the_reports(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    before = sorted(Path().iterdir())
    check(".")
    assert sorted(Path().iterdir()) == before


def test_the_last_lines_say_where_everything_is(folder: Path, check: Check) -> None:
    for name, text in (("甲", GOOD), ("乙", BAD), ("丙", OTHER)):
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    wanted = ("--html", "页", "--sheet", "单", "--annotate", "注")
    result = check(".", *wanted)
    assert result.stdout.splitlines()[-4:] == [
        "读到 3 份、核对 2 份、不是这类报告 1 份：错误 1、警告 0、提示 0。",
        f"网页：{Path('页/index.html')}（3 份）",
        "反馈单：单（2 份；不是这类报告的 1 份没有写）",
        "批注副本：注（2 份；不是这类报告的 1 份没有写）",
    ]
    assert sorted(path.name for path in Path("单").iterdir()) == sorted(["甲.反馈单.docx", "乙.反馈单.docx"])
    assert check(".", *wanted, "--quiet").stdout == ""
    assert check(".", *wanted, "--format", "jsonl").stdout.count("\n") == 3


def test_the_last_lines_say_what_could_not_be_written(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    Path("乙.txt").write_text(GOOD.replace("青禾", "白杨"), encoding="utf-8")
    Path("占用").write_text("", encoding="utf-8")
    Path("单").mkdir()
    Path("单/甲.反馈单.docx").write_text("别人的", encoding="utf-8")
    result = check(".", "--html", "占用/页", "--sheet", "单")
    page, sheets = result.stdout.splitlines()[-2:]
    assert page.startswith("网页：没有写成。写不了 ")
    assert sheets == "反馈单：单（1 份；没有写成 1 份，原因见上）"
    assert result.exit_code == 2


def test_what_is_no_such_report_gets_no_sheet(folder: Path, check: Check) -> None:
    Path("丙.txt").write_text(OTHER, encoding="utf-8")
    result = check("丙.txt", "--sheet", "单.docx")
    assert result.stdout.endswith("\n反馈单：没有写，不是这类报告的有 1 份\n")
    assert not Path("单.docx").exists()


def test_a_page_of_ours_is_no_report(folder: Path, check: Check) -> None:
    Path("甲.txt").write_text(BAD, encoding="utf-8")
    check("甲.txt", "--html", "页.html")
    result = check("页.html")
    assert "这是本工具生成的体检网页，不是报告，没有检查；请选原来的报告文件再检。" in result.stdout
    assert result.exit_code == 2
