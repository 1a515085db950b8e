"""What somebody might send to the local page: too large, too slow, too much, files that mean harm."""

import http.client
import json
import socket
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from tests.flagship_reports import GOOD
from tests.test_run import TOWN, _checklist
from tests.web.serving import PATIENCE, Served, serving, waited, word

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

BOUNDS = {"file_bytes": 300_000, "stall_seconds": 0.3, "head_seconds": 2, "uploads": 4, "check_seconds": 30}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("attacks"), bounds=BOUNDS) as one:
        yield one


@pytest.fixture(autouse=True)
def the_server_goes_on(served: Served) -> Iterator[None]:
    yield
    assert served.ask("GET", "/api/start")[0] == 200


# ------------------------------------------------------------------ large, slow, many
def test_a_file_that_says_it_is_too_large_is_refused_at_once(served: Served) -> None:
    connection = served.connection()
    connection.putrequest("POST", "/api/files")
    for name, value in (("Origin", served.origin), ("x-qingdan-key", served.key), ("Content-Length", "60000001")):
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert json.loads(answer.read())["message"].startswith("文件过大（超过 0 MB），不像是一份报告")
    connection.close()


def test_a_file_that_turns_out_too_large_is_refused_and_removed(served: Served) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(40):
            yield b"x" * 10_000

    connection = served.connection()
    try:
        headers = {"Origin": served.origin, "x-qingdan-key": served.key, "Transfer-Encoding": "chunked"}
        connection.request("POST", "/api/files", pieces(), headers, encode_chunked=True)
        assert connection.getresponse().status == 413
    except OSError:  # it stopped listening before we had said all
        pass
    finally:
        connection.close()
    failed = waited(lambda: [i for i in served.items() if i["state"] == "failed" and "文件过大" in i["message"]])
    for item in failed:
        assert not (served.folder / str(item["number"]) / "source").exists()


def test_a_slow_upload_is_given_up(served: Served) -> None:
    connection = served.connection()
    connection.putrequest("POST", "/api/files")
    for name, value in (("Origin", served.origin), ("x-qingdan-key", served.key), ("Content-Length", "1000")):
        connection.putheader(name, value)
    connection.endheaders(b"x" * 10)
    answer = connection.getresponse()
    assert (answer.status, json.loads(answer.read())["message"]) == (408, "文件送得太慢，没有收完；请重新放入。")
    connection.close()


def test_an_upload_that_breaks_off_is_told(served: Served) -> None:
    with socket.create_connection(served.authority.split(":"), PATIENCE) as raw:
        head = f"POST /api/files HTTP/1.1\r\nHost: {served.authority}\r\nOrigin: {served.origin}\r\n"
        raw.sendall(f"{head}x-qingdan-key: {served.key}\r\nContent-Length: 1000\r\n\r\nabc".encode())
    assert waited(lambda: [i for i in served.items() if i["message"] == "文件没有收完（浏览器中断了）；请重新放入。"])


def test_a_slow_head_is_given_up_and_two_hundred_connections_are_borne(served: Served) -> None:
    host, port = served.authority.split(":")
    idle = [socket.create_connection((host, int(port)), PATIENCE) for _ in range(200)]
    try:
        for number, one in enumerate(idle):
            one.sendall(b"GET / HTTP/1.1\r\nHost: " if number % 2 else b"")
        assert served.put(GOOD.encode())["state"] == "done"
        assert {one.recv(1) if not reset(one) else b"" for one in idle} == {b""}
    finally:
        for one in idle:
            one.close()


def reset(one: socket.socket) -> bool:
    """Whether the server has ended the connection the hard way."""
    try:
        one.recv(1, socket.MSG_PEEK)
    except ConnectionResetError:
        return True
    return False


def test_too_many_uploads_at_a_time_are_told_to_wait(served: Served) -> None:
    under_way: list[http.client.HTTPConnection] = []
    for _ in range(4):
        connection = served.connection()
        connection.putrequest("POST", "/api/files")
        for name, value in (("Origin", served.origin), ("x-qingdan-key", served.key), ("Content-Length", "1000")):
            connection.putheader(name, value)
        connection.endheaders(b"x")
        under_way.append(connection)
    answers = [connection.getresponse().status for connection in under_way] + [
        served.ask("POST", "/api/files", b"x")[0]
    ]
    for connection in under_way:
        connection.close()
    assert set(answers) <= {408, 503, 200}
    assert answers.count(408) == 4


@pytest.mark.parametrize(
    "junk",
    [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET / HTTP/1.1\r\n" + b"x: y\r\n" * 20_000, b"\0" * 1000],
)
def test_junk_is_no_matter(served: Served, junk: bytes) -> None:
    with socket.create_connection(served.authority.split(":"), PATIENCE) as raw:
        raw.sendall(junk)
        try:
            answer = raw.recv(100)
        except ConnectionResetError:
            answer = b""
    assert answer == b"" or answer.startswith(b"HTTP/1.1 400")


def test_a_websocket_is_not_spoken(served: Served) -> None:
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "eA==",
    }
    assert served.ask("GET", "/api/changes", headers=headers)[0] in (200, 400, 404, 426)


# ------------------------------------------------------------------ files that mean harm
def test_a_decompression_bomb_costs_itself(served: Served) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        whole = zipfile.ZipFile(BytesIO(word()))
        for name in whole.namelist():
            package.writestr(name, whole.read(name) if name != "word/document.xml" else b" " * 250_000_000)
    data = target.getvalue()
    assert len(data) < 300_000
    failed = served.put(data, "炸弹.docx")
    assert failed["state"] == "failed"
    assert "压缩" in failed["message"] or "过大" in failed["message"], failed["message"]


@pytest.mark.parametrize("name", ["空.docx", "乱.pdf", "图.png", "表.ofd", "繁.txt"])
def test_what_is_no_report_is_told_without_words_of_the_command_line(served: Served, name: str) -> None:
    content = {"空.docx": b"", "乱.pdf": b"%PDF-1.7 nothing", "图.png": b"\x89PNG\r\n\x1a\n\0", "表.ofd": b"PK\x03\x04"}
    content["繁.txt"] = "法治政府建設年度報告，問題與原因。\n".encode("big5") * 50
    failed = served.put(content[name], name)
    assert failed["state"] == "failed"
    assert "--" not in failed["message"] and failed["message"].endswith("。")


SLOW = (
    '\n[[element]]\nid = "F1"\nkind = "phrase"\ntitle = "慢"\ngroup = "总体"\nseverity = "error"\nmet = "有"\n'
    'thin = "少"\nabsent = "无"\nremedy = { text = "写。" }\n'
    "done-regex = ['(?:啊|啊啊)+(?:啊|啊啊)+(?:啊|啊啊)+$甲']\n"
)


@pytest.mark.parametrize("seconds", [60, 0.5])
def test_a_pattern_that_runs_out_of_its_budget_is_told_and_a_report_that_takes_too_long_is_ended(
    tmp_path: Path, seconds: float
) -> None:
    (tmp_path / "慢.toml").write_text(_checklist("a", "法治政府") + SLOW, encoding="utf-8")
    options = {"checklist": str(tmp_path / "慢.toml"), "bounds": {"check_seconds": seconds}}
    with serving(tmp_path / "served", **options) as one:
        assert one.said("GET", "/api/start")["preferred"] == "own"
        done = one.put((TOWN + "啊" * 400 + "。\n").encode(), query="checklist=own")
        if seconds > 1:
            assert done["found"]["advice"].startswith("有 1 项没有检查成，请人工核对，结论还不完整。")
        else:
            assert done["message"] == (
                "这份文件查了 0.5 秒还没有完成，已经停止，别的文件不受影响；"
                "请用 Word 或 WPS 打开后另存为新的 .docx 再检。"
            )
