#!/bin/sh
# Makes a virtual environment and installs this checkout into it: sh .ci/venv.sh FOLDER [EXTRA]
# Prints the path of its Python on the last line. Works where Debian left out ensurepip (package python3-venv):
# pip then comes from uv, virtualenv, the pip of the system, a configured package index, or Debian's pip wheel.
# Nothing is installed into the system, no right of root is needed.
set -eu

case $1 in /*) folder=$1 ;; *) folder=$PWD/$1 ;; esac
extra=${2:-}
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
say() { printf '%s\n' "$*" >&2; }

# ---- a Python that is new enough
python=
for candidate in ${QINGDAN_PYTHON:-python3 python3.13 python3.12 python3.11 python3.10 python}; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || { say "需要 Python 3.10 或更高版本 (Python 3.10 or newer is needed)"; exit 2; }

# ---- already there, made by this script from the same pyproject.toml
stamp=$(cksum < "$root/pyproject.toml")
for made in "$extra" dev; do # an environment with the development tools serves for the rest as well
    if [ "$(cat "$folder/qingdan-$made.stamp" 2> /dev/null)" = "$stamp" ] && "$folder/bin/python" -c 'import lint' 2> /dev/null; then
        printf '%s\n' "$folder/bin/python"
        exit 0
    fi
done

# ---- pip for an environment that has none: each way is tried in turn
pip_of_system() { "$python" -m pip --python "$folder/bin/python" install --quiet pip >&2; }

pip_from_index() { # only where an index is configured: PIP_INDEX_URL, UV_INDEX_URL or pip's own files
    "$python" - "$folder" << 'PY' >&2
import configparser, html.parser, os, pathlib, re, subprocess, sys, urllib.parse, urllib.request

folder = pathlib.Path(sys.argv[1])
home = pathlib.Path.home()
index = os.environ.get("PIP_INDEX_URL") or os.environ.get("UV_INDEX_URL")
for path in (os.environ.get("PIP_CONFIG_FILE"), home / ".config/pip/pip.conf", home / ".pip/pip.conf", "/etc/pip.conf"):
    parser = configparser.RawConfigParser()
    if not index and path and parser.read(path, encoding="utf-8"):
        index = parser.get("global", "index-url", fallback=None)
if not index:
    sys.exit(1)


class Links(html.parser.HTMLParser):
    found = ""

    def handle_starttag(self, tag, attributes):
        link = dict(attributes).get("href") or ""
        if tag == "a" and re.search(r"/pip-\d+(\.\d+)+-py3-none-any\.whl", link) and "data-yanked" not in dict(attributes):
            self.found = link  # an index lists the newest last


page = index.rstrip("/") + "/pip/"
links = Links()
links.feed(urllib.request.urlopen(page, timeout=60).read().decode())
address = urllib.parse.urljoin(page, links.found)
wheel = folder / urllib.parse.urlparse(address).path.rsplit("/", 1)[1]
wheel.write_bytes(urllib.request.urlopen(address, timeout=120).read())
subprocess.check_call([folder / "bin/python", wheel / "pip", "install", "--quiet", "--no-index", wheel])
PY
}

pip_of_debian() { # Debian's own wheel of pip, fetched by apt into this folder: no root, nothing installed
    command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null || return 1
    state=$folder/apt
    mkdir -p "$state/lists/partial" "$state/archives/partial"
    set -- -qq -o "Dir::State::Lists=$state/lists" -o "Dir::Cache=$state" -o Debug::NoLocking=1 -o APT::Sandbox::User=
    apt-get "$@" update >&2 || return 1
    (cd "$state" && apt-get "$@" download python3-pip-whl >&2) || return 1
    dpkg-deb -x "$state"/python3-pip-whl*.deb "$state/pip" || return 1
    wheel=$(ls "$state"/pip/usr/share/python-wheels/pip-*.whl)
    "$folder/bin/python" "$wheel/pip" install --quiet --no-index "$wheel" >&2 || return 1
    rm -rf "$state"
}

make() {
    rm -rf "$folder"
    if "$python" -c 'import ensurepip' 2> /dev/null && "$python" -m venv "$folder" >&2; then return 0; fi
    rm -rf "$folder"
    if command -v uv > /dev/null && uv venv --quiet --seed --python "$python" "$folder" >&2; then return 0; fi
    if "$python" -m virtualenv --quiet "$folder" 2> /dev/null; then return 0; fi
    "$python" -m venv --without-pip "$folder" >&2 || return 1
    say "这个 Python 没有 ensurepip，另取 pip …… (no ensurepip here: fetching pip another way)"
    pip_of_system 2> /dev/null || pip_from_index || pip_of_debian
}

if [ -e "$folder" ] && [ ! -f "$folder/pyvenv.cfg" ]; then
    say "$folder 已经存在，而且不是虚拟环境；没有动它 (exists and is no virtual environment; left alone)"
    exit 2
fi
if ! "$folder/bin/python" -m pip --version > /dev/null 2>&1; then
    make || { say "做不成虚拟环境；请安装 python3-venv 后再试 (install python3-venv and try again)"; exit 2; }
fi
say "正在安装依赖到 $folder …… (installing into this folder; the first time takes a minute)"
PIP_DISABLE_PIP_VERSION_CHECK=1 "$folder/bin/python" -m pip install --quiet --editable "$root${extra:+[$extra]}" >&2
printf '%s\n' "$stamp" > "$folder/qingdan-$extra.stamp"
printf '%s\n' "$folder/bin/python"
