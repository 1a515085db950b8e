"""The local page in real Chromium: tabs, closing, the keyboard, the accessibility check."""

from pathlib import Path
from typing import Any

import pytest

from tests.flagship_reports import GOOD, NO_POWERS, STREET
from tests.web.browsing import MENDED, clean, opened
from tests.web.serving import PATIENCE, Served, serving, waited

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("uvicorn", reason="the extra `web` is not installed")


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
        page.tab.get_by_role("dialog").get_by_role("button", name="关闭并清除").click()
        page.tab.get_by_role("heading", name="已经关闭").wait_for()
        assert page.served.ended() == 0
        assert page.tab.locator("article").count() == 0
        assert page.tab.evaluate("document.activeElement.id") == "h-over"
        assert page.tab.evaluate("localStorage.length") == 0
        clean(page.tab, 360)


def test_closing_asks_once_what_would_be_lost_and_the_keyboard_answers(browser: Any, tmp_path: Path) -> None:
    with opened(browser, tmp_path, 360) as page:
        page.put(("甲.txt", GOOD.encode()), ("乙.txt", NO_POWERS.encode()))
        page.done(2)
        tab = page.tab
        for leaving in ("Escape", "Enter"):  # Enter presses the harmless button, which has the focus
            tab.focus("#close")
            tab.keyboard.press("Enter")
            dialog = tab.get_by_role("dialog", name="关闭并清除？")
            assert "放入的 2 份文件和核对结果都会清除，不能恢复；要留的请先下载。" in dialog.inner_text()
            assert tab.evaluate("document.activeElement.textContent") == "先不关闭"
            clean(tab, 360)
            tab.keyboard.press(leaving)
            dialog.wait_for(state="hidden")
            assert tab.evaluate("document.activeElement.id") == "close"
        assert len(page.served.items()) == 2
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.textContent") == "关闭并清除"
        tab.keyboard.press("Enter")
        tab.get_by_role("heading", name="已经关闭").wait_for()
        assert page.served.ended() == 0


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
