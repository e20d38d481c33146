#!/usr/bin/env python3
"""usage: splink_race.py KOE FOLDER...

Links the comments of each folder to its cases with Koe and with Splink, and prints quality and time of both. A folder
holds comments.ndjson, cases.ndjson and truth.ndjson, as `other_hand.py` writes them. Splink gets what a careful user
gives it: folded text, numbers of the case table found in the comments, trained weights, links from p >= .9, and answers
without a link of their own inherit the case of what they answer. Needs splink==5.0.0 and duckdb==2.0.1: its levels
count kanji as bytes in other versions of DuckDB.
"""
import argparse
import json
import os
import re
import subprocess
import tempfile
import time
import unicodedata

MAPPING = "{id: comment_id, posted_at: created_at, text: text, rating: {column: rating, scale: 1..5}, " \
    "author: author, author_id: author_id, brand: brand, product: product, lang: lang, thread_id: thread_id, " \
    "in_reply_to: in_reply_to, source: source}"


def rows(folder, name):
    with open(os.path.join(folder, name + ".ndjson"), encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def folded(text):
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text or "").lower()) or None


def day(stamp):
    return int(time.mktime(time.strptime(stamp[:10], "%Y-%m-%d"))) // 86400 if stamp else None


def month(stamp):
    return stamp[:7] if stamp else None


# ---- Koe ----

def koe(program, folder):
    with tempfile.TemporaryDirectory() as workspace:
        def run(*arguments):
            return subprocess.run([program, "-w", workspace, *arguments], check=True, capture_output=True, text=True)
        subprocess.run([program, "init", workspace], check=True, capture_output=True)
        mapping = os.path.join(workspace, "comments.yaml")
        with open(mapping, "w", encoding="utf-8") as out:
            out.write("map: " + MAPPING + "\n")
        run("import", "--kind", "cases", os.path.join(folder, "cases.ndjson"))
        run("import", "--kind", "comments", "--map", mapping, os.path.join(folder, "comments.ndjson"))
        start = time.monotonic()
        run("link")
        seconds = time.monotonic() - start
        links = [json.loads(line) for line in run("export", "links").stdout.splitlines()]
    made = {r["comment_id"]: r["case_id"] for r in links if r["status"] not in ("review", "rejected") and r["case_id"]}
    return made, seconds


# ---- Splink ----

def tables(comments, cases):
    numbers = {}
    for case in cases:
        for field in ("number", "order_no"):
            if case.get(field):
                numbers.setdefault(folded(case[field]), folded(case["number"]))
    longest = sorted({len(n) for n in numbers if n}, reverse=True)

    def quoted(text):
        # A run of letters and digits that is, or holds, a number of the case table.
        plain = folded(text) or ""
        for length in longest:
            for start in range(len(plain) - length + 1):
                found = numbers.get(plain[start:start + length])
                if found:
                    return found
        return None

    left = [dict(unique_id=c["case_id"], number=folded(c["number"]), handle=folded(c.get("customer_handle")),
                 name=folded(c.get("customer")), brand=folded(c.get("brand")), product=folded(c.get("product")),
                 day=day(c.get("opened_at")), month=month(c.get("opened_at"))) for c in cases]
    right = [dict(unique_id=c["comment_id"], number=quoted(c["text"]), handle=folded(c.get("author_id")),
                  name=folded(c.get("author")), brand=folded(c.get("brand")), product=folded(c.get("product")),
                  day=day(c.get("created_at")), month=month(c.get("created_at"))) for c in comments]
    return left, right


def settings():
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    days = '"day_r" - "day_l"'
    time_levels = cl.CustomComparison(output_column_name="day", comparison_levels=[
        cll.NullLevel("day"),
        cll.CustomLevel(f"{days} between -2 and 35", label_for_charts="within"),
        cll.CustomLevel(f"{days} between -14 and 180", label_for_charts="around"),
        cll.CustomLevel(f"{days} > 180", label_for_charts="later"),
        cll.ElseLevel(),
    ])
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.LevenshteinAtThresholds("number", 1), cl.ExactMatch("handle"),
            cl.JaroWinklerAtThresholds("name", [0.95, 0.85]).configure(term_frequency_adjustments=True),
            cl.ExactMatch("brand").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("product", [0.9]), time_levels,
        ],
        blocking_rules_to_generate_predictions=[
            block_on("number"), block_on("handle"), block_on("name"), block_on("brand", "substr(name, 1, 2)"),
            block_on("brand", "product", "month"),
        ],
    )


def splink(folder):
    from splink import DuckDBAPI, Linker, block_on

    comments, cases = rows(folder, "comments"), rows(folder, "cases")
    left, right = tables(comments, cases)
    import pyarrow
    start = time.monotonic()
    api = DuckDBAPI()
    frames = [api.register(pyarrow.Table.from_pylist(part), table_name=name)
              for part, name in ((left, "a_cases"), (right, "b_comments"))]
    linker = Linker(frames, settings(), log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match([block_on("number"), block_on("name", "brand")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in (block_on("number"), block_on("name", "brand"), block_on("brand", "product")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
    pairs = linker.inference.predict(threshold_match_probability=0.9).as_record_list()
    best = {}
    for pair in pairs:
        key, value = pair["unique_id_r"], (pair["match_weight"], pair["unique_id_l"])
        if key not in best or value > best[key]:
            best[key] = value
    made = {key: case for key, (_, case) in best.items()}
    parents = {c["comment_id"]: c["in_reply_to"] for c in comments if c.get("in_reply_to")}
    has_changed = True
    while has_changed:
        has_changed = False
        for child, parent in parents.items():
            if child not in made and parent in made:
                made[child] = made[parent]
                has_changed = True
    return made, time.monotonic() - start


# ---- both ----

def quality(truth, made):
    right = wrong = missed = 0
    linked, dirty = set(), set()
    for row in truth:
        true, found = row["case_id"], made.get(row["comment_id"])
        if found:
            linked.add(found)
        if found and found == true:
            right += 1
        elif found:
            wrong += 1
            dirty.add(found)
        if true and found != true:
            missed += 1
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return dict(P=precision, R=recall, F1=2 * precision * recall / max(1e-9, precision + recall),
                contaminated=len(dirty) / max(1, len(linked)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("koe")
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    for folder in options.folders:
        truth = rows(folder, "truth")
        for name, link in (("koe", lambda f: koe(options.koe, f)), ("splink", splink)):
            made, seconds = link(folder)
            figures = " ".join(f"{key} {value:.4f}" for key, value in quality(truth, made).items())
            print(f"{folder} {name}: {figures} {seconds:.1f} s", flush=True)


if __name__ == "__main__":
    main()
