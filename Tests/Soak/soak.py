#!/usr/bin/env python3
"""Plays nights of `koe run` with faults beside the same nights without, and compares:
soak.py KOE NIGHTS [--seed N] [--upgrade-from OLDER]

Outside CI: as root on Linux (it mounts a small tmpfs for the disturbed workspace), with faketime for the clock.
Prints a line per ten nights and the figures at the end; exits 1 when a hash differs or a night cannot be mended.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

COMMENTS_A_NIGHT = 20
BRANDS = ["Acme", "Borealis", "Cirrus"]
TEXTS = [
    "The support answered within an hour and was friendly.", "Nobody replied for two weeks, I will not buy again.",
    "対応がとても丁寧で助かりました。", "返事が遅く、説明もありませんでした。", "I recommend this brand to everybody.",
    "Works well, nothing to add.", "電話がつながらず残念です。またこのブランドを買います。",
]
SETTINGS = "timeZone: Asia/Tokyo\nlanguage: en\nkeepBackups: 2\nbrands:\n" + "".join(f"  - name: {b}\n" for b in BRANDS)
FAULTS = ["none", "kill", "full disk", "clock", "zone", "corrupt", "half-written", "read-only", "two at once"]


def night_lines(night):
    """The same for both workspaces: new comments, and one that was edited since the night before."""
    dice = random.Random(f"night {night}")
    lines = []
    for number in range(COMMENTS_A_NIGHT):
        month, day = divmod(night, 28)
        lines.append({
            "id": f"{night}-{number}", "brand": dice.choice(BRANDS), "author": f"writer {dice.randrange(5_000)}",
            "posted_at": f"{2015 + month // 12}-{1 + month % 12:02}-{1 + day:02}T{number:02}:00:00Z",
            "rating": dice.randint(1, 5), "text": f"{dice.choice(TEXTS)} {dice.choice(TEXTS)}",
        })
    if night:
        edited = night_lines_first(night - 1)
        lines.append(dict(edited, text=edited["text"] + " Edited.", updated_at=lines[0]["posted_at"]))
    return lines


def night_lines_first(night):
    dice = random.Random(f"night {night}")
    month, day = divmod(night, 28)
    return {
        "id": f"{night}-0", "brand": dice.choice(BRANDS), "author": f"writer {dice.randrange(5_000)}",
        "posted_at": f"{2015 + month // 12}-{1 + month % 12:02}-{1 + day:02}T00:00:00Z",
        "rating": dice.randint(1, 5), "text": f"{dice.choice(TEXTS)} {dice.choice(TEXTS)}",
    }


class Runner:
    def __init__(self, koe, folder):
        self.koe, self.folder = koe, pathlib.Path(folder)
        self.peak = 0
        self.files = 0
        self.seconds = 1.0

    def start(self, *arguments, before=(), environment=None):
        command = [*before, self.koe, "-w", str(self.folder), *arguments]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
                                env={**os.environ, **(environment or {})})

    def watch(self, process):
        """Memory and open files while it runs."""
        path = pathlib.Path(f"/proc/{process.pid}")
        while process.poll() is None:
            try:
                status = (path / "status").read_text()
                peak = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0")
                self.peak = max(self.peak, int(peak.split()[1]))
                self.files = max(self.files, len(os.listdir(path / "fd")))
            except (OSError, ValueError):
                pass
            time.sleep(0.02)

    def run(self, *arguments, **how):
        began = time.monotonic()
        process = self.start(*arguments, **how)
        watcher = threading.Thread(target=self.watch, args=(process,))
        watcher.start()
        output, errors = process.communicate()
        watcher.join()
        if arguments[0] == "run" and process.returncode == 0:
            self.seconds = time.monotonic() - began
        return process.returncode, output.decode(), errors.decode()

    def hash(self):
        return self.run("verify")[1].strip()

    def put(self, name, data):
        inbox = self.folder / "inbox"
        inbox.mkdir(exist_ok=True)
        (inbox / name).write_bytes(data)

    def size(self, name):
        path = self.folder / name
        return path.stat().st_size if path.exists() else 0


def remount(mount, mode):
    """A process that is being started beside holds for a moment what was open when it was."""
    for _ in range(50):
        if subprocess.run(["mount", "-o", f"remount,{mode}", mount], stderr=subprocess.DEVNULL).returncode == 0:
            return
        time.sleep(0.1)
    sys.exit(f"soak: {mount} stays busy")


class Storm:
    """The faults; each leaves the inbox as the undisturbed night has it."""

    def __init__(self, runner, mount, dice):
        self.runner, self.mount, self.dice = runner, mount, dice
        self.exits = collections.Counter()
        self.silent = []

    def note(self, fault, result, fails=False):
        self.exits[f"{fault} {result[0]}"] += 1
        if fails and (result[0] == 0 or not result[2].strip()):
            self.silent.append((fault, result[0], result[2][-200:]))

    def play(self, fault, name, data):
        if fault == "half-written":
            self.runner.put(name, data[: self.dice.randrange(1, len(data) - 1)])
            self.note(fault, self.runner.run("run"))
        self.runner.put(name, data)
        action = getattr(self, fault.replace(" ", "_").replace("-", "_"), None)
        if action:
            action()

    def kill(self):
        for _ in range(self.dice.randint(1, 3)):
            process = self.runner.start("run")
            time.sleep(self.dice.random() * self.runner.seconds)
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            output, errors = process.communicate()
            self.note("kill", (process.returncode, output.decode(), errors.decode()))

    def full_disk(self):
        ballast = self.mount / "ballast"
        free = shutil.disk_usage(self.mount).free
        with open(ballast, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(4096, free - self.dice.choice([0, 65_536, 262_144, 1_048_576])))
        try:
            result = self.runner.run("run")
            self.note("full disk", result)
            if result[0] != 0 and not result[2].strip():
                self.silent.append(("full disk", result[0], ""))
        finally:
            ballast.unlink()

    def clock(self):
        days = self.dice.choice([-4000, -30, -1, 1, 45, 4000])
        self.note("clock", self.runner.run("run", before=("faketime", "-f", f"{days:+}d")))

    def zone(self):
        self.note("zone", self.runner.run("run", environment={"TZ": self.dice.choice(["UTC", "America/New_York", "Pacific/Apia"])}))

    def corrupt(self):
        self.runner.put("broken.bin", self.dice.randbytes(self.dice.randrange(1, 20_000)))
        self.note("corrupt", self.runner.run("run"), fails=True)
        (self.runner.folder / "inbox" / "broken.bin").unlink(missing_ok=True)

    def read_only(self):
        remount(self.mount, "ro")
        try:
            self.note("read-only", self.runner.run("run"), fails=True)
        finally:
            remount(self.mount, "rw")

    def two_at_once(self):
        first = self.runner.start("run")
        second = self.runner.run("run")
        output, errors = first.communicate()
        self.note("two at once", second)
        self.note("two at once", (first.returncode, output.decode(), errors.decode()))


def play(koe, nights, seed, older, work, mount):
    calm, rough = Runner(koe, work / "calm"), Runner(older or koe, mount / "ws")
    for runner in (calm, rough):
        runner.run("init", str(runner.folder))
        (runner.folder / "koe.yaml").write_text(SETTINGS)
    dice = random.Random(seed)
    storm = Storm(rough, mount, dice)
    unmended, different, table = [], [], []
    began = time.monotonic()
    beside = concurrent.futures.ThreadPoolExecutor(1)
    for night in range(nights):
        if night == nights // 3:
            rough.koe = koe
        name = f"night-{night:05}.ndjson"
        data = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in night_lines(night)).encode()
        calm.put(name, data)
        undisturbed = beside.submit(calm.run, "run")
        fault = FAULTS[night] if night < len(FAULTS) else dice.choice(FAULTS)
        storm.play(fault, name, data)
        for kind, (status, _, errors) in (("undisturbed", undisturbed.result()), (fault, rough.run("run"))):
            if status:
                unmended.append((night, kind, status, errors[-300:]))
        if night % 10 == 9 or night == nights - 1:
            # Two versions of the program need not score alike; after the upgrade nothing of the older one may be left.
            same = bool(calm.hash()) and calm.hash() == rough.hash() if rough.koe == koe else None
            if same is False:
                different.append(night)
            rows = (night + 1) * COMMENTS_A_NIGHT
            row = (night + 1, same, rows, rough.size("koe.db"), calm.size("koe.db"), rough.size("koe.db-wal"),
                   rough.peak // 1024, rough.files, round(time.monotonic() - began))
            table.append(row)
            rough.peak = rough.files = 0
            print("night %4d  same %s  rows %6d  db %9d (calm %9d)  wal %d  peak %d MiB  files %d  %d s" % row, flush=True)
    print("exits:", json.dumps(dict(sorted(storm.exits.items()))))
    print("bytes a row: first %d, last %d" % (table[0][3] // table[0][2], table[-1][3] // table[-1][2]))
    for what, found in (("hash differs at nights", different), ("not mended", unmended), ("without a word", storm.silent)):
        print(f"{what}: {len(found)}", *found[:5], sep="\n  ")
    print(calm.hash())
    return not different and not unmended and not storm.silent


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("koe", type=os.path.realpath)
    parser.add_argument("nights", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--upgrade-from", type=os.path.realpath, help="an older koe that plays the first third of the disturbed nights")
    return parser.parse_args()


def main():
    given = arguments()
    if not shutil.which("faketime"):
        sys.exit("soak: faketime is missing, by which the clock is set; apt-get install faketime")
    work = pathlib.Path(tempfile.mkdtemp(prefix="koe-soak-"))
    mount = work / "small"
    mount.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={64 + given.nights // 4}m", "tmpfs", mount], check=True)
    try:
        sys.exit(0 if play(given.koe, given.nights, given.seed, given.upgrade_from, work, mount) else 1)
    finally:
        subprocess.run(["umount", mount], check=False)
        shutil.rmtree(work, ignore_errors=True)


main()
