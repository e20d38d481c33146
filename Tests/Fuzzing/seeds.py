#!/usr/bin/env python3
"""Writes the first inputs of the fuzzer, a folder for each reader: seeds.py FOLDER READER...

They are the fixtures of the readers and the texts that their tests hold, so that a format that has a test has a seed.
"""
import hashlib
import pathlib
import re
import sys
import textwrap
import zipfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = TESTS / "Fixtures/ingestion"
PARTS = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
# Longer ones only make a fuzzer slow.
MOST_BYTES = 4_096
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", '"': '"', "\\": "\\", "'": "'"}


def plain(text):
    """A literal of Swift as the text it stands for; what is interpolated stays as it is written."""
    text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda match: chr(int(match[1], 16)), text)
    return re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[0]), text)


def literals(pattern):
    """The literals in the tests: those over several lines, and those on one."""
    for path in sorted(TESTS.glob(pattern)):
        source = path.read_text(encoding="utf-8")
        for hashes, text in re.findall(r'(#?)"""\n(.*?)\n\s*"""', source, re.DOTALL):
            text = re.sub(r"\\\n\s*", "", textwrap.dedent(text))
            yield True, text if hashes else plain(text)
        for hashes, text in re.findall(r'(#?)"((?:[^"\\\n]|\\.)+)"', source):
            yield False, text if hashes else plain(text)


def inputs(reader):
    if reader == "workbook":
        for path in sorted(FIXTURES.glob("*.xlsx")):
            with zipfile.ZipFile(path) as book:
                yield b"\0".join(book.read(part) if part in book.namelist() else b"" for part in PARTS)
    elif reader == "container":
        for ending in ["xlsx", "zip", "gz"]:
            for path in sorted(FIXTURES.glob(f"*.{ending}")):
                yield path.read_bytes()
    elif reader == "time":
        yield from (text.encode() for isLong, text in literals("IngestionTests/TimeTests.swift") if not isLong)
    else:
        if reader not in ["mapping", "story"]:
            yield from (path.read_bytes() for path in sorted(FIXTURES.iterdir()) if path.suffix not in [".xlsx", ".zip", ".gz"])
        texts = "KoeTests/*.swift" if reader == "mapping" else "IngestionTests/*.swift"
        yield from (text.encode() for isLong, text in literals(texts) if isLong or len(text) > 40)


def main():
    for reader in sys.argv[2:]:
        folder = pathlib.Path(sys.argv[1]) / reader
        folder.mkdir(parents=True, exist_ok=True)
        for data in inputs(reader):
            if len(data) <= MOST_BYTES:
                (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


main()
