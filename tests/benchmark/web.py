"""The local page: seconds from putting in a .docx to its verdict, and memory after many files.

    python -m tests.benchmark.web [--files 1000] [--report 报告.docx]

Prints one line of JSON. Memory is that of the server and its workers as Linux counts it (Pss: shared pages once).
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.flagship_reports import GOOD
from tests.web.serving import Served, serving, word

ONES = 15


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--report", type=Path)
    given = parser.parse_args()
    report = given.report.read_bytes() if given.report else word()
    with tempfile.TemporaryDirectory() as parent, serving(Path(parent), workers=2) as served:
        first = _seconds(served, report)
        ones = [_seconds(served, report) for _ in range(ONES)]
        few = _memory(served)
        started = time.perf_counter()
        for number in range(given.files - ONES - 1):
            name = f"{'甲乙丙丁戊己庚辛壬癸'[number % 10]}{'子丑寅卯辰巳午未申酉'[number // 10 % 10]}{number // 100}"
            _put(served, word(GOOD.replace("青石", name)), f"{name}.docx")
        at = 0
        while _busy(served, at):
            time.sleep(0.2)
        said: dict[str, Any] = {
            "bytes": len(report),
            "first_seconds": round(first, 3),
            "median_seconds": round(statistics.median(ones), 3),
            "files": given.files,
            "files_per_second": round((given.files - ONES - 1) / (time.perf_counter() - started), 1),
            "megabytes_after_few": few,
            "megabytes_after_all": _memory(served),
            "page_poll_seconds": _poll(served),
            "matrix_seconds": _matrix(served),
            "folder_megabytes": sum(f.stat().st_size for f in served.folder.rglob("*") if f.is_file()) // 1_000_000,
        }
    print(json.dumps(said))


def _put(served: Served, data: bytes, name: str) -> int:
    from urllib.parse import quote  # noqa: PLC0415

    number: int = served.said("POST", "/api/files", data, {"x-file-name": quote(name)})["number"]
    return number


def _seconds(served: Served, data: bytes) -> float:
    started = time.perf_counter()
    number = _put(served, data, "报告.docx")
    since = 0
    while True:
        said = served.said("GET", f"/api/changes?since={since}&tab=bench")
        since = said["at"]
        if any(item["number"] == number and item["state"] == "done" for item in said["items"]):
            return time.perf_counter() - started


def _busy(served: Served, since: int) -> bool:
    items = served.said("GET", f"/api/changes?since={since}&tab=bench")["items"]
    return any(item["state"] not in ("done", "failed") for item in items)


def _memory(served: Served) -> dict[str, float]:
    """Megabytes of the server and of all its processes."""
    pid = served.process.pid
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    children = [int(one) for one in listed.split() if Path(f"/proc/{one}/smaps_rollup").exists()]
    return {"server": _pss(pid), "workers": round(sum(map(_pss, children)), 1)}


def _pss(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return round(sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024, 1)


def _poll(served: Served) -> float:
    started = time.perf_counter()
    at = served.said("GET", "/api/changes?since=0&tab=bench")["at"]
    whole = time.perf_counter() - started
    started = time.perf_counter()
    served.said("GET", f"/api/changes?since={at}&tab=bench")
    print(f"all items {whole:.3f} s, nothing new {time.perf_counter() - started:.3f} s", file=sys.stderr)
    return round(whole, 3)


def _matrix(served: Served) -> dict[str, float]:
    base = served.said("GET", "/api/start")["matrix"]
    found = {}
    for kind in ("page", "xlsx"):
        started = time.perf_counter()
        status, _, body = served.ask("GET", base + kind, plain=True)
        assert status == 200, body
        found[kind] = round(time.perf_counter() - started, 2)
    return found


if __name__ == "__main__":
    main()
