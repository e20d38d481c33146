#!/usr/bin/env bash
# Runs the sample from an empty folder: run.sh PATH-OF-KOE FOLDER
set -euo pipefail
koe=$1
folder=$2
rm -rf "$folder"
"$koe" sample "$folder"
"$koe" -w "$folder" run
"$koe" -w "$folder" report --lang en --out "$folder/reports/en" >/dev/null
