#!/bin/sh
# Starts the page. What goes wrong is shown in a browser by lint.cli.gui itself.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
if [ ! -f "$here/venv/installed.txt" ]; then
    said='还没有安装，或者没有装完。请先运行“@INSTALL@”。'
    if [ -t 1 ]; then
        printf '%s\n' "$said"
    else
        zenity --info --text "$said" 2> /dev/null || kdialog --msgbox "$said" 2> /dev/null || printf '%s\n' "$said" >&2
    fi
    exit 1
fi
@START@
