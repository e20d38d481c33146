#!/usr/bin/env bash
# irrCAC 0.4.4: a scale of 0 to 10 read as text halves the agreement
#
# One would expect: weights that need an order to be refused for text, as the
# package krippendorff refuses them, or to give what numbers give.
# What happens: categories are sorted as text, "0", "1", "10", "2", "9", and
# numbered 1 to 5 in that order. A 9 against a 10, the nearest neighbours, is
# then two steps off, a 2 against a 10 one. Two raters who differ by one point
# at most have AC2 .48 instead of .98 with quadratic weights. Nothing is said;
# without weights both are the same. Scales below ten points are not affected.
# Why it matters: 0 to 10 is the scale of "would you recommend us", and a CSV
# read as text (to keep ids) is the usual source. The labels look worthless.
# Where: irrCAC/raw.py, CAC.__init__, sorted(); irrCAC/weights.py, Weights.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    irrCAC==0.4.4 pandas==2.2.3 numpy==1.26.4 scipy==1.12.0
"$work/venv/bin/python" -W ignore - <<'PY'
import io

import pandas
from irrCAC.raw import CAC

csv = "first,second\n10,9\n9,10\n2,1\n1,2\n10,10\n9,9\n0,0\n"
numbers = pandas.read_csv(io.StringIO(csv))
text = pandas.read_csv(io.StringIO(csv), dtype=str)
expected = {"identity": None, "linear": (0.87709, 0.31707), "quadratic": (0.98482, 0.47664)}
for weights, wanted in expected.items():
    seen = tuple(
        round(float(CAC(table, weights=weights).gwet()["est"]["coefficient_value"]), 5) for table in (numbers, text)
    )
    print(f"{weights}: numbers {seen[0]}, text {seen[1]}")
    assert seen == wanted if wanted else seen[0] == seen[1], (weights, seen)
print("order of the categories:", CAC(text).categories)
assert CAC(text).categories == ["0", "1", "10", "2", "9"]
PY
