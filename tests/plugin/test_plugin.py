"""A third party's kinds of checks: installed as pip installs them, used by a checklist, broken in every way."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
REPORT = "青禾镇人民政府关于2024年水利工作的报告\n县政府：\n一、做法\n渠道通了！水来了！\n联系人：林某。\n"


class Site:
    """A folder on the path of Python, with packages and the metadata that pip would write."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        self.folder.mkdir()

    def install(self, name: str, *entries: str, version: str = "1.0") -> None:
        info = self.folder / f"{name}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
        (info / "entry_points.txt").write_text("[qingdan.checks]\n" + "\n".join(entries) + "\n", encoding="utf-8")

    def module(self, name: str, text: str) -> None:
        (self.folder / f"{name}.py").write_text(text, encoding="utf-8")

    def run(self, *words: str | Path) -> "subprocess.CompletedProcess[str]":
        path = os.pathsep.join([str(self.folder), str(ROOT)])
        return subprocess.run(
            [sys.executable, "-m", "lint", *map(str, words)],
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=self.folder,
            check=False,
        )


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


@pytest.fixture
def installed(site: Site) -> Site:
    shutil.copytree(HERE / "qingdan_shout", site.folder / "qingdan_shout")
    site.install("qingdan-shout", "shout = qingdan_shout:shout", "nameplate = qingdan_shout:nameplate")
    return site


def test_a_checklist_uses_both_kinds(installed: Site) -> None:
    tried = installed.run("checklist", "test", "--strict", HERE / "shout.toml")
    assert (tried.returncode, tried.stderr) == (0, "")
    assert tried.stdout == "shout：例子 5 个，相符 5，不符 0。\n"
    valid = installed.run("checklist", "validate", HERE / "shout.toml")
    assert (valid.returncode, valid.stdout.endswith("错误 0 处，提示 0 处。\n")) == (0, True)


def test_its_findings_and_outcomes_are_in_the_record(installed: Site, tmp_path: Path) -> None:
    report = tmp_path / "甲.txt"
    report.write_text(REPORT, encoding="utf-8")
    ran = installed.run(
        "check", report, "--checklist", HERE / "shout.toml", "--format", "json", "--today", "2025-03-01"
    )
    (one,) = json.loads(ran.stdout)["reports"]
    assert [(e["id"], e["status"], e["evidence"][0]["quote"]) for e in one["elements"]] == [
        ("contact", "met", "联系人")
    ]
    (finding,) = one["findings"]
    assert (finding["rule"], finding["count"], finding["suggestion"]) == ("calm", 2, "。")
    assert finding["message"] == "公文一般不用感叹号，这里用了2个，请改用句号。"


def test_its_keys_are_validated_as_the_tools_own(installed: Site) -> None:
    broken = (HERE / "shout.toml").read_text(encoding="utf-8")
    broken = broken.replace("most = 1", 'most = "1"\nunlss = ["口号"]').replace('["标语"]', '["(标语"]')
    (installed.folder / "甲.toml").write_text(broken, encoding="utf-8")
    told = installed.run("checklist", "validate", "甲.toml")
    assert told.returncode == 2
    assert "“most”应是整数，不加引号：most = 1" in told.stdout
    assert "[[rule]] 没有“unlss”这个键；是否想写“unless”？" in told.stdout
    assert "“(”没有对应的“)”" in told.stdout


def test_the_schema_has_its_keys(installed: Site) -> None:
    schema = json.loads(installed.run("checklist", "schema").stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["ShoutRule"]["properties"]["most"]["examples"] == [2]
    assert schema["$defs"]["ShoutRule"]["title"] == '[[rule]] kind = "shout"'
    assert "ShoutRule" not in json.loads((ROOT / "checklists/checklist.schema.json").read_text("utf-8"))["$defs"]


def test_without_the_plugin_the_kind_is_unknown(site: Site) -> None:
    told = site.run("checklist", "test", HERE / "shout.toml")
    assert told.returncode == 2
    assert "“kind”只能是 " in told.stderr
    assert "这里写的是“shout”" in told.stderr
    assert "Traceback" not in told.stderr


def test_its_code_is_loaded_only_where_a_checklist_uses_it(installed: Site, tmp_path: Path) -> None:
    (installed.folder / "qingdan_shout" / "__init__.py").write_text("raise SystemExit('loaded')", encoding="utf-8")
    report = tmp_path / "甲.txt"
    report.write_text(REPORT, encoding="utf-8")
    assert installed.run("check", report).returncode != 1
    assert "loaded" not in installed.run("checklist", "validate", "township").stderr


@pytest.mark.parametrize(
    ("module", "told"),
    [
        ("import nowhere_at_all", "插件 qingdan-bad 2.1 提供，但它装不上（ModuleNotFoundError：No module named"),
        ("shout = 3", "但它给出的 bad:shout 不是 lint.plugin.Check；请告诉插件的作者"),
        ("x = 1", "但它装不上（AttributeError："),
        (
            "from lint.plugin import Check, RuleSpec\n"
            "class Bare(RuleSpec, frozen=True, kw_only=True): pass\nshout = Check(Bare, None)",
            '但它的规格没有写 tag_field="kind", tag="shout"',
        ),
    ],
)
@pytest.mark.parametrize("command", ["validate", "test"])
def test_a_plugin_that_cannot_be_loaded_is_one_sentence(site: Site, module: str, told: str, command: str) -> None:
    site.module("bad", module)
    site.install("qingdan-bad", "shout = bad:shout", "nameplate = bad:shout", version="2.1")
    ran = site.run("checklist", command, HERE / "shout.toml")
    said = ran.stdout + ran.stderr
    assert ran.returncode == 2
    assert "检查种类“shout”由插件 qingdan-bad 2.1 提供" in said
    assert told in said
    assert "“kind”只能是" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("return 1 / 0", "检查种类“shout”的插件出错（ZeroDivisionError：division by zero），这一项没有查"),
        ("return None", "检查种类“shout”的插件没有给出 Finding 的列表；请告诉插件的作者"),
    ],
)
def test_a_check_that_fails_is_one_error_outcome(installed: Site, tmp_path: Path, body: str, told: str) -> None:
    module = installed.folder / "qingdan_shout" / "__init__.py"
    text = module.read_text(encoding="utf-8")
    module.write_text(text.replace("    text = context.report.document.text\n", f"    {body}\n", 1), encoding="utf-8")
    report = tmp_path / "甲.txt"
    report.write_text(REPORT, encoding="utf-8")
    ran = installed.run("check", report, "--checklist", HERE / "shout.toml", "--format", "json")
    assert ran.returncode == 2
    statuses = {e["id"]: e for e in json.loads(ran.stdout)["reports"][0]["elements"]}
    assert statuses["contact"]["status"] == "met"
    assert (statuses["calm"]["status"], told in statuses["calm"]["reason"]) == ("error", True)


def test_a_plugin_is_tried_with_the_published_helpers(installed: Site) -> None:
    installed.module(
        "trying",
        "from lint.testing import checklist, find, judge, outcome, report, words, wrong_examples\n"
        "text = report('一、做法\\n渠道通了！水来了！')\n"
        "assert words(text, find(text, checklist({'kind': 'shout'}))) == ['！', '！']\n"
        "assert find(text, checklist({'kind': 'shout', 'most': 2})) == []\n"
        "made = checklist(elements=[{'kind': 'nameplate', 'line': ['联系人']}])\n"
        "assert outcome(text, made).status == 'absent'\n"
        f"assert wrong_examples({str(HERE / 'shout.toml')!r}) == []\n",
    )
    path = os.pathsep.join([str(installed.folder), str(ROOT)])
    ran = subprocess.run([sys.executable, "-m", "trying"], env={**os.environ, "PYTHONPATH": path}, check=False)
    assert ran.returncode == 0
