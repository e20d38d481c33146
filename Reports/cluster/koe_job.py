#!/usr/bin/env python3
"""The job that scores, links and measures the comments of a workspace of Koe on Apache Spark.

`koe cluster` starts it; it can be read, and changed, on its own, with the modules beside it that it imports. It holds
no rule of Koe's. What a score is, by which keys a comment looks for its case, how a thread is decided, what a voice and
a cell are: all that is asked of the program `koe`, one process a partition, through four contracts of one kind:

    koe score   --stream --trailer                   a text           ->  its score
    koe link    --stream --trailer --step people     a case           ->  the keys of its person, its handles
                                   --step cases      a case           ->  the keys it is found by, what is counted of it
                                   --step comments   a comment        ->  what ties it to others, the keys it looks for
                                   --step threads    a thread, cases  ->  the decision about each comment
    koe measure --stream --trailer --step voices     comments         ->  the voices that they are
                                   --step cells      a customer       ->  (behind the last line) sums for all cells

A line goes in, a line comes out, in the same order, and behind them a trailer with the number of rows and the SHA-256
of everything before it. What is left for Spark is what Spark is for: exploding keys, equi-joins, connected components,
grouping, and sums of whole numbers (BIGINT, which do not depend on the number of partitions as sums of doubles do).

Rows have a number (`row`, `case_row`) by which everything is joined; the order of rows means nothing anywhere. Columns
are read and written by name, whole numbers as BIGINT and all else as text. No column becomes a folder of partitions:
a brand "007" would come back as 7.

    koe_job.py check --koe KOE --data FOLDER
    koe_job.py run --work FOLDER --koe KOE --data FOLDER --master local[2] --partitions 4
    koe_job.py run --work URL --ship NAME --partitions 200           (under spark-submit, with an archive #NAME)

FOLDER holds comments.ndjson (or what --comments names), cases.ndjson and frozen/; results/ is written into it, the
manifest last. Exit codes: 0 good; 1 the job failed; 2 something is missing or of the wrong version; 4 the input cannot
be read; 130 interrupted.
"""
import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import sys
import traceback

import koe_check
import koe_spark
from koe_ask import Koe, asking
from koe_input import Input
from koe_shell import (
    FAILED, GOOD, INTERRUPTED, MISSING, Stop, TERMINATED, Terminated, UNREADABLE, end_with, heed_signals, log_to, say,
    tell, terminate)

ROUNDS = 64  # of joining threads; each at least doubles the distance over which replies are followed

LINK = """row: BIGINT, relation: STRING, case_id: STRING, status: STRING, milli_bits: BIGINT,
    margin_milli_bits: BIGINT, method: STRING, evidence: STRING"""
RESULTS = ["scores", "links", "notes", "voices", "cells"]
CELL_PLACE = ["brand", "period_length", "period", "channel", "measure"]
CELL_SUMS = ["n", "sum", "sum_of_squares", "customers", "customer_sum_squares", "customer_sum_counts",
             "customer_count_squares"]


class Job:
    """The job on the rows of a folder.

    `koe`: how workers call the program; `frozen`: what koe cluster has written of the workspace; `comments`: another
    place of the comments.
    """

    def __init__(self, spark, koe, work, frozen, comments):
        from pyspark.sql import functions

        self.spark, self.koe, self.work, self.frozen, self.f = spark, koe, work, frozen, functions
        self.input = Input(spark, work, frozen, comments)
        self.comments, self.cases = self.input.comments, self.input.cases
        self.hot = frozen["hot_key"]

    def run(self):
        tell("reading")
        self.input.require()
        tell("scoring")
        scores = self.result("scores", self.scores())
        tell("linking")
        questions = self.kept("questions", self.questions())
        decided = self.kept("decided", self.decisions(questions))
        links = self.result("links", decided.select(self.f.explode("links").alias("link")).select("link.*"))
        self.result("notes", decided.where(self.f.size("notes") > 0).select(self.f.col("keeper").alias("row"), "notes"))
        tell("measuring")
        voices = self.kept("voices", self.voices(scores, links, questions))
        self.result("voices", voices.select("voice"))
        self.result("cells", self.cells(voices))

    # Writing and asking

    def kept(self, name, rows):
        """Rows that are used more than once: written, and read again, so that nothing is asked twice."""
        path = f"{self.work}/tmp/{name}"
        rows.write.mode("overwrite").parquet(path)
        return self.spark.read.schema(rows.schema).parquet(koe_spark.escaped(path))

    def result(self, name, rows):
        path = f"{self.work}/results/{name}"
        rows.write.mode("overwrite").parquet(path)
        return self.spark.read.schema(rows.schema).parquet(koe_spark.escaped(path))

    def ask(self, rows, words, keys, folds=False):
        """Rows of `keys` and the answer to `line`."""
        version = self.frozen[{"score": "scorer", "link": "linker", "measure": "definition"}[words[0]]]
        schema = ", ".join([f"{key} BIGINT" for key in keys] + ["answer STRING"])
        return rows.select(keys + ["line"]).mapInArrow(asking(self.koe, words, keys, version, folds), schema)

    def object(self, *columns):
        return self.f.to_json(self.f.struct(*columns)).alias("line")

    # Scores

    def scores(self):
        """row, score: one a comment."""
        f = self.f
        lines = self.comments.repartition("row").select(
            "row", self.object("text", f.col("own_title").alias("title"), "lang"))
        return self.ask(lines, ["score"], ["row"]).withColumnRenamed("answer", "score")

    # Links

    def questions(self):
        """row, parent_source, person, nodes, keys, counted, named_cases: what each comment asks, and hangs together by.

        A reply points to a comment of its own source; where the id stands in exactly one other source, it points there.
        """
        f = self.f
        ids = self.comments.groupBy(f.col("external_id").alias("in_reply_to")).agg(
            f.count("*").alias("n"), f.min("source").alias("only_source"))
        rows = self.comments.join(ids.where("n = 1"), "in_reply_to", "left").withColumn(
            "parent_source", f.expr("CASE WHEN only_source != source THEN only_source END"))
        names = [name for name in self.comments.columns if name != "row"] + ["parent_source"]
        lines = rows.repartition("row").select("row", self.object(*names))
        answers = self.ask(lines, ["link", "--step", "comments"], ["row"])
        answer = f.from_json("answer", """person STRING, nodes ARRAY<BIGINT>, keys ARRAY<BIGINT>,
            counted ARRAY<BIGINT>, named_cases ARRAY<STRING>""", {"mode": "FAILFAST"}).alias("answer")
        sources = rows.where("parent_source IS NOT NULL").select("row", "parent_source")
        return answers.select("row", answer).select("row", "answer.*").join(sources, "row", "left")

    def known_cases(self):
        """Two tables: each case with its lent handle and the counts of what is counted of it; and what finds it."""
        f = self.f
        fields = [name for name in self.cases.columns if name != "case_row"]
        lines = self.cases.repartition("case_row").select("case_row", self.object(*fields))
        asked = self.ask(lines, ["link", "--step", "people"], ["case_row"])
        answer = f.from_json("answer", "person_keys ARRAY<BIGINT>, handles ARRAY<BIGINT>", {"mode": "FAILFAST"})
        people = asked.select("case_row", answer.alias("a")).select(
            "case_row", f.explode("a.person_keys").alias("key"), "a.handles")
        # A key that too many hold is no person's, as one by which a case is found that too many hold finds none.
        shared = people.join(self.cold(people), "key").groupBy("key").agg(
            f.flatten(f.collect_list("handles")).alias("shared"))
        offered = people.join(shared, "key").groupBy("case_row").agg(
            f.array_distinct(f.flatten(f.collect_list("shared"))).alias("person_handles"))
        lines = self.cases.join(offered, "case_row", "left").repartition("case_row").select(
            "case_row", self.object(*fields, "person_handles"))
        asked = self.ask(lines, ["link", "--step", "cases"], ["case_row"])
        answer = f.from_json("answer", "lent BIGINT, keys ARRAY<BIGINT>, counted ARRAY<BIGINT>", {"mode": "FAILFAST"})
        found = self.kept("cases", asked.select("case_row", answer.alias("a")).select("case_row", "a.*"))
        values = found.select("case_row", f.explode("counted").alias("value"))
        counts = self.kept("counts", values.groupBy("value").agg(f.count("*").alias("n")))
        own = values.join(counts, "value").groupBy("case_row").agg(
            f.collect_list(f.struct("value", "n")).alias("counts"))
        cases = self.cases.join(found.select("case_row", "lent"), "case_row").join(own, "case_row", "left")
        keys = found.select("case_row", f.explode("keys").alias("key"))
        return cases, keys.join(self.cold(keys), "key"), counts

    def cold(self, keys):
        """The keys that few cases hold."""
        counts = keys.groupBy("key").agg(self.f.count("*").alias("n"))
        return counts.where(self.f.col("n") <= self.hot).select("key")

    def decisions(self, questions):
        """keeper, notes, links: one a thread."""
        f = self.f
        cases, keys, counts = self.known_cases()
        threads = self.threads(questions)
        asked = questions.join(threads, "row")
        # Cases by the keys that a comment of the thread shares with them, and by name.
        by_key = asked.select("thread", f.explode("keys").alias("key")).distinct().join(keys, "key").groupBy(
            "thread", "case_row").agg(f.collect_list("key").alias("keys"))
        names = self.cases.select("case_row", f.col("case_id").alias("named"))
        by_name = asked.select("thread", f.explode("named_cases").alias("named")).join(names, "named").select(
            "thread", "case_row", f.array().cast("ARRAY<BIGINT>").alias("keys"))
        found = by_key.unionByName(by_name).groupBy("thread", "case_row").agg(
            f.flatten(f.collect_list("keys")).alias("keys"))
        found = found.join(cases, "case_row").groupBy("thread").agg(
            f.collect_list(f.struct(*cases.columns, "keys")).alias("cases"))
        counted = asked.select("thread", f.explode("counted").alias("value")).distinct().join(counts, "value").groupBy(
            "thread").agg(f.collect_list(f.struct("value", "n")).alias("counts"))
        places = asked.select("row", "thread", "parent_source")
        told = self.comments.join(places, "row").groupBy("thread").agg(
            f.collect_list(f.struct(*self.comments.columns, "parent_source")).alias("comments"))
        lines = told.join(found, "thread", "left").join(counted, "thread", "left").select(
            "thread", self.object("comments", "cases", "counts"))
        answers = self.ask(lines, ["link", "--step", "threads"], ["thread"])
        answer = f.from_json("answer", f"keeper BIGINT, notes ARRAY<BIGINT>, links ARRAY<STRUCT<{LINK}>>",
                             {"mode": "FAILFAST"})
        return answers.select(answer.alias("a")).select("a.*")

    def threads(self, questions):
        """row, thread: comments that share a node, or share one with what does, have one thread, its least row.

        Each round gives every comment the least thread among those it shares a node with, and then the thread of that
        one, so that the distance over which replies are followed doubles at least.
        """
        f = self.f
        nodes = questions.select("row", f.explode("nodes").alias("node"))
        shared = nodes.groupBy("node").agg(f.count("*").alias("n")).where("n > 1").select("node")
        pairs = self.kept("pairs", nodes.join(shared, "node"))
        labels = self.kept("labels0", pairs.select("row").distinct().withColumn("label", f.col("row")))
        for turn in range(1, ROUNDS + 1):
            least = pairs.join(labels, "row").groupBy("node").agg(f.min("label").alias("label"))
            near = pairs.join(least, "node").groupBy("row").agg(f.min("label").alias("label"))
            far = near.select(f.col("row").alias("label"), f.col("label").alias("further"))
            before = labels.withColumnRenamed("label", "before")
            labels = self.kept(f"labels{turn}", near.join(far, "label").join(before, "row").select(
                "row", f.col("further").alias("label"), (f.col("further") != f.col("before")).alias("changed")))
            if labels.where("changed").isEmpty():
                break
        else:
            raise Stop(FAILED, f"the replies of a thread hang together over more than 2^{ROUNDS} steps")
        labels = labels.select("row", "label")
        return questions.select("row").join(labels, "row", "left").select(
            "row", f.coalesce("label", "row").alias("thread"))

    # Voices and cells

    def voices(self, scores, links, questions):
        """brand, customer, voice: one a voice.

        A comment speaks of the brand of its own case, or else of the least that the case's customer names; without a
        case of its own it speaks of its own brand, and without a brand it is in no voice.
        """
        f = self.f
        counting = links.where("status IN ('auto', 'confirmed')").select("row", "relation", "case_id").withColumn(
            "joins", f.expr("relation IN ('same_case', 'follow_up')"))
        brands = self.cases.select("case_id", f.col("brand").alias("case_brand"))
        told = counting.where("joins").join(self.comments.select("row", "brand"), "row").groupBy("case_id").agg(
            f.min("brand").alias("told_brand"))
        rows = self.comments.select(
            "row", "source", "external_id", "role", "brand", "posted_at", "channel", "product", "app_version",
            "rating", "rating_low", "rating_high", "answers")
        rows = rows.join(counting, "row", "left").join(brands, "case_id", "left").join(told, "case_id", "left")
        rows = rows.join(questions.select("row", "person"), "row").join(scores, "row")
        rows = rows.withColumn("joins", f.coalesce("joins", f.lit(False)))
        rows = rows.withColumn(
            "voice_brand", f.expr("CASE WHEN joins THEN coalesce(case_brand, told_brand) ELSE brand END"))
        # Whoever can be in one voice is in one group: the case, or else the person, or else nobody but the comment.
        group = f.struct(
            "voice_brand", f.expr("CASE WHEN joins THEN case_id END").alias("case"),
            f.expr("CASE WHEN NOT joins THEN person END").alias("person"),
            f.expr("CASE WHEN NOT joins AND person IS NULL THEN row END").alias("alone")).alias("group")
        member = f.struct(
            "row", "source", "external_id", "role", "person", "posted_at", "channel", "product",
            "app_version", "rating", "rating_low", "rating_high", "answers", "case_id", "relation", "score")
        groups = rows.where("voice_brand IS NOT NULL").groupBy(group).agg(f.collect_list(member).alias("comments"))
        lines = groups.select(self.object(f.col("group.voice_brand").alias("brand"), "comments"))
        answers = self.ask(lines, ["measure", "--step", "voices"], [])
        answer = f.from_json("answer", "voices ARRAY<STRUCT<brand: STRING, customer: BIGINT, voice: STRING>>",
                             {"mode": "FAILFAST"})
        return answers.select(f.explode(answer.getField("voices")).alias("voice")).select("voice.*")

    def cells(self, voices):
        """The sums of each cell. A customer is a line of one partition, for cells count customers too."""
        f = self.f
        lines = voices.groupBy("brand", "customer").agg(f.collect_list("voice").alias("voices")).select(
            self.object("voices"))
        parts = self.ask(lines, ["measure", "--step", "cells"], [], folds=True)
        schema = ", ".join([f"{name} STRING" for name in CELL_PLACE] + [f"{name} BIGINT" for name in CELL_SUMS])
        answer = f.from_json("answer", schema, {"mode": "FAILFAST"}).alias("cell")
        return parts.select(answer).select("cell.*").groupBy(CELL_PLACE).agg(
            *[f.sum(name).cast("BIGINT").alias(name) for name in CELL_SUMS])


# --- Starting --------------------------------------------------------------------------------------------------------


def work(arguments):
    """Runs the job on a folder; one that does not end leaves no results."""
    spark = koe_spark.session(arguments)
    folder = arguments.work.rstrip("/")
    if arguments.master and "://" not in folder:
        folder = "file://" + os.path.abspath(folder)
    has_ended = False
    try:
        koe_spark.remove(spark, f"{folder}/results")
        make_results(spark, arguments, folder)
        has_ended = True
    except Stop:
        raise
    except Exception as error:
        # The words of such an error are asked of Java, which ends below.
        traceback.print_exc()
        raise RuntimeError(str(error)) from None
    finally:
        # What cannot be cleared away here, because Spark itself has gone, is no result: it has no manifest.
        with contextlib.nullcontext() if has_ended else contextlib.suppress(Exception):
            koe_spark.remove(spark, f"{folder}/tmp")
            if not has_ended:
                koe_spark.remove(spark, f"{folder}/results")
            koe_spark.stop(spark)
        if not has_ended and folder.startswith("file://"):
            # What was being written when the job ended may have made the folder anew.
            shutil.rmtree(folder.removeprefix("file://") + "/results", ignore_errors=True)


def make_results(spark, arguments, folder):
    text = spark.read.text(koe_spark.escaped(f"{folder}/frozen/frozen.json"), wholetext=True).first()[0]
    frozen = json.loads(text)
    place = arguments.work if "://" not in arguments.work else None
    koe = Koe(arguments.koe, arguments.data, place and os.path.join(place, "frozen"), arguments.ship)
    comments = arguments.comments
    if comments and arguments.master and "://" not in comments:
        comments = "file://" + os.path.abspath(comments)
    Job(spark, koe, folder, frozen, comments).run()
    rows = {name: spark.read.parquet(koe_spark.escaped(f"{folder}/results/{name}")).count() for name in RESULTS}
    for name in ("scores", "links"):
        if rows[name] != frozen["comments"]:
            raise Stop(FAILED, f"{rows[name]} {name} came of {frozen['comments']} comments")
    koe_spark.write_text(spark, f"{folder}/results/manifest.json", json.dumps({
        "rows": rows, "files": {name: koe_spark.digests(spark, f"{folder}/results/{name}") for name in RESULTS},
        "frozen": hashlib.sha256(text.encode()).hexdigest(), "spark": spark.version,
        "partitions": arguments.partitions}, indent=1) + "\n")


def main():
    parser = argparse.ArgumentParser(description="The job of koe cluster.")
    parser.add_argument("what", choices=["check", "run"])
    parser.add_argument("--work", help="folder of the rows, and of the results")
    parser.add_argument("--comments", help="comments elsewhere, NDJSON or Parquet")
    parser.add_argument("--koe", help="the program")
    parser.add_argument("--data", help="folder that holds Lexicons")
    parser.add_argument("--ship", help="name of the archive that Spark unpacks on each worker")
    parser.add_argument("--parent", type=int, help="number of the process with which the job ends")
    parser.add_argument("--master", help="of Spark; spark-submit gives its own")
    parser.add_argument("--memory", default="2g", help="of the driver")
    parser.add_argument("--partitions", type=int, default=200)
    arguments = parser.parse_args()
    heed_signals()
    if arguments.parent:
        end_with(arguments.parent)
    try:
        return perform(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Terminated:
        return TERMINATED


def perform(arguments):
    """Checks, or runs the job; its exit status."""
    problems = koe_check.problems(arguments.koe, arguments.data)
    for problem in problems:
        say(problem)
    if problems:
        return MISSING
    if arguments.what == "check":
        print("ready")
        return GOOD
    try:
        if arguments.master:
            os.umask(0o077)
            log_to(os.path.join(arguments.work, "job.log"))
        try:
            work(arguments)
        finally:
            if arguments.master:
                shutil.rmtree(os.path.join(arguments.work, "scratch"), ignore_errors=True)
        return GOOD
    except Stop as stop:
        say(stop)
        return stop.status
    except Exception as error:
        if terminate.has_come:  # Java has got the signal too, and its end is what is told here.
            return TERMINATED
        # Spark raises what it likes; the words are for a person, the status for a shell.
        traceback.print_exc()
        say(koe_spark.words_of(error))
        return UNREADABLE if re.search(r"FAILED_READ_FILE|PATH_NOT_FOUND|CANNOT_READ_FILE", str(error)) else FAILED


if __name__ == "__main__":
    sys.exit(main())
