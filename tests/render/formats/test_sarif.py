"""SARIF in both profiles: by the official schema, by the multitool with its GitHub rules, by another reader."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from lint.record import report_record
from lint.render.formats import drawing
from tests.render.formats.reports import as_word, build, drawn, everything, read
from tests.render.formats.tools import module

PROFILES = ["sarif", "sarif-full"]
WAIVED = {"reason": "已另行报告", "authority": "县司法局", "until": "2026-12-31"}


def log(kind: str, **given: Any) -> dict[str, Any]:
    (run,) = json.loads(drawn(kind, **(given or everything())))["runs"]
    assert isinstance(run, dict)
    return run


def of(run: dict[str, Any], rule: str) -> dict[str, Any]:
    """The first result of a rule of the run made by hand."""
    found: dict[str, Any] = next(result for result in run["results"] if result["ruleId"] == rule)
    return found


@pytest.mark.parametrize("kind", PROFILES)
def test_the_official_schema_takes_everything_and_nothing(kind: str) -> None:
    schema = json.loads(
        module("@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
    )
    for given in (everything(), {"runs": []}, {"runs": [as_word()]}):
        whole = json.loads(drawn(kind, **given))
        errors = jsonschema.Draft4Validator(schema).iter_errors(whole)
        assert [(list(error.absolute_path), error.message) for error in errors] == []


@pytest.mark.parametrize("kind", PROFILES)
def test_the_multitool_with_the_rules_of_github_finds_no_error(kind: str, tmp_path: Path) -> None:
    folder = module("@microsoft", "sarif-multitool-linux")
    program = tmp_path / "multitool" / "Sarif.Multitool"  # npm leaves it without the right to run
    shutil.copytree(folder, program.parent)
    program.chmod(0o755)

    def told(text: str) -> set[str]:
        source, result = tmp_path / "log.sarif", tmp_path / "checked.sarif"
        source.write_text(text, encoding="utf-8")
        result.unlink(missing_ok=True)
        subprocess.run(
            [str(program), "validate", str(source), "--rule-kind", "Sarif;Ghas", "-o", str(result)],
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            check=False, capture_output=True, timeout=120,
        )  # fmt: skip
        found = json.loads(result.read_text(encoding="utf-8"))["runs"][0]["results"]
        return {entry["ruleId"] for entry in found}

    text = drawn(kind, **everything())
    # The tool has no web page (SARIF2005); a Word file has no region (SARIF2017).
    assert told(text) <= {"SARIF2005"} | ({"SARIF2017"} if kind == "sarif-full" else set())
    assert "SARIF1002" in told(text.replace("%E5%90%84%E4%B9%A1%E9%95%87/", "各乡镇 /"))  # it does look


def test_another_reader_counts_the_same(tmp_path: Path) -> None:
    pytest.importorskip("sarif", reason="sarif-tools is not installed")
    source = tmp_path / "log.sarif"
    source.write_text(drawn("sarif", **everything()), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "sarif", "summary", str(source)],
        capture_output=True, encoding="utf-8", check=True, timeout=60,
    )  # fmt: skip
    levels = [result["level"] for result in log("sarif")["results"]]
    for level in ("error", "warning", "note"):
        assert f"{level}: {levels.count(level)}" in done.stdout


def test_code_scanning_gets_only_what_fails_and_counts() -> None:
    report = report_record(build())
    report["findings"] = [{**f, "waived": WAIVED if f["rule"] == "S8" else None} for f in report["findings"]]  # type: ignore[typeddict-item]
    run = log("sarif", runs=[build()], records=[report])
    assert not any("kind" in result or "suppressions" in result for result in run["results"])
    told = {result["ruleId"] for result in run["results"]}
    assert "S8" not in told and {"F3", "S6", "numbering", "N2"} <= told  # N2 could not be checked
    assert not told & {"S1", "F9", "F10"}  # met, a question, does not apply
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert {"startLine", "startColumn", "endLine", "endColumn"} <= set(region)
        assert result["partialFingerprints"]["primaryLocationLineHash"].endswith(":1")


def test_the_full_profile_has_every_outcome_with_its_kind() -> None:
    report = report_record(build())
    report["findings"] = [{**f, "waived": WAIVED if f["rule"] == "S8" else None} for f in report["findings"]]  # type: ignore[typeddict-item]
    run = log("sarif-full", runs=[build()], records=[report])
    kinds = {rule: of(run, rule)["kind"] for rule in ("S1", "S6", "F3", "F9", "F10", "N2")}
    assert kinds == {
        "S1": "pass", "S6": "fail", "F3": "fail", "F9": "review", "F10": "notApplicable", "N2": "open",
    }  # fmt: skip
    assert of(run, "F9")["message"]["text"] == "是否已经述法？请对照述职报告。"
    assert all(result["level"] == "none" for result in run["results"] if result["kind"] != "fail")
    (suppression,) = of(run, "S8")["suppressions"]
    assert suppression == {
        "kind": "external",
        "status": "accepted",
        "justification": "已另行报告（同意的机关或人：县司法局；有效期至：2026-12-31）",
    }
    assert all("suppressions" in result for result in run["results"])


def test_the_legal_basis_is_a_taxonomy() -> None:
    run = log("sarif-full")
    (taxonomy,) = run["taxonomies"]
    names = [taxon["id"] for taxon in taxonomy["taxa"]]
    assert "《法治政府建设与责任落实督察工作规定》第二十五条" in names
    for result in run["results"]:
        for reference in result.get("taxa", ()):
            assert names[reference["index"]] == reference["id"]
    related = {
        relation["target"]["id"]
        for rule in run["tool"]["driver"]["rules"]
        for relation in rule.get("relationships", ())
    }
    assert related == set(names)


@pytest.mark.parametrize("kind", PROFILES)
def test_rules_links_and_files_are_what_they_refer_to(kind: str) -> None:
    run = log(kind)
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["help"]["text"] and len(rule["fullDescription"]["text"]) <= 1024
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        numbers = [place["id"] for place in result.get("relatedLocations", ()) if "id" in place]
        assert numbers == [int(number) for number in re.findall(r"\]\((\d+)\)", result["message"]["text"])]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        if "index" in place:
            assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"]
    numbered = next(result for result in run["results"] if result["message"]["text"].startswith("=cmd"))
    assert numbered["message"]["text"].endswith("共 2 处，另见[第2行](1)。")
    assert numbered["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 2


def test_what_the_report_says_is_neither_link_nor_placeholder() -> None:
    texts = [result["message"]["text"] for kind in PROFILES for result in log(kind)["results"]]
    assert not any("](http" in text or "{0}" in text or "\x0b" in text or "\u202e" in text for text in texts)


def test_file_names_are_percent_encoded_and_relative_to_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    inside = tmp_path / "各 乡镇"
    inside.mkdir()
    monkeypatch.chdir(inside)
    for path, wanted in (
        ("甲#1,乙:丙 100%.txt", "各 乡镇/甲#1,乙:丙 100%.txt"),
        (str(inside / "x" / ".." / "丁.txt"), "各 乡镇/丁.txt"),
    ):
        result = log("sarif", runs=[build(path=path)])["results"][0]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uriBaseId"] == "SRCROOT"
        assert place["uri"].isascii() and not set(place["uri"]) & set(' #:,"<>')
        assert unquote(place["uri"]) == wanted
    outside = log("sarif", runs=[build(path=str(tmp_path.parent / "外.txt"))])["results"][0]
    place = outside["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"].startswith("file:///") and "uriBaseId" not in place


def test_a_renamed_file_keeps_its_fingerprints_and_a_neighbour_has_others() -> None:
    def prints(**given: str) -> set[str]:
        results = log("sarif", runs=[build(**given)])["results"]
        found = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
        assert len(set(found)) == len(found)
        return set(found)

    ours = prints(path="甲.txt")
    assert prints(path="乙/丙.txt") == ours
    run = build(path="甲.txt")
    neighbour = {**report_record(run), "issuer": "青禾镇人民政府"}
    theirs = log("sarif", runs=[run], records=[neighbour])["results"]
    assert not {result["partialFingerprints"]["primaryLocationLineHash"] for result in theirs} & ours


def test_two_checklists_that_mean_different_things_by_one_id() -> None:
    from dataclasses import replace  # noqa: PLC0415

    from msgspec.structs import replace as change  # noqa: PLC0415

    first = build()
    file = first.checklist.file
    element = change(file.element[9], title="安全生产会议")
    other = change(file, checklist=change(file.checklist, id="safety"), element=(*file.element[:9], element))
    second = replace(first, checklist=replace(first.checklist, file=other, sha256="e" * 64), path="b.txt")
    drawer = drawing("sarif-full")
    text = drawer.begin() + drawer.report(first, report_record(first))
    whole = text + drawer.report(second, {**report_record(first), "elements": []}) + drawer.finish()
    ids = [rule["id"] for rule in json.loads(whole)["runs"][0]["tool"]["driver"]["rules"]]
    assert "F1" in ids and "safety/F1" in ids and "safety/S1" not in ids


def test_a_correction_is_a_fix() -> None:
    run = read("柳河镇人民政府关于2024年工作的报告\n责任落实督查。\n".encode(), "甲.txt", [("督查", "督察")])
    result = of(log("sarif-full", runs=[run]), "term")
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 7},
            "insertedContent": {"text": "督察"},
        }
    ]
