"""Writes the manual page of the program from what it lists of itself: koe --experimental-dump-help | manual.py VERSION"""
import datetime
import json
import os
import sys


def plain(text):
    """Text in which groff reads no request and no escape."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.splitlines())


def spelled(name):
    return ("--" if name["kind"] == "long" else "-") + name["name"]


def head(argument):
    value = argument.get("valueName", "value")
    if argument["kind"] == "positional":
        return "\\fI%s\\fR" % plain(value)
    names = ", ".join("\\fB%s\\fR" % plain(spelled(name)) for name in argument.get("names", []))
    return names + (" \\fI%s\\fR" % plain(value) if argument["kind"] == "option" else "")


def arguments(command, hidden):
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True) or head(argument) in hidden:
            continue
        yield ".TP\n%s\n%s" % (head(argument), plain(argument.get("abstract", "")))


def described(command):
    return plain("\n\n".join(command[key] for key in ("abstract", "discussion") if command.get(key)))


def commands(command, path, hidden):
    for part in command.get("subcommands", []):
        if part["commandName"] == "help":
            continue
        name = path + " " + part["commandName"]
        yield ".SS %s\n%s" % (plain(name), described(part))
        yield from arguments(part, hidden)
        yield from commands(part, name, hidden)


def page(root, version):
    day = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    shared = [head(argument) for argument in root.get("arguments", [])]
    yield '.TH KOE 1 %s "koe %s" "User Commands"' % (day.date().isoformat(), version)
    yield ".SH NAME\nkoe \\- " + plain(root["abstract"])
    yield ".SH SYNOPSIS\n\\fBkoe\\fR [\\fIoptions\\fR] \\fIcommand\\fR"
    if root.get("discussion"):
        yield ".SH DESCRIPTION\n" + plain(root["discussion"])
    yield ".SH OPTIONS"
    yield from arguments(root, [])
    yield ".SH COMMANDS"
    yield from commands(root, "koe", shared)


print("\n".join(page(json.load(sys.stdin)["command"], sys.argv[1])))
