"""Which report is the draft before which, and that the user has the last word; which files are taken at all."""

from collections.abc import Iterator

import pytest

from tests.flagship_reports import GOOD
from tests.web.browsing import MENDED
from tests.web.serving import Served, serving, word

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

from lint.web.formats import unreadable

TOLD = "请放入 Word、WPS、PDF、网页或纯文本的报告（.docx .txt .md .html .pdf .doc .wps .rtf .odt）。"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("drafts")) as one:
        yield one


@pytest.fixture
def served(server: Served) -> Served:
    for item in server.items():
        server.ask("POST", f"/api/files/{item['number']}/remove")
    return server


def part(served: Served, number: int) -> int:
    return served.ask("POST", f"/api/files/{number}/part")[0]


# ------------------------------------------------------------------ drafts
def test_what_is_no_next_draft_stands_on_its_own_also_when_it_is_checked_again(served: Served) -> None:
    one, other = served.put(MENDED.encode(), "甲.txt")["number"], served.put(GOOD.encode(), "乙.txt")["number"]
    assert (served.item(other)["earlier"], served.item(one)["later"]) == (one, other)
    assert "since" in served.item(other)
    assert part(served, other) == 200
    assert (served.item(other)["earlier"], served.item(one)["later"]) == (None, None)
    assert "since" not in served.item(other)
    served.ask("POST", f"/api/files/{other}/again?year=2024")
    assert served.item(other)["earlier"] is None


def test_of_two_that_stand_the_later_one_is_the_draft_before(served: Served) -> None:
    served.put(MENDED.encode(), "甲.txt")
    other = served.put(GOOD.encode(), "乙.txt")["number"]
    part(served, other)
    assert served.put(GOOD.encode(), "丙.txt")["earlier"] == other


def test_the_draft_before_keeps_its_own_comparison(served: Served) -> None:
    first, second, third = (served.put(text.encode())["number"] for text in (MENDED, GOOD, MENDED))
    part(served, third)
    assert [served.item(number)["earlier"] for number in (first, second, third)] == [None, first, None]
    assert "since" in served.item(second)


def test_a_report_without_a_draft_before_cannot_be_parted(served: Served) -> None:
    assert part(served, served.put(GOOD.encode())["number"]) == 409
    assert part(served, 999_999) == 409


# ------------------------------------------------------------------ formats
@pytest.mark.parametrize("name", ["数据.csv", "a.PY", "b.json", "c.exe", "d.xml"])
def test_text_that_goes_by_another_name_is_refused_with_what_can_be_read(served: Served, name: str) -> None:
    refused = served.put(GOOD.encode(), name)
    suffix = "." + name.rpartition(".")[2].lower()
    assert (refused["state"], refused["message"]) == ("failed", f"{suffix} 文件不能核对；{TOLD}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("报告", GOOD.encode()),
        ("报告2025.12", GOOD.encode()),
        ("报告.定稿", GOOD.encode()),
        ("报告.TXT", GOOD.encode()),
        ("报告.csv", word()),
        ("报告.php", f"<!DOCTYPE html><meta charset=utf-8><body>{GOOD}</body>".encode()),
        ("报告.ofd", b"PK\x03\x04"),
        ("图.gif", b"GIF89a\0"),
        ("无.py", b""),
    ],
)
def test_the_content_decides_where_it_tells_and_the_reader_speaks_for_itself(name: str, data: bytes) -> None:
    assert unreadable(data, name) is None


# ------------------------------------------------------------------ feedback sheets
def test_a_feedback_sheet_is_told_without_a_terminal_to_whom_it_goes(served: Served) -> None:
    done = served.put(GOOD.encode(), "甲.txt")
    sheet = served.ask("GET", done["found"]["files"]["sheet"], plain=True)[2]
    refused = served.put(sheet, "甲.反馈单.docx")
    assert (refused["state"], refused["message"]) == (
        "failed",
        "这是反馈单，不是报告，没有核对。勾选好的反馈单请交给发来它的人；要核对报告，请放入报告本身。",
    )
