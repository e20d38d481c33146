#!/usr/bin/env bash
# ruptures 1.1.10: months in which a covariate stands still fit perfectly, whatever the scores do
#
# One would expect: the cost "linear", which fits scores on covariates, to price
# a stretch by the squares that its fit leaves. A covariate that is 0 in all of
# a stretch (no campaign there) explains nothing in it, so the price should be
# that of a level alone.
# What happens: the cost of such a stretch is 0. The squares are taken from
# numpy's lstsq, which returns none when columns are linearly dependent, and the
# sum of none is 0. Any stretch without a campaign, or with one all the time, is
# then the best there is. Here support falls from 80 to 60 points in month 40,
# and a campaign runs in months 70 to 81: Dynp, Binseg and Pelt put the change
# at 70, where the campaign starts, and none at 40. Without the column of the
# campaign, Dynp finds 40.
# Why it matters: freeing a series from campaigns, holidays or releases is what
# the covariates are for, and a column of noughts and ones is what they are. The
# flag then stands where the column changes and the real fall is lost, without a
# word.
# Where: ruptures/costs/costlinear.py, CostLinear.error; numpy.linalg.lstsq
# documents the empty residuals.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    ruptures==1.1.10 numpy==2.3.5 scipy==1.16.3
"$work/venv/bin/python" -W ignore - <<'PY'
import numpy
import ruptures

months = numpy.arange(96)
# A level of 80, then of 60, and a wobble of one point either way.
support = numpy.where(months < 40, 80.0, 60.0) + numpy.where(months % 2 == 0, 1.0, -1.0)
campaign = ((months >= 70) & (months < 82)).astype(float)
level = numpy.ones(96)
series = numpy.column_stack([support, level, campaign])

cost = ruptures.costs.CostLinear().fit(series)
alone = ruptures.costs.CostLinear().fit(series[:, :2])
by_hand = float(((support[:70] - support[:70].mean()) ** 2).sum())
print(f"months 0-69: cost {cost.error(0, 70):.1f}, without the campaign {alone.error(0, 70):.1f}, by hand {by_hand:.1f}")
assert cost.error(0, 70) == 0 and abs(alone.error(0, 70) - by_hand) < 1e-6 and by_hand > 6_000


def found(search, data, **how):
    return [int(end) for end in search(model="linear", min_size=6, jump=1).fit(data).predict(**how)][:-1]


with_campaign = {
    "Dynp": found(ruptures.Dynp, series, n_bkps=1), "Binseg": found(ruptures.Binseg, series, n_bkps=1),
    "Pelt": found(ruptures.Pelt, series, pen=50),
}
without = found(ruptures.Dynp, series[:, :2], n_bkps=1)
print(f"changes with the campaign {with_campaign}, without {without}; the fall is at 40")
assert without == [40], without
assert all(changes == [70] for changes in with_campaign.values()), with_campaign
PY
