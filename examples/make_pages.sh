#!/bin/sh
# The pages of all example reports, with their index: sh examples/make_pages.sh [FOLDER], by default examples/pages.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
python=$(sh "$root/.ci/venv.sh" "${QINGDAN_VENV:-$root/.venv}") || exit 2
folder=${1:-examples/pages}
case $folder in /*) ;; *) folder=$PWD/$folder ;; esac
[ $# -gt 0 ] || folder=$root/examples/pages
cd "$root/examples"
# --today: the pages are part of the project and must not change with the day on which they are made
"${python%/*}/qingdan" check reports --html "$folder" --today 2026-03-01 --fail-on never --quiet
