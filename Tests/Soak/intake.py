#!/usr/bin/env python3
"""Disturbs imports and compares the hash of what is stored with that of one at rest: intake.py KOE [ROWS KILLS FULL ORDERS]

Outside CI: as root on Linux, since a full disk is a small tmpfs. ROWS (100,000) are imported with `kill -9` at KILLS (200)
moments and on a disk that is full after FULL (20) different sizes, each time followed by another import; and as ORDERS
(20) processes in which the rows stand in shuffled, doubled and split files, as CSV and as NDJSON. What stands in pieces
of one byte and more is read by the tests (HostileInputTests) and by `make fuzz`. Prints figures as it goes; exits 1 when
a hash differs, a row is lost or a full disk is not told.
"""
import csv
import io
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BRANDS = ["Acme", "Borealis", "Cirrus"]
TEXTS = [
    "The support answered within an hour and was friendly.", "Nobody replied for two weeks, I will not buy again.",
    "対応がとても丁寧で助かりました。", "返事が遅く、説明もありませんでした。", "I recommend this brand to everybody.",
    "Works well,\nnothing to add.", "電話がつながらず残念です。またこのブランドを買います。",
]
SETTINGS = "timeZone: Asia/Tokyo\nlanguage: en\nbrands:\n" + "".join(f"  - name: {brand}\n" for brand in BRANDS)
COLUMNS = ["id", "posted_at", "updated_at", "brand", "author", "rating", "title", "text"]


def make_rows(count):
    """Comments, one in fifty of which is shown again in a later state."""
    dice = random.Random(9)
    rows = []
    for number in range(count):
        day = f"20{dice.randint(10, 25)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        row = {
            "id": f"{number:x}-{dice.getrandbits(32):x}", "posted_at": f"{day}T{dice.randint(0, 23):02}:00:00Z",
            "updated_at": "", "brand": dice.choice(BRANDS), "author": f"writer {dice.randrange(count)}",
            "rating": str(dice.randint(1, 5)), "title": dice.choice(["Good", "普通", ""]),
            "text": " ".join(dice.choices(TEXTS, k=dice.randint(1, 5))),
        }
        if number % 50 == 49:
            row = dict(rows[-1], text=row["text"] + " Edited.", updated_at="2026-02-03T04:05:06Z")
        rows.append(row)
    return rows


def as_csv(rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def as_lines(rows):
    return "".join(json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False) + "\n" for row in rows).encode()


class Workspace:
    """A workspace that is made anew and filled by imports."""

    def __init__(self, koe, folder):
        self.koe, self.folder = koe, folder
        shutil.rmtree(folder, ignore_errors=True)
        self.run("init", str(folder))
        (folder / "koe.yaml").write_text(SETTINGS)

    def start(self, *arguments):
        return subprocess.Popen([self.koe, "-w", str(self.folder), *arguments], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, start_new_session=True)

    def run(self, *arguments):
        process = self.start(*arguments)
        output, errors = process.communicate()
        return process.returncode, output.decode(), errors.decode()

    def hash(self):
        status, output, errors = self.run("verify")
        return output.strip() if status == 0 else f"verify: {status} {errors.strip()}"


class Proof:
    def __init__(self, koe, work, rows):
        self.koe, self.work, self.dice = koe, work, random.Random(4)
        self.rows = make_rows(rows)
        self.file = work / "comments.csv"
        self.file.write_bytes(as_csv(self.rows))
        calm = Workspace(koe, work / "calm")
        began = time.monotonic()
        status, _, errors = calm.run("import", str(self.file))
        self.seconds = time.monotonic() - began
        self.size = (calm.folder / "koe.db").stat().st_size
        self.hash = calm.hash()
        self.faults = [] if status == 0 else [("at rest", status, errors)]
        print(f"at rest: {rows:,} rows in {self.seconds:.1f} s, {self.size / 1e6:.0f} MB, {self.hash[:16]}…", flush=True)

    def check(self, what, workspace, result):
        """What must hold after an import that nothing disturbed."""
        status, _, errors = result
        found = workspace.hash()
        if status or found != self.hash:
            self.faults.append((what, status, errors[-300:], found[:80]))
        return status == 0 and found == self.hash

    def kill(self, moments):
        same, late, half = 0, 0, 0
        for moment in range(moments):
            workspace = Workspace(self.koe, self.work / "killed")
            process = workspace.start("import", str(self.file))
            time.sleep(self.dice.random() * self.seconds)
            late += process.poll() is not None
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.communicate()
            half += (workspace.folder / "koe.db").exists()
            same += self.check(f"kill {moment}", workspace, workspace.run("import", str(self.file)))
            if moment % 20 == 19 or moment == moments - 1:
                print(f"kill -9: {same} of {moment + 1} the same; {half} left a database, {late} came too late", flush=True)

    def full_disk(self, sizes):
        same, told, stopped = 0, 0, 0
        mount = self.work / "small"
        mount.mkdir()
        for place in range(sizes):
            size = int(self.size * 1.3 * (place + self.dice.random()) / sizes) + 300_000
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", mount], check=True)
            try:
                workspace = Workspace(self.koe, mount / "ws")
                status, _, errors = workspace.run("import", str(self.file))
                stopped += status != 0
                told += status != 0 and "room" in errors
                if status != 0 and "room" not in errors:
                    self.faults.append((f"full at {size}", status, errors[-300:]))
                subprocess.run(["mount", "-o", f"remount,size={self.size * 6}", mount], check=True)
                if not (workspace.folder / "koe.yaml").exists() or not (workspace.folder / "koe.yaml").stat().st_size:
                    workspace = Workspace(self.koe, mount / "ws")
                same += self.check(f"full at {size}", workspace, workspace.run("import", str(self.file)))
            finally:
                subprocess.run(["umount", mount], check=True)
        print(f"full disk: {same} of {sizes} the same; {stopped} stopped, {told} of these said why", flush=True)

    def order(self, processes):
        same = 0
        for number in range(processes):
            workspace = Workspace(self.koe, self.work / "ordered")
            folder = self.work / "files"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            rows = list(self.rows)
            if number % 2:
                self.dice.shuffle(rows)
            parts = self.dice.randint(1, 9)
            cuts = sorted(self.dice.sample(range(1, len(rows)), parts - 1))
            files = []
            for part, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(rows)])):
                form = self.dice.choice(["csv", "ndjson"])
                # The number at the end of a name is none of the source's.
                files.append(folder / f"comments-{part + 1:02}.{form}")
                files[-1].write_bytes((as_csv if form == "csv" else as_lines)(rows[start:end]))
            if number % 3 == 0:
                files += self.dice.sample(files, self.dice.randint(1, len(files)))
            self.dice.shuffle(files)
            result = workspace.run("import", *map(str, files))
            same += self.check(f"order {number}", workspace, result)
        print(f"order: {same} of {processes} processes the same", flush=True)


def main():
    koe = os.path.realpath(sys.argv[1])
    given = [int(number) for number in sys.argv[2:]]
    rows, kills, full, orders = given + [100_000, 200, 20, 20][len(given):]
    work = pathlib.Path(tempfile.mkdtemp(prefix="koe-intake-"))
    try:
        proof = Proof(koe, work, rows)
        proof.order(orders)
        proof.full_disk(full)
        proof.kill(kills)
        for fault in proof.faults[:20]:
            print("FAULT", *fault, sep="\n  ")
        sys.exit(1 if proof.faults else 0)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
