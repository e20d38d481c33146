#!/usr/bin/env bash
# pymlask 0.3.3: a comment that both likes and dislikes is POSITIVE
#
# One would expect: one emotion of each side, so orientation NEUTRAL, as for
# every other pair of a good and a bad class.
# What happens: the names of the classes found are glued together and counted
# by substitution. "iya" (dislike) followed by "suki" (liking) reads
# "iyasuki", the pattern for "yasu" (relief) matches across the seam, and the
# dislike is gone: POSITIVE, and for the same reason PASSIVE. Dislike with joy
# ("iyayorokobi") has no such seam and is NEUTRAL.
# Why it matters: "I hate the telephone line, but I like the staff" is the most
# usual mixed comment there is about support, and its bad half is not counted.
# Where: mlask/mlask.py, _estimate_sentiment_orientation, _estimate_activation.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    pymlask==0.3.3 mecab==0.996.15 ipadic==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY'
import ipadic
import mlask

analyzer = mlask.MLAsk(ipadic.MECAB_ARGS)
expected = {
    "電話の対応が嫌い。": (["iya"], "NEGATIVE", "NEUTRAL"),
    "店員さんが好き。": (["suki"], "POSITIVE", "NEUTRAL"),
    "電話の対応は嫌いだが、店員さんは好きだ。": (["iya", "suki"], "POSITIVE", "PASSIVE"),
    "店員さんは好きだが、電話の対応は嫌いだ。": (["iya", "suki"], "POSITIVE", "PASSIVE"),
    "電話の対応は嫌いだが、返金は嬉しい。": (["iya", "yorokobi"], "NEUTRAL", "NEUTRAL"),
}
for text, wanted in expected.items():
    result = analyzer.analyze(text)
    seen = (list(result["emotion"]), result["orientation"], result["activation"])
    print(text, *seen)
    assert seen == wanted, (text, seen, wanted)
PY
