"""A file that is given to LibreOffice can make it neither fetch anything nor read other files of this computer."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from reader_fixtures import zipped

from lint.readers import read_bytes

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
SECRET = "别的文件里的话"


def odt(body: str) -> bytes:
    """An OpenDocument text by hand."""
    content = f"<office:text>{body}</office:text>"
    entry = '<m:file-entry m:full-path="{}" m:media-type="{}"/>'
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({
        "mimetype": kind,
        "content.xml": f'<office:document-content {_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'office:version="1.2"><office:body>{content}</office:body></office:document-content>',
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_ODF}:manifest:1.0">'
        + entry.format("/", kind) + entry.format("content.xml", "text/xml") + "</m:manifest>",
    })  # fmt: skip


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a web server on this computer, and what was asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(SECRET.encode())

        do_OPTIONS = do_HEAD = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()


@pytest.mark.usefixtures("soffice")
def test_links_are_not_followed(server: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = server
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    linked: Callable[[str, str], str] = lambda name, target: (  # noqa: E731
        f'<text:section text:name="{name}"><text:section-source xlink:href="{target}" text:filter-name="Text"/>'
        f"<text:p>原来的{name}</text:p></text:section>"
    )
    picture = f'<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}/a.png"/></draw:frame>'
    body = f"<text:p>云岭乡{picture}</text:p>{linked('甲', secret.as_uri())}{linked('乙', address + '/b.txt')}"
    text = read_bytes(odt(body), "报告.odt").text
    assert [line for line in text.split("\n") if line] == ["云岭乡", "原来的甲", "原来的乙"]

    field = r"{\field{\*\fldinst %s}{\fldrslt old}}\par "
    fields = (f'INCLUDETEXT "{secret}"', f'INCLUDEPICTURE "{address}/c.png" \\\\d', f'DDEAUTO excel "{address}/d" e')
    rtf = (r"{\rtf1\ansi Yunling\par " + "".join(field % each for each in fields) + "}").encode()
    assert [line for line in read_bytes(rtf, "a.rtf").text.split("\n") if line] == ["Yunling", "old", "old", "old"]
    assert asked == []
