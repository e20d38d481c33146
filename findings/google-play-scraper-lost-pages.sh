#!/usr/bin/env bash
# google-play-scraper 1.2.7: reviews_all() ends early without a word
#
# One would expect: an exception when a page of reviews cannot be fetched.
# What happens: reviews() catches every exception, sets the continuation token
# to None and returns what it has. None is also the sign of the last page, so
# reviews_all() takes the failure for the end. Here the store answers the first
# request and is unavailable (503) for the second: 3 of 6 reviews come back, no
# exception, no warning, and the token cannot tell the two cases apart.
# Why it matters: newest come first, so a short answer loses the oldest months.
# A share of bad reviews by month then changes with the mood of a server, and a
# dump made every night cannot be compared with the last one.
# Where: google_play_scraper/features/reviews.py, "except Exception"; the
# varying counts are reported in issues 208 and 209 of JoMingyu's repository.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check google-play-scraper==1.2.7
# The network is replaced by a stand-in that answers as the store does.
"$work/venv/bin/python" -W ignore - <<'PY'
import io
import json
from urllib.error import HTTPError

from google_play_scraper import Sort, reviews, reviews_all
from google_play_scraper.utils import request


def row(number):
    return [f"id-{number}", ["Reviewer", [None] * 4], 1, None, f"text {number}", [1_760_000_000 - number], 0]


def page(numbers, token):
    inner = json.dumps([[row(number) for number in numbers], [None, token], None])
    return io.BytesIO((")]}'\n\n" + json.dumps([["wrb.fr", "", inner]])).encode())


def store(failing):
    def urlopen(asked):
        if b"next-page" not in asked.data:
            return page([1, 2, 3], "next-page")
        if failing:
            raise HTTPError(asked.full_url, 503, "unavailable", {}, None)
        return page([4, 5, 6], None)

    return urlopen


seen = {}
for name, failing in (("whole", False), ("second page unavailable", True)):
    request.urlopen = store(failing)
    everything = reviews_all("com.example.app", sort=Sort.NEWEST)
    some, token = reviews("com.example.app", sort=Sort.NEWEST, count=100)
    seen[name] = ([review["reviewId"] for review in everything], len(some), token.token)
    print(name, *seen[name])
assert seen["whole"] == ([f"id-{n}" for n in range(1, 7)], 6, None), seen
assert seen["second page unavailable"] == (["id-1", "id-2", "id-3"], 3, None), seen
PY
