#!/usr/bin/env python3
"""The job that scores, links and measures the comments of a workspace of Koe on Apache Spark.

`koe cluster` starts it; it can be read, and changed, on its own. It holds no rule of Koe's. What a score is, by which
keys a comment looks for its case, how a thread is decided, what a voice and a cell are: all that is asked of the
program `koe`, one process a partition, through four contracts of one kind:

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
import collections
import contextlib
import hashlib
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback

import koe_check

GOOD, FAILED, MISSING, UNREADABLE, INTERRUPTED, TERMINATED = 0, 1, 2, 4, 130, 143
ATTEMPTS = 3  # times that a partition is tried
WORDS = 2000  # characters that are quoted of Spark
PATIENCE = 30  # seconds that Java has to end
ROUNDS = 64  # of joining threads; each at least doubles the distance over which replies are followed

COMMENT = """row BIGINT, source STRING, external_id STRING, text STRING, title STRING, own_title STRING, lang STRING,
    author STRING, author_id STRING, role STRING, brand STRING, product STRING, posted_at BIGINT, thread_id STRING,
    in_reply_to STRING, case_number STRING, order_number STRING, channel STRING, app_version STRING, rating BIGINT, rating_low BIGINT,
    rating_high BIGINT, answers STRING"""
CASE = """case_row BIGINT, case_id STRING, is_story BOOLEAN, number STRING, order_number STRING, brand STRING,
    product STRING, customer STRING, customer_handle STRING, opened_at BIGINT, closed_at BIGINT, subject STRING"""
LINK = """row: BIGINT, relation: STRING, case_id: STRING, status: STRING, milli_bits: BIGINT,
    margin_milli_bits: BIGINT, method: STRING, evidence: STRING"""
RESULTS = ["scores", "links", "notes", "voices", "cells"]
CELL_PLACE = ["brand", "period_length", "period", "channel", "measure"]
CELL_SUMS = ["n", "sum", "sum_of_squares", "customers", "customer_sum_squares", "customer_sum_counts",
             "customer_count_squares"]


class Terminated(BaseException):
    """Somebody ends the job from outside; nothing is to be said of it, and nothing to be caught."""


class Stop(Exception):
    """Ends the job with a status and words for a person."""

    def __init__(self, status, words):
        super().__init__(words)
        self.status = status


# --- Asking koe ------------------------------------------------------------------------------------------------------


class KoeFailed(Exception):
    """A process of koe did not answer as it must; the task fails, and Spark tries it again."""


class Koe:
    """How workers call koe; pickled and sent to them."""

    def __init__(self, program, data, frozen, ship):
        self.program, self.data, self.frozen, self.ship = program, data, frozen, ship

    def command(self, words):
        environment = dict(os.environ)
        if self.ship:
            # An archive that Spark has unpacked on this worker: bin/koe, share/koe/Lexicons, dictionary, frozen.
            from pyspark import SparkFiles

            root = SparkFiles.get(self.ship)
            environment["KOE_DICTIONARY"] = os.path.join(root, "dictionary")
            program, frozen, data = os.path.join(root, "bin/koe"), os.path.join(root, "frozen"), []
        else:
            program, frozen, data = self.program, self.frozen, ["--data", self.data]
        # One task is one core of a cluster.
        options = ["--stream", "--trailer", "--threads", "1", "-w", frozen]
        return [program, words[0]] + options + words[1:] + data, environment


class Process:
    """One process of koe that answers lines in order.

    A thread of its own writes, so that neither side waits for a full pipe of the other; it holds at most one batch
    that is not written yet.
    """

    def __init__(self, koe, words):
        command, environment = koe.command(words)
        self.name = "koe " + " ".join(words)
        self.said = tempfile.TemporaryFile()
        try:
            self.process = subprocess.Popen(
                command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.said,
                bufsize=1 << 16)
        except OSError as error:
            raise KoeFailed(f"{command[0]} cannot be started on this worker: {error.strerror}") from error
        self.asked = self.answered = 0
        self.closed = False
        self.trailer = None
        self.digest = hashlib.sha256()
        self.batches = queue.Queue(maxsize=1)
        self.writer = threading.Thread(target=self._write, daemon=True)
        self.writer.start()

    def _write(self):
        try:
            while (lines := self.batches.get()) is not None:
                self.process.stdin.write(lines)
                self.process.stdin.flush()
            self.process.stdin.close()
        except OSError:
            # The process has gone; whoever reads its answers sees that there are too few. Batches that still come
            # are let go of, so that nobody waits for room.
            while self.batches.get() is not None:
                pass

    def ask(self, lines):
        """Sends objects as lines of JSON, each with its number in the place of an id."""
        numbered = []
        for line in lines:
            numbered.append('{"id":%d,%s\n' % (self.asked, line[1:]))
            self.asked += 1
        self.batches.put("".join(numbered).encode("utf-8", "strict"))

    def close(self):
        if not self.closed:
            self.closed = True
            self.batches.put(None)

    def answers(self, count):
        """The next answers, checked to be those of the next questions."""
        lines = []
        for _ in range(count):
            line = self._line()
            if not line.startswith(b'{"id":%d,' % self.answered):
                raise self.failure(f"line {self.answered + 1} of the answers is not that of line {self.answered + 1}")
            lines.append(line[:-1].decode("utf-8"))
            self.answered += 1
        return lines

    def last_answers(self):
        """Lines behind all questions, up to the trailer; their number is not known before."""
        while not (line := self._line(keep=False)).startswith(b'{"trailer":'):
            self.digest.update(line)
            yield line[:-1].decode("utf-8")
        self.trailer = line

    def _line(self, keep=True):
        line = self.process.stdout.readline()
        if not line.endswith(b"\n"):
            raise self.failure(f"ended after {self.answered} of {self.asked} lines")
        if keep:
            self.digest.update(line)
        return line

    def finish(self):
        """Checks the trailer, that nothing stands behind it, and the exit status."""
        line = self.trailer or self._line(keep=False)
        try:
            trailer = json.loads(line)["trailer"]
        except (ValueError, KeyError) as error:
            raise self.failure("has no trailer where it must stand") from error
        if trailer["rows"] != self.asked:
            raise self.failure(f"has counted {trailer['rows']} rows, and {self.asked} were asked")
        if trailer["sha256"] != self.digest.hexdigest():
            raise self.failure("has another hash than its answers")
        if self.process.stdout.read(1):
            raise self.failure("has something behind its trailer")
        if self.process.wait() != 0:
            raise self.failure("failed after its trailer")
        return trailer

    def failure(self, words):
        """An error with what the process itself said, and how it ended."""
        self.kill()
        status = self.process.wait()
        ended = f"signal {-status}" if status < 0 else f"status {status}"
        self.said.seek(0)
        said = self.said.read()[-2000:].decode("utf-8", "replace").strip()
        return KoeFailed(f"{self.name}: {words} ({ended}{': ' + said if said else ''})")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        # The writer may wait for a batch that never comes; with the process gone it takes all that still do.
        self.close()


def asking(koe, words, kept, version, folds=False):
    """A function for mapInArrow: the column `line` is asked of one process a partition, which answers in `answer`.

    `kept`: columns that go through; `version`: what the trailer must say of the scorer, linker or measures, which is
    another where a worker has other word lists or another dictionary; `folds`: whether koe answers only behind the
    last line.

    mapInArrow takes columns by their places: what comes out is built by name, in the order of the schema.
    """

    def check(trailer):
        said = trailer.get("scorer") or trailer.get("linker") or trailer.get("definition")
        if said != version:
            raise KoeFailed(f"koe {words[0]} of this worker is \"{said}\" and must be \"{version}\": "
                            "give every worker the same program, word lists and dictionary")

    def run(batches):
        import pyarrow as pa

        def made(columns, answers):
            arrays = [column.cast(pa.int64()) for column in columns] + [pa.array(answers, pa.string())]
            return pa.RecordBatch.from_arrays(arrays, names=kept + ["answer"])

        process = Process(koe, words)
        try:
            waiting = collections.deque()
            for batch in batches:
                process.ask(batch.column("line").to_pylist())
                if folds:
                    continue
                waiting.append([batch.column(name) for name in kept] + [batch.num_rows])
                if len(waiting) > 1:
                    *columns, count = waiting.popleft()
                    yield made(columns, process.answers(count))
            process.close()
            if folds:
                for answers in grouped(process.last_answers(), 1000):
                    yield made([], answers)
            for *columns, count in waiting:
                yield made(columns, process.answers(count))
            check(process.finish())
        finally:
            process.kill()

    return run


def grouped(items, size):
    group = []
    for item in items:
        group.append(item)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


# --- Rows and places -------------------------------------------------------------------------------------------------

# A kind of rows: its name and that of its sums in frozen.json, the file of its rows, their columns, and their number.
Kind = collections.namedtuple("Kind", "name sums file schema key")
COMMENTS = Kind("comments", "comment_sums", "comments.ndjson", COMMENT, "row")
CASES = Kind("cases", "case_sums", "cases.ndjson", CASE, "case_row")


def require_names(path, names, fields):
    """Stops where a row has a column that no row has."""
    unknown = sorted(set(names) - {field.name for field in fields})
    if unknown:
        raise Stop(UNREADABLE, f"{path} has the unknown column {', '.join(unknown)}; rows have "
                               f"{', '.join(field.name for field in fields)}")


def escaped(path):
    """A path that Spark reads as it stands: it takes brackets, braces, asterisks and question marks for patterns."""
    return re.sub(r"([\\\[\]{}*?])", r"\\\1", path)


# --- The job ---------------------------------------------------------------------------------------------------------


class Job:
    def __init__(self, spark, koe, work, frozen, comments):
        from pyspark.sql import functions

        self.spark, self.koe, self.work, self.frozen, self.f = spark, koe, work, frozen, functions
        self.comments_place = comments or f"{work}/comments.ndjson"
        self.comments = self.read(self.comments_place, COMMENT)
        self.cases = self.read(f"{work}/cases.ndjson", CASE)
        self.hot = frozen["hot_key"]

    def run(self):
        tell("reading")
        self.require_rows(self.comments, COMMENTS, self.comments_place)
        self.require_rows(self.cases, CASES, f"{self.work}/{CASES.file}")
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

    # Reading and writing

    def read(self, path, schema):
        """Rows of NDJSON or Parquet with the names and types of a schema; anything else is an error."""
        fields = self.spark.createDataFrame([], schema).schema.fields
        if not self.is_parquet(path):
            return self.spark.read.schema(schema).option("mode", "FAILFAST").json(escaped(path))
        rows = self.spark.read.parquet(escaped(path))
        require_names(path, rows.columns, fields)
        lacking = [field.name for field in fields if field.name not in rows.columns]
        if lacking:
            raise Stop(UNREADABLE, f"{path} has no column {', '.join(lacking)}")
        # A cast would make seconds of times and whole numbers of fractions, without a word.
        wrong = [f"{field.name} is {rows.schema[field.name].dataType.simpleString()} and not "
                 f"{field.dataType.simpleString()}" for field in fields
                 if rows.schema[field.name].dataType != field.dataType]
        if wrong:
            raise Stop(UNREADABLE, f"{path}: {', '.join(wrong)}")
        return rows.select([field.name for field in fields])

    def is_parquet(self, path):
        if path.rstrip("/").endswith(".parquet"):
            return True
        hadoop = self.spark._jvm.org.apache.hadoop.fs
        place = hadoop.Path(path)
        system = place.getFileSystem(self.spark._jsc.hadoopConfiguration())
        if not system.exists(place):
            raise Stop(UNREADABLE, f"{path} is not there")
        if not system.getFileStatus(place).isDirectory():
            return False
        return any(status.getPath().getName().endswith(".parquet") for status in system.listStatus(place))

    def require_rows(self, rows, kind, path):
        """Stops unless the rows that are read are those of the workspace, each once and to the last byte."""
        written = f"{self.work}/{kind.file}"
        if path != written and not self.is_parquet(path):
            # Spark passes over the members of an object that its schema does not name.
            names = self.spark.read.text(escaped(path)).select(self.f.explode(self.f.json_object_keys("value")))
            require_names(path, [name for (name,) in names.distinct().collect()], rows.schema.fields)
        expected = (self.frozen[kind.name], self.frozen[kind.sums])
        read = self.sums(rows)
        if read == expected:
            return
        words = f"{path} holds {read[0]} {kind.name}, which are not the {expected[0]} of the workspace"
        if path == written:
            raise Stop(UNREADABLE, f"{words}: the file is not as koe cluster has written it; run koe cluster again")
        own = self.read(written, kind.schema)
        first = self.first_difference(own, rows, kind.key) if self.sums(own) == expected else None
        raise Stop(UNREADABLE, words + (f": {first}" if first else ""))

    def sums(self, rows):
        """The number of rows, and eight sums by which they are known again in any order: RowSums.swift makes the same."""
        f = self.f

        def told(name):
            value = f.col(name).cast("STRING")
            return f.coalesce(f.concat(f.octet_length(value).cast("STRING"), f.lit(":"), value), f.lit("-"))

        digest = rows.select(f.sha2(f.concat(*map(told, rows.columns)), 256).alias("digest"))
        words = [f.sum(f.conv(f.substring("digest", place, 8), 16, 10).cast("BIGINT")) for place in range(1, 65, 8)]
        count, *sums = digest.agg(f.count("*"), *words).first()
        return count, [number or 0 for number in sums]

    def first_difference(self, own, rows, key):
        """In which row and columns rows differ from those of the workspace; their values are nobody's business here."""
        f = self.f
        twice = rows.groupBy(key).count().where(f"count > 1 OR {key} IS NULL").orderBy(key).first()
        if twice:
            return f"row {twice[0]} stands there {twice[1]} times" if twice[0] is not None else "a row has no number"
        left = own.select(key, f.struct("*").alias("own"))
        right = rows.select(key, f.struct("*").alias("read"))
        row = left.join(right, key, "full_outer").where("NOT own <=> read").orderBy(key).first()
        if row.read is None:
            return f"the first that differs is row {row[key]}, which is missing"
        if row.own is None:
            return f"the first that differs is row {row[key]}, which the workspace does not have"
        names = [name for name in own.columns if row.own[name] != row.read[name]]
        return f"the first that differs is row {row[key]}, in {', '.join(names)}"

    def kept(self, name, rows):
        """Rows that are used more than once: written, and read again, so that nothing is asked twice."""
        path = f"{self.work}/tmp/{name}"
        rows.write.mode("overwrite").parquet(path)
        return self.spark.read.schema(rows.schema).parquet(escaped(path))

    def result(self, name, rows):
        path = f"{self.work}/results/{name}"
        rows.write.mode("overwrite").parquet(path)
        return self.spark.read.schema(rows.schema).parquet(escaped(path))

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


def session(arguments):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("koe")
    if arguments.master:
        # Spark on one machine tries a task once unless its master says otherwise.
        local = re.fullmatch(r"local(?:\[(\d+|\*)\])?", arguments.master)
        builder = builder.master(f"local[{local.group(1) or 1},{ATTEMPTS}]" if local else arguments.master)
        builder = builder.config("spark.driver.memory", arguments.memory).config("spark.ui.enabled", "false")
        os.environ["PYSPARK_PYTHON"] = sys.executable
        # Files of the job hold what customers wrote, and are this user's alone.
        builder = builder.config("spark.hadoop.fs.permissions.umask-mode", "077")
        # What does not fit into memory is written beside the rows, so that it goes with them even when Spark is killed;
        # Spark splits the setting at commas.
        if "," not in arguments.work:
            builder = builder.config("spark.local.dir", os.path.join(os.path.abspath(arguments.work), "scratch"))
        builder = builder.config("spark.ui.showConsoleProgress", "false")
    for name, value in {
        "spark.task.maxFailures": ATTEMPTS,
        "spark.sql.shuffle.partitions": arguments.partitions,
        # As many partitions as were asked for: fewer of them would starve the cores, koe being most of the work.
        "spark.sql.adaptive.enabled": "false",
        # A sum that leaves 64 bits is an error and no other number.
        "spark.sql.ansi.enabled": "true",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.maxRecordsPerBatch": 1000,
        # What a task has written counts only once the job takes it over: a task that is tried again leaves nothing.
        "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version": 1,
    }.items():
        builder = builder.config(name, str(value))
    return builder.getOrCreate()


def hadoop_path(spark, path):
    place = spark._jvm.org.apache.hadoop.fs.Path(path)
    return place.getFileSystem(spark._jsc.hadoopConfiguration()), place


def remove(spark, path):
    system, place = hadoop_path(spark, path)
    system.delete(place, True)


def write_text(spark, path, text):
    system, place = hadoop_path(spark, path)
    stream = system.create(place, True)
    stream.write(bytearray(text.encode()))
    stream.close()


def digests(spark, path):
    """Name, size and SHA-256 of each file of rows in a folder, by which koe measure --from knows them again."""
    java = spark._jvm.java
    system, place = hadoop_path(spark, path)
    files = []
    for status in system.listStatus(place):
        name = status.getPath().getName()
        if name.startswith(("_", ".")):
            continue
        digest = java.security.MessageDigest.getInstance("SHA-256")
        sink = java.security.DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest)
        spark._jvm.org.apache.hadoop.io.IOUtils.copyBytes(
            system.open(status.getPath()), sink, spark._jsc.hadoopConfiguration(), True)
        files.append({"name": name, "bytes": status.getLen(), "sha256": bytes(digest.digest()).hex()})
    return sorted(files, key=lambda file: file["name"])


def work(arguments):
    """Runs the job on a folder; one that does not end leaves no results."""
    spark = session(arguments)
    folder = arguments.work.rstrip("/")
    if arguments.master and "://" not in folder:
        folder = "file://" + os.path.abspath(folder)
    has_ended = False
    try:
        remove(spark, f"{folder}/results")
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
            remove(spark, f"{folder}/tmp")
            if not has_ended:
                remove(spark, f"{folder}/results")
            stop(spark)


def stop(spark):
    """Ends Spark, and waits for the Java that this process has started for it."""
    gateway = spark._sc._gateway
    spark.stop()
    java = getattr(gateway, "proc", None)
    if java:
        gateway.shutdown()
        java.stdin.close()
        java.wait(timeout=PATIENCE)


def make_results(spark, arguments, folder):
    text = spark.read.text(escaped(f"{folder}/frozen/frozen.json"), wholetext=True).first()[0]
    frozen = json.loads(text)
    place = arguments.work if "://" not in arguments.work else None
    koe = Koe(arguments.koe, arguments.data, place and os.path.join(place, "frozen"), arguments.ship)
    comments = arguments.comments
    if comments and arguments.master and "://" not in comments:
        comments = "file://" + os.path.abspath(comments)
    Job(spark, koe, folder, frozen, comments).run()
    rows = {name: spark.read.parquet(escaped(f"{folder}/results/{name}")).count() for name in RESULTS}
    for name in ("scores", "links"):
        if rows[name] != frozen["comments"]:
            raise Stop(FAILED, f"{rows[name]} {name} came of {frozen['comments']} comments")
    write_text(spark, f"{folder}/results/manifest.json", json.dumps({
        "rows": rows, "files": {name: digests(spark, f"{folder}/results/{name}") for name in RESULTS},
        "frozen": hashlib.sha256(text.encode()).hexdigest(), "spark": spark.version,
        "partitions": arguments.partitions}, indent=1) + "\n")


def words_of(error):
    """What went wrong, for a person: what koe said on a worker, or else the first lines of Spark's own words."""
    text = str(error)
    said = re.findall(r"KoeFailed: (.*)", text)
    if said:
        return f"a partition failed {ATTEMPTS} times; the last time: {said[0]}"
    if "MALFORMED_RECORD" in text:
        # Spark quotes the record, which is what a customer wrote.
        file = re.search(r"reading file (.+?)\. +SQLSTATE", text)
        return f"{file.group(1)} holds a line that is no row: it is not JSON, or a member of it has another type" if file \
            else "an answer of koe is not JSON"
    if "JAVA_GATEWAY_EXITED" in text:
        return "Java ended before Spark had started; why stands in the log of the job"
    lines = [line for line in text.splitlines() if line.strip() and not re.match(r"\s+(at|File|\.\.\.) ?", line)]
    return "\n".join(lines[:3] + lines[3:][-5:])[:WORDS]


def say(words):
    """What is wrong, on what was stderr when the job began."""
    print("koe: " + str(words).replace("file:///", "/"), file=say.to, flush=True)


def tell(words):
    """How far the job is, on what was stdout when it began."""
    print(f"koe: {words}", file=tell.to, flush=True)


say.to, tell.to = sys.stderr, sys.stdout


def log_to(path):
    """Leads what Java, Spark and its workers write into a file; what the job says itself goes on as before."""
    tell.to, say.to = os.fdopen(os.dup(1), "w"), os.fdopen(os.dup(2), "w")
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for descriptor in (1, 2):
        os.dup2(log, descriptor)
    os.close(log)


def terminate(*_):
    terminate.has_come = True
    raise Terminated


terminate.has_come = False


def end_with(parent):
    """Ends the job when the process that has started it is gone: killed, it can end nothing itself."""
    def look():
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=look, daemon=True).start()


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
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:  # As nohup has it.
            signal.signal(number, terminate)
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
        say(words_of(error))
        return UNREADABLE if re.search(r"FAILED_READ_FILE|PATH_NOT_FOUND|CANNOT_READ_FILE", str(error)) else FAILED


if __name__ == "__main__":
    sys.exit(main())
