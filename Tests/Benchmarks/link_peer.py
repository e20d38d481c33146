#!/usr/bin/env python3
"""Links comments to cases with Splink on DuckDB: link_peer.py FOLDER FILE...

The files are NDJSON of comments, and of cases where a row has a "case_id". Pairs come from an equal number, handle, or
name with an equal brand, as one would block them first; the weights are given and not learned, so that the time is
that of linking alone. Prints the seconds of each stage as JSON on the last line.
"""
import json
import logging
import re
import sys
import time
import unicodedata

import pandas
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.getLogger("splink").setLevel(logging.ERROR)
NUMBER = re.compile(r"[A-Z]{0,4}-?[0-9][0-9-]{3,11}")


def read(paths):
    comments, cases = [], []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                (cases if "case_id" in row and "text" not in row else comments).append(row)
    return comments, cases


def number(text):
    found = NUMBER.search(unicodedata.normalize("NFKC", text).upper())
    return found.group() if found else None


def frames(comments, cases):
    """Both sides with the same columns."""
    left = pandas.DataFrame(
        {
            "unique_id": row.get("id") or row.get("comment_id"),
            "number": number(row["text"]),
            "handle": row.get("author_id"),
            "name": (row.get("author") or "").casefold() or None,
            "brand": row.get("brand"),
            "month": (row.get("posted_at") or row.get("created_at") or "")[:7] or None,
        }
        for row in comments
    )
    right = pandas.DataFrame(
        {
            "unique_id": row["case_id"],
            "number": row.get("number"),
            "handle": row.get("customer_handle"),
            "name": (row.get("customer") or "").casefold() or None,
            "brand": row.get("brand"),
            "month": (row.get("opened_at") or "")[:7] or None,
        }
        for row in cases
    )
    return left, right


def settings():
    return SettingsCreator(
        link_type="link_only",
        probability_two_random_records_match=1e-4,
        blocking_rules_to_generate_predictions=[block_on("number"), block_on("handle"), block_on("name", "brand")],
        comparisons=[
            compare.ExactMatch("number").configure(m_probabilities=[0.6, 0.4], u_probabilities=[1e-4, 0.9999]),
            compare.ExactMatch("handle").configure(m_probabilities=[0.8, 0.2], u_probabilities=[1e-4, 0.9999]),
            compare.JaroWinklerAtThresholds("name", [0.92]).configure(
                m_probabilities=[0.7, 0.2, 0.1], u_probabilities=[1e-3, 5e-3, 0.994]
            ),
            compare.ExactMatch("brand").configure(m_probabilities=[0.9, 0.1], u_probabilities=[0.1, 0.9]),
            compare.ExactMatch("month").configure(m_probabilities=[0.7, 0.3], u_probabilities=[0.01, 0.99]),
        ],
        retain_intermediate_calculation_columns=False,
    )


def main():
    comments, cases = read(sys.argv[2:])
    start = time.perf_counter()
    left, right = frames(comments, cases)
    made = time.perf_counter()
    engine = DuckDBAPI()
    try:
        linker = Linker([engine.register(left), engine.register(right)], settings())
    except AttributeError:
        linker = Linker([left, right], settings(), engine)
    pairs = linker.inference.predict(threshold_match_probability=0.9).as_pandas_dataframe()
    best = pairs.sort_values("match_probability").drop_duplicates("unique_id_l", keep="last")
    end = time.perf_counter()
    took = {"frames": made - start, "predict": end - made, "total": end - start}
    print(len(best), "links", file=sys.stderr)
    print(json.dumps({name: round(seconds, 3) for name, seconds in took.items()}))


main()
