#!/usr/bin/env bash
# pykakasi 2.3.0: 髙橋 is read as nothing, and 山﨑 as "yamayama"
#
# One would expect: the common variants of kanji in names (髙 for 高, 﨑 for 崎)
# to be read like the usual form, or to be passed on as they are.
# What happens: no dictionary entry begins with them, and the repair goes wrong
# twice. At the start of a name the variant and the kanji after it vanish: 髙橋
# and 髙島屋 leave "" and "ya", in the field "orig" too. After a kanji the word
# before is given out once more: 山﨑 is "yamayama", 神﨑 "kamikami".
# Why it matters: readings are the usual key to link a customer's kanji name
# with the same name in kana or in letters. Everyone called 髙橋 gets the empty
# key, and so the one of 濵田 and 栁田; 山﨑 never meets ヤマザキ. 髙 and 﨑 are
# in CP932, so every form and desk can send them. 髙木 has an entry and works.
# Where: pykakasi/kakasi.py, convert, branch "unknown kanji"; the repetition is
# reported for signs in issues 145 and 150 of miurahr/pykakasi.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pykakasi==2.3.0
"$work/venv/bin/python" -W ignore - <<'PY'
import pykakasi

kakasi = pykakasi.kakasi()
expected = [
    ("高橋", "takahashi", "高橋"),
    ("髙橋", "", "髙"),
    ("髙橋さん", "san", "髙さん"),
    ("髙島屋", "ya", "髙屋"),
    ("髙木", "takagi", "髙木"),
    ("濵田", "", "濵"),
    ("栁田", "", "栁"),
    ("山崎", "yamazaki", "山崎"),
    ("山﨑", "yamayama", "山山"),
    ("神﨑さん", "kamikamisan", "神神さん"),
]
for name, reading, kept in expected:
    parts = kakasi.convert(name)
    seen = ("".join(part["hepburn"] for part in parts), "".join(part["orig"] for part in parts))
    print(name, repr(seen[0]), seen[1])
    assert seen == (reading, kept), (name, seen)
PY
