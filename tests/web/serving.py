"""A real server in a process of its own, spoken to as browsers do and as attackers might."""

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.flagship_reports import GOOD

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds until a test gives up on what it waits for


@dataclass
class Served:
    """A running server. `printed` and `opening` are its two addresses, `parent` holds its private folder."""

    process: "subprocess.Popen[str]"
    printed: str
    opening: str
    parent: Path
    key: str = ""

    @property
    def authority(self) -> str:
        return self.printed.removeprefix("http://").partition("/")[0]

    @property
    def origin(self) -> str:
        return f"http://{self.authority}"

    @property
    def folder(self) -> Path:
        return next(self.parent.glob("qingdan-serve-*"))

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.authority, timeout=PATIENCE)

    def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None, *, plain: bool = False
    ) -> tuple[int, dict[str, str], bytes]:
        """One request as our page makes it; with `plain` nothing is added to the headers. Status, headers, body."""
        own = {} if plain else {"Origin": self.origin, "x-qingdan-key": self.key}
        connection = self.connection()
        try:
            connection.request(method, path, body, {**own, **(headers or {})})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def said(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
        return json.loads(self.ask(method, path, body, headers)[2])

    def put(self, data: bytes, name: str = "报告.txt", query: str = "") -> dict[str, Any]:
        """A report put in, and what became of it."""
        number = self.said("POST", f"/api/files?{query}", data, {"x-file-name": quote(name)})["number"]
        return self.item(number)

    def items(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.said("GET", "/api/changes?since=0")["items"]
        return found

    def item(self, number: int) -> dict[str, Any]:
        """A report when it is done."""
        return waited(
            lambda: next((i for i in self.items() if i["number"] == number and i["state"] in ("done", "failed")), None)
        )

    def ended(self) -> int:
        """The exit code, when it has ended."""
        return self.process.wait(PATIENCE)


def waited(look: Callable[[], Any]) -> Any:
    """What `look` finds, as soon as it finds something."""
    until = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < until, "waited in vain"
    return found


@contextmanager
def serving(parent: Path, **options: Any) -> Iterator[Served]:
    """A server with these options (see tests/web/start.py), entered already; it is ended at the end."""
    parent.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.web.start", str(parent), json.dumps(options)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise AssertionError(process.communicate()[1])
    served = Served(process, *json.loads(line), parent)
    try:
        served.key = served.said("POST", "/api/enter", served.printed.partition("#")[2])["key"]
        yield served
    finally:
        process.terminate()
        noise = process.communicate(timeout=PATIENCE)[1]
    assert noise == "", noise
    assert list(parent.glob("qingdan-serve-*")) == []


def word(text: str = GOOD) -> bytes:
    """A .docx of a text, by another writer than ours."""
    import docx  # noqa: PLC0415

    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    target = BytesIO()
    document.save(target)
    return target.getvalue()
