#!/bin/sh
# Says what is missing before a virtual environment is made: a new enough Python with its venv module.
set -eu
python=$1
if ! command -v "$python" >/dev/null 2>&1; then
    echo "$python was not found. Install Python 3.11 or newer (Debian: apt install python3 python3-venv)." >&2
    exit 2
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "$("$python" --version) is too old: Python 3.11 or newer is needed. Another one: make PYTHON=python3.12 run" >&2
    exit 2
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "Python's venv module is missing. Install it: apt install python$version-venv" >&2
    exit 2
fi
