"""Asks `koe`: one process a partition, a line in and a line out, checked to the last byte.

Tasks on workers run what stands here; nothing in it needs another module of the job.
"""
import collections
import hashlib
import json
import os
import queue
import subprocess
import tempfile
import threading


class KoeFailed(Exception):
    """A process of koe did not answer as it must; the task fails, and Spark tries it again."""


class Koe:
    """How workers call koe; pickled and sent to them."""

    def __init__(self, program, data, frozen, ship):
        self.program, self.data, self.frozen, self.ship = program, data, frozen, ship

    def command(self, words):
        environment = dict(os.environ)
        if self.ship:
            # An archive that Spark has unpacked on this worker: bin/koe, share/koe/Lexicons, dictionary, frozen.
            from pyspark import SparkFiles

            root = SparkFiles.get(self.ship)
            environment["KOE_DICTIONARY"] = os.path.join(root, "dictionary")
            program, frozen, data = os.path.join(root, "bin/koe"), os.path.join(root, "frozen"), []
        else:
            program, frozen, data = self.program, self.frozen, ["--data", self.data]
        # One task is one core of a cluster.
        options = ["--stream", "--trailer", "--threads", "1", "-w", frozen]
        return [program, words[0]] + options + words[1:] + data, environment


class Process:
    """One process of koe that answers lines in order.

    A thread of its own writes, so that neither side waits for a full pipe of the other; it holds at most one batch
    that is not written yet.
    """

    def __init__(self, koe, words):
        command, environment = koe.command(words)
        self.name = "koe " + " ".join(words)
        self.said = tempfile.TemporaryFile()
        try:
            self.process = subprocess.Popen(
                command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.said,
                bufsize=1 << 16)
        except OSError as error:
            raise KoeFailed(f"{command[0]} cannot be started on this worker: {error.strerror}") from error
        self.asked = self.answered = 0
        self.closed = False
        self.trailer = None
        self.digest = hashlib.sha256()
        self.batches = queue.Queue(maxsize=1)
        self.writer = threading.Thread(target=self._write, daemon=True)
        self.writer.start()

    def _write(self):
        try:
            while (lines := self.batches.get()) is not None:
                self.process.stdin.write(lines)
                self.process.stdin.flush()
            self.process.stdin.close()
        except OSError:
            # The process has gone; whoever reads its answers sees that there are too few. Batches that still come
            # are let go of, so that nobody waits for room.
            while self.batches.get() is not None:
                pass

    def ask(self, lines):
        """Sends objects as lines of JSON, each with its number in the place of an id."""
        numbered = []
        for line in lines:
            numbered.append('{"id":%d,%s\n' % (self.asked, line[1:]))
            self.asked += 1
        self.batches.put("".join(numbered).encode("utf-8", "strict"))

    def close(self):
        if not self.closed:
            self.closed = True
            self.batches.put(None)

    def answers(self, count):
        """The next answers, checked to be those of the next questions."""
        lines = []
        for _ in range(count):
            line = self._line()
            if not line.startswith(b'{"id":%d,' % self.answered):
                raise self.failure(f"line {self.answered + 1} of the answers is not that of line {self.answered + 1}")
            lines.append(line[:-1].decode("utf-8"))
            self.answered += 1
        return lines

    def last_answers(self):
        """Lines behind all questions, up to the trailer; their number is not known before."""
        while not (line := self._line(keep=False)).startswith(b'{"trailer":'):
            self.digest.update(line)
            yield line[:-1].decode("utf-8")
        self.trailer = line

    def _line(self, keep=True):
        line = self.process.stdout.readline()
        if not line.endswith(b"\n"):
            raise self.failure(f"ended after {self.answered} of {self.asked} lines")
        if keep:
            self.digest.update(line)
        return line

    def finish(self):
        """Checks the trailer, that nothing stands behind it, and the exit status."""
        line = self.trailer or self._line(keep=False)
        try:
            trailer = json.loads(line)["trailer"]
        except (ValueError, KeyError) as error:
            raise self.failure("has no trailer where it must stand") from error
        if trailer["rows"] != self.asked:
            raise self.failure(f"has counted {trailer['rows']} rows, and {self.asked} were asked")
        if trailer["sha256"] != self.digest.hexdigest():
            raise self.failure("has another hash than its answers")
        if self.process.stdout.read(1):
            raise self.failure("has something behind its trailer")
        if self.process.wait() != 0:
            raise self.failure("failed after its trailer")
        return trailer

    def failure(self, words):
        """An error with what the process itself said, and how it ended."""
        self.kill()
        status = self.process.wait()
        ended = f"signal {-status}" if status < 0 else f"status {status}"
        self.said.seek(0)
        said = self.said.read()[-2000:].decode("utf-8", "replace").strip()
        return KoeFailed(f"{self.name}: {words} ({ended}{': ' + said if said else ''})")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        # The writer may wait for a batch that never comes; with the process gone it takes all that still do.
        self.close()


def asking(koe, words, kept, version, folds=False):
    """A function for mapInArrow: the column `line` is asked of one process a partition, which answers in `answer`.

    `kept`: columns that go through; `version`: what the trailer must say of the scorer, linker or measures, which is
    another where a worker has other word lists or another dictionary; `folds`: whether koe answers only behind the
    last line.

    mapInArrow takes columns by their places: what comes out is built by name, in the order of the schema.
    """

    def check(trailer):
        said = trailer.get("scorer") or trailer.get("linker") or trailer.get("definition")
        if said != version:
            raise KoeFailed(f"koe {words[0]} of this worker is \"{said}\" and must be \"{version}\": "
                            "give every worker the same program, word lists and dictionary")

    def run(batches):
        import pyarrow as pa

        def made(columns, answers):
            arrays = [column.cast(pa.int64()) for column in columns] + [pa.array(answers, pa.string())]
            return pa.RecordBatch.from_arrays(arrays, names=kept + ["answer"])

        process = Process(koe, words)
        try:
            waiting = collections.deque()
            for batch in batches:
                process.ask(batch.column("line").to_pylist())
                if folds:
                    continue
                waiting.append([batch.column(name) for name in kept] + [batch.num_rows])
                if len(waiting) > 1:
                    *columns, count = waiting.popleft()
                    yield made(columns, process.answers(count))
            process.close()
            if folds:
                for answers in grouped(process.last_answers(), 1000):
                    yield made([], answers)
            for *columns, count in waiting:
                yield made(columns, process.answers(count))
            check(process.finish())
        finally:
            process.kill()

    return run


def grouped(items, size):
    group = []
    for item in items:
        group.append(item)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group
