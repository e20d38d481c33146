#!/usr/bin/env bash
# river 0.26.1: ADWIN sees satisfaction fall from 90 to 10 %, but not from .9 to .1
#
# One would expect: a test of equal means at a significance delta not to depend
# on the unit, and if it does, the share between 0 and 1, for which the paper
# proves its bound, to be the one that works.
# What happens: in per cent the fall is told after seven months, in shares never
# within five years, not even without noise. The paper's practical bound is a
# term that grows with the spread plus (2 / 3m) ln(2 / delta'), which does not:
# nothing beside per cents, and for short windows more than any difference that
# shares can have. At the default clock=32 nothing is compared between value 32
# and value 64, and five years of months end before.
# Why it matters: the documentation names no unit. Whether a series of monthly
# shares has alarms is decided by whoever chose to write 0.9 or 90, and a
# detector that never fires looks like a calm year.
# Where: river.drift.ADWIN (compiled, river._river_rust.drift); Bifet and Gavalda
# 2007, "Learning from time-changing data with adaptive windowing".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    river==0.26.1 numpy==2.3.5 scipy==1.16.3 pandas==2.3.3
"$work/venv/bin/python" -W ignore - <<'PY'
import random

from river import drift


def alarms(values, **options):
    detector, found = drift.ADWIN(**options), []
    for index, value in enumerate(values):
        detector.update(value)
        if detector.drift_detected:
            found.append(index)
    return found


source = random.Random(3)
noisy = [round(80 + source.gauss(0, 2)) for _ in range(36)] + [round(60 + source.gauss(0, 2)) for _ in range(24)]
steps = {"90 to 10": [90] * 36 + [10] * 24, "80 to 60 with noise": noisy}
expected = {"90 to 10": [42], "80 to 60 with noise": [43]}
for name, percent in steps.items():
    shares = [value / 100 for value in percent]
    seen = (alarms(percent, clock=1), alarms(shares, clock=1), alarms(percent), alarms(shares))
    print(f"{name}, change at 36: per cent {seen[0]}, shares {seen[1]}; default clock {seen[2]} and {seen[3]}")
    assert seen == (expected[name], [], [], []), seen
PY
