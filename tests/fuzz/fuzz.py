"""`python tests/fuzz/fuzz.py [SECONDS] [SEED]`: spoils the examples and checks them until the time is over.

The file that broke a promise is kept beside the message, so that it can be looked at.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from lint.fitting import Library  # noqa: E402
from tests.fuzz.mutations import mutate  # noqa: E402
from tests.fuzz.pipeline import check  # noqa: E402


def main(seconds: float, seed: int) -> int:
    """The exit code: 1 when a promise did not hold."""
    chance, library = random.Random(seed), Library("township")
    files = sorted((ROOT / "examples" / "reports").iterdir())
    end, count, read = time.monotonic() + seconds, 0, 0
    while time.monotonic() < end:
        path = chance.choice(files)
        data = mutate(path.read_bytes(), chance)
        count += 1
        try:
            read += check(data, path.name, library)
        except Exception as error:
            kept = Path(tempfile.mkdtemp(prefix="qingdan-fuzz-")) / path.name
            kept.write_bytes(data)
            print(f"seed {seed}, file {count}: {type(error).__name__}: {error}\n  {kept}")
            return 1
    print(f"seed {seed}: {count} files, {read} of them readable, no promise broken")
    return 0


if __name__ == "__main__":
    seconds, seed = [*sys.argv[1:3], *("60", "1")[len(sys.argv[1:3]) :]]
    sys.exit(main(float(seconds), int(seed)))
