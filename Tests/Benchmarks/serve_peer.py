"""Pages that a person waits for, of Koe and of Datasette on the same database in turn: medians, slowest and ratios.

usage: serve_peer.py KOE [WORKSPACE]        with datasette in the same Python; without a workspace the sample is made

Datasette has a copy of the database, with an index of comments by brand and time and SQLite's own index of three
characters over their texts, shows as many rows a page, and looks for no facets to suggest. Every page is asked for once,
so that no answer that somebody keeps counts. Time is on the clock, as a person waits for it: compare ratios.
"""
import http.client
import os
import pathlib
import random
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

PAGES = 40
ROWS = 50
PEER = """
CREATE INDEX peerBrand ON comment (brand, postedAt);
CREATE VIRTUAL TABLE peerText USING fts5 (title, text, content = 'comment', content_rowid = 'id', tokenize = 'trigram');
INSERT INTO peerText (peerText) VALUES ('rebuild');
"""


def sample(koe, folder):
    """A workspace of the sample, with an index for searches."""
    workspace = folder / "ws"
    for arguments in (["sample", workspace], ["-w", workspace, "run"], ["-w", workspace, "index"]):
        subprocess.run([koe, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return workspace


def copy(workspace, folder):
    """The database for the peer, without triggers: their functions are Koe's."""
    place = folder / "peer.db"
    source = sqlite3.connect(f"file:{workspace / 'koe.db'}?mode=ro", uri=True)
    with sqlite3.connect(place) as target:
        source.backup(target)
    target.execute("PRAGMA journal_mode = DELETE")
    for (name,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        target.execute(f'DROP TRIGGER "{name}"')
    # Nobody but Koe knows how this index cuts texts.
    target.execute("PRAGMA writable_schema = ON")
    target.execute("DELETE FROM sqlite_master WHERE name = 'searchText'")
    target.commit()
    target.close()
    target = sqlite3.connect(place)
    target.executescript(PEER)
    target.close()
    return place


def questions(place):
    """Pairs of addresses that show the same, by kind."""
    dice, database = random.Random(3), sqlite3.connect(f"file:{place}?mode=ro", uri=True)
    quoted = urllib.parse.quote
    brands = [row[0] for row in database.execute("SELECT DISTINCT brand FROM comment WHERE brand IS NOT NULL ORDER BY brand")]
    last = database.execute("SELECT max(id) FROM comment").fetchone()[0]
    comments = {}
    while len(comments) < PAGES:
        row = database.execute(
            "SELECT id, source, externalID, text FROM comment WHERE id >= ? LIMIT 1", [dice.randint(1, last)]
        ).fetchone()
        comments[row[0]] = row
    words = set()
    for _, _, _, text in comments.values():
        found = [word for word in text.split() if len(word) > 3 and word.isalpha()]
        if found:
            word = dice.choice(found)
            words.add(word if word.isascii() else word[:4])
    database.close()
    newest = "_sort_desc=postedAt"
    return {
        "search": [(f"/search?q={quoted(w)}", f"/peer/comment?_search={quoted(w)}&{newest}") for w in sorted(words)],
        "filtered list": [
            (f"/comments?brand={quoted(b)}", f"/peer/comment?brand__exact={quoted(b)}&{newest}")
            for b in dice.sample(brands, min(PAGES, len(brands)))
        ],
        "row": [
            (f"/comment/{quoted(f'{source}:{name}', safe='')}", f"/peer/comment/{number}")
            for number, source, name, _ in comments.values()
        ],
    }


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


class Server:
    """A server that is asked over one connection."""

    def __init__(self, command, port):
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.port, self.connection = port, None
        until = time.monotonic() + 120
        while self.connection is None:
            try:
                self.ask("/")
            except OSError:
                self.connection = None
                if self.process.poll() is not None or time.monotonic() > until:
                    sys.exit(f"{command[0]} does not answer")
                time.sleep(0.2)

    def ask(self, address):
        """Milliseconds until a page is there, and its status."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        began = time.perf_counter()
        self.connection.request("GET", address)
        answer = self.connection.getresponse()
        answer.read()
        return (time.perf_counter() - began) * 1_000, answer.status

    def end(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def serve(koe, workspace, place):
    ports = [free_port(), free_port()]
    peer = [
        sys.executable, "-m", "datasette", "serve", str(place), "--port", str(ports[1]),
        "--setting", "default_page_size", str(ROWS), "--setting", "suggest_facets", "off",
    ]
    return Server([koe, "-w", workspace, "serve", "--port", str(ports[0])], ports[0]), Server(peer, ports[1])


def main():
    koe = os.path.realpath(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        workspace = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else sample(koe, folder)
        place = copy(workspace, folder)
        servers = serve(koe, workspace, place)
        try:
            for kind, pairs in questions(place).items():
                took = []
                for addresses in pairs:
                    answers = [server.ask(address) for server, address in zip(servers, addresses)]
                    for (_, status), address in zip(answers, addresses):
                        if status != 200:
                            print(f"{kind}: {status} of {address}", file=sys.stderr)
                    took.append([milliseconds for milliseconds, _ in answers])
                own, theirs = ([pair[side] for pair in took] for side in (0, 1))
                ratio = statistics.median(their / mine for mine, their in took)
                print(
                    f"{kind}: {len(took)} pages: Koe {statistics.median(own):.1f} ms (slowest {max(own):.1f}), "
                    f"Datasette {statistics.median(theirs):.1f} ms (slowest {max(theirs):.1f}); "
                    f"Koe is {ratio:.2f} times as fast",
                    flush=True,
                )
        finally:
            for server in servers:
                server.end()


main()
