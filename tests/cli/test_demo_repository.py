"""A county's git repository of its townships' reports, checked at every push, with commits as people make them.

The county, its townships and their reports are invented. `qingdan` runs as a process of its own, as CI runs it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from small_reports import CHECKLIST

CONFIG = """\
checklist = "清单/安全.toml"
fail-on = "warning"
baseline = "qingdan-baseline.toml"

[[waiver]]
rule = "W1"
issuer = "栗坡乡人民政府"
year = 2024
reason = "请示事项县政府办公室要求随报告一并报送"
authority = "禾阳县应急管理局"
date = 2025-01-10
until = 2025-06-30
"""

REPORT = """\
{issuer}关于2024年安全工作情况的报告
一、主要举措
{measures}
全年排查隐患12处，整改12处。
二、下一步安排
2025年将继续排查隐患。
"""
HEARD = "专题会议听取安全工作汇报3次。"
NAMED = "落实安全工作汇报制度。"
ASKED = "请县政府拨款10万元。"


class Repository:
    """A working tree in a folder, with `qingdan` and git run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._git("init", "--initial-branch=main")

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def report(self, path: str, issuer: str, *measures: str) -> None:
        self.write(path, REPORT.format(issuer=issuer, measures="\n".join(measures)))

    def commit(self, message: str) -> None:
        self._git("add", "--all")
        self._git("commit", "--message", message)

    def move(self, old: str, new: str) -> None:
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        self._git("mv", old, new)
        self.commit(f"{old} 改名")

    def qingdan(self, *arguments: str, today: str = "2025-02-01") -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "lint", *arguments, "--today", today],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )

    def check(self, *options: str, today: str = "2025-02-01") -> "subprocess.CompletedProcess[str]":
        return self.qingdan("check", "报告", *options, today=today)

    def open_rules(self, *options: str, today: str = "2025-02-01") -> dict[str, list[str]]:
        """The rules of the findings that count, by file name; files without are left out."""
        record = json.loads(self.check("--format", "json", *options, today=today).stdout)
        found = {
            Path(report["path"]).name: [f["rule"] for f in report["findings"] if not f["waived"]]
            for report in record["reports"]
        }
        return {name: rules for name, rules in found.items() if rules}

    def _git(self, *arguments: str) -> None:
        who = ("-c", "user.name=县司法局", "-c", "user.email=sfj@example.invalid")
        subprocess.run(["git", *who, *arguments], cwd=self.folder, check=True, capture_output=True)


@pytest.fixture
def ready(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Four townships: 青禾 owes two things that stand in the baseline, 栗坡 asks for money and has a waiver for it,
    麦桥 and 石门 have nothing to mend."""
    monkeypatch.setenv("PYTHONPATH", str(root))
    (tmp_path / "禾阳县").mkdir()
    county = Repository(tmp_path / "禾阳县")
    county.write("清单/安全.toml", CHECKLIST)
    county.write("qingdan.toml", CONFIG.replace('baseline = "qingdan-baseline.toml"\n', ""))
    county.report("报告/青禾镇.txt", "青禾镇人民政府", NAMED, ASKED)
    county.report("报告/栗坡乡.txt", "栗坡乡人民政府", HEARD, ASKED)
    county.report("报告/麦桥镇.txt", "麦桥镇人民政府", HEARD)
    county.report("报告/石门乡.txt", "石门乡人民政府", HEARD)
    county.commit("收齐报告")
    assert county.check("--fail-on", "warning").returncode == 1
    written = county.qingdan("baseline", "write", "报告")
    assert written.stdout == (
        "已写入 qingdan-baseline.toml：1 份报告，共 2 处（新增 2 处，去掉 0 处）。\n"
        '请在 qingdan.toml 里写 baseline = "qingdan-baseline.toml"，以后检查时就会用它。\n'
    )
    county.write("qingdan.toml", CONFIG)
    county.commit("列入基线")
    return county


def test_old_debts_do_not_block(ready: Repository) -> None:
    done = ready.check()
    assert "  另有 2 条已列入基线，不再提示\n" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_a_waived_one_passes_with_its_reason_printed(ready: Repository) -> None:
    done = ready.check()
    assert (
        "已说明理由 “请县政府拨款”不宜写在这里，请核对改写。 理由：请示事项县政府办公室要求随报告一并报送；"
        "同意的机关或人：禾阳县应急管理局；日期：2025-01-10；有效期至：2025-06-30 [W1]\n"
    ) in done.stdout
    assert done.returncode == 0


def test_the_reason_is_in_json_and_on_the_page(ready: Repository) -> None:
    done = ready.check("--output", "json:结果.json", "--html", "页面")
    assert done.returncode == 0
    reports: list[dict[str, Any]] = json.loads((ready.folder / "结果.json").read_text(encoding="utf-8"))["reports"]
    waived = {Path(report["path"]).name: [f["waived"] for f in report["findings"]] for report in reports}
    assert waived["栗坡乡.txt"] == [
        {
            "reason": "请示事项县政府办公室要求随报告一并报送",
            "authority": "禾阳县应急管理局",
            "date": "2025-01-10",
            "until": "2025-06-30",
        }
    ]
    assert waived["青禾镇.txt"] == [{"reason": "已列入基线"}, {"reason": "已列入基线"}]
    page = (ready.folder / "页面" / "栗坡乡.html").read_text(encoding="utf-8")
    assert "已说明理由" in page and "禾阳县应急管理局" in page and "2025-06-30" in page


def test_a_new_defect_fails(ready: Repository) -> None:
    ready.report("报告/麦桥镇.txt", "麦桥镇人民政府", HEARD, "请县财政局拨款5万元。")
    ready.commit("麦桥镇改报告")
    assert ready.check().returncode == 1
    assert ready.open_rules() == {"麦桥镇.txt": ["W1"]}
    ready.report("报告/青禾镇.txt", "青禾镇人民政府", NAMED, ASKED, "请县财政局拨款5万元。")
    assert ready.open_rules() == {"青禾镇.txt": ["W1"], "麦桥镇.txt": ["W1"]}


def test_a_debt_that_has_grown_worse_fails(ready: Repository) -> None:
    ready.report("报告/青禾镇.txt", "青禾镇人民政府", ASKED)  # what was merely named is not even named any more
    assert ready.open_rules() == {"青禾镇.txt": ["F1"]}


def test_a_neighbours_same_defect_still_fails(ready: Repository) -> None:
    ready.report("报告/石门乡.txt", "石门乡人民政府", HEARD, ASKED)
    ready.commit("石门乡照抄青禾镇")
    assert ready.check().returncode == 1
    assert ready.open_rules() == {"石门乡.txt": ["W1"]}


def test_a_neighbour_in_a_file_of_the_old_name_is_not_excused(ready: Repository) -> None:
    ready.report("报告/青禾镇.txt", "石门乡人民政府", NAMED, ASKED)
    assert set(ready.open_rules()["青禾镇.txt"]) == {"F1", "W1"}


def test_a_moved_paragraph_and_a_renumbered_section_reopen_nothing(ready: Repository) -> None:
    ready.report("报告/青禾镇.txt", "青禾镇人民政府", NAMED, ASKED, "请县财政局拨款5万元。")
    ready.qingdan("baseline", "write", "报告")
    moved = REPORT.format(issuer="青禾镇人民政府", measures="新增一段：全年宣传6场。").replace(
        "二、下一步安排", f"二、其他做法\n请县财政局拨款5万元。\n（一）{ASKED}\n\n{NAMED}\n三、下一步安排"
    )
    ready.write("报告/青禾镇.txt", moved)
    ready.commit("青禾镇挪段落")
    done = ready.check()
    assert (ready.open_rules(), done.returncode) == ({}, 0)


@pytest.mark.parametrize("name", ["报告/2024年/青禾镇人民政府安全报告.txt", "报告/青禾.md"])
def test_a_renamed_file_keeps_its_baseline(ready: Repository, name: str) -> None:
    ready.move("报告/青禾镇.txt", name)
    assert (ready.open_rules(), ready.check().returncode) == ({}, 0)
    pruned = ready.qingdan("baseline", "prune", "报告")
    assert pruned.stdout == "qingdan-baseline.toml 里没有可删的：1 份报告，共 2 处。\n"


def test_an_expired_waiver_fails(ready: Repository) -> None:
    assert ready.check(today="2025-06-30").returncode == 0
    done = ready.check("--fail-on", "error", today="2025-07-01")
    assert done.returncode == 1
    assert (
        "■ qingdan.toml\n  第5行 错误 栗坡乡人民政府2024年度“W1”的例外已于2025-06-30到期，不再算数；"
        "请改好报告，或者经“禾阳县应急管理局”同意后延期 [waiver-expired]\n"
    ) in done.stdout
    assert ready.open_rules(today="2025-07-01") == {"栗坡乡.txt": ["W1"]}


def test_a_waiver_that_is_of_no_use_any_more_is_told(ready: Repository) -> None:
    ready.report("报告/栗坡乡.txt", "栗坡乡人民政府", HEARD)
    done = ready.check()
    assert "  第5行 警告 栗坡乡人民政府2024年度“W1”的例外没有用上：报告里已经没有这个问题，请删去这一条" in done.stdout
    assert (done.returncode, ready.check("--fail-on", "error").returncode) == (1, 0)


def test_debts_that_are_paid_are_taken_out(ready: Repository) -> None:
    ready.report("报告/青禾镇.txt", "青禾镇人民政府", HEARD, ASKED)
    ready.commit("青禾镇补写听取汇报")
    done = ready.check()
    assert (
        "  提示 基线里有 1 处在报告里已经不再出现，可以运行 qingdan baseline prune 删去 [baseline-stale]\n"
        in done.stdout
    )
    assert done.returncode == 0
    before = (ready.folder / "qingdan-baseline.toml").read_text(encoding="utf-8").splitlines()
    pruned = ready.qingdan("baseline", "prune", "报告")
    assert pruned.stdout == "已从 qingdan-baseline.toml 删去 1 处；还有 1 份报告，共 1 处。\n"
    after = (ready.folder / "qingdan-baseline.toml").read_text(encoding="utf-8").splitlines()
    (gone,) = set(before) - set(after)
    assert gone.startswith('  { rule = "F1", ') and set(after) < set(before)  # one line of the diff a debt
    ready.report("报告/青禾镇.txt", "青禾镇人民政府", NAMED, ASKED)  # the old version again: no debt any more
    assert ready.open_rules() == {"青禾镇.txt": ["F1"]}


def test_a_report_that_is_gone_leaves_the_baseline(ready: Repository) -> None:
    (ready.folder / "报告" / "青禾镇.txt").unlink()
    pruned = ready.qingdan("baseline", "prune", "报告")
    assert pruned.stdout == "已从 qingdan-baseline.toml 删去 2 处；还有 0 份报告，共 0 处。\n"


def test_writing_again_changes_nothing_and_never_outlives_a_waiver(ready: Repository) -> None:
    path = ready.folder / "qingdan-baseline.toml"
    before = path.read_bytes()
    again = ready.qingdan("baseline", "write", "报告", "清单")
    assert again.stdout == "已写入 qingdan-baseline.toml：1 份报告，共 2 处（新增 0 处，去掉 0 处）。\n"
    assert path.read_bytes() == before
    assert "栗坡乡" not in before.decode("utf-8")


def test_a_push_checks_what_it_changed(ready: Repository) -> None:
    ready.report("报告/石门乡.txt", "石门乡人民政府", HEARD, "全年宣传6场。")
    ready.commit("石门乡补一段")
    assert _paths(ready.check("--changed-since", "HEAD~1", "--format", "jsonl")) == ["报告/石门乡.txt"]
    assert ready.check("--changed-since", "HEAD").returncode == 0


def test_from_inside_a_folder_it_is_all_the_same(ready: Repository) -> None:
    above = ready.check()
    ready.folder /= "报告"
    inside = ready.qingdan("check", ".")
    assert inside.stdout.replace("■ ", "■ 报告/") == above.stdout
    assert inside.returncode == 0


def _paths(done: "subprocess.CompletedProcess[str]") -> Sequence[str]:
    return [json.loads(line)["path"] for line in done.stdout.splitlines()]
