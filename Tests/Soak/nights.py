#!/usr/bin/env python3
"""Disturbs a night of `koe run` and compares its hash with that of one at rest: nights.py KOE [ROWS KILLS FULL]

Outside CI: as root on Linux, since a full disk is a small tmpfs. A workspace that has seen ROWS (3,000) comments and their
cases is given a night's files: new comments, edited ones, one taken back, rows that cannot be used. The night is killed
with `kill -9` at KILLS (200) moments spread over its whole length, and runs into a full disk at FULL (20) different
places, each time followed by an undisturbed run. Before that, the first run of all is killed at a quarter as many moments,
which must leave no database or one that can be read. Prints figures as it goes; exits 1 when a hash differs, a night cannot be
mended or a full disk is not told.
"""
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

import intake

SETTINGS = intake.SETTINGS + """keepBackups: 1
sources:
  - {name: shop, files: "comments*", silentAfterDays: 10000}
"""


def make_cases(rows, count):
    dice = random.Random(3)
    for number in range(count):
        row = rows[dice.randrange(len(rows))]
        yield {"case_id": f"C-{number}", "number": f"{100_000 + number}", "brand": row["brand"], "customer": row["author"],
               "opened_at": row["posted_at"], "subject": row["text"][:40],
               "events": [{"at": row["posted_at"], "kind": "apology", "actor": "agent", "note": "Sorry."}]}


def night(rows):
    """New comments and old ones that were edited, taken back or cannot be read."""
    dice = random.Random(5)
    fresh = [dict(row, id=f"new-{row['id']}") for row in rows[: len(rows) // 6]]
    edited = [dict(row, text=row["text"] + " Edited tonight.", updated_at="2026-03-03T04:05:06Z")
              for row in dice.sample(rows, len(rows) // 60)]
    taken_back = [dict(dice.choice(rows), status="deleted", updated_at="2026-03-03T05:00:00Z")]
    spoilt = b"{\"id\": 7, \"text\": \n" * 3
    return intake.as_lines(fresh + edited + taken_back) + spoilt


class Night:
    def __init__(self, koe, work, rows, kills, full):
        self.koe, self.work, self.dice = koe, work, random.Random(6)
        self.kills, self.full, self.faults = kills, full, []
        self.before = work / "before"
        workspace = intake.Workspace(koe, self.before)
        (self.before / "koe.yaml").write_text(SETTINGS)
        comments = intake.make_rows(rows)
        cases = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in make_cases(comments, rows // 20))
        (self.before / "inbox" / "comments-1.ndjson").write_bytes(intake.as_lines(comments))
        (self.before / "inbox" / "cases.ndjson").write_text(cases)
        self.note("before", workspace.run("run"), {0, 1})
        (self.before / "inbox" / "comments-2.ndjson").write_bytes(night(comments))
        calm = self.copy(work / "calm")
        began = time.monotonic()
        self.status = calm.run("run")[0]
        self.seconds = time.monotonic() - began
        self.hash = calm.hash()
        self.needs = sum(file.stat().st_size for file in calm.folder.rglob("*") if file.is_file()) \
            - sum(file.stat().st_size for file in self.before.rglob("*") if file.is_file())
        print(f"at rest: {rows:,} comments before, a night of {self.seconds:.1f} s ends with {self.status} and takes "
              f"{self.needs / 1e6:.1f} MB, {self.hash[:16]}…", flush=True)

    def copy(self, folder):
        """The workspace before the night; times of files stay, as a file is known by them."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.before, folder, symlinks=True)
        workspace = object.__new__(intake.Workspace)
        workspace.koe, workspace.folder = self.koe, folder
        return workspace

    def note(self, what, result, good):
        if result[0] not in good:
            self.faults.append((what, result[0], result[2][-300:]))

    def mend(self, what, workspace):
        """What must hold after a run that nothing disturbed. A row that was refused before counts in its first run alone."""
        self.note(what, workspace.run("run"), {0, 1})
        found = workspace.hash()
        if found != self.hash:
            self.faults.append((what, "hash", found[:80]))
        return found == self.hash

    def kill(self):
        same, late = 0, 0
        for moment in range(self.kills):
            workspace = self.copy(self.work / "killed")
            process = workspace.start("run")
            time.sleep(self.seconds * (moment + self.dice.random()) / self.kills)
            late += process.poll() is not None
            self.end(process)
            same += self.mend(f"kill {moment}", workspace)
            if moment % 20 == 19 or moment == self.kills - 1:
                print(f"kill -9: {same} of {moment + 1} the same; {late} came too late", flush=True)

    def kill_first(self):
        """The first run of all makes the database, which must not be seen before it is whole."""
        readable, same, kills = 0, 0, self.kills // 4
        first = self.copy(self.work / "first")
        for file in first.folder.glob("koe.db*"):
            file.unlink()
        began = time.monotonic()
        self.note("first run", first.run("run"), {0, 1})
        seconds, whole = time.monotonic() - began, first.hash()
        for moment in range(kills):
            workspace = self.copy(self.work / "killed")
            for file in workspace.folder.glob("koe.db*"):
                file.unlink()
            process = workspace.start("run")
            time.sleep(seconds * (moment + self.dice.random()) / kills)
            self.end(process)
            status, _, errors = workspace.run("verify")
            readable += status == 0
            self.note(f"first kill {moment}", (status, "", errors), {0})
            self.note(f"first kill {moment}", workspace.run("run"), {0, 1})
            same += workspace.hash() == whole
        print(f"kill -9 of a first run: {readable} of {kills} can be read, {same} end the same", flush=True)
        if same < kills:
            self.faults.append(("first kills", "hash", same))

    @staticmethod
    def end(process):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.communicate()

    def full_disk(self):
        same, told, stopped = 0, 0, 0
        mount = self.work / "small"
        mount.mkdir()
        room = self.needs + sum(file.stat().st_size for file in self.before.rglob("*") if file.is_file())
        for place in range(self.full):
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room * 4}", "tmpfs", mount], check=True)
            try:
                workspace = self.copy(mount / "ws")
                ballast = mount / "ballast"
                left = int(self.needs * 2.2 * place / self.full)
                with open(ballast, "wb") as file:
                    os.posix_fallocate(file.fileno(), 0, max(4096, shutil.disk_usage(mount).free - left))
                status, _, errors = workspace.run("run")
                ballast.unlink()
                is_told = "room" in errors or "space" in errors
                stopped += status != self.status or is_told
                told += is_told
                if status not in (0, self.status) and not is_told:
                    self.faults.append((f"full at {left}", status, errors[-300:]))
                same += self.mend(f"full at {left}", workspace)
            finally:
                subprocess.run(["umount", mount], check=True)
        print(f"full disk: {same} of {self.full} the same; {stopped} stopped, {told} of these said why", flush=True)


def main():
    koe = os.path.realpath(sys.argv[1])
    given = [int(number) for number in sys.argv[2:]]
    rows, kills, full = given + [3_000, 200, 20][len(given):]
    work = pathlib.Path(tempfile.mkdtemp(prefix="koe-nights-"))
    try:
        disturbed = Night(koe, work, rows, kills, full)
        disturbed.kill_first()
        disturbed.full_disk()
        disturbed.kill()
        for fault in disturbed.faults[:20]:
            print("FAULT", *fault, sep="\n  ")
        sys.exit(1 if disturbed.faults else 0)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
