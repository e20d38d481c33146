#!/usr/bin/env python3
"""A koe that fails in one way: stands in the place of the program, and passes everything else on to it.

FAULT says how, FAULT_TIMES how often (0 for always), FAULT_STEP which stream (such as score), FAULT_FOLDER where it
counts, FAULT_KOE what the program is.
"""
import os
import signal
import subprocess
import sys

program, kind = os.environ["FAULT_KOE"], os.environ["FAULT"]


def is_due():
    """Whether this call is one that fails; each takes a number that no other has."""
    if os.environ["FAULT_STEP"] not in sys.argv[1:] or "--stream" not in sys.argv[1:] or "-w" not in sys.argv[1:]:
        return False
    number = 0
    while True:
        try:
            os.close(os.open(f"{os.environ['FAULT_FOLDER']}/{number}", os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            number += 1
    times = int(os.environ["FAULT_TIMES"])
    return times == 0 or number < times


if not is_due():
    os.execv(program, [program] + sys.argv[1:])
if kind == "no dictionary":
    os.environ["KOE_DICTIONARY"] = "/nowhere"
    os.execv(program, [program] + sys.argv[1:])
answers = subprocess.run([program] + sys.argv[1:], stdin=sys.stdin, stdout=subprocess.PIPE).stdout.splitlines(True)
if kind == "killed":
    sys.stdout.buffer.writelines(answers[:len(answers) // 3])
    sys.stdout.buffer.flush()
    os.kill(os.getpid(), signal.SIGKILL)
if kind == "half":
    answers = answers[:len(answers) // 2]
if kind == "half with trailer":
    answers = answers[:len(answers) // 2] + answers[-1:]
if kind == "reordered":
    answers = answers[1:2] + answers[:1] + answers[2:]
if kind == "altered":
    answers[0] = answers[0].replace(b'"valence":', b'"valence":1', 1)
if kind == "other version":
    answers[-1] = answers[-1].replace(b"lexicon ", b"lexicon 0")
sys.stdout.buffer.writelines(answers)
sys.stdout.buffer.flush()
sys.exit(3 if kind == "fails at the end" else 0)
