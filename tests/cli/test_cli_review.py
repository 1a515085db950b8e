"""`qingdan review` and the verdicts that `qingdan check` takes over, as a reviewer meets them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from small_reports import BAD, GOOD

from lint import lock
from lint.policy.verdicts_read import read_side_file

Run = Callable[..., Result]
NOW = ("--checklist", "../small.toml", "--today", "2025-01-20")
SAID = ("--reason", "见会议纪要", "--office", "县司法局")
PATHS = {"PYTHONPATH": str(Path(__file__).parents[2])}
BOTH = BAD + "请县政府拨款10万元。\n"


@pytest.fixture
def review(run: Run) -> Run:
    """`qingdan review` with the small checklist on a fixed day."""

    def review(*arguments: str) -> Result:
        return run("review", *arguments, *NOW)

    return review


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_a_list_with_keys_to_type(folder: Path, review: Run) -> None:
    write("甲.txt", BOTH)
    result = review("甲.txt")
    assert result.exit_code == 0
    assert result.stdout == (
        "■ 甲.txt\n"
        "  题 青禾镇人民政府关于2024年安全工作情况的报告\n"
        "  复核 还没有意见\n"
        "  要素\n"
        "    F1    ○ 缺失　 听取汇报\n"
        "  文字与数据\n"
        "    W1.1  警告 第6行（二） “请县政府拨款”不宜写在这里，请核对改写。\n"
        "  写意见：qingdan review 甲.txt 编号 --disagree --reason 理由 --office 单位\n"
    )


def test_a_verdict_is_taken_over_by_the_next_check(folder: Path, review: Run, check: Run) -> None:
    write("甲.txt", BOTH)
    assert check("甲.txt").exit_code == 1
    done = review("甲.txt", "f1", "Ｗ1.1", "--disagree", *SAID, "--until", "2025-06-30")
    assert done.stdout == "已记入 复核.toml\n  F1 缺失：听取汇报 → 不同意\n  W1.1 请县政府拨款 → 不同意\n"
    after = check("甲.txt", "--fail-on", "warning")
    assert after.exit_code == 0
    assert "  复核 已套用 复核.toml 的 2 条意见：不同意 2\n" in after.stdout
    assert "复核意见：不同意：见会议纪要（县司法局，2025-01-20，有效期至 2025-06-30） [F1]" in after.stdout
    assert check("甲.txt", "--no-review").exit_code == 1
    late = check("甲.txt", "--today", "2025-07-01")
    assert late.exit_code == 1
    assert "  复核 复核.toml 里的 2 条意见都不再适用\n" in late.stdout


def test_a_new_draft_under_a_new_name_keeps_its_verdicts(folder: Path, review: Run, check: Run) -> None:
    write("甲.txt", BOTH)
    review("甲.txt", "F1", "W1.1", "--waive", *SAID)
    Path("甲.txt").unlink()
    draft = BOTH.replace("一、主要举措\n", "一、主要举措\n按照年初部署，新写一段。\n").replace(
        "二、下一步", "三、下一步"
    )
    write("青禾镇（报送稿）.txt", draft)
    assert check("青禾镇（报送稿）.txt", "--fail-on", "warning").exit_code == 0


def test_one_townships_verdict_excuses_no_other(folder: Path, review: Run, check: Run) -> None:
    write("甲.txt", BAD)
    review("甲.txt", "F1", "--waive", *SAID)
    write("乙.txt", BAD.replace("青禾镇", "安岭镇"))
    found = json.loads(check("甲.txt", "乙.txt", "--format", "json").stdout)
    waived = {report["path"]: [bool(f["waived"]) for f in report["findings"]] for report in found["reports"]}
    assert waived == {"甲.txt": [True], "乙.txt": [False]}


def test_what_was_mended_is_listed_and_can_be_taken_back(folder: Path, review: Run, check: Run) -> None:
    write("甲.txt", BOTH)
    review("甲.txt", "F1", "W1.1", "--waive", *SAID)
    write("甲.txt", GOOD)
    text = check("甲.txt").stdout
    said = "可以保留：见会议纪要（县司法局，2025-01-20）。不再适用："
    assert f"  复核意见 “缺失：听取汇报”{said}当时的结论是“缺失”，这次是“满足” [F1]\n" in text
    assert f"  复核意见 “请县政府拨款”{said}这一处已改好或原文已改 [W1]\n" in text
    assert review("甲.txt", "old.1", "--agree").stderr == "qingdan：old.1 已不再适用，只能用 --undo 删去。\n"
    assert review("甲.txt", "old.1", "old.2", "--undo").exit_code == 0
    assert check("甲.txt").stdout.count("复核") == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("甲.txt", "F1"), "请写明对 F1 的意见：--agree、--disagree、--waive、--met、--unmet，或者 --undo。"),
        (("甲.txt", "--agree"), "请写明对哪一项，例如 F1；编号请看 qingdan review 甲.txt"),
        (("甲.txt", "F1", "--agree", "--undo"), "一次只能写一种意见，这里写了 --agree、--undo。"),
        (("甲.txt", "F1", "--waive"), "--waive（可以保留）还要写明 --reason 理由 和 --office 单位。"),
        (("甲.txt", "F1", "--disagree", "--reason", "x"), "--disagree（不同意）还要写明 --office 单位。"),
        (("甲.txt", "F11", "--agree"), "没有编号“F11”。是否想写“F1”？编号请看 qingdan review 甲.txt"),
        (
            ("甲.txt", "F1", "--met", "--office", "x"),
            "F1（听取汇报）是“缺失”，不能用 --met；可以用 --agree、--disagree、--waive。",
        ),
        (
            ("甲.txt", "F1", "W1.1", "--unmet", "--office", "x"),
            "F1（听取汇报）是“缺失”，不能用 --unmet；可以用 --agree、--disagree、--waive。",
        ),
        (("甲.txt", "F1", "--undo"), "F1 没有复核意见，没有可以删的。"),
        (
            ("甲.txt", "F1", "--agree", "--until", "2025-01-19"),
            "--until（2025-01-19）早于复核日期（2025-01-20），意见一记下就过期了。",
        ),
    ],
)
def test_wrong_use_records_nothing(folder: Path, review: Run, arguments: tuple[str, ...], sentence: str) -> None:
    write("甲.txt", BOTH)
    result = review(*arguments)
    assert (result.stdout, result.stderr, result.exit_code) == ("", f"qingdan：{sentence}\n", 2)
    assert not Path("复核.toml").exists()


def test_a_missing_report_and_one_of_another_kind(folder: Path, review: Run) -> None:
    assert review("没有.txt", "F1", "--agree").exit_code == 2
    write("乙.txt", "青禾镇运动会秩序册\n一、开幕式\n")
    result = review("乙.txt")
    assert result.exit_code == 2
    assert result.stderr == (
        "乙.txt 看起来不是“安全工作年度报告”所查的报告，没有逐项核对，不能记复核意见。"
        "如果确实是，请先核对标题是否写全。\n"
    )


def test_a_damaged_side_file_stops_everything_and_stays_as_it_is(folder: Path, review: Run, check: Run) -> None:
    write("甲.txt", BAD)
    review("甲.txt", "F1", "--waive", *SAID)
    broken = Path("复核.toml").read_text(encoding="utf-8").replace('verdict = "waived"', 'verdict = "waive"')
    Path("复核.toml").write_text(broken, encoding="utf-8")
    line = next(number for number, row in enumerate(broken.split("\n"), 1) if row.startswith("verdict"))
    for result in (check("甲.txt", "--html", "a.html"), review("甲.txt"), review("甲.txt", "F1", "--agree")):
        assert result.exit_code == 2
        assert result.stdout == ""
        assert f"复核.toml:{line}:11: 错误：“verdict”只能是 agree（同意）" in result.stderr
        assert "是否想写“waived”？" in result.stderr
        assert result.stderr.endswith("复核文件有错误，请改好再运行；这个文件没有改动。\n")
    assert Path("复核.toml").read_text(encoding="utf-8") == broken
    assert not Path("a.html").exists()
    assert check("甲.txt", "--no-review").exit_code == 1


def test_another_file_is_never_taken_for_a_side_file(folder: Path, review: Run) -> None:
    write("甲.txt", BAD)
    write("乙.txt", GOOD)
    for name in ("甲.txt", "乙.txt"):
        before = Path(name).read_bytes()
        assert review("甲.txt", "F1", "--agree", "--file", name).exit_code == 2
        assert Path(name).read_bytes() == before


def test_a_named_side_file_and_standard_input(folder: Path, review: Run, check: Run) -> None:
    write("甲.txt", BAD)
    assert review("甲.txt", "F1", "--waive", *SAID, "--file", "意见/县里.toml").exit_code == 0
    assert check("甲.txt").exit_code == 1
    assert check("甲.txt", "--review", "意见/县里.toml").exit_code == 0
    assert check("-", "--review", "意见/县里.toml", stdin=BAD.encode()).exit_code == 0
    Path("意见/县里.toml").rename("复核.toml")
    assert check("-", "--stdin-filename", "甲.txt", stdin=BAD.encode()).exit_code == 1
    missing = check("甲.txt", "--review", "没有.toml")
    assert missing.exit_code == 2
    assert "没有.toml: 错误：找不到这个复核文件" in missing.stderr
    both = check("甲.txt", "--review", "复核.toml", "--no-review")
    assert both.stderr == "qingdan：--review 和 --no-review 只能写一个。\n"


def test_each_folder_has_its_own_side_file(folder: Path, review: Run, check: Run) -> None:
    write("东片/甲.txt", BAD)
    write("西片/乙.txt", BAD.replace("青禾镇", "安岭镇"))
    review("东片/甲.txt", "F1", "--waive", *SAID)
    assert check("东片").exit_code == 0
    assert check(".").exit_code == 1
    review("西片/乙.txt", "F1", "--waive", *SAID)
    assert check(".").exit_code == 0


def test_the_configuration_says_which_checklist_and_which_side_file(folder: Path, run: Run) -> None:
    write("qingdan.toml", 'checklist = "../small.toml"\nreview = "意见.toml"\n')
    write("东片/甲.txt", BAD)
    assert run("review", "东片/甲.txt", "F1", "--waive", *SAID, "--today", "2025-01-20").exit_code == 0
    assert Path("意见.toml").exists()
    assert run("check", "东片", "--today", "2025-01-20").exit_code == 0
    assert run("check", "东片", "--today", "2025-01-20", "--no-review").exit_code == 1


def test_saying_the_same_again_writes_the_same_bytes(folder: Path, review: Run) -> None:
    write("甲.txt", BOTH)
    review("甲.txt", "F1", "--waive", *SAID)
    review("甲.txt", "W1.1", "--agree")
    first = Path("复核.toml").read_bytes()
    Path("复核.toml").unlink()
    review("甲.txt", "W1.1", "--agree")
    review("甲.txt", "F1", "--waive", *SAID)
    assert Path("复核.toml").read_bytes() == first
    assert not [path.name for path in Path().iterdir() if path.name.startswith(".qingdan")]


def test_the_help_is_chinese(run: Run) -> None:
    text = run("review", "--help").stdout
    assert text.startswith("用法：qingdan review [选项]… 报告 [编号…]  或  反馈单…\n")
    assert "意见记在报告旁边的 复核.toml 里，qingdan check 会自动套用。" in text
    assert "记下复核意见，下一稿检查时沿用" in run("--help").stdout


def test_what_is_said_of_nothing_is_wrong_use(folder: Path, review: Run) -> None:
    write("甲.txt", BOTH)
    result = review("甲.txt", "--office", "县司法局")
    assert result.exit_code == 2
    assert result.stderr == "qingdan：请写明对哪一项，例如 F1；编号请看 qingdan review 甲.txt\n"


def test_an_older_verdict_by_hand_does_not_replace_a_later_one(folder: Path, review: Run) -> None:
    write("甲.txt", BOTH)
    review("甲.txt", "F1", "--agree", "--date", "2025-01-19")
    older = review("甲.txt", "F1", "--disagree", *SAID, "--date", "2025-01-18")
    assert older.exit_code == 2
    assert "F1 已有较新的意见 同意（2025-01-19），这次的是 不同意：见会议纪要（2025-01-18），没有改动" in older.stderr
    later = review("甲.txt", "F1", "--disagree", *SAID)
    assert "→ 不同意（原意见 同意（2025-01-19）改为 不同意：见会议纪要（2025-01-20））" in later.stdout


def test_what_is_no_file_is_no_side_file(folder: Path, review: Run, check: Run) -> None:
    write("甲.txt", BOTH)
    for given in (review("甲.txt", "--file", "/dev/zero"), check("甲.txt", "--review", "/dev/zero")):
        assert given.exit_code == 2
        assert "这不是普通文件，不能用作复核文件" in given.stderr
    Path("复核.toml").mkdir()
    for given in (review("甲.txt"), check("甲.txt")):
        assert given.exit_code == 2
        assert "这是文件夹，不是复核文件；请把它移走或改名" in given.stderr


def test_the_sign_of_what_is_thin_is_not_that_of_what_is_absent(
    folder: Path, review: Run, process: Callable[..., "subprocess.CompletedProcess[bytes]"]
) -> None:
    write("甲.txt", BOTH.replace("一、主要举措\n", "一、主要举措\n执行汇报制度。\n"))
    assert "◐ 不充分 听取汇报" in review("甲.txt").stdout
    done = process("review", "甲.txt", *NOW, environment={"PYTHONIOENCODING": "gbk"})
    assert "◎ 不充分 听取汇报" in done.stdout.decode("gbk")


def test_of_two_processes_at_one_side_file_neither_loses_a_verdict(folder: Path) -> None:
    command = [sys.executable, str(Path(__file__).with_name("save_many.py")), "复核.toml"]
    running = [
        subprocess.Popen([*command, name, "100"], stdin=-1, stdout=-1, stderr=-1, env={**os.environ, **PATHS})
        for name in "ab"
    ]
    for one in running:
        assert one.stdout is not None and one.stdout.readline() == b"ready\n"
    for one in running:
        assert one.stdin is not None
        one.stdin.close()
        one.stdin = None
    said = {line for one in running for line in one.communicate(timeout=60)[1].decode().splitlines()}
    assert [one.returncode for one in running] == [0, 0], said
    assert said <= {"复核.toml 刚刚被改过，没有写入；请再运行一次。"}
    (review,) = read_side_file(Path("复核.toml")).reviews
    assert {given.fingerprint for given in review.verdicts} == {f"{n}{at:031x}" for n in "ab" for at in range(100)}
    assert sorted(path.name for path in folder.iterdir()) == ["复核.toml"]


def test_two_reviews_at_once(folder: Path) -> None:
    write("甲.txt", BOTH)
    command = [sys.executable, "-m", "lint.cli.main", "review", "甲.txt"]
    running = {
        rule: subprocess.Popen([*command, rule, "--waive", *SAID, *NOW], stdout=-1, stderr=-1)
        for rule in ("F1", "W1.1")
    }
    ended = {rule: (one.communicate(timeout=60)[1].decode(), one.returncode) for rule, one in running.items()}
    taken = {rule for rule, (_, code) in ended.items() if code == 0}
    assert taken and {end for rule, end in ended.items() if rule not in taken} <= {
        ("复核.toml 刚刚被改过，没有写入；请再运行一次。\n", 2)
    }
    (review,) = read_side_file(Path("复核.toml")).reviews
    assert {"F1" if given.rule == "F1" else "W1.1" for given in review.verdicts} == taken


def test_a_lock_that_was_left_behind_does_not_last(folder: Path, review: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_LEFT_BEHIND", 0.0)
    write("甲.txt", BOTH)
    Path(".复核.toml.lock").touch()
    assert review("甲.txt", "F1", "--waive", *SAID).exit_code == 0
    assert not Path(".复核.toml.lock").exists()


def test_a_lock_that_cannot_be_taken_away_is_not_waited_for(
    folder: Path, review: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_LEFT_BEHIND", 0.0)
    write("甲.txt", BOTH)
    Path(".复核.toml.lock").mkdir()
    assert review("甲.txt", "F1", "--waive", *SAID).exit_code == 0
