#!/usr/bin/env bash
# kaomoji-dataset 1.0.6: the crying QwQ and TwT are "cute, adorable, lovely"
#
# One would expect: the label emotion to say what the face shows, and a face to
# have one entry.
# What happens: the faces of the uwu family, 100 in all, carry one and the same
# label of cuteness, the crying ones (QwQ, TwT, with tears for eyes) with the
# others, while (T_T) and (ToT) are sad. 95 faces have two to four entries,
# some of opposite feeling: (=ＴェＴ=) is cute as an animal and crying as a cat,
# (ㅇㅅㅇ❀) angry and cute. One entry per face by a dict keeps whichever comes
# last in the file, and a join counts such a face once per entry.
# Why it matters: kaomoji are the strongest sign of feeling in many a short
# Japanese comment; a word list made from "emotion" turns tears into praise.
# (The labels are also synonyms for searching: one feeling is five words.)
# Where: kaomoji_dataset, fields text, category, emotion; data CC BY 4.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check kaomoji-dataset==1.0.6
"$work/venv/bin/python" - <<'PY'
from collections import defaultdict

import kaomoji_dataset

entries = kaomoji_dataset.load()
faces = defaultdict(list)
for entry in entries:
    faces[entry["text"]].append((entry["category"], entry["emotion"][0] if entry["emotion"] else None))

expected = {
    "UwU": [("uwu", "cute")],
    "QwQ": [("uwu", "cute")],
    "(TwT)": [("uwu", "cute")],
    "(ToT)": [("sad", "sad")],
    "(=ＴェＴ=)": [("animals", "cute"), ("cat", "crying")],
    "(ㅇㅅㅇ❀)": [("angry", "angry"), ("cat", "cute")],
}
for face, wanted in expected.items():
    print(face, faces[face])
    assert faces[face] == wanted, (face, faces[face])
labels = {tuple(entry["emotion"]) for entry in entries if entry["category"] == "uwu"}
repeated = sum(len(found) > 1 for found in faces.values())
print(len(entries), "entries,", len(faces), "faces,", repeated, "with several entries; labels of uwu:", labels)
assert (len(entries), len(faces), repeated) == (82109, 82003, 95)
assert labels == {("cute", "kawaii", "adorable", "sweet", "lovely")}, labels
PY
