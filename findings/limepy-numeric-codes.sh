#!/usr/bin/env bash
# limepy 0.1.15: an answer scale coded 1 to 5 is counted as nobody
#
# One would expect: Question(survey, id).summary to count how many chose each
# answer.
# What happens: the codes of the survey's structure are text ('5'), the column
# that pandas reads from the export, in the way the README shows, holds numbers,
# and 5 is not '5'. Every count is 0, every percentage 0.0, and readable_df
# keeps the bare codes. With LimeSurvey's other usual codes (A1 to A5) the same
# answers are counted. With strip_tags=True only the last piece of a question's
# text is kept: "How satisfied are you with <b>the refund</b>?" becomes "?".
# Why it matters: 1 to 5 and 0 to 10 are how one codes satisfaction and
# recommendation. A table of zeros at least looks wrong; inside a report over
# many questions, or in one split by group, it is an empty bar.
# Where: limepy/wrangle.py, Question.summarise (list.count), StripTags.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    limepy==0.1.15 pandas==2.3.3 numpy==2.3.5 xmltodict==1.0.2
"$work/venv/bin/python" -W ignore - <<'PY'
import io

import pandas
from limepy.wrangle import Question, Survey

ANSWERS = ["very bad", "bad", "fair", "good", "very good"]


def structure(codes):
    answers = "".join(
        f"<row><qid>1</qid><code>{code}</code><answer>{text}</answer><language>en</language>"
        "<scale_id>0</scale_id></row>"
        for code, text in zip(codes, ANSWERS)
    )
    question = "&lt;p&gt;How satisfied are you with &lt;b&gt;the refund&lt;/b&gt;?&lt;/p&gt;"
    return (
        "<document><languages><language>en</language></languages>"
        "<groups><rows><row><gid>1</gid><group_name>Support</group_name><language>en</language></row></rows></groups>"
        f"<questions><rows><row><qid>1</qid><gid>1</gid><type>L</type><title>csat</title><question>{question}"
        "</question><help/><other>N</other><mandatory>N</mandatory><language>en</language></row></rows></questions>"
        f"<answers><rows>{answers}</rows></answers></document>"
    )


def count(codes, chosen, **options):
    export = '"id";"csat"\n' + "".join(f'"{row}";"{code}"\n' for row, code in enumerate(chosen, 1))
    survey = Survey(pandas.read_csv(io.StringIO(export), sep=";"), structure(codes), **options)
    summary = Question(survey, 1).summary
    return [int(n) for n in summary["Count"]], survey.readable_df.iloc[:, 1].tolist(), survey.questions["1"]["question"]


letters = count(["A1", "A2", "A3", "A4", "A5"], ["A5", "A5", "A1", "A4"])
numbers = count(["1", "2", "3", "4", "5"], ["5", "5", "1", "4"])
print("codes A1 to A5:", *letters[:2])
print("codes 1 to 5:  ", *numbers[:2])
assert letters[:2] == ([1, 0, 0, 1, 2], ["very good", "very good", "very bad", "good"]), letters
assert numbers[:2] == ([0, 0, 0, 0, 0], [5, 5, 1, 4]), numbers
stripped = count(["A1", "A2", "A3", "A4", "A5"], ["A5"], strip_tags=True)[2]
print("question with strip_tags:", repr(stripped))
assert stripped == "?"
PY
