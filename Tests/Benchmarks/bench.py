#!/usr/bin/env python3
"""Times nights: bench.py KOE [--peers PYTHON] [COMMENTS...]

For each number of comments (copies of the sample stream of about 20,000 under new ids; default 20,000, 200,000 and a
million): the first load, a night of one in a hundred on top, and a night with nothing new. Seconds are wall clock,
memory is the peak, pairs are comments weighed against cases; statements and rows are those of SQLite, per comment of
the night, where a C compiler is there to count them. With --peers, the same files go through a script of the usual
libraries and through Splink on DuckDB, in the same run.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
STREAM = 20_000
NIGHT_SHARE = 100


def counter(folder):
    """A library that counts statements and rows; None without a compiler."""
    compiler = next((name for name in ("cc", "clang", "gcc") if shutil.which(name)), None)
    library = folder / "counts.so"
    if compiler is None:
        return None
    done = subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", library, HERE / "counts.c", "-ldl"])
    return library if done.returncode == 0 else None


class Bench:
    def __init__(self, koe, folder):
        self.koe, self.folder = koe, folder
        self.counter = counter(folder)
        self.counts = folder / "counts"
        self.sample = folder / "sample"
        subprocess.run([koe, "sample", self.sample], check=True, stdout=subprocess.DEVNULL)
        self.stream = (self.sample / "inbox/stream-comments.ndjson").read_text(encoding="utf-8").splitlines()

    def lines(self, copy, every=1):
        """Comments of the stream under the ids of a copy."""
        for line in self.stream[::every]:
            line = line.replace('"id":"s', f'"id":"{copy}s', 1)
            yield line.replace('"author_id":"u', f'"author_id":"{copy}u', 1) + "\n"

    def workspace(self, copies):
        workspace = self.folder / "ws"
        shutil.rmtree(workspace, ignore_errors=True)
        subprocess.run([self.koe, "init", workspace], check=True, stdout=subprocess.DEVNULL)
        shutil.copy(self.sample / "koe.yaml", workspace / "koe.yaml")
        inbox = workspace / "inbox"
        for copy in range(copies):
            with (inbox / f"comments-{copy}.ndjson").open("w", encoding="utf-8") as file:
                file.writelines(self.lines(f"c{copy}"))
        shutil.copy(self.sample / "inbox/stream-cases.ndjson", inbox)
        return workspace

    def night(self, name, workspace, comments):
        """Runs a night, prints a line, and returns its seconds by stage."""
        environment = dict(os.environ, KOE_COUNTS=str(self.counts))
        if self.counter:
            environment["LD_PRELOAD"] = str(self.counter)
        start = time.monotonic()
        with (self.folder / "outcome.json").open("w") as out:
            process = subprocess.Popen(
                [self.koe, "--json", "-q", "-w", workspace, "run"], stdout=out, env=environment
            )
            _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        if os.waitstatus_to_exitcode(status) > 1:
            sys.exit(f"koe run ended with {os.waitstatus_to_exitcode(status)}")
        outcome = json.loads((self.folder / "outcome.json").read_text())
        stages = {stage["stage"]: stage["milliseconds"] / 1_000 for stage in outcome["milliseconds"]}
        text = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in stages.items())
        print(f"{name:<28} {wall:8.2f} s ({text}); peak {usage.ru_maxrss / 1_024:.0f} MB", end="")
        if comments:
            print(f"; a comment: {wall / comments * 1e6:.0f} µs, {outcome['links']['pairs'] / comments:.2f} pairs", end="")
            if self.counter:
                statements, rows = map(int, self.counts.read_text().split())
                print(f", {statements / comments:.1f} statements, {rows / comments:.1f} rows read", end="")
        print(flush=True)
        return wall, stages

    def run(self, size, peers):
        copies = max(1, round(size / STREAM))
        comments = copies * len(self.stream)
        workspace = self.workspace(copies)
        files = sorted((workspace / "inbox").iterdir())
        kept = [Path(shutil.copy(file, self.folder)) for file in files] if peers else []
        first, stages = self.night(f"{comments:,} comments", workspace, comments)
        with (workspace / "inbox/night.ndjson").open("w", encoding="utf-8") as file:
            for copy in range(copies):
                file.writelines(self.lines(f"n{copy}", every=NIGHT_SHARE))
        new = copies * len(self.stream[::NIGHT_SHARE])
        night, _ = self.night(f"  {new:,} on top", workspace, new)
        idle, _ = self.night("  nothing new", workspace, 0)
        database = (workspace / "koe.db").stat().st_size
        print(
            f"  the night takes {night / first:.4f} of the first load, an idle one {idle / first:.4f}; "
            f"{database / (comments + new):.0f} bytes of database a comment"
        )
        if peers:
            self.compare(peers, kept, comments, first, stages["link"])

    def compare(self, python, files, comments, first, link):
        for script, mine, what in [("nightly_peer.py", first, "whole night"), ("link_peer.py", link, "link stage")]:
            done = subprocess.run(
                [python, HERE / script, self.folder / "peer", *files], check=True, capture_output=True, text=True
            )
            took = json.loads(done.stdout.splitlines()[-1])
            theirs = took["total"]
            text = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in took.items() if stage != "total")
            print(f"  {script}: {theirs:.2f} s ({text}); {what}: Koe is {theirs / mine:.1f} times as fast", flush=True)


def main():
    arguments = sys.argv[1:]
    if not arguments:
        sys.exit(__doc__)
    koe, peers, sizes = arguments[0], None, arguments[1:]
    if sizes[:1] == ["--peers"]:
        peers, sizes = sizes[1], sizes[2:]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(koe, Path(folder))
        for size in sizes or [20_000, 200_000, 1_000_000]:
            bench.run(int(size), peers)


main()
