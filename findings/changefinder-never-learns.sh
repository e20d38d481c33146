#!/usr/bin/env bash
# changefinder 0.3: the autoregressive model learns nothing at its default order
#
# One would expect: SDAR, the model of the ChangeFinder paper, to learn that a
# series which swings 60, 80, 60, 80 goes on swinging, so that the error of its
# prediction goes to zero.
# What happens: the autocovariances are updated by a loop that ends one lag too
# early, so the last one stays 0 for ever. At order 1, the default, there is no
# other: the "prediction" is the running mean and the learnt variance of the
# error stays near 100, the whole variance of the swing (it is below 1 when the
# loop is let run one lag further). At order 2 a 0 is taken for the second
# autocovariance and the error is larger than with no model at all.
# Why it matters: month-to-month correlation and the swing of a season are what
# the method is chosen for; with 0.3 they are noise to it, and the true changes
# of a survey series drown in them. Its scores also start from random numbers,
# so that two runs over one series differ.
# Where: changefinder/__init__.py, _SDAR_1Dim.update, range(1, self._order);
# Takeuchi and Yamanishi 2006, "A unifying framework for detecting outliers and
# change points from time series".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    changefinder==0.3 numpy==2.3.5 scipy==1.16.3 statsmodels==0.14.6 pandas==2.3.3
"$work/venv/bin/python" -W ignore - <<'PY'
import changefinder
import numpy

swing = [60.0, 80.0] * 500
for order in (1, 2):
    numpy.random.seed(order)
    finder = changefinder.ChangeFinder(r=0.02, order=order, smooth=5)
    for value in swing:
        finder.update(value)
    model = finder._sdar_first
    covariances = [round(float(value), 1) for value in model._c]
    print("order", order, "autocovariances", covariances, "variance of the error", round(float(model._sigma), 1))
    assert covariances[order] == 0.0
    if order == 1:
        assert covariances == [98.0, 0.0] and 95 < model._sigma < 105, (covariances, model._sigma)

highest = set()
for seed in range(4):
    numpy.random.seed(seed)
    finder = changefinder.ChangeFinder(r=0.1, order=1, smooth=3)
    scores = [finder.update(value) for value in [80, 82, 79, 81] * 6]
    highest.add(round(float(scores[-1]), 6))
print("last score of one series in four runs:", sorted(highest))
assert len(highest) == 4
PY
