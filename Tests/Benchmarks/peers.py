"""Texts per CPU second of Koe and of its peers, in turn, on the same texts: medians of rounds, and their ratio.

usage: peers.py KOE TEXTS        TEXTS: a folder with en.txt and ja.txt, or a file of NDJSON with "text" and "lang"
Processor time of all threads is counted, not time on the clock, because machines are shared. Koe is timed as a program
that reads and writes NDJSON, less what it takes to start; the peers inside Python, without reading or writing.
"""
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 5
# A peer sees this many texts; Koe sees them all, and often enough for its times to be long.
PEER_TEXTS = 2_000
KOE_TEXTS = 200_000


def read_texts(path):
    """Texts by language."""
    texts = {"en": [], "ja": []}
    if path.is_dir():
        for language in texts:
            texts[language] = [line for line in (path / f"{language}.txt").read_text().splitlines() if line]
    else:
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            if row.get("lang") in texts:
                texts[row["lang"]].append(row["text"])
    return texts


def time_koe(koe, lines):
    """Processor seconds of `koe score --stream` and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([koe, "score", "--stream"], input=lines, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def time_peer(score, texts):
    before = time.process_time()
    for text in texts:
        score(text)
    return time.process_time() - before


def peer(language):
    """Name and function of the peer of a language, ready to run."""
    if language == "en":
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

        return "VADER 3.3.2", SentimentIntensityAnalyzer().polarity_scores
    import oseti

    return "oseti 0.4.3.1", oseti.Analyzer().analyze


def compare(koe, language, texts):
    repeated = (texts * (KOE_TEXTS // len(texts) + 1))[:KOE_TEXTS]
    lines = "".join(
        json.dumps({"id": number, "text": text, "lang": language}, ensure_ascii=False) + "\n"
        for number, text in enumerate(repeated)
    ).encode()
    name, score = peer(language)
    own, other = [], []
    for _ in range(ROUNDS):
        start = time_koe(koe, b"")
        own.append(len(repeated) / max(time_koe(koe, lines) - start, 1e-9))
        other.append(len(texts[:PEER_TEXTS]) / time_peer(score, texts[:PEER_TEXTS]))
    size = sum(len(text.encode()) for text in texts) / len(texts)
    ratio = statistics.median(mine / theirs for mine, theirs in zip(own, other))
    print(
        f"{language}: {len(texts):,} texts of {size:.0f} bytes; Koe {statistics.median(own):,.0f} a CPU second, "
        f"{name} {statistics.median(other):,.0f}: {ratio:,.0f} times (starting Koe takes {start:.2f} s)"
    )


def main():
    koe, path = sys.argv[1], Path(sys.argv[2])
    for language, texts in read_texts(path).items():
        if texts:
            compare(koe, language, texts)


main()
