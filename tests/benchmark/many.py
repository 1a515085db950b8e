"""Many reports in one run: `python tests/benchmark/many.py [COUNT] [JOBS …]`, by default 1000 by one and by all cores.

Prints wall and CPU seconds, reports a second, and the most memory any one process took: it must not grow with COUNT.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CASES = Path(__file__).resolve().parents[1] / "cases" / "reports"


def main(count: int, jobs: list[int]) -> None:
    """Copies the case reports until there are `count`, and checks them with each number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        inside = Path(folder) / "reports"
        inside.mkdir()
        cases = sorted(CASES.iterdir())
        for number in range(count):
            source = cases[number % len(cases)]
            shutil.copy(source, inside / f"{number}-{source.name}")
        for workers in jobs:
            _measure(Path(folder), inside, count, workers)


def _measure(folder: Path, inside: Path, count: int, workers: int) -> None:
    command = [sys.executable, "-m", "lint", "check", str(inside), "--jobs", str(workers), "--format", "jsonl"]
    command += ["--output", f"sarif:{folder}/o.sarif", "--output", f"junit:{folder}/o.xml", "--today", "2026-03-01"]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with (folder / "o.jsonl").open("wb") as out:
        subprocess.run(command, stdout=out, check=False)
    wall, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{count} reports, {workers} processes: {wall:.1f} s, CPU {cpu:.1f} s, {count / wall:.0f} reports/s, "
        f"largest process {after.ru_maxrss / 1024:.0f} MB so far"
    )


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(given[0] if given else 1000, given[1:] or [1, os.cpu_count() or 1])
