#!/usr/bin/env bash
# email-reply-parser 0.5.12: a mail from a contact form has no text
#
# One would expect: parse_reply() to cut what is quoted from earlier mails.
# What happens: one line that starts with From:, Sent:, To: or Subject: is taken
# for the head of a quoted mail, wherever it stands and whatever follows, and
# everything below it is hidden. The mail that a contact form sends ("Name: …,
# Subject: …, Message: …") keeps the name and loses the message; a letter that
# opens with "To: whom it may concern" is empty.
# Why it matters: contact forms are a main channel of support. Their texts
# become '' or a name, which every scorer calls neutral, and names of
# customers are what remains.
# Where: email_reply_parser/__init__.py, HEADER_REGEX and _finish_fragment.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check email-reply-parser==0.5.12
"$work/venv/bin/python" -W ignore - <<'PY'
from email_reply_parser import EmailReplyParser

expected = [
    (
        "Name: Hanako Example\nSubject: Refund\nMessage: I have waited three weeks.\nPlease cancel my order.",
        "Name: Hanako Example",
    ),
    ("Name: Hanako Example\nMessage: I have waited three weeks.\nPlease cancel my order.", None),
    ("To: whom it may concern\nYour staff was rude.\nI cancel.", ""),
    ("From: the first day on, nothing worked.\nNobody answers.", ""),
    ("The parcel never came.\n\nTo: the manager, please\n\nI want a refund.", "The parcel never came."),
]
for mail, wanted in expected:
    reply = EmailReplyParser.parse_reply(mail)
    print(repr(mail), "->", repr(reply))
    assert reply == (mail if wanted is None else wanted), reply
PY
