"""lint/ speaks of no particular report: such words live in checklists/."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What one kind of report is about, and what only it knows.
WORDS = (
    "法治政府",
    "法治建设",
    "依法行政",
    "第一责任人",
    "三项制度",
    "述法",
    "法律顾问",
    "普法",
    "信息公开",
    "勾稽",
    "安全生产",
)


def test_no_word_of_a_report_in_the_engine() -> None:
    found = []
    for path in sorted((ROOT / "lint").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for word in WORDS:
                if re.search(word, line):
                    found.append(f"{name}:{number}: {word}: {line.strip()}")
    assert found == []
