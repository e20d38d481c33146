"""How many sheets of paper the pages of the report take: what a manager carries must not be a pile of half-empty ones."""
import base64
import re

from audit import short

# The beginning of a page's path inside a report, and the sheets that it may take of the sample.
LIMITS = (("brands/", 8), ("flags/", 6), ("facets/", 9), ("flags.html", 2), ("mismatches.html", 5), ("coverage.html", 2),
          ("index.html", 1))
# A page of a PDF, and not the list of pages.
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
MILLIMETRES = 25.4


def sheets(window):
    """Sheets of A4 that the page which is open takes, with the margins that it asks for."""
    answer = window.driver.execute_cdp_cmd("Page.printToPDF", {
        "paperWidth": 210 / MILLIMETRES, "paperHeight": 297 / MILLIMETRES, "preferCSSPageSize": True,
        "printBackground": True})
    return len(PAGE.findall(base64.b64decode(answer["data"])))


def print_all(window, addresses, found):
    """Adds a line to `found` for each page that takes more sheets than it may; the sheets of all of them."""
    total = 0
    for address in addresses:
        window.open(address)
        count = sheets(window)
        total += count
        name = short(address).partition("/")[2]
        limit = next((limit for start, limit in LIMITS if name.startswith(start)), None)
        if limit is None or not 0 < count <= limit:
            found.append(f"print: {count} sheets for {short(address)}, at most {limit}")
    return total
