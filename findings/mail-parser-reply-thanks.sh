#!/usr/bin/env bash
# mail-parser-reply 1.36: a line that starts with "Thanks, but" ends the mail
#
# One would expect: .body, "without headers, signatures, disclaimers", to keep
# what the customer wrote.
# What happens: a closing formula at the start of any line but the first counts
# as a signature, whatever follows it on the line, and a signature reaches to
# the end of the mail. "Thanks, but it is broken too. I want my money back."
# leaves the greeting. So do "Best, in my view, ..." and a first item of a list
# with hyphens, in Japanese as in English (keep_hyphen_lists helps with the last
# alone, and EmailReplyParser does not pass it on).
# Why it matters: people thank before they complain. Exactly the polite
# complaints become a neutral "Hello," and no count shows it.
# Where: mailparser_reply/constants.py, signatures and DEFAULT_SIGNATURE_REGEX;
# parser.py, SIGNATURE_REGEX ("might be dangerous").
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mail-parser-reply==1.36
"$work/venv/bin/python" -W ignore - <<'PY'
from mailparser_reply import EmailReplyParser

expected = [
    ("en", "Hello,\nthe replacement is broken too.\nI want my money back.", None),
    ("en", "Hello,\nThanks, but the replacement is broken too.\nI want my money back.", "Hello,"),
    ("en", "Hello,\nThank you, but nobody called me back.\nI will cancel.", "Hello,"),
    ("en", "Hello,\nBest, in my view, would be a refund.\nThe app crashes daily.", "Hello,"),
    ("en", "What went wrong:\n- the parcel was late\n- nobody answered\nI want a refund.", "What went wrong:"),
    ("ja", "困っていること:\n- 返金されない\n- 電話がつながらない\n解約します。", "困っていること:"),
]
for language, mail, wanted in expected:
    replies = EmailReplyParser(languages=[language]).read(mail).replies
    assert len(replies) == 1
    print(repr(mail), "->", repr(replies[0].body))
    assert replies[0].body == (mail if wanted is None else wanted), replies[0].body
PY
