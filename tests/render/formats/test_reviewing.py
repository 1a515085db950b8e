"""What reviewing systems read: GitLab Code Quality, rdjson, Checkstyle."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lint.record import report_record
from tests.render.formats.reports import as_word, build, drawn, everything
from tests.render.formats.tools import module, node


def test_gitlab_finds_its_six_keys_in_every_item() -> None:
    text = drawn("gitlab", **everything())
    items = json.loads(text)
    assert not text.startswith("\ufeff") and items
    for item in items:
        assert set(item) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert set(item["location"]) == {"path", "lines"} and set(item["location"]["lines"]) == {"begin"}
        assert item["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert re.fullmatch("[0-9a-f]{32}", item["fingerprint"])
        assert item["location"]["lines"]["begin"] >= 1 and not item["location"]["path"].startswith("./")
        assert item["description"].endswith(f"[{item['check_name']}]")
    assert len({item["fingerprint"] for item in items}) == len(items)
    assert {item["severity"] for item in items} == {"info", "minor", "major", "critical"}


def test_gitlab_clean_is_an_empty_array() -> None:
    assert drawn("gitlab") == "[]\n"


def test_the_validator_of_rdformat_takes_it(tmp_path: Path) -> None:
    program = module("@umbrelladocs", "rdformat-validator", "bin", "rdformat-validator.js")
    for number, given in enumerate((everything(), {"runs": []}, {"runs": [as_word()]})):
        source = tmp_path / f"{number}.json"
        source.write_text(drawn("rdjson", **given), encoding="utf-8")
        done = node(str(program), str(source))
        assert (done.returncode, "Total errors: 0" in done.stdout) == (0, True)
    broken = tmp_path / "broken.json"
    broken.write_text(drawn("rdjson", [build()]).replace('"message":', '"massage":'), encoding="utf-8")
    assert node(str(program), str(broken)).returncode == 1  # it does look


def test_rdjson_tells_the_rule_the_severity_and_other_places() -> None:
    found = {one["code"]["value"]: one for one in json.loads(drawn("rdjson", [build()]))["diagnostics"]}
    assert found["sums"]["severity"] == "ERROR" and found["punctuation"]["severity"] == "INFO"
    others = [one["message"] for one in found["punctuation"]["related_locations"]]
    assert others == ["第12行", "第14行", "第16行", "第16行"]
    assert found["term"]["suggestions"][0]["text"] == "法治政府建设与责任落实督察工作规定"
    assert "suggestions" not in found["privacy"] and "suggestions" not in found["punctuation"]


def test_checkstyle_is_well_formed_and_has_a_file_for_each_report() -> None:
    root = ElementTree.fromstring(drawn("checkstyle", **everything()))
    names = [file.attrib["name"] for file in root]
    assert names[:3] == ["各乡镇/坏,的:一份 100%.docx", "各乡镇/柳河镇 2024.txt", "别.txt"]
    assert names[-1] == "qingdan.toml"
    for error in root.iter("error"):
        assert error.attrib["severity"] in ("error", "warning", "info")
        assert int(error.attrib["line"]) >= 1 and error.attrib["source"].startswith("qingdan.")
    (broken,) = root[0]
    assert broken.attrib["source"] == "qingdan.unreadable"


@pytest.mark.parametrize("kind", ["gitlab", "rdjson", "checkstyle", "github", "sarif"])
def test_what_is_excused_is_not_told(kind: str) -> None:
    report = report_record(build())
    report["elements"] = [one for one in report["elements"] if one["status"] != "error"]
    report["findings"] = [{**finding, "waived": {"reason": "已列入基线"}} for finding in report["findings"]]
    text = drawn(kind, [build()], records=[report])
    assert "没有写明带头学法。" not in text.replace("缺失：没有写明带头学法。", "")


def test_private_words_stay_masked_in_every_format() -> None:
    for kind in ("sarif", "sarif-full", "junit", "github", "github-summary", "gitlab", "rdjson", "checkstyle",
                 "markdown", "csv"):  # fmt: skip
        text = drawn(kind, [build()])
        assert "13812345678" not in text and "张小明" not in text
