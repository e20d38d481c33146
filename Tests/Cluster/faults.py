#!/usr/bin/env python3
"""Breaks the parts of a cluster's job: each fault is retried or fails aloud, never a wrong number.

faults.py KOE [--comments N] [--only WORD]. Needs `make setup-cluster`.
"""
import argparse
import json
import os
import pathlib
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import workspaces

# fault, stream it befalls, times, status of the job, words that must be said
RETRIED = [
    ("killed", "score", 1), ("half", "score", 1), ("half with trailer", "score", 1), ("reordered", "score", 1),
    ("altered", "score", 1), ("fails at the end", "score", 1), ("no dictionary", "score", 2), ("killed", "threads", 2),
    ("half", "comments", 1), ("reordered", "voices", 1), ("fails at the end", "cells", 1),
]
FATAL = [
    ("killed", "score", "signal 9"), ("half", "score", "ended after"), ("reordered", "score", "is not that of line"),
    ("no dictionary", "score", "/nowhere"), ("other version", "score", "give every worker the same program"),
    ("half with trailer", "cells", "another hash"),
]


class Faults:
    def __init__(self, arguments, folder):
        self.arguments, self.folder = arguments, folder
        self.plain = workspaces.imported(arguments.koe, folder / "plain", arguments.comments)
        self.single = self.plain.copy(folder / "single")
        for stage in ("score", "link", "measure"):
            self.single.run(stage)
        self.expected = self.single.hash()
        self.untouched = self.plain.hash()
        # The rows and what is frozen, which every job of these tests works on.
        self.plain.run("cluster", "local", "--partitions", 3, "--python", arguments.python)
        self.rows = self.plain.folder / "cluster"
        self.failures = 0

    def job(self, partitions=3, comments=None, **fault):
        """Runs the job with a koe that fails, or with other comments; its status and words."""
        shutil.rmtree(self.rows / "results", ignore_errors=True)
        count = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        environment = {**os.environ, **{f"FAULT_{name}" if name != "kind" else "FAULT": str(value)
                                        for name, value in fault.items()},
                       "FAULT_FOLDER": str(count), "FAULT_KOE": self.arguments.koe}
        program = workspaces.HERE / "Tests/Cluster/fault.py" if fault else self.arguments.koe
        ran = subprocess.run(
            [self.arguments.python, "-B", workspaces.CLUSTER / "koe_job.py", "run", "--work", self.rows,
             "--koe", program, "--data", workspaces.HERE, "--master", "local[2]", "--partitions", str(partitions),
             *(["--comments", comments] if comments else [])],
            env=environment, capture_output=True, text=True)
        befell = len(list(count.iterdir()))
        return ran.returncode, ran.stdout + ran.stderr, befell

    def intake(self, status=0):
        koe = self.plain.copy(self.folder / "taken")
        said = koe.run("measure", "--from", self.rows, "--python", self.arguments.python, status=status)
        hash = koe.hash()
        shutil.rmtree(koe.folder)
        return said, hash

    def tell(self, name, wrong):
        print(f"{name}: {wrong or 'as it must'}", flush=True)
        self.failures += bool(wrong)

    def retried(self, kind, step, times):
        status, said, befell = self.job(kind=kind, STEP=step, TIMES=times)
        wrong = "" if befell > times else f"only {befell} calls"
        if status != 0:
            wrong = f"status {status}: {said[-500:]}"
        elif self.intake()[1] != self.expected:
            wrong = "other numbers"
        self.tell(f"{kind}, {step}, {times} times: retried", wrong)

    def fatal(self, kind, step, words):
        status, said, _ = self.job(kind=kind, STEP=step, TIMES=0)
        wrong = "" if status == 1 and words in said else f"status {status}: {said[-800:]}"
        if not wrong:
            refused, hash = self.intake(status=4)
            if hash != self.untouched or "the job has not ended" not in refused:
                wrong = f"the workspace has changed, or the words are others: {refused}"
        self.tell(f"{kind}, {step}, always: fails aloud", wrong)

    def empty_partitions(self):
        status, said, _ = self.job(partitions=40)
        same = status == 0 and self.intake()[1] == self.expected
        self.tell("empty partitions", "" if same else f"status {status}: {said[-500:]}")

    def broken_results(self):
        status, said, _ = self.job()
        if status != 0:
            return self.tell("results", f"status {status}: {said[-500:]}")
        file = sorted((self.rows / "results/scores").glob("*.parquet"))[-1]
        bytes = file.read_bytes()
        for name, act in [
            ("a file of results is missing", lambda: file.unlink()),
            ("a file of results stands there twice", lambda: shutil.copy(file, file.with_name("part-copy.parquet"))),
            ("a file of results is cut", lambda: file.write_bytes(bytes[:len(bytes) // 2])),
            ("a score is altered", lambda: workspaces.altered_score(self.arguments.python, file)),
            ("a byte is altered", lambda: file.write_bytes(bytes[:99] + b"!" + bytes[100:])),
        ]:
            act()
            refused, hash = self.intake(status=4)
            named = file.name if name != "a file of results stands there twice" else "part-copy.parquet"
            self.tell(name, "" if hash == self.untouched and named in refused else refused)
            file.write_bytes(bytes)
            file.with_name("part-copy.parquet").unlink(missing_ok=True)
        _, hash = self.intake()
        self.tell("the files as they were", "" if hash == self.expected else "other numbers")

    def other_rows(self):
        """Comments that are not those of the workspace, which the job says before anything is scored."""
        lines = (self.rows / "comments.ndjson").read_text().splitlines()
        rows = [json.loads(line) for line in lines]

        def changed(place, **members):
            return rows[:place] + [{**rows[place], **members}] + rows[place + 1:]

        for name, given, words in [
            ("a comment has another text", changed(5, text="Another."), f"row {rows[5]['row']}, in text"),
            ("a comment has another rating", changed(9, rating=1, rating_low=0, rating_high=10), "in rating"),
            ("a comment has another time", changed(7, posted_at=1), "in posted_at"),
            ("a comment is missing", rows[:3] + rows[4:], f"row {rows[3]['row']}, which is missing"),
            ("a comment stands there twice", rows[1:] + rows[-1:], "stands there 2 times"),
            ("a comment is none of the workspace", rows + [{**rows[0], "row": 10**6}], "does not have"),
            ("a column is unknown", changed(2, sentiment="bad"), "the unknown column sentiment"),
            ("a number is a text", changed(2, posted_at="secret words"), "a line that is no row"),
        ]:
            file = self.folder / "other.ndjson"
            file.write_text("".join(json.dumps(row) + "\n" for row in given))
            status, said, _ = self.job(comments=file)
            wrong = status != 4 or words not in said or "koe: scoring" in said or "secret words" in said
            self.tell(name, f"status {status}: {said[-800:]}" if wrong else "")
        written = self.rows / "comments.ndjson"
        written.write_text("\n".join(lines[1:] + lines[:1]) + "\n")
        status, said, _ = self.job()
        self.tell("the rows are in another order", f"status {status}: {said[-800:]}" if status != 0 else "")
        written.write_text("\n".join(lines[1:]) + "\n")
        status, said, _ = self.job()
        wrong = status != 4 or "is not as koe cluster has written it" not in said
        self.tell("the rows were cut after they were written", f"status {status}: {said[-800:]}" if wrong else "")
        written.write_text("\n".join(lines) + "\n")

    def changed_workspace(self):
        koe = self.plain.copy(self.folder / "changed")
        file = self.folder / "late.ndjson"
        file.write_text('{"id":"late-1","text":"A late word.","brand":"Lotte","posted_at":"2014-05-01T00:00:00Z"}\n')
        koe.run("import", file)
        before = koe.hash()
        self.job()
        said = koe.run("measure", "--from", self.rows, "--python", self.arguments.python, status=2)
        self.tell("a comment that came since", "" if koe.hash() == before and "run koe cluster again" in said else said)

    def submitted(self):
        """The line of koe cluster submit, on two workers with a process and a folder each, which have what it ships."""
        koe, python = self.plain.copy(self.folder / "submitted"), pathlib.Path(self.arguments.python)
        said = koe.run("cluster", "submit", "--python", python, "--master", "local-cluster[2,1,1024]", "--partitions", 4)
        line = next(line for line in said.splitlines() if line.startswith("spark-submit "))
        ran = subprocess.run([str(python.with_name("spark-submit")), *shlex.split(line)[1:]], capture_output=True,
                             text=True, env={**os.environ, "PYSPARK_PYTHON": str(python)})
        wrong = "" if ran.returncode == 0 else f"status {ran.returncode}: {ran.stderr[-800:]}"
        open_files = [path for path in (koe.folder / "cluster").rglob("*") if path.stat().st_mode & 0o077]
        if not wrong and open_files:
            wrong = f"others may read {open_files[:3]}"
        if not wrong:
            koe.run("measure", "--from", koe.folder / "cluster", "--python", python)
            wrong = "" if koe.hash() == self.expected else "other numbers"
        self.tell("the line of koe cluster submit, on two workers", wrong)

    def lacking(self):
        """What a machine lacks, each with its own words."""
        koe, python = self.plain, self.arguments.python
        bare = self.folder / "bare"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(bare)], check=True)
        bare_python = str(bare / "bin/python3")
        modules = {name: self.folder / name for name in ("empty", "foreign", "broken", "half")}
        for name, text in [("foreign", ""), ("broken", "1 / 0"), ("half", "__version__ = '4.3.0'")]:
            (modules[name] / "pyspark").mkdir(parents=True)
            (modules[name] / "pyspark/__init__.py").write_text(text)
        (modules["empty"] / "pyspark").mkdir(parents=True)
        javas = {name: self.folder / "java" / name for name in ("none", "failing", "silent", "old", "text")}
        for name, text in [("failing", "echo no such thing >&2; exit 3"), ("silent", ":"),
                           ("old", "echo 'openjdk version \"11.0.2\"' >&2")]:
            (javas[name] / "bin").mkdir(parents=True)
            (javas[name] / "bin/java").write_text(f"#!/bin/sh\n{text}\n")
            (javas[name] / "bin/java").chmod(0o755)
        javas["none"].mkdir()
        (javas["text"] / "bin").mkdir(parents=True)
        (javas["text"] / "bin/java").write_text("not a program\n")
        for name, words, environment, python in [
            ("no Java", "JAVA_HOME is \"/nowhere\"", {"JAVA_HOME": "/nowhere"}, python),
            *[(f"a JAVA_HOME: {name}", words, {"JAVA_HOME": str(javas[name])}, python) for name, words in [
                ("none", f"JAVA_HOME is \"{javas['none']}\", and {javas['none']}/bin/java is not there"),
                ("failing", "ended with status 3 and said \"no such thing\""), ("silent", "and said nothing"),
                ("old", "which is Java 11"), ("text", "cannot be started")]],
            ("an empty pyspark", "is another module", {"PYTHONPATH": str(modules["empty"])}, bare_python),
            ("a foreign pyspark", "is another module", {"PYTHONPATH": str(modules["foreign"])}, python),
            ("a broken pyspark", "cannot load pyspark (ZeroDivisionError", {"PYTHONPATH": str(modules["broken"])}, python),
            ("half a pyspark", "pyspark in", {"PYTHONPATH": str(modules["half"])}, python),
            ("no PySpark", "has no pyspark", {}, bare_python),
            ("no Python", "is not there", {}, "/nowhere/python3"),
            ("no dictionary here", "cannot score here", {"KOE_DICTIONARY": "/nowhere"}, python),
        ]:
            said = koe.run("cluster", "check", "--python", python, status=2, environment=environment)
            self.tell(name, "" if words in said and "Traceback" not in said else said)
        self.job()
        said = koe.run("measure", "--from", self.rows, "--python", bare_python, status=2)
        self.tell("no pyarrow at the intake", "" if "has no pyarrow" in said and "Traceback" not in said else said)

    def odd_paths(self):
        """Spark takes some characters of a path for patterns."""
        folder = self.folder / "odd [a-b] {c,d} * ? # % é"
        folder.mkdir()
        koe = self.plain.copy(folder / "w [x]")
        comments = folder / "c {1,2}*.ndjson"
        shutil.copy(self.rows / "comments.ndjson", comments)
        koe.run("cluster", "local", "--partitions", 2, "--python", self.arguments.python, "--comments", comments)
        koe.run("measure", "--from", koe.folder / "cluster", "--python", self.arguments.python)
        self.tell("brackets, braces, asterisks and question marks in paths",
                  "" if koe.hash() == self.expected else "other numbers")

    def interrupted(self):
        """A signal ends all processes of the job, and leaves nothing in the folder; killed, koe leaves its rows there."""
        for number, expected in [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]:
            koe = self.plain.copy(self.folder / f"interrupted-{expected}")
            process = subprocess.Popen(
                [koe.program, "-w", koe.folder, "--data", workspaces.HERE, "cluster", "local", "--python",
                 self.arguments.python], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
            while "scoring" not in process.stderr.readline() and process.poll() is None:
                pass
            process.send_signal(number)
            said = process.stderr.read()
            status = process.wait()
            if number == signal.SIGKILL:
                # The job sees it within a second, and takes some more to end.
                deadline = time.monotonic() + 60
                while self.processes(koe.folder) and time.monotonic() < deadline:
                    time.sleep(0.5)
            left = self.processes(koe.folder)
            wrong = "" if status == expected and not left else f"status {status}, left {left}: {said[-800:]}"
            place = koe.folder / "cluster"
            place = place / "results" if number == signal.SIGKILL else place
            if not wrong and (place.exists() or koe.hash() != self.untouched):
                wrong = "something is left in the workspace"
            self.tell(f"signal {number.name}", wrong)

    @staticmethod
    def processes(folder):
        """The words of the processes that were started with a folder among them."""
        found = []
        for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:  # It has ended meanwhile.
                continue
            if str(folder) in words:
                found.append(words)
        return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("koe")
    parser.add_argument("--comments", type=int, default=1500)
    parser.add_argument("--only", default="")
    parser.add_argument("--python", default=str(workspaces.HERE / ".cluster/bin/python3"))
    arguments = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp())
    faults = Faults(arguments, folder)
    tests = [(kind, lambda kind=kind, step=step, times=times: faults.retried(kind, step, times))
             for kind, step, times in RETRIED]
    tests += [(kind, lambda kind=kind, step=step, words=words: faults.fatal(kind, step, words))
              for kind, step, words in FATAL]
    tests += [("lacking", faults.lacking), ("empty", faults.empty_partitions), ("results", faults.broken_results), ("rows", faults.other_rows),
              ("changed", faults.changed_workspace), ("submitted", faults.submitted),
              ("paths", faults.odd_paths), ("interrupted", faults.interrupted)]
    for name, test in tests:
        if arguments.only in name:
            test()
    shutil.rmtree(folder)
    print(f"{faults.failures} went wrong" if faults.failures else "every fault was retried or failed aloud")
    sys.exit(1 if faults.failures else 0)


if __name__ == "__main__":
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    # A shell lets what it runs in the background ignore this one, and koe heeds that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
