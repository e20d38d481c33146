"""Rows a second from a file to stored rows: Koe, the shell of SQLite and pandas with SQLite in turn, as medians and ratios.

usage: intake.py KOE [ROWS]        with pandas, and sqlite3 on the path

The peers store the cells as they are, under an index by id and one by brand and time; Koe reads times, brands and ratings,
keeps the bytes, and counts and hashes what it stores. Time is on the clock, as a person waits for it: compare ratios.
"""
import csv
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 3
COLUMNS = ["id", "posted_at", "brand", "author", "rating", "title", "text", "channel"]
BRANDS = ["Acme", "Borealis", "Cirrus", "Delta Home"]
TEXTS = [
    "The support answered within an hour and was friendly.", "Nobody replied for two weeks, I will not buy again.",
    "対応がとても丁寧で助かりました。", "返事が遅く、説明もありませんでした。", "I recommend this brand to everybody.",
    "Works well, nothing to add.", "電話がつながらず残念です。またこのブランドを買います。",
    "Delivery was late; the box was damaged, and the refund took a month.",
]
SQL = """PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
CREATE TABLE comment (id TEXT PRIMARY KEY, posted_at TEXT, brand TEXT, author TEXT, rating INTEGER, title TEXT, text TEXT,
channel TEXT); CREATE INDEX newest ON comment (brand, posted_at);"""
PANDAS = f"""
import pandas, sqlite3, sys
database = sqlite3.connect(sys.argv[2])
database.executescript({SQL!r})
reader = pandas.read_json if sys.argv[1].endswith("ndjson") else pandas.read_csv
how = dict(lines=True, convert_dates=False) if sys.argv[1].endswith("ndjson") else {{}}
for part in reader(sys.argv[1], chunksize=10_000, **how):
    part.to_sql("comment", database, if_exists="append", index=False)
database.commit()
"""


def write(folder, count):
    """The same comments as CSV and as NDJSON."""
    dice = random.Random(5)
    table, lines = folder / "comments.csv", folder / "comments.ndjson"
    with table.open("w", newline="", encoding="utf-8") as first, lines.open("w", encoding="utf-8") as second:
        writer = csv.writer(first, lineterminator="\n")
        writer.writerow(COLUMNS)
        for number in range(count):
            day = f"20{dice.randint(10, 25)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
            row = [
                f"r{dice.getrandbits(48):x}{number}", f"{day}T{dice.randint(0, 23):02}:{dice.randint(0, 59):02}:00+09:00",
                dice.choice(BRANDS), f"writer {dice.randrange(count)}", dice.randint(1, 5),
                dice.choice(["Good", "Bad", "普通", ""]), " ".join(dice.choices(TEXTS, k=dice.randint(1, 4))),
                dice.choice(["web", "phone", "shop"]),
            ]
            writer.writerow(row)
            second.write(json.dumps(dict(zip(COLUMNS, row)), ensure_ascii=False) + "\n")
    return table, lines


def run(command, text=None):
    """Seconds on the clock and peak memory in MB of a command."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process.stdin.write((text or "").encode())
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} ended with {status}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def time_koe(koe, file, folder):
    workspace = folder / "ws"
    subprocess.run([koe, "init", workspace], check=True, stdout=subprocess.DEVNULL)
    settings = "timeZone: Asia/Tokyo\nbrands:\n" + "".join(f"  - name: {brand}\n" for brand in BRANDS)
    (workspace / "koe.yaml").write_text(settings)
    return run([koe, "-w", workspace, "import", file])


def time_shell(_, file, folder):
    return run(["sqlite3", folder / "shell.db"], f"{SQL}\n.mode csv\n.import --skip 1 {file} comment\n")


def time_pandas(_, file, folder):
    return run([sys.executable, "-c", PANDAS, file, folder / "pandas.db"])


def main():
    koe, count = os.path.realpath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200_000
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file in write(folder, count):
            tools = {"koe": time_koe, "sqlite3 .import": time_shell, "pandas + SQLite": time_pandas}
            if file.suffix == ".ndjson":
                # The shell reads tables alone.
                del tools["sqlite3 .import"]
            results = {tool: [] for tool in tools}
            for number in range(ROUNDS):
                for tool, measure in tools.items():
                    place = folder / f"{file.suffix[1:]}{number}{tool[0]}"
                    place.mkdir()
                    results[tool].append(measure(koe, file, place))
                    subprocess.run(["rm", "-rf", place], check=True)
            own = [seconds for seconds, _ in results["koe"]]
            for tool, found in results.items():
                rate = count / statistics.median(seconds for seconds, _ in found)
                ratio = statistics.median(theirs / mine for mine, (theirs, _) in zip(own, found))
                memory = max(peak for _, peak in found)
                print(f"{file.suffix[1:]}: {tool}: {rate:,.0f} rows/s, {memory:.0f} MB; Koe is {ratio:.2f} times as fast", flush=True)


main()
