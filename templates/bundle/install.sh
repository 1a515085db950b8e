#!/bin/sh
# Finds Python @VERSION@ and hands over to program/install.py.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
python=
for candidate in python@VERSION@ python3 python @MORE_PYTHONS@; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (@VERSION_TUPLE@))' 2> /dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    printf '%s\n' '' '这台电脑上没有找到 Python @VERSION@，没有安装。' '@GET_PYTHON@'
    code=2
else
    "$python" -I "$here/program/install.py"
    code=$?
fi
if [ -t 0 ] && [ -t 1 ]; then
    printf '\n按回车键关闭。'
    read -r _
fi
exit "$code"
