"""Workspaces for the tests of koe cluster: the sample, in any number of copies, imported and not yet scored."""
import filecmp
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
CLUSTER = HERE / "Reports/cluster"


class Koe:
    """The program under test, on one workspace."""

    def __init__(self, program, folder):
        self.program, self.folder = str(program), pathlib.Path(folder)

    def run(self, *words, status=0, environment=None):
        command = [self.program, "-w", str(self.folder), "--data", str(HERE), *map(str, words)]
        ran = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **(environment or {})})
        if ran.returncode != status:
            sys.exit(f"{' '.join(command)}: status {ran.returncode}, not {status}\n{ran.stdout}{ran.stderr[-4000:]}")
        return ran.stdout.strip() if status == 0 else ran.stderr

    def timed(self, *words):
        start = time.monotonic()
        self.run(*words)
        return time.monotonic() - start

    def hash(self):
        return self.run("verify")

    def cells(self):
        return self.run("export", "cells")

    def copy(self, folder):
        """The same workspace in another folder."""
        shutil.copytree(self.folder, folder)
        return Koe(self.program, folder)


def imported(program, folder, comments=None, copies=1):
    """A workspace with the sample's comments in some copies, or the first of them."""
    folder = pathlib.Path(folder)
    sample = folder.with_name(folder.name + "-sample")
    subprocess.run([str(program), "sample", str(sample), "--data", str(HERE)], check=True, capture_output=True)
    koe = Koe(program, folder)
    koe.run("init", folder)
    # The moment that reports speak of, so that two made on two days are alike.
    settings = (sample / "koe.yaml").read_text()
    (folder / "koe.yaml").write_text(settings if "asOf:" in settings else settings + "\nasOf: 2026-11-01T00:00:00Z\n")
    lines = (sample / "inbox/stream-comments.ndjson").read_text().splitlines()
    lines = lines[:comments] if comments else lines
    for copy in range(copies):
        with open(folder / f"inbox/stream-comments-{copy}.ndjson", "w") as file:
            for line in lines:
                if copies > 1:
                    line = line.replace('"id":"s', f'"id":"c{copy}s').replace('"author_id":"u', f'"author_id":"c{copy}u')
                file.write(line + "\n")
    for name in os.listdir(sample / "inbox"):
        if name != "stream-comments.ndjson":
            shutil.copy(sample / "inbox" / name, folder / "inbox" / name)
    koe.run("import", *sorted((folder / "inbox").iterdir()))
    shutil.rmtree(sample)
    return koe


def differences(left, right):
    """Files of two folders that are not the same, byte for byte."""
    names = [{str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} for folder in (left, right)]
    common = names[0] & names[1]
    _, unequal, errors = filecmp.cmpfiles(left, right, sorted(common), shallow=False)
    return sorted(names[0] ^ names[1]) + unequal + errors


def shuffled_parquet(python, work):
    """The comments of a folder as Parquet files, their rows in another order."""
    lines = (work / "comments.ndjson").read_text().splitlines()
    random.Random(7).shuffle(lines)
    (work / "shuffled.ndjson").write_text("\n".join(lines) + "\n")
    script = f"""
import pyarrow as pa, pyarrow.json as reader, pyarrow.parquet as writer, sys, re
sys.path.insert(0, {str(CLUSTER)!r})
import koe_input
kinds = {{"BIGINT": pa.int64(), "STRING": pa.string()}}
names = [field.split() for field in re.split(r",\\s*", koe_input.COMMENT)]
schema = pa.schema([(name, kinds[kind]) for name, kind in names])
options = reader.ParseOptions(explicit_schema=schema)
table = reader.read_json({str(work / 'shuffled.ndjson')!r}, parse_options=options,
                         read_options=reader.ReadOptions(block_size=1 << 28))
half = table.num_rows // 2
import os; os.makedirs({str(work / 'shuffled.parquet')!r}, exist_ok=True)
writer.write_table(table.slice(half), {str(work / 'shuffled.parquet/a.parquet')!r})
writer.write_table(table.slice(0, half), {str(work / 'shuffled.parquet/b.parquet')!r})
"""
    subprocess.run([python, "-B", "-c", script], check=True)
    return work / "shuffled.parquet"


def altered_score(python, file):
    """Takes the sign off the first score of a Parquet file that has one, or gives it one; all else stays."""
    script = """
import pyarrow as pa, pyarrow.parquet as parquet, re, sys
table = parquet.read_table(sys.argv[1])
rows = table.to_pylist()
row = next(row for row in rows if '"valence":' in row["score"] and '"valence":0' not in row["score"])
row["score"] = re.sub(r'"valence":(-?)', lambda found: '"valence":' + ("" if found.group(1) else "-"), row["score"], 1)
parquet.write_table(pa.Table.from_pylist(rows, schema=table.schema), sys.argv[1])
"""
    subprocess.run([python, "-B", "-c", script, str(file)], check=True)
