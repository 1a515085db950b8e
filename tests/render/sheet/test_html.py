"""The sheet as a page: the same words, nothing from outside, and paper that a browser prints well."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lint.record import report_record
from lint.render.sheet.html import sheet_html
from tests.render.build import PERSON, PHONE, build
from tests.render.sheet.sheets import record


def _page(**changes: object) -> str:
    run = build()
    return sheet_html(run, record(run, **changes))


def test_it_says_what_the_word_sheet_says() -> None:
    page = _page()
    for words in (
        "清单体检反馈单",
        "柳河镇人民政府",
        "应查 17 项：满足 11、不充分 4、缺失 2",
        "○</span> 缺失",
        "d" * 64,
        "三、文字与数据",
        "复核单位（盖章）：",
        "日期：　　　　年　　月　　日",
        "不核实事情是否属实",
    ):
        assert words in page, words
    rows = re.findall(r'<td class="no">(\d+)</td>', page)
    assert rows == [*map(str, range(1, 21)), *map(str, range(1, 4)), *map(str, range(21, 28))]
    assert page.count('<input type="checkbox"') == (19 + 7) * 2


def test_it_loads_and_runs_nothing() -> None:
    page = _page()
    assert "default-src &#39;none&#39;" in page and "script-src &#39;none&#39;" in page
    assert "<script" not in page and "http" not in re.sub(r"http-equiv", "", page) and "url(" not in page


def test_the_reports_words_are_escaped_everywhere() -> None:
    hostile = '</style><script>alert(1)</script>"};@import {{ 7*7 }}\u202e'
    page = _page(issuer=hostile, title=hostile, path=f"报告/{hostile}.docx")
    assert "<script" not in page and "\u202e" not in page and "49" not in re.findall(r"<h1>.*?</header>", page, re.S)[0]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&#34;};@import {{ 7*7 }}[U+202E]" in page
    head = re.search(r"<style>@page\{@top-left\{content:(.*?)\}\}</style>", page)
    assert head and "<" not in head[1] and "@" not in head[1] and "}" not in head[1]


def test_what_is_private_is_masked() -> None:
    assert PHONE not in _page() and PERSON not in _page()


def test_the_same_run_gives_the_same_page() -> None:
    assert _page() == _page()


def test_a_file_that_is_no_such_report() -> None:
    run = build(recognised=False)
    page = sheet_html(run, report_record(run))
    assert "没有逐项核对。" in page and "没有发现要改的文字。" in page


def test_the_browser_prints_it_with_heads_and_page_numbers(tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None or shutil.which("pdftotext") is None:
        pytest.skip("chromium or pdftotext (poppler-utils) is not installed")
    path, pdf = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
    path.write_text(_page(), encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(path.as_uri())
        assert page.locator("input").first.evaluate("box => { box.click(); return box.checked }")
        wide = page.evaluate(
            "[...document.querySelectorAll('td,th')].filter(c => c.scrollWidth > c.clientWidth + 1).map(c => c.innerText)"  # noqa: E501
        )
        page.pdf(path=str(pdf), prefer_css_page_size=True)
        browser.close()
    assert said == [] and wide == []
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    pages = [one for one in text.split("\f") if one.strip()]
    assert 3 <= len(pages) <= 6
    for at, one in enumerate(pages, 1):
        assert re.search(rf"第\s*{at}\s*页\s*共\s*{len(pages)}\s*页", one)
        assert one.splitlines()[0].split()[0] == "柳河镇人民政府"
    assert sum("复核意见" in one for one in pages) >= len(pages) - 1
