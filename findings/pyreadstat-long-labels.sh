#!/usr/bin/env bash
# pyreadstat 1.3.7: two opposite answers get one label when written to .sav
#
# One would expect: a value label that is too long for SPSS to be refused, or at
# least a warning.
# What happens: value labels are cut to 120 bytes without a word. In UTF-8 that
# is 40 kanji or kana, and a Japanese answer carries its verdict at the end.
# Read back with apply_value_formats=True, "…I would recommend it" and "…I would
# not recommend it" are one string, and a count by answer adds the two up. The
# texts in English fit.
# Why it matters: .sav is how survey houses hand over data. The codes 1 and 2
# survive, but whoever works with the labels, as the option invites to, merges
# promoters with detractors.
# Where: the limit is ReadStat's and SPSS's; pyreadstat's write_sav does not
# mention it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    pyreadstat==1.3.7 pandas==2.3.3 numpy==2.3.5
"$work/venv/bin/python" -W error - "$work/answers.sav" <<'PY'
import sys

import pandas
import pyreadstat

same = "お問い合わせに対する担当者の説明や対応の速さなどを総合的に考えたとき、知人や同僚に"
japanese = {1: same + "勧めたいと思う", 2: same + "勧めたいとは思わない"}
english = {1: "All in all I would recommend it", 2: "All in all I would not recommend it"}
frame = pandas.DataFrame({"ja": [1, 1, 2, 2, 2], "en": [1, 1, 2, 2, 2]})
pyreadstat.write_sav(frame, sys.argv[1], variable_value_labels={"ja": japanese, "en": english})
codes, _ = pyreadstat.read_sav(sys.argv[1])
labels, meta = pyreadstat.read_sav(sys.argv[1], apply_value_formats=True)

for text in japanese.values():
    print(len(text.encode()), "bytes written:", text)
read = meta.variable_value_labels["ja"]
for text in read.values():
    print(len(text.encode()), "bytes read:   ", text)
counts = {column: sorted(labels[column].astype(str).value_counts().tolist()) for column in ("ja", "en")}
print("codes", codes["ja"].tolist(), "answers by label", counts)
assert [len(text.encode()) for text in japanese.values()] == [144, 153]
assert read[1.0] == read[2.0] == same[:40] and len(read[1.0].encode()) == 120
assert codes["ja"].tolist() == [1, 1, 2, 2, 2]
assert counts == {"ja": [5], "en": [2, 3]}, counts
PY
