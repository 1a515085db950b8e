"""The page in Chromium, in the HTML validator and under an accessibility check.

Programs from outside are looked for, never fetched: `QINGDAN_TOOLS` names a folder with `node_modules` (vnu-jar,
axe-core); a `node_modules` beside the project does as well. What is not there is skipped, with the reason.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lint.record import record, shape
from lint.render.index import Entry, index_page
from lint.render.page import page
from lint.run import Failure
from tests.policy.verdict_makers import given, laid, side_of
from tests.render.build import build

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("QINGDAN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-quic", "--disable-component-update"]
# The validator does not compute the hashes of longer inline texts; that ours are right is tested in Chromium.
HASH_WARNING = re.compile(r"Inline (style|script) violates Content Security Policy")


def module(*parts: str) -> Path:
    """A file of an npm package, or a visible skip."""
    for root in (os.environ.get("QINGDAN_TOOLS"), str(ROOT)):
        if root and (found := Path(root, "node_modules", *parts)).exists():
            return found
    pytest.skip(f"{parts[0]} is not installed (npm install {parts[0]}; set QINGDAN_TOOLS to its folder)")


def judged() -> shape.Report:
    """The record with every kind of verdict over it."""
    run = build()
    verdicts = (
        given(run, "F1", "disagree", reason="次数与会议记录不符"),
        given(run, "F9", "met", reason="述职报告第2页"),
        given(run, "F3", "agree"),
        given(run, "S8", "disagree", until="2025-12-31"),
        given(run, "sums.1", "waived", by="王某"),
        given(run, "term.1", "agree"),
        given(run, "numbering.1", "waived", until="2025-01-31"),
        given(run, "S1", "agree"),
        given(run, "F10", "agree"),
    )
    return laid(run, side_of(run, *verdicts))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("页面 pages")
    whole = record([build(), build(path="b.txt", recognised=False)], [Failure("c.doc", "打不开。")])
    whole["reports"][0]["reviewed"] = judged()["reviewed"]
    texts = {
        "page": page(build()),
        "judged": page(build(), judged()),
        "foreign": page(build(recognised=False)),
        "index": index_page([Entry(r, "a 1.html") for r in whole["reports"]], whole["errors"], whole["checklist"]),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in texts}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium found (set QINGDAN_CHROMIUM to its path)")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def visit(browser: Any, path: Path, width: int = 1440, **context: Any) -> tuple[Any, list[str]]:
    """An opened page, and everything it complained of or asked the network for."""
    tab = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
    noise: list[str] = []
    tab.on("console", lambda message: noise.append(message.text))
    tab.on("pageerror", lambda error: noise.append(str(error)))
    tab.on("request", lambda request: noise.append(request.url) if not request.url.startswith("file:") else None)
    tab.goto(path.as_uri())
    return tab, noise


@pytest.mark.parametrize("name", ["page", "judged", "foreign", "index"])
def test_the_validator_finds_nothing(pages: dict[str, Path], name: str) -> None:
    if shutil.which("java") is None:
        pytest.skip("java is not installed")
    jar = module("vnu-jar", "build", "dist", "vnu.jar")
    command = ["java", "-jar", str(jar), "--stdout", "--format", "gnu", "--exit-zero-always", str(pages[name])]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert [line for line in output.splitlines() if line and not HASH_WARNING.search(line)] == []


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("name", ["page", "judged", "foreign", "index"])
def test_the_accessibility_check_finds_nothing(browser: Any, pages: dict[str, Path], name: str, width: int) -> None:
    axe = module("axe-core", "axe.min.js").read_text(encoding="utf-8")
    tab, _ = visit(browser, pages[name], width)
    tab.evaluate(f"{axe};0")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = tab.evaluate("tags => axe.run({runOnly: tags})", tags)["violations"]
    assert [(item["id"], [node["html"][:120] for node in item["nodes"]]) for item in found] == []


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("name", ["page", "judged", "foreign", "index"])
def test_nothing_is_fetched_nothing_complains_nothing_sticks_out(
    browser: Any, pages: dict[str, Path], name: str, width: int
) -> None:
    tab, noise = visit(browser, pages[name], width)
    assert noise == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_everything_is_there_and_open(browser: Any, pages: dict[str, Path]) -> None:
    tab, _ = visit(browser, pages["page"], java_script_enabled=False)
    assert tab.locator("#e-S1").is_visible() and tab.locator("#e-F10").is_visible()
    assert tab.locator("pre.sample").first.is_visible()
    assert tab.locator("button").count() == 0
    tab.click("#e-S8 dd a >> nth=-1")
    assert tab.url.endswith("#p1-1")


def test_with_javascript_the_met_part_is_folded_and_opens_for_a_link_a_button_and_paper(
    browser: Any, pages: dict[str, Path]
) -> None:
    tab, _ = visit(browser, pages["page"])
    assert not tab.locator("#e-S1").is_visible()
    tab.click("#map a[href='#e-S1']")
    assert tab.locator("#e-S1").is_visible()
    tab.locator("#na").get_by_role("button", name="展开").click()
    assert tab.locator("#e-F10").is_visible()
    tab.locator("#na").get_by_role("button", name="收起").click()
    assert not tab.locator("#e-F10").is_visible()
    tab.emulate_media(media="print")
    assert tab.locator("#e-F10").is_visible()


def test_a_link_into_the_text_moves_the_text_alone_and_lights_what_it_speaks_of(
    browser: Any, pages: dict[str, Path]
) -> None:
    tab, _ = visit(browser, pages["page"])
    tab.set_viewport_size({"width": 1440, "height": 400})
    tab.locator("#e-C3").scroll_into_view_if_needed()
    before = tab.evaluate("scrollY")
    tab.click("#e-C3 dd a >> nth=0")
    tab.wait_for_timeout(800)
    assert tab.evaluate("scrollY") == before
    assert tab.evaluate("document.getElementById('source').scrollTop") > 0
    assert tab.locator(".now").first.inner_text() == "计划招录执法人员2名"


def test_the_filter_leaves_only_what_is_grave(browser: Any, pages: dict[str, Path]) -> None:
    tab, _ = visit(browser, pages["page"])
    tab.get_by_role("button", name="只看错误").click()
    assert tab.locator("#e-S8").is_visible() and not tab.locator("#e-F3").is_visible()
    assert tab.locator(".note:visible").count() == 3
    tab.get_by_role("button", name="全部").click()
    assert tab.locator("#e-F3").is_visible()


def test_the_keyboard_reaches_the_skip_link_first(browser: Any, pages: dict[str, Path]) -> None:
    tab, _ = visit(browser, pages["page"])
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "跳到“先改这些”"
    assert tab.evaluate("document.activeElement.getBoundingClientRect().top") >= 0


def test_on_paper_pages_are_numbered_and_everything_is_open(
    browser: Any, pages: dict[str, Path], tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    tab, _ = visit(browser, pages["page"])
    tab.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    command = ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"]
    sheets = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    assert len(sheets) <= 9
    for number, sheet in enumerate(sheets, 1):
        assert "清单体检" in sheet and "柳河镇人民政府" in sheet
        assert f"第{number}页，共{len(sheets)}页" in re.sub(r"\s", "", sheet)
    whole = re.sub(r"\s", "", "".join(sheets))
    assert "附：原文" in whole and "写明了听取法治建设工作汇报" in whole
    assert "复制样段" not in whole and "跳到“先改" not in whole
