"""The zip of everything: what is in it, under which names, the same bytes for the same reports."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.flagship_reports import GOOD, NO_POWERS
from tests.web.browsing import MENDED
from tests.web.serving import Served, serving, word

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

from lint.web.checking import Found, Task, checker
from lint.web.desk import Item, Options
from lint.web.pack import PackError, overview, pack, papers

KINDS = ["体检页/{}.体检.html", "批注/{}.批注.docx", "反馈单/{}.反馈单.docx", "JSON/{}.体检.json"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path / "served") as one:
        yield one


def fetched(served: Served) -> bytes:
    status, headers, content = served.ask("GET", f"{served.said('GET', '/api/start')['matrix']}zip", plain=True)
    assert status == 200, content.decode()
    assert headers["content-type"] == "application/zip"
    assert headers["content-disposition"].startswith("attachment; filename=\"qingdan.zip\"; filename*=UTF-8''%E6%B8%85")
    assert int(headers["content-length"]) == len(content)
    return content


def test_every_paper_of_every_report_and_the_matrix_under_names_of_their_own(served: Served) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415

    town = {name: GOOD.replace("青石镇", f"{name}石镇") for name in "甲乙丙丁"}
    names = ["报告.docx", "../报告.txt", "con.txt", "100%#1 <b>.txt"]
    for name, text in zip(names, town.values(), strict=True):
        served.put(word(text) if name.endswith(".docx") else text.encode(), name)
    served.put(b"PK\x03\x04", "坏.docx")
    content = fetched(served)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        found = archive.namelist()
        stems = ["报告", "报告-2", "_con", "100%#1 _b_"]
        assert found == ["清单体检矩阵.html", "清单体检矩阵.xlsx"] + [
            kind.format(stem) for stem in stems for kind in KINDS
        ]
        assert len({name.casefold() for name in found}) == len(found)
        matrix = archive.read("清单体检矩阵.html").decode()
        assert 'href="%E4%BD%93%E6%A3%80%E9%A1%B5/100%25%231%20_b_.%E4%BD%93%E6%A3%80.html"' in matrix
        assert "/f/" not in matrix and "坏.docx" in matrix
        assert load_workbook(io.BytesIO(archive.read("清单体检矩阵.xlsx"))).worksheets[0].max_row >= 7
        records = [json.loads(archive.read(f"JSON/{stem}.体检.json"))["reports"][0] for stem in stems]
        assert [record["issuer"][3:6] for record in records] == ["甲石镇", "乙石镇", "丙石镇", "丁石镇"]
        assert b"word/comments.xml" in archive.read("批注/报告.批注.docx")
    assert fetched(served) == content
    assert sorted(path.name for path in served.folder.iterdir()) == ["1", "2", "3", "4", "5", "lock", "tmp"]


def test_only_the_latest_draft_is_in_it(served: Served) -> None:
    served.put(MENDED.encode(), "初稿.txt")
    served.put(GOOD.encode(), "二稿.txt")
    with zipfile.ZipFile(io.BytesIO(fetched(served))) as archive:
        assert not any("初稿" in name for name in archive.namelist())


def test_without_a_result_or_the_secret_there_is_none(served: Served) -> None:
    matrix = served.said("GET", "/api/start")["matrix"]
    gone = "没有这份文件了；请回到清单体检的页面。".encode()
    assert served.ask("GET", f"{matrix}zip", plain=True)[::2] == (404, gone)
    served.put(GOOD.encode())
    assert served.ask("GET", "/m/x/zip", plain=True)[::2] == (404, gone)


def test_what_could_not_be_made_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "source").write_text(NO_POWERS, encoding="utf-8")
    task = Task(str(tmp_path / "source"), "甲.txt", str(tmp_path), None, False, None, date(2026, 3, 1))
    found = checker()(task)
    assert isinstance(found, Found)
    item = Item(1, "", "甲.txt", 1, Options(), "done", 1, 0, found=found)
    assert [name for name, _ in overview([item], task.today)] == ["清单体检矩阵.html", "清单体检矩阵.xlsx"]
    lacking = replace(item, found=replace(found, made=("page", "sheet", "json"), unmade={"word": "批注没有加成。"}))
    name, content = overview([lacking], task.today)[-1]
    assert name == "没有生成的文件.txt"
    assert content.decode("utf-8-sig") == "下面这些没有生成：\r\n甲.txt：批注没有加成。\r\n"
    assert [name for name, _ in papers([lacking], lambda number, kind: tmp_path / kind)] == [
        "体检页/甲.体检.html", "反馈单/甲.反馈单.docx", "JSON/甲.体检.json",
    ]  # fmt: skip


def test_what_is_too_large_or_gone_is_told(tmp_path: Path) -> None:
    paper = tmp_path / "page"
    paper.write_bytes(b"x" * 100)
    with pytest.raises(PackError, match="结果合起来太大，打不成一个包；请移除一些报告，或一份一份下载。"):
        pack(io.BytesIO(), [("a", b"x")], [("b", paper)], 100)
    pack(io.BytesIO(), [], [("b", paper)], 100)
    paper.unlink()
    with pytest.raises(PackError, match="结果刚刚有了变化，没有打包"):
        pack(io.BytesIO(), [], [("b", paper)], 100)
