#!/usr/bin/env bash
# apache-otava 0.8.0: an NPS that falls from -10 to -30 is no regression
#
# One would expect: with direction 1 ("higher is better") a fall to be reported
# as a regression, wherever zero lies.
# What happens: the sign is taken from the relative change, new / old - 1. With
# a negative old mean it is turned round: from -10 to -30 is +198 %, so the
# change point is found (p = 1e-19) and the report of regressions is empty. The
# same scores moved up by 50 are a regression of 51 %. A rise from -30 to -10 is
# reported as one.
# Why it matters: a net promoter score lies between -100 and 100 and is negative
# for whole trades; the worse half of brands gets its alerts the wrong way
# round, in the report and in the colour of the Slack message.
# Where: otava/analysis.py, forward_rel_change; otava/report.py,
# regressions_only; otava/slack.py.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check apache-otava==0.8.0
"$work/venv/bin/python" -W ignore - <<'PY'
from otava.report import Report, ReportType
from otava.series import AnalysisOptions, Metric, Series

before = [-11, -8, -12, -9, -10, -13, -8, -11, -9, -12, -10, -9]
after = [-31, -28, -33, -29, -30, -32, -28, -31, -30, -29, -33, -30]


def report(values):
    months = [1_700_000_000 + 2_600_000 * index for index in range(len(values))]
    series = Series(
        "survey", None, months, {"nps": Metric(direction=1)}, {"nps": [float(value) for value in values]}, {}
    )
    analyzed = series.analyze(AnalysisOptions())
    (point,) = analyzed.change_points["nps"]
    text = Report(series, analyzed.change_points_by_time).produce_report("survey", ReportType.REGRESSIONS_ONLY)
    change = round(point.forward_change_percent())
    print(f"{point.mean_before():.1f} to {point.mean_after():.1f}: {change:+d} %: {text.splitlines()[0]}")
    return point.index, change, text.splitlines()[0]


none, some = "No regressions found in survey.", "Regressions in survey:"
assert report(before + after) == (12, 198, none)
assert report([value + 50 for value in before + after]) == (12, -51, some)
assert report(after + before) == (12, -66, some)
PY
