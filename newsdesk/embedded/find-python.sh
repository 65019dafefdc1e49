#!/bin/sh
# Prints a Python that Newsdesk runs on (3.12 or later, with venv); one sentence and status 1 where there is none.
# $PYTHON, if set, is the only one tried.

seen=""

# Prints the interpreter's own path if it is new enough and can make virtual environments; else notes what it is.
try() {
    version=$("$1" -c 'import platform; print(platform.python_version())' 2>/dev/null) || return 1
    if ! "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
        seen="${seen:+$seen, }$version"
        return 1
    fi
    if ! "$1" -c 'import venv, ensurepip' 2>/dev/null; then
        seen="${seen:+$seen, }$version without venv (on Debian and Ubuntu: apt install python3-venv)"
        return 1
    fi
    "$1" -c 'import sys; print(sys.executable)'
}

if [ -n "$PYTHON" ]; then
    try "$PYTHON" && exit 0
else
    for name in python3 python3.13 python3.14 python3.12 python; do
        command -v "$name" >/dev/null 2>&1 && try "$name" && exit 0
    done
    if command -v uv >/dev/null 2>&1; then
        found=$(uv python find '>=3.12' 2>/dev/null) && try "$found" && exit 0
    fi
fi
echo "Newsdesk needs Python 3.12 or later; found ${seen:-none}. Install one, or name it: PYTHON=/path/to/python3 make run" >&2
exit 1
