#!/bin/sh
# All tests, on all cores: sh tests/run.sh [pytest's arguments] — does its own set-up in .venv (elsewhere with QINGDAN_VENV).
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=${QINGDAN_VENV:-$root/.venv}
python=$(sh "$root/.ci/venv.sh" "$venv" dev) || exit 2
cd "$root"
exec "$python" -m pytest -n "${QINGDAN_WORKERS:-2}" "$@"
