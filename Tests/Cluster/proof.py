#!/usr/bin/env python3
"""Proves that a cluster gives the numbers of one machine: proof.py KOE [--copies N | --comments N] [--partitions 1,2,7,16]

One workspace is scored, linked and measured here; copies of it, with nothing but their comments and cases, take the
results of Spark at several numbers of partitions, and of rows in another order that come as Parquet. The hash of the
content, the cells and every byte of the report must be the same. Needs `make setup-cluster`. The sample has about 20,000
comments; --copies 50 make a million.
"""
import argparse
import os
import pathlib
import shutil
import sys
import tempfile
import time

import workspaces


def take(koe, python, folder, partitions, comments=None):
    """A workspace scored, linked and measured by Spark; and the seconds that took, without and with the intake."""
    words = ["cluster", "local", "--partitions", partitions, "--python", python]
    start = time.monotonic()
    koe.run(*words, *(["--comments", comments] if comments else []))
    spark = time.monotonic() - start
    return spark, koe.timed("measure", "--from", koe.folder / "cluster", "--python", python)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("koe")
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--comments", type=int)
    parser.add_argument("--partitions", default="1,2,7,16")
    parser.add_argument("--python", default=str(workspaces.HERE / ".cluster/bin/python3"))
    parser.add_argument("--folder", help="keep the workspaces here")
    arguments = parser.parse_args()
    folder = pathlib.Path(arguments.folder or tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    failures = 0

    plain = workspaces.imported(arguments.koe, folder / "plain", arguments.comments, arguments.copies)
    single = plain.copy(folder / "single")
    times = {stage: single.timed(stage) for stage in ("score", "link", "measure")}
    single.run("report", "--out", folder / "report-single")
    # Reports hide names under the workspace's own key, which the first report makes.
    shutil.copy(single.folder / "koe.key", plain.folder / "koe.key")
    print("one machine: " + ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in times.items()), flush=True)
    runs = [(int(number), False) for number in arguments.partitions.split(",")]
    for partitions, is_shuffled in runs + [(runs[-1][0], True)]:
        name = f"{partitions} partitions" + (", shuffled, from Parquet" if is_shuffled else "")
        koe = plain.copy(folder / "cluster")
        comments = None
        if is_shuffled:
            comments = workspaces.shuffled_parquet(arguments.python, folder / "rows")
        spark, intake = take(koe, arguments.python, folder, partitions, comments)
        if not (folder / "rows").exists():
            shutil.copytree(koe.folder / "cluster", folder / "rows")
        koe.run("report", "--out", folder / "report-cluster")
        wrong = []
        if koe.hash() != single.hash():
            wrong.append("the hash of the content")
        if koe.cells() != single.cells():
            wrong.append("the cells")
        wrong += workspaces.differences(folder / "report-single", folder / "report-cluster")
        # What the nights after it change is made as well: a night with nothing new changes nothing.
        before = koe.hash()
        said = [koe.run(stage) for stage in ("score", "link", "measure")]
        if koe.hash() != before or not all("already" in words or "up to date" in words for words in said):
            wrong.append(f"a night with nothing new: {said}")
        print(f"{name}: Spark {spark:.1f} s, intake {intake:.1f} s: " + ("; ".join(wrong) or "the same"), flush=True)
        failures += bool(wrong)
        if wrong and arguments.folder:
            sys.exit(1)
        shutil.rmtree(koe.folder)
        shutil.rmtree(folder / "report-cluster")
    if not arguments.folder:
        shutil.rmtree(folder)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    main()
