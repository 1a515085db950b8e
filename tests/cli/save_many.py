"""A process that records many verdicts in one side file: `save_many.py FILE NAME COUNT`. When somebody else was faster
it reads again. It says when it is ready, and begins when standard input ends."""

import sys
from pathlib import Path

from lint.cli.side_files import save
from lint.policy.identity import Identity
from lint.policy.verdicts import Given, SideFile, with_verdicts
from lint.policy.verdicts_read import read_side_file

DOCUMENT = Identity("青禾镇人民政府", 2024, "small", "甲.txt")

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.read()
for number in range(count):
    fingerprint = f"{name}{number:031x}"
    new = Given(fingerprint, "F1", "听取汇报", "absent", "waived", "见会议纪要", "县司法局", date="2025-01-20")
    while True:
        before = read_side_file(path) if path.exists() else SideFile(str(path))
        if save(path, with_verdicts(before, DOCUMENT, [new]), before=before, inputs=()):
            break
