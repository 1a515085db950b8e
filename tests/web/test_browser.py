"""The local page in real Chromium, against a real server: what a drafter and a reviewer do with it."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from lint.fitting import Library
from lint.record import report_record
from lint.render.verdict import advice, numbers
from lint.run import Choices, Run, check_bytes
from tests.flagship_reports import EMPTY_WORDS, GOOD, NO_POWERS, STREET
from tests.web.browsing import MENDED, clean, opened
from tests.web.serving import Served, word

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

DROP = """async files => {
  const transfer = new DataTransfer();
  for (const [name, base64] of files) {
    const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
  }
  for (const kind of ["dragenter", "dragover", "drop"]) {
    document.getElementById("drop").dispatchEvent(
      new DragEvent(kind, {dataTransfer: transfer, bubbles: true, cancelable: true}));
  }
}"""
HOSTILE = "<img src=x onerror=alert(1)>.docx"


def expected(data: bytes, name: str) -> tuple[str, str]:
    from datetime import date  # noqa: PLC0415

    run = check_bytes(data, name, Library(), Choices(date(2026, 3, 1)))
    assert isinstance(run, Run)
    record = report_record(run)
    return advice(record, run.checklist.identity.title), numbers(record["score"])


# ------------------------------------------------------------------ one
def test_one_report_dropped_gives_what_the_command_line_gives_and_every_paper_opens(
    browser: Any, desk: Served, tmp_path: Path
) -> None:
    import docx  # noqa: PLC0415

    data = word()
    with opened(browser, desk) as page:
        import base64  # noqa: PLC0415

        page.tab.evaluate(DROP, [["青石镇.docx", base64.b64encode(data).decode()]])
        page.done(1)
        card = page.card("青石镇.docx")
        said, counted = expected(data, "青石镇.docx")
        assert said in card.inner_text() and counted in card.inner_text()
        assert "云岭县青石镇人民政府　2024年度" in card.inner_text()
        assert page.tab.url == page.served.origin + "/"

        name, content = page.downloaded(card, "批注后的 Word")
        assert name == "青石镇.批注.docx"
        assert next(one.text for one in docx.Document(BytesIO(content)).paragraphs if one.text).startswith("云岭县")
        assert b"word/comments.xml" in content
        name, content = page.downloaded(card, "反馈单")
        assert name == "青石镇.反馈单.docx"
        sheet = docx.Document(BytesIO(content))
        assert any("青石镇" in cell.text for table in sheet.tables for row in table.rows for cell in row.cells) or any(
            "青石镇" in one.text for one in sheet.paragraphs
        )
        name, content = page.downloaded(card, "JSON")
        assert name == "青石镇.体检.json"
        record = json.loads(content)
        assert record["reports"][0]["path"] == "青石镇.docx"
        assert record["reports"][0]["today"] == "2026-03-01"
        name, content = page.downloaded(card, "体检页")
        assert name == "青石镇.体检.html"
        saved = tmp_path / name
        saved.write_bytes(content)

        with page.context.expect_page() as waiting:
            card.get_by_role("link", name="看体检页").click()
        findings = page.watched(waiting.value)
        findings.wait_for_selector("h1")
        assert "青石镇" in findings.inner_text("h1")
        assert findings.locator("button").count() > 0  # its script runs
        assert (
            findings.evaluate("() => { try { return localStorage.length } catch (e) { return e.name } }")
            == "SecurityError"
        )
        assert findings.evaluate("() => fetch('/api/start').then(() => 'told', () => 'refused')") == "refused"
        page.noise.clear()  # the console says that both were refused
        offline = page.context.new_page()
        offline.goto(saved.as_uri())
        assert offline.locator("h1").inner_text() == findings.locator("h1").inner_text()


# ------------------------------------------------------------------ many
def test_twenty_mixed_with_a_broken_one_among_them(browser: Any, desk: Served, root: Path) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415

    kinds = [GOOD, EMPTY_WORDS, NO_POWERS, STREET]
    files = []
    for number in range(17):
        text = kinds[number % 4].replace("青石", f"青{'一二三四五六七八九'[number % 9]}石")
        suffix = (".txt", ".docx", ".md", ".html")[number % 4]
        content = word(text) if suffix == ".docx" else text.encode("gb18030" if number % 5 == 0 else "utf-8")
        if suffix == ".html":
            body = "".join(f"<p>{line}</p>" for line in text.splitlines())
            content = f"<html><meta charset=utf-8><body><div id=zoom>{body}</div></body></html>".encode()
        files.append((f"报告{number + 1:02}{suffix}", content))
    files += [("坏.docx", b"PK\x03\x04 broken"), ("=1+1.txt", EMPTY_WORDS.encode()), (HOSTILE, word(EMPTY_WORDS))]
    with opened(browser, desk) as page:
        page.put(*files)
        page.done(20)
        assert page.tab.inner_text("#said") == "核对完了：读到 19 份、核对 19 份、没有读成 1 份。"
        assert "没有读成" in page.card("坏.docx").inner_text()
        assert page.card(HOSTILE).locator("h3").inner_text() == HOSTILE
        assert page.tab.locator("img").count() == 0

        with page.context.expect_page() as waiting:
            page.tab.click("#matrix-page")
        matrix = page.watched(waiting.value)
        matrix.wait_for_selector("table.matrix")
        assert "19 份、没有读成 1 份" in matrix.inner_text(".advice")
        absent = [
            int(text)
            for text in matrix.locator("table.matrix >> nth=0").locator("tbody tr td:nth-child(6)").all_inner_texts()
        ]
        assert absent == sorted(absent, reverse=True) and len(absent) >= 10
        assert matrix.locator("img").count() == 0
        matrix.locator("table.matrix tbody a").first.click()
        matrix.wait_for_selector("#map")  # the page of the worst

        with page.tab.expect_download() as download:
            page.tab.click("#matrix-xlsx")
        book = load_workbook(BytesIO(Path(download.value.path()).read_bytes()))
        assert book.worksheets[0].freeze_panes == "C4"
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s", "n"}
        texts = [str(cell.value) for cell in cells]
        assert "=1+1.txt" in texts and HOSTILE in texts and "○ 缺失" in texts
        with page.tab.expect_download() as download:
            page.tab.click("#matrix-html")
        assert b'href="/f/' not in Path(download.value.path()).read_bytes()


def test_a_file_of_more_than_60_mb_is_refused_politely_without_being_sent(
    browser: Any, desk: Served, tmp_path: Path
) -> None:
    large = tmp_path / "大.docx"
    with large.open("wb") as stream:
        stream.truncate(60_000_001)
    with opened(browser, desk) as page:
        page.tab.set_input_files("#files", [str(large)])
        page.done(1)
        assert page.card("大.docx").inner_text().split("\n\n")[:3] == [
            "大.docx", "没有读成", "文件过大（超过 60 MB），不像是一份报告；请确认文件无误，或删去图片后再检。",
        ]  # fmt: skip
        assert page.served.items() == []
        with large.open("r+b") as stream:
            stream.truncate(60_000_000)
        page.tab.set_input_files("#files", [str(large)])
        page.done(2)
        assert len(page.served.items()) == 1  # it was sent, and is no Word file
        page.put(("好.txt", GOOD.encode()))
        page.done(3)
        assert "应查" in page.card("好.txt").inner_text()


def test_a_hostile_name_and_text_are_shown_as_they_are(browser: Any, desk: Served) -> None:
    text = GOOD.replace("云岭县青石镇人民政府关于", "<script>alert(2)</script>镇人民政府关于")
    with opened(browser, desk) as page:
        page.put((HOSTILE, word(text)))
        page.done(1)
        card = page.card(HOSTILE)
        assert page.tab.locator("img, #list script").count() == 0
        with page.context.expect_page() as waiting:
            card.get_by_role("link", name="看体检页").click()
        findings = page.watched(waiting.value)
        findings.wait_for_selector("h1")
        assert findings.locator("img").count() == 0
        assert page.downloaded(card, "反馈单")[0].startswith("_img src=x onerror=alert(1)_")


# ------------------------------------------------------------------ again
def test_a_mended_draft_shows_what_was_mended_and_what_is_new(browser: Any, desk: Served) -> None:
    with opened(browser, desk) as page:
        page.put(("初稿.txt", MENDED.encode()))
        page.done(1)
        page.put(
            ("二稿.docx", word(GOOD.replace("处罚案件18件，评查", "处罚案件18件，，评查")))
        )  # the same issuer and year
        page.card("二稿.docx").locator(".since").wait_for()
        since = page.card("二稿.docx").locator(".since").inner_text()
        assert re.match(r"与上一稿相比：改好了 \d+ 条", since), since
        assert "法律顾问、公职律师：缺失→满足" in since
        assert "新出现" in since
        assert "看上一稿的体检页（初稿.txt）" in since
        assert page.tab.locator("article").count() == 1

        with page.tab.expect_file_chooser() as chooser:  # chosen by the user, whatever its issuer
            page.card("二稿.docx").get_by_role("button", name="改好后再检一次").click()
        other = GOOD.replace("青石镇", "白石镇")
        chooser.value.set_files([{"name": "三稿.txt", "mimeType": "", "buffer": other.encode()}])
        page.card("三稿.txt").locator(".since").wait_for()
        assert page.tab.locator("article").count() == 1
        page.card("三稿.txt").get_by_role("button", name="移除").click()
        page.card("二稿.docx").wait_for()  # the draft before is back

        page.put(("又一份.txt", NO_POWERS.encode()))  # another township is no new draft
        page.done(2)
        assert page.card("又一份.txt").locator(".since").count() == 0


def test_what_is_no_draft_is_said_with_a_key_and_everything_is_downloaded_at_once(
    browser: Any, desk: Served, tmp_path: Path
) -> None:
    with opened(browser, desk, 360) as page:
        page.put(("初稿.txt", MENDED.encode()))
        page.done(1)
        assert not page.tab.locator("#all").is_visible()  # its own downloads are enough
        page.put(("二稿.txt", GOOD.encode()))
        card = page.card("二稿.txt")
        card.locator(".since").wait_for()
        clean(page.tab, 360)
        card.get_by_role("button", name="不是上一稿：二稿.txt").focus()
        page.tab.keyboard.press("Enter")
        page.card("初稿.txt").wait_for()
        assert page.card("二稿.txt").locator(".since").count() == 0
        assert page.tab.evaluate("document.activeElement.textContent") == "二稿.txt"
        assert page.tab.inner_text("#said") == "核对完了：2 份都有结果。"

        page.put(("表.csv", b"1,2"), ("通知.txt", "关于开会的通知\n请准时参加。\n".encode()))
        page.done(4)
        assert page.tab.inner_text("#said") == "核对完了：读到 3 份、核对 2 份、不是这类报告 1 份、没有读成 1 份。"
        notice = page.card("通知.txt")
        assert notice.get_by_role("link").all_inner_texts() == ["看体检页", "体检页", "JSON"]
        assert ".csv 文件不能核对；请放入 Word、WPS、PDF、网页或纯文本的报告" in page.card("表.csv").inner_text()

        with page.tab.expect_download() as waiting:
            page.tab.get_by_role("link", name="全部下载（一个压缩包）").click()
        assert waiting.value.suggested_filename == "清单体检结果.zip"
        with zipfile.ZipFile(waiting.value.path()) as archive:
            archive.extractall(tmp_path)
        assert {"初稿.反馈单.docx", "二稿.反馈单.docx"} <= {path.name for path in (tmp_path / "反馈单").iterdir()}
        matrix = page.context.new_page()
        matrix.goto((tmp_path / "清单体检矩阵.html").as_uri())
        matrix.get_by_role("link", name="青石镇").first.click()  # it leads to the page beside it
        matrix.wait_for_selector("#map")


def test_the_year_and_the_checklist_are_corrected(browser: Any, desk: Served) -> None:
    with opened(browser, desk) as page:
        page.put(("报告.txt", GOOD.encode()))
        page.done(1)
        card = page.card("报告.txt")
        assert "2024年度" in card.inner_text()
        card.get_by_role("button", name="改年度或清单").click()
        card.get_by_label("报告年度").fill("20x3")
        card.get_by_role("button", name="按此重新核对").click()
        assert page.tab.inner_text("#notice") == "报告年度请写四位数字，例如 2024；不写则从报告里认。"
        card.get_by_label("报告年度").fill("2023")
        card.get_by_label("清单", exact=True).select_option("township-rectification")
        card.get_by_role("button", name="按此重新核对").click()
        card.get_by_text("2023年度").wait_for()
        title = page.tab.locator("#checklist option[value=township-rectification]").inner_text()
        assert title in card.inner_text()
        assert not page.tab.locator("#notice").is_visible()
