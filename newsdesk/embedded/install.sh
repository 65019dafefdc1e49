#!/bin/sh
# Installs locked and hashed packages into .venv/:  install.sh requirements.txt
# Makes the environment where it is missing or broken, and does nothing where these very packages are in it.
set -e
locked=$1
stamp=.venv/installed-$(basename "$locked")
here=$(dirname "$0")

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
    python=$("$here/find-python.sh")
    rm -rf .venv
    "$python" -m venv .venv
fi
cmp -s "$locked" "$stamp" && exit 0

echo "Installing the packages of $locked (once; a minute or two)."
.venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip >/dev/null
if ! .venv/bin/python -m pip install -qq --no-input --disable-pip-version-check --require-hashes -r "$locked"; then
    echo "The packages could not be installed; pip's reason stands above." >&2
    exit 1
fi
cp "$locked" "$stamp"
