"""A server for a test: `python -m tests.web.start FOLDER OPTIONS` with bounds, workers and a checklist as JSON."""

import json
import sys
from datetime import date
from pathlib import Path

from lint.web.bounds import Bounds
from lint.web.server import Addresses, Settings, serve


def main() -> None:
    given = json.loads(sys.argv[2])
    settings = Settings(
        checklist=given.get("checklist"),
        today=lambda: date(2026, 3, 1),
        bounds=Bounds(**given.get("bounds", {})),
        workers=given.get("workers", 1),
        parent=Path(sys.argv[1]),
    )
    serve(settings, _tell)
    print("ended", flush=True)


def _tell(addresses: Addresses) -> None:
    print(json.dumps([addresses.printed, addresses.opening]), flush=True)


if __name__ == "__main__":  # each worker process imports this file anew
    main()
