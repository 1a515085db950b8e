"""How fast and how large: `python tests/benchmark/bench.py` prints measured values beside their goals.

Reports are the examples and marked cases, varied and filled up to the 6 to 13 KB of real ones. Times are CPU seconds
of the process, because wall time means little on a shared machine. Everything after the cold starts runs on one core
in this process, through the library.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from stages import STAGES, Clock, Tool, inside_checks, multiplied
from vary import EXAMPLES, grown, varied

REPEATS = 7


def main() -> None:
    """Runs the parts asked for and prints one table each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=300, help="reports for throughput, stages and memory")
    parser.add_argument("--largest", type=float, default=10.0, help="the longest report, in MB of UTF-8")
    parser.add_argument("--only", choices=sorted(PARTS), action="append", help="this part only (may be repeated)")
    options = parser.parse_args()
    for name, part in PARTS.items():
        if not options.only or name in options.only:
            print(f"\n{name}")
            part(options)


def cold(options: argparse.Namespace) -> None:
    """A new process for each start: one report, its page written."""
    del options
    with tempfile.TemporaryDirectory() as folder:
        print(f"  {'':<38}{'CPU s':>8}{'MiB':>7}  goal (beyond)")
        _started("python -c pass", [sys.executable, "-c", "pass"], "")
        for name, goal in (("yunqu-2025.txt", "≤ 0.25 (0.15)"), ("zhuli-2025.docx", "≤ 0.35 (0.22)")):
            command = [str(Path(sys.executable).parent / "qingdan"), "check", str(EXAMPLES / name)]
            _started(f"check {name} --html", [*command, "--html", f"{folder}/page.html"], goal)


def _started(label: str, command: list[str], goal: str) -> None:
    spent, largest = [], 0
    for _ in range(REPEATS + 1):  # the first one fills the caches
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            print(f"  {label:<38}  failed with exit code {process.returncode}")
            return
        spent.append(usage.ru_utime + usage.ru_stime)
        largest = max(largest, usage.ru_maxrss)
    print(f"  {label:<38}{statistics.median(spent[1:]):>8.3f}{largest / 1024:>7.0f}  {goal}")


def many(options: argparse.Namespace) -> None:
    """Reports per second on one core, as JSON and as pages."""
    tool = Tool()
    datas = [text.encode() for text in varied(options.reports)]
    size = sum(map(len, datas)) / len(datas) / 1000
    tool.line(datas[0], "warm.txt")
    print(f"  {len(datas)} reports of {size:.1f} KB on average")
    for html, goal in ((False, "≥ 250 (500)"), (True, "")):
        start = time.process_time()
        for number, data in enumerate(datas):
            tool.line(data, f"{number}.txt", html=html)
        spent = time.process_time() - start
        print(f"  {'pages' if html else 'JSON':<6}{len(datas) / spent:>7.0f} reports/s  {goal}")


def stages(options: argparse.Namespace) -> None:
    """Where the time of a report goes."""
    tool = Tool()
    datas = [text.encode() for text in varied(options.reports)]
    tool.line(datas[0], "warm.txt")
    clock, pages = Clock(), Clock()
    with inside_checks(clock):
        for number, data in enumerate(datas):
            tool.line(data, f"{number}.txt", clock)
    for number, data in enumerate(datas):
        tool.line(data, f"{number}.txt", pages, html=True)
    whole = sum(clock.spent[stage] for stage in STAGES)
    print(f"  {'':<26}{'µs a report':>12}{'share':>8}")
    for name in (*STAGES, *sorted(set(clock.spent) - set(STAGES), key=lambda name: -clock.spent[name])):
        label = name if name in STAGES else f"  {name}"
        print(f"  {label:<26}{clock.spent[name] / len(datas) * 1e6:>12.0f}{clock.spent[name] / whole:>8.1%}")
    print(f"  {'(page instead of JSON)':<26}{pages.spent['render'] / len(datas) * 1e6:>12.0f}")


def length(options: argparse.Namespace) -> None:
    """Growth with the length of one report."""
    tool = Tool()
    before = 0.0
    print(f"  {'MB':>6}{'CPU s':>9}{'s/MB':>8}{'× before':>10}{'check':>8}  goal: linear, 10 MB ≤ 20 s (8)")
    for size in (0.01, 0.1, 1.0, 10.0):
        if size > options.largest:
            break
        data = grown(int(size * 1e6 / 2.85)).encode()
        clock = min((_timed(tool, data) for _ in range(3 if size < 1 else 1)), key=lambda one: sum(one.spent.values()))
        spent = sum(clock.spent.values())
        factor = f"{spent / before:.1f}" if before else ""
        share = clock.spent["check"] / spent
        print(
            f"  {len(data) / 1e6:>6.2f}{spent:>9.3f}{spent / len(data) * 1e6:>8.2f}{factor:>10}{share:>8.0%}",
            flush=True,
        )
        before = spent


def _timed(tool: Tool, data: bytes) -> Clock:
    clock = Clock()
    tool.line(data, "long.txt", clock)
    return clock


def checklist(options: argparse.Namespace) -> None:
    """Growth with the size of the checklist."""
    datas = [text.encode() for text in varied(min(options.reports, 100))]
    spent = {}
    plain = Tool()
    for times in (1, 4):
        tool = Tool(multiplied(plain.checklist, times)) if times > 1 else plain
        tool.line(datas[0], "warm.txt")
        start = time.process_time()
        for data in datas:
            tool.line(data, "report.txt")
        spent[times] = time.process_time() - start
        print(f"  × {times}: {spent[times] / len(datas) * 1e3:.2f} ms a report")
    print(f"  grown 4×: {spent[4] / spent[1]:.2f} ×  goal ≤ 1.6 (1.3); every copy matches as often as the original")


def memory(options: argparse.Namespace) -> None:
    """Memory over many reports in one process."""
    tool = Tool()
    peaks = []
    for part in range(4):
        for text in varied(max(1, options.reports // 4), seed=part + 10):
            tool.line(text.encode(), "report.txt", html=True)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print("  peak after each quarter, MiB: " + " ".join(f"{peak:.0f}" for peak in peaks) + "  goal ≤ 150, flat")


PARTS = {"cold": cold, "many": many, "stages": stages, "checklist": checklist, "memory": memory, "length": length}

if __name__ == "__main__":
    main()
