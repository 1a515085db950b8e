"""A tab in Chromium, watched: what it complains of, what it asks of others, what can be done on the page."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from tests.flagship_reports import GOOD
from tests.render.test_browser import module
from tests.web.serving import PATIENCE, Served, serving

MENDED = "".join(line for line in GOOD.splitlines(keepends=True) if "法律顾问" not in line)
"""A draft that does not speak of legal advisers."""


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


def clean(tab: Any, width: int) -> None:
    """Whether the accessibility check finds nothing, and nothing sticks out."""
    tab.evaluate(f"{module('axe-core', 'axe.min.js').read_text(encoding='utf-8')};0")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = tab.evaluate("tags => axe.run({runOnly: tags})", tags)["violations"]
    assert [(item["id"], [node["html"][:120] for node in item["nodes"]]) for item in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
