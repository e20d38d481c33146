#!/usr/bin/env bash
# ruptures 1.1.10: PELT with a minimum segment invents a change it should not
#
# One would expect: Pelt(jump=1) to return the cheapest segmentation under its
# penalty with segments of min_size, as its docstring says; PELT is chosen for
# being exact.
# What happens: candidates are pruned by a bound that does not hold while the
# rival segment is still shorter than min_size. On these 24 monthly scores the
# cheapest answer is "no change" and Pelt returns a change after month 15 that
# costs more than none. KernelCPD, the same algorithm in C, agrees with it.
# Dynp, which does not prune, tells the truth about the cost of one change.
# Why it matters: a minimum of three months is the usual guard against one bad
# month. With it the flag may be an artefact of pruning, and nothing says so.
# Where: ruptures/detection/pelt.py, Pelt._seg; reported upstream as pull
# request 383 of deepcharles/ruptures.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    ruptures==1.1.10 numpy==2.3.5 scipy==1.16.3
"$work/venv/bin/python" -W ignore - <<'PY'
import math

import numpy
import ruptures

scores = numpy.array(
    [77, 76, 84, 83, 76, 75, 82, 76, 79, 83, 80, 79, 79, 75, 82, 74, 68, 85, 75, 73, 74, 71, 78, 89], dtype=float
)
penalty = 16 * math.log(len(scores))


def cost(ends):
    total, start = 0.0, 0
    for end in ends:
        part = scores[start:end]
        total += float(((part - part.mean()) ** 2).sum())
        start = end
    return total + penalty * (len(ends) - 1)


found = ruptures.Pelt(model="l2", min_size=3, jump=1).fit(scores).predict(penalty)
kernel = [int(end) for end in ruptures.KernelCPD(kernel="linear", min_size=3).fit(scores).predict(pen=penalty)]
best_one = ruptures.Dynp(model="l2", min_size=3, jump=1).fit(scores).predict(1)
print(f"Pelt       {found} costs {cost(found):.2f}")
print(f"KernelCPD  {kernel} costs {cost(kernel):.2f}")
print(f"Dynp, one  {best_one} costs {cost(best_one):.2f}")
print(f"no change  [24] costs {cost([24]):.2f}")
assert found == [15, 24] and kernel == [15, 24], (found, kernel)
assert cost([24]) < cost(best_one) <= cost(found)
PY
