"""The job as a shell sees it: its exit statuses, the signals that end it, its log, and its words for a person."""
import os
import signal
import sys
import threading
import time

GOOD, FAILED, MISSING, UNREADABLE, INTERRUPTED, TERMINATED = 0, 1, 2, 4, 130, 143


class Terminated(BaseException):
    """Somebody ends the job from outside; nothing is to be said of it, and nothing to be caught."""


class Stop(Exception):
    """Ends the job with a status and words for a person."""

    def __init__(self, status, words):
        super().__init__(words)
        self.status = status


def say(words):
    """What is wrong, on what was stderr when the job began."""
    print("koe: " + str(words).replace("file:///", "/"), file=say.to, flush=True)


def tell(words):
    """How far the job is, on what was stdout when it began."""
    print(f"koe: {words}", file=tell.to, flush=True)


say.to, tell.to = sys.stderr, sys.stdout


def log_to(path):
    """Leads what Java, Spark and its workers write into a file; what the job says itself goes on as before."""
    tell.to, say.to = os.fdopen(os.dup(1), "w"), os.fdopen(os.dup(2), "w")
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for descriptor in (1, 2):
        os.dup2(log, descriptor)
    os.close(log)


def terminate(*_):
    terminate.has_come = True
    raise Terminated


terminate.has_come = False


def heed_signals():
    """Lets signals of a shell end the job."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:  # As nohup has it.
            signal.signal(number, terminate)


def end_with(parent):
    """Ends the job when the process that has started it is gone: killed, it can end nothing itself."""
    def look():
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=look, daemon=True).start()
