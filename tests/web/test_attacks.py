"""What somebody might try on the local page, with raw sockets: refused, and the server goes on for its owner."""

import json
import socket
from collections.abc import Iterator

import pytest

from tests.flagship_reports import GOOD
from tests.web.serving import PATIENCE, Served, serving

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

BOUNDS = {"file_bytes": 300_000, "stall_seconds": 0.3, "head_seconds": 2, "uploads": 4, "check_seconds": 30}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("attacks"), bounds=BOUNDS) as one:
        yield one


def message(answer: tuple[int, dict[str, str], bytes]) -> tuple[int, str]:
    return answer[0], json.loads(answer[2])["message"]


@pytest.fixture(autouse=True)
def the_server_goes_on(served: Served) -> Iterator[None]:
    yield
    assert served.ask("GET", "/api/start")[0] == 200


# ------------------------------------------------------------------ who speaks
@pytest.mark.parametrize("host", ["evil.example", "localhost:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", ""])
@pytest.mark.parametrize("path", ["/", "/app.js", "/api/start", "/api/changes", "/f/1/x/page"])
def test_a_foreign_host_is_refused(served: Served, host: str, path: str) -> None:
    host = host.format(port=served.authority.partition(":")[2])
    status, said = message(served.ask("GET", path, headers={"Host": host}))
    assert (status, said) == (400, f"地址不对，请用 http://{served.authority}/ 打开。")


def test_two_hosts_are_refused(served: Served) -> None:
    with socket.create_connection(served.authority.split(":"), PATIENCE) as raw:
        raw.sendall(f"GET / HTTP/1.1\r\nHost: {served.authority}\r\nHost: evil.example\r\n\r\n".encode())
        assert raw.recv(100).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:80", "https://{authority}", ""])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_origin_is_refused_even_with_the_key(served: Served, origin: str, method: str) -> None:
    headers = {"Origin": origin.format(authority=served.authority)}
    path = "/api/files" if method == "POST" else "/api/start"
    assert message(served.ask(method, path, headers=headers)) == (403, "这个请求不是从本页发出的，没有受理。")


def test_writing_without_an_origin_is_refused(served: Served) -> None:
    answer = served.ask("POST", "/api/close", headers={"x-qingdan-key": served.key}, plain=True)
    assert message(answer) == (403, "这个请求不是从本页发出的，没有受理。")
    foreign = {"Sec-Fetch-Site": "same-site"}
    assert served.ask("POST", "/api/close", headers=foreign)[0] == 403


@pytest.mark.parametrize("key", ["", "x", "é", "0" * 43])
@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/api/start"), ("GET", "/api/changes"), ("POST", "/api/files"), ("POST", "/api/close"),
     ("POST", "/api/bye"), ("POST", "/api/files/1/again"), ("POST", "/api/files/1/remove")],
)  # fmt: skip
def test_without_the_key_nothing_is_told_and_nothing_done(served: Served, key: str, method: str, path: str) -> None:
    answer = served.ask(method, path, b"", {"x-qingdan-key": key.encode().decode("latin-1")})
    assert message(answer) == (403, "没有钥匙，没有受理；请从打开本页的地址重新进入。")


def test_a_wrong_token_gets_no_key_and_the_one_for_the_browser_opens_once(served: Served) -> None:
    refused = (403, "进入的地址不对或者已经用过；请关掉本页，重新启动清单体检。")
    for wrong in (b"", b"x", served.key.encode(), b"\xff\xfe", b"x" * 100_000):
        assert message(served.ask("POST", "/api/enter", wrong)) == refused
    token = served.opening.partition("#")[2]
    assert served.said("POST", "/api/enter", token) == {"key": served.key}
    assert message(served.ask("POST", "/api/enter", token)) == refused


def test_the_page_that_anybody_gets_holds_nothing_and_sets_no_cookie(served: Served) -> None:
    status, headers, body = served.ask("GET", "/", plain=True)
    assert status == 200
    assert served.key.encode() not in body
    assert "set-cookie" not in headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


def test_only_this_computer_is_listened_to(served: Served) -> None:
    port = int(served.authority.partition(":")[2])
    with socket.socket(socket.AF_INET6) as other:
        assert other.connect_ex(("::1", port)) != 0
    with pytest.raises(OSError), socket.create_connection((socket.gethostbyname(socket.gethostname()), port), 2) as raw:
        if raw.getpeername()[0].startswith("127."):
            raise ConnectionRefusedError  # this computer's name is loopback


# ------------------------------------------------------------------ names and paths
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../../../etc/evil.txt", "evil.txt"),
        ("..\\..\\evil.txt", "evil.txt"),
        ("/etc/passwd", "passwd"),
        ("C:\\Windows\\evil.txt", "evil.txt"),
        ("..", "未命名文件"),
        ("", "未命名文件"),
        ("a\0b\r\nSet-Cookie: x.txt", "a[U+0000]b[U+000D]\nSet-Cookie: x.txt"),
        ("报告\u202eexe.txt", "报告[U+202E]exe.txt"),
        ("\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "í\xa0\x80"),
        ("长" * 5000 + ".txt", "长" * 196 + ".txt"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
    ],
)
def test_a_name_is_shown_and_never_a_path(served: Served, name: str, shown: str) -> None:
    before = sorted(path.name for path in served.parent.iterdir())
    done = served.put(GOOD.encode(), name)
    assert done["state"] == "done"
    assert done["name"].replace("[U+0080]", "\x80") == shown
    assert sorted(path.name for path in served.parent.iterdir()) == before
    made = served.folder / str(done["number"])
    assert sorted(path.name for path in made.iterdir()) == ["json", "page", "sheet", "source", "word"]
    status, headers, _ = served.ask("GET", done["found"]["files"]["word"], plain=True)
    assert status == 200
    assert headers["content-disposition"].startswith("attachment; filename=\"qingdan.docx\"; filename*=UTF-8''")
    assert "%2F" not in headers["content-disposition"] and "%5C" not in headers["content-disposition"]


@pytest.mark.parametrize(
    "kind", ["source", "../source", "%2e%2e/lock", "..%2f..%2flock", "page%00", "word/../../lock", "x"]
)
def test_an_address_leads_to_nothing_else(served: Served, kind: str) -> None:
    done = served.put(GOOD.encode())
    base = done["found"]["files"]["page"].removesuffix("page")
    assert served.ask("GET", base + kind, plain=True)[0] == 404
    number = done["number"]
    for secret in ("", "x", base.split("/")[3][:-1]):
        assert served.ask("GET", f"/f/{number}/{secret}/page", plain=True)[0] == 404
    assert served.ask("GET", f"/f/{number + 1}/{base.split('/')[3]}/page", plain=True)[0] == 404
    assert served.ask("GET", "/m/x/page", plain=True)[0] == 404


def test_the_private_folder_is_private(served: Served) -> None:
    assert served.folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("query", ["year=20x4", "year=1", "earlier=x", "year=" + "9" * 500])
def test_wrong_options_are_refused(served: Served, query: str) -> None:
    status, said = message(served.ask("POST", f"/api/files?{query}", b"x"))
    assert (status, said) == (400, "选项不对；年度请写四位数字，例如 2024。")


@pytest.mark.parametrize("query", ["checklist=/etc/passwd", "checklist=../x.toml", "earlier=999999"])
def test_a_checklist_is_one_of_those_offered_and_a_draft_one_that_is_there(served: Served, query: str) -> None:
    assert served.ask("POST", f"/api/files?{query}", b"x")[0] == 409
