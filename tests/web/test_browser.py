"""The local page in real Chromium, against a real server: what a drafter and a reviewer do with it."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from lint.fitting import Library
from lint.record import report_record
from lint.render.verdict import advice, numbers
from lint.run import Choices, Run, check_bytes
from tests.flagship_reports import EMPTY_WORDS, GOOD, NO_POWERS, STREET
from tests.render.test_browser import module
from tests.web.serving import PATIENCE, Served, serving, waited, word

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

CHROMIUM = os.environ.get("QINGDAN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
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
MENDED = "".join(line for line in GOOD.splitlines(keepends=True) if "法律顾问" not in line)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium found (set QINGDAN_CHROMIUM to its path)")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


class Page:
    """An open tab that remembers all it complained of and all that it asked of others than its server."""

    def __init__(self, served: Served, context: Any) -> None:
        self.served, self.context, self.noise = served, context, list[str]()
        self.tab = self.watched(context.new_page())
        self.tab.goto(served.printed)
        self.tab.wait_for_selector("#choose:visible")

    def watched(self, tab: Any) -> Any:
        tab.set_default_timeout(PATIENCE * 1000)
        tab.on("console", lambda message: self.noise.append(message.text))
        tab.on("pageerror", lambda error: self.noise.append(str(error)))
        tab.on("dialog", lambda dialog: (self.noise.append(dialog.message), dialog.dismiss()))
        tab.on("request", self._asked)
        return tab

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(self.served.origin + "/"):
            self.noise.append(request.url)

    def put(self, *files: tuple[str, bytes]) -> None:
        self.tab.set_input_files(
            "#files", [{"name": name, "mimeType": "", "buffer": content} for name, content in files]
        )

    def done(self, count: int) -> None:
        """When so many reports have a result or a refusal."""
        self.tab.wait_for_function(
            "n => document.querySelectorAll('[data-state=done],[data-state=failed]').length >= n"
            " && document.getElementById('said').textContent.startsWith('核对完了')",
            arg=count,
        )

    def card(self, name: str) -> Any:
        return self.tab.locator("article").filter(has=self.tab.locator("h3", has_text=name))

    def downloaded(self, card: Any, what: str) -> tuple[str, bytes]:
        """The name and the content of a download."""
        with self.tab.expect_download() as waiting:
            card.get_by_role("link", name=f"下载{what}").click()
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for the tests that do not end it."""
    with serving(tmp_path_factory.mktemp("desk"), workers=2, bounds={"closed_seconds": 3600}) as served:
        yield served


@contextmanager
def opened(browser: Any, where: Served | Path, width: int = 1440, **options: Any) -> Iterator[Page]:
    """A page of a server, cleared of what lay on it, or of a new server in a folder."""
    with nullcontext(where) if isinstance(where, Served) else serving(where / "served", **options) as served:
        for item in served.items():
            served.ask("POST", f"/api/files/{item['number']}/remove")
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = Page(served, context)
        yield page
        context.close()
        assert page.noise == []


def expected(data: bytes, name: str) -> tuple[str, str]:
    from datetime import date  # noqa: PLC0415

    run = check_bytes(data, name, Library(), Choices(date(2026, 3, 1)))
    assert isinstance(run, Run)
    record = report_record(run)
    return advice(record, run.checklist.identity.title), numbers(record["score"])


def clean(tab: Any, width: int) -> None:
    """Whether the accessibility check finds nothing, and nothing sticks out."""
    tab.evaluate(f"{module('axe-core', 'axe.min.js').read_text(encoding='utf-8')};0")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = tab.evaluate("tags => axe.run({runOnly: tags})", tags)["violations"]
    assert [(item["id"], [node["html"][:120] for node in item["nodes"]]) for item in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


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
        assert page.tab.inner_text("#said") == "核对完了：19 份有结果，1 份没有读成。"
        assert "没有读成" in page.card("坏.docx").inner_text()
        assert page.card(HOSTILE).locator("h3").inner_text() == HOSTILE
        assert page.tab.locator("img").count() == 0

        with page.context.expect_page() as waiting:
            page.tab.click("#matrix-page")
        matrix = page.watched(waiting.value)
        matrix.wait_for_selector("table.matrix")
        assert "共 20 份" in matrix.inner_text(".advice")
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


# ------------------------------------------------------------------ tabs, closing
def test_two_tabs_share_the_desk_and_a_reload_keeps_it(browser: Any, tmp_path: Path) -> None:
    with opened(browser, tmp_path) as page:
        other = page.watched(page.context.new_page())
        other.goto(page.served.origin)  # the key is kept for this address
        other.wait_for_selector("#choose:visible")
        page.put(("甲.txt", GOOD.encode()))
        other.set_input_files("#files", [{"name": "乙.txt", "mimeType": "", "buffer": NO_POWERS.encode()}])
        for tab in (page.tab, other):
            tab.wait_for_function("() => document.querySelectorAll('[data-state=done]').length === 2")
        other.close()
        page.tab.reload()
        page.done(2)
        assert page.served.process.poll() is None


def test_closing_the_last_page_ends_the_server_and_clears_everything(browser: Any, tmp_path: Path) -> None:
    with opened(browser, tmp_path, bounds={"closed_seconds": 1}) as page:
        page.put(("甲.txt", GOOD.encode()))
        page.done(1)
        page.tab.close()
        assert page.served.ended() == 0
        assert list(page.served.parent.iterdir()) == []


def test_the_button_ends_it_and_says_so(browser: Any, tmp_path: Path) -> None:
    with opened(browser, tmp_path, 360) as page:
        page.put(("甲.txt", GOOD.encode()))
        page.done(1)
        page.tab.click("#close")
        page.tab.get_by_role("heading", name="已经关闭").wait_for()
        assert page.served.ended() == 0
        assert page.tab.locator("article").count() == 0
        assert page.tab.evaluate("document.activeElement.id") == "h-over"
        assert page.tab.evaluate("localStorage.length") == 0
        clean(page.tab, 360)


def test_the_server_stopped_while_checking_is_told_and_leaves_nothing(browser: Any, tmp_path: Path) -> None:
    with opened(browser, tmp_path) as page:
        page.put(*[(f"{number}.txt", GOOD.encode()) for number in range(30)])
        page.tab.wait_for_selector("[data-state=checking]")
        page.served.process.terminate()
        page.served.process.wait(PATIENCE)
        page.tab.locator("#notice").get_by_text("程序没有回应，可能已经退出").wait_for()
        assert list(page.served.parent.iterdir()) == []
        page.noise.clear()  # the browser says that nobody answers


def test_a_wrong_address_says_so(browser: Any, tmp_path: Path) -> None:
    with serving(tmp_path / "served") as served:
        tab = browser.new_context().new_page()
        tab.goto(f"{served.origin}/#wrong")
        tab.get_by_text("进入的地址不对或者已经用过；请关掉本页，重新启动清单体检。").wait_for()
        assert not tab.locator("#put").is_visible()
        tab.context.close()


# ------------------------------------------------------------------ access
def test_everything_is_done_with_the_keyboard_alone(browser: Any, tmp_path: Path) -> None:
    with opened(browser, tmp_path) as page:
        tab = page.tab
        tab.on("filechooser", lambda _: None)  # playwright takes the choosing over before the key is pressed, not after

        def focused() -> str:
            text: str = tab.evaluate(
                "() => { const e = document.activeElement;"
                " return e === document.body ? '' : e.getAttribute('aria-label') || e.textContent || e.id }"
            )
            return text.strip()

        def tab_to(words: str) -> None:
            for _ in range(60):
                if words in focused():
                    return
                tab.keyboard.press("Tab")
            raise AssertionError(words)

        tab_to("选择文件")
        outline = tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"  # where one is, is seen
        with tab.expect_file_chooser() as chooser:
            tab.keyboard.press("Enter")
        chooser.value.set_files([{"name": "甲.txt", "mimeType": "", "buffer": MENDED.encode()}])
        page.done(1)
        tab_to("改年度或清单：甲.txt")
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.id").startswith("y")
        tab.keyboard.press("Control+A")
        tab.keyboard.type("2023")
        tab_to("按此重新核对")
        tab.keyboard.press("Enter")
        page.card("甲.txt").get_by_text("2023年度").wait_for()
        assert focused() == "甲.txt"  # the place was not lost when the card was drawn anew
        tab_to("看体检页：甲.txt")
        with page.context.expect_page() as waiting:
            tab.keyboard.press("Enter")
        waiting.value.wait_for_selector("h1")
        tab_to("移除：甲.txt")
        tab.keyboard.press("Enter")
        page.card("甲.txt").wait_for(state="detached")
        waited(lambda: focused() == "选择文件")
        tab.keyboard.press("Shift+Tab")
        tab.keyboard.press("Enter")
        tab.get_by_role("heading", name="已经关闭").wait_for()


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_accessibility_check_finds_nothing_and_nothing_sticks_out(browser: Any, desk: Served, width: int) -> None:
    with opened(browser, desk, width) as page:
        clean(page.tab, width)
        page.put(
            ("很长的没有空格的文件名" * 8 + ".txt", MENDED.encode()),
            ("坏.docx", b"PK\x03\x04"),
            ("乙.txt", STREET.encode()),
        )
        page.done(3)
        page.put(("新.txt", GOOD.encode()))
        page.card("新.txt").locator(".since").wait_for()
        page.card("新.txt").get_by_role("button", name="改年度或清单").click()
        clean(page.tab, width)
        matrix = page.watched(page.context.new_page())
        matrix.goto(page.served.origin + page.tab.get_attribute("#matrix-page", "href"))
        clean(matrix, width)
