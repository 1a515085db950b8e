#!/bin/sh
# The main job on an example: checks one report, prints what is missing and writes the page beside it.
# sh examples/run.sh [REPORT] — does its own set-up in .venv (elsewhere with QINGDAN_VENV=FOLDER).
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=${QINGDAN_VENV:-$root/.venv}
python=$(sh "$root/.ci/venv.sh" "$venv") || exit 2
report=${1:-$root/examples/reports/lixi-2025.txt}
page=${report##*/}
page=${page%.*}.html
# The example has faults on purpose: findings (exit code 1) are this command's success, anything above is not.
code=0
"${python%/*}/qingdan" check "$report" --html "$page" || code=$?
[ "$code" -le 1 ] || exit "$code"
printf '\n页面已写到 %s，用浏览器打开即可。\n' "$page"
