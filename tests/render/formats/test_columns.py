"""Columns in each format's own unit, as a consumer needs them: what is cut from the bytes on disk is what was meant."""

import json
from xml.etree import ElementTree

import pytest

from lint.run import Run
from tests.render.formats.reports import as_word, drawn, read

# Outside the BMP (𠮷, 😀), a combining acute and a combining ring, tabs, an ideographic space, a long and a last line.
LINES = (
    "柳河镇人民政府关于2024年工作的报告",
    "\t𠮷林路😀社区的cafe\u0301旁，责任落实督查已办结。",
    "",
    "a\u030a\t一、𠮷𠮷𠮷督查，",
    "完𠮷",
)
WORDS = ("关于2024年", "责任落实督查", "𠮷𠮷𠮷督", "完𠮷")
ENDINGS = ["\n", "\r\n", "\r"]


def source(ending: str, *, mark: bool) -> bytes:
    return (b"\xef\xbb\xbf" if mark else b"") + ending.join(LINES).encode()


def spots(ending: str, mark: bool) -> tuple[bytes, Run]:
    data = source(ending, mark=mark)
    return data, read(data, "报告.txt", [(word, "改") for word in WORDS])


@pytest.mark.parametrize("mark", [False, True])
@pytest.mark.parametrize("ending", ENDINGS)
def test_sarif_counts_code_points(ending: str, mark: bool) -> None:
    data, run = spots(ending, mark)
    lines = data.decode("utf-8-sig").split(ending)
    for kind in ("sarif", "sarif-full"):
        log = json.loads(drawn(kind, [run]))["runs"][0]
        assert log["columnKind"] == "unicodeCodePoints"
        regions = [
            result["locations"][0]["physicalLocation"]["region"]
            for result in log["results"]
            if result["level"] == "error"
        ]
        assert [lines[r["startLine"] - 1][r["startColumn"] - 1 : r["endColumn"] - 1] for r in regions] == list(WORDS)
    assert [region["snippet"]["text"] for region in regions] == list(WORDS)


@pytest.mark.parametrize("mark", [False, True])
@pytest.mark.parametrize("ending", ENDINGS)
def test_rdjson_counts_bytes_and_its_corrections_fit(ending: str, mark: bool) -> None:
    data, run = spots(ending, mark)
    lines = data.split(ending.encode())
    found = json.loads(drawn("rdjson", [run]))["diagnostics"]
    ranges = [diagnostic["location"]["range"] for diagnostic in found]
    cut = [lines[r["start"]["line"] - 1][r["start"]["column"] - 1 : r["end"]["column"] - 1].decode() for r in ranges]
    assert cut == list(WORDS)
    for diagnostic in reversed(found):
        (suggestion,) = diagnostic["suggestions"]
        start, end = suggestion["range"]["start"], suggestion["range"]["end"]
        line = lines[start["line"] - 1]
        lines[start["line"] - 1] = line[: start["column"] - 1] + suggestion["text"].encode() + line[end["column"] - 1 :]
    wanted = source(ending, mark=mark).decode()
    for word in WORDS:
        wanted = wanted.replace(word, "改", 1)
    assert ending.encode().join(lines).decode() == wanted


@pytest.mark.parametrize("mark", [False, True])
@pytest.mark.parametrize("ending", ENDINGS)
def test_checkstyle_counts_utf16(ending: str, mark: bool) -> None:
    data, run = spots(ending, mark)
    lines = [line.encode("utf-16-le") for line in data.decode("utf-8-sig").split(ending)]
    errors = ElementTree.fromstring(drawn("checkstyle", [run])).findall(".//error")
    cut = []
    for error, word in zip(errors, WORDS, strict=True):
        at = (int(error.attrib["column"]) - 1) * 2
        cut.append(lines[int(error.attrib["line"]) - 1][at : at + len(word.encode("utf-16-le"))].decode("utf-16-le"))
    assert cut == list(WORDS)


def test_columns_far_along_a_long_line() -> None:
    words = [f"第{number}件𠮷" for number in range(100, 1000)]
    text = "标题\n" + "cafe\u0301。".join(words)
    run = read(text.encode(), "报告.txt", [(word, "改") for word in words])
    line = text.split("\n")[1]
    in_bytes, in_units = line.encode(), line.encode("utf-16-le")
    ranges = [one["location"]["range"] for one in json.loads(drawn("rdjson", [run]))["diagnostics"]]
    assert [in_bytes[r["start"]["column"] - 1 : r["end"]["column"] - 1].decode() for r in ranges] == words
    starts = [
        int(error.attrib["column"]) - 1 for error in ElementTree.fromstring(drawn("checkstyle", [run])).iter("error")
    ]
    assert [in_units[at * 2 : (at + 7) * 2].decode("utf-16-le") for at in starts] == words


@pytest.mark.parametrize("ending", ENDINGS)
def test_github_counts_code_points_and_gitlab_lines(ending: str) -> None:
    data, run = spots(ending, mark=True)
    lines = data.decode("utf-8-sig").split(ending)
    cut = []
    for line in drawn("github", [run]).splitlines():
        said = dict(pair.split("=", 1) for pair in line.split("::")[1].split(" ", 1)[1].split(","))
        assert said["line"] == said["endLine"]
        cut.append(lines[int(said["line"]) - 1][int(said["col"]) - 1 : int(said["endColumn"]) - 1])
    assert cut == list(WORDS)
    assert [item["location"]["lines"]["begin"] for item in json.loads(drawn("gitlab", [run]))] == [1, 2, 4, 5]


def test_a_place_over_two_lines() -> None:
    run = read(source("\r\n", mark=True), "报告.md", [("2024年工作的报告\n\t𠮷林路", "改")])
    region = json.loads(drawn("sarif", [run]))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 10, "endLine": 2, "endColumn": 5}
    (diagnostic,) = json.loads(drawn("rdjson", [run]))["diagnostics"]
    end = {"line": 2, "column": len("\t𠮷林路".encode()) + 1}
    start = {"line": 1, "column": 3 + len("柳河镇人民政府关于".encode()) + 1}
    assert diagnostic["location"]["range"] == {"start": start, "end": end}
    assert "suggestions" not in diagnostic
    assert "col=" not in drawn("github", [run]) and "line=1,endLine=2," in drawn("github", [run])


def test_a_file_in_another_encoding_is_offered_no_correction_in_bytes() -> None:
    data = "\n".join(line.replace("😀", "") for line in LINES).encode("gb18030")
    (diagnostic,) = json.loads(drawn("rdjson", [read(data, "报告.txt", [("督查", "督察")])]))["diagnostics"]
    assert "suggestions" not in diagnostic and diagnostic["location"]["range"]["start"]["line"] == 2


def test_a_word_file_has_no_lines_and_the_message_tells_the_place() -> None:
    run = as_word()
    strict = json.loads(drawn("sarif-full", [run]))["runs"][0]
    assert "columnKind" not in strict
    assert not any("region" in place["physicalLocation"] for r in strict["results"] for place in r["locations"])
    scanned = [r for r in json.loads(drawn("sarif", [run]))["runs"][0]["results"] if r["ruleId"] == "sums"]
    whole = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
    assert scanned[0]["locations"][0]["physicalLocation"]["region"] == whole
    assert scanned[0]["message"]["text"].startswith("第14段（一（三））：分项相加是654件")
    assert scanned[0]["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": "一（三）", "kind": "section"},
        {"fullyQualifiedName": "第14段", "kind": "paragraph"},
    ]
    for diagnostic in json.loads(drawn("rdjson", [run]))["diagnostics"]:
        assert diagnostic["location"] == {"path": "各乡镇/柳河镇.docx"}
    assert {item["location"]["lines"]["begin"] for item in json.loads(drawn("gitlab", [run]))} == {1}
    assert "line=" not in drawn("github", [run])
