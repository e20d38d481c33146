#!/usr/bin/env python3
"""Drives Chromium over the report and the dashboard of the sample: browser.py KOE [PART...]

Parts: reviewer (what a reviewer does), keyboard (every page without a mouse), audit (axe-core, widths, requests), print (sheets
of paper); all without a name. Outside CI: needs chromium and chromium-driver from Debian, and what `make browser-test` installs.
Prints what it does and every fault; exits 1 when there is one.
"""
import os
import pathlib
import shutil
import sys
import tempfile
import traceback

from audit import audit, is_own
from keyboard import folds, skip, walk
from pages import dashboard_pages
from reviewer import Reviewer
from served import Served
from sheets import print_all
from window import Window

PARTS = ("reviewer", "keyboard", "audit", "print")


def main():
    if len(sys.argv) < 2 or set(sys.argv[2:]) - set(PARTS):
        raise SystemExit(__doc__)
    missing = [program for program in ("chromium", "chromedriver") if not shutil.which(program)]
    if missing:
        raise SystemExit(f"{' and '.join(missing)} missing: apt-get install chromium chromium-driver")
    koe, parts = os.path.abspath(sys.argv[1]), sys.argv[2:] or PARTS
    with tempfile.TemporaryDirectory(prefix="koe-browser-") as folder:
        served = Served(koe, folder)
        served.make()
        downloads = pathlib.Path(folder) / "downloads"
        downloads.mkdir()
        with served:
            window = Window(downloads)
            try:
                faults = Faults()
                for part in parts:
                    check(part, window, served, downloads, faults)
            finally:
                window.close()
    print(f"{len(faults)} faults")
    raise SystemExit(1 if faults else 0)


class Faults(list):
    """Lines about what does not hold, each printed as soon as it is found."""

    def __iadd__(self, lines):
        for line in lines:
            self.append(line)
        return self

    def append(self, line):
        print(line, flush=True)
        super().append(line)


def check(part, window, served, downloads, found):
    """Adds the faults of a part to `found`."""
    addresses = dashboard_pages(served) + served.report_pages()
    if part == "reviewer":
        for step in Reviewer(window, served, downloads).steps():
            try:
                step()
                print(f"reviewer: {step.__doc__}", flush=True)
            except Exception:
                found.append(f"reviewer, {step.__name__}: {traceback.format_exc(limit=-2)}")
        found += [f"asks for {asked}" for asked in window.requests() if not is_own(asked, served.address)]
    if part == "keyboard":
        stops = 0
        for address in addresses:
            stops += walk(window, address, found)
            skip(window, address, found)
            folds(window, address, found)
        print(f"keyboard: {stops} stops on {len(addresses)} pages", flush=True)
    if part == "print":
        total = print_all(window, served.report_pages(), found)
        print(f"print: {total} sheets for {len(served.report_pages())} pages of the report", flush=True)
    if part == "audit":
        audit(window, addresses, served.address, found)
        print(f"audit: axe-core light and dark, three widths and all requests of {len(addresses)} pages", flush=True)


if __name__ == "__main__":
    main()
