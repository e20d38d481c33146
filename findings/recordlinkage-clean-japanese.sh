#!/usr/bin/env bash
# recordlinkage 0.16: clean() makes one and the same name of all Japanese names
#
# One would expect: clean(), the library's own step before comparing, to lower
# case and to take out punctuation, and names that it cannot treat to stay or to
# become missing.
# What happens: everything but A-Z, a-z, 0-9, blank, hyphen and underscore is
# deleted, letters with accents too. A name in kanji or kana becomes the empty
# string, which is no missing value: an index on it pairs everybody with
# everybody, and Compare.exact says 1 for each of these pairs.
# Why it matters: in a customer file with both scripts the Latin names link as
# they should, so that it looks right, and all Japanese customers are one
# candidate for each other with full agreement on the name. jarowinkler gives 0
# for the same pairs: whether they merge depends on the measure.
# Where: recordlinkage/preprocessing/cleaning.py, replace_by_none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    recordlinkage==0.16 pandas==2.3.3 numpy==2.3.5 scipy==1.16.3 scikit-learn==1.7.2
"$work/venv/bin/python" -W ignore - <<'PY'
import pandas
import recordlinkage
from recordlinkage.preprocessing import clean

names = pandas.Series(["山田 太郎", "ヤマダ ハナコ", "Müller", "Taro Yamada"])
print(clean(names).tolist())
assert clean(names).tolist() == ["", "", "mller", "taro yamada"]

comments = pandas.DataFrame({"name": clean(pandas.Series(["山田 太郎", "鈴木 一郎", "Ken Sato"]))})
cases = pandas.DataFrame({"name": clean(pandas.Series(["佐藤 花子", "高橋 次郎", "Ken Sato"]))})
pairs = recordlinkage.index.Block("name").index(comments, cases)
compare = recordlinkage.Compare()
compare.exact("name", "name", label="exact")
compare.string("name", "name", method="jarowinkler", label="jarowinkler")
table = compare.compute(pairs, comments, cases)
print(table)
seen = {pair: (int(row["exact"]), float(row["jarowinkler"])) for pair, row in table.iterrows()}
assert seen == {(0, 0): (1, 0.0), (0, 1): (1, 0.0), (1, 0): (1, 0.0), (1, 1): (1, 0.0), (2, 2): (1, 1.0)}, seen
PY
