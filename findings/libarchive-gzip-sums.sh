#!/usr/bin/env bash
# libarchive 3.6.2 (Debian 12): the sum at the end of a gzip is never compared
#
# One would expect: an error when the bytes that come out of a .gz are not those
# that went in. RFC 1952 ends every member with a CRC-32 and a length for this;
# gunzip and Python's gzip refuse such a file.
# What happens: the gzip filter of libarchive steps over the eight bytes. Here a
# rating of 1 becomes a 9 on its way (one bit of a stored block); libarchive
# gives the changed table, without an error and without a warning. Of a zip the
# same library does compare the sum, and warns of the member.
# Why it matters: whoever reads exports with libarchive (bsdtar, tar of Windows
# and FreeBSD, many bindings) has in .csv.gz and .tar.gz no guard against a
# damaged copy, although the file carries one.
# Where: libarchive/archive_read_support_filter_gzip.c, consume_trailer(): "XXX
# TODO: Verify the length and CRC."
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check libarchive-c==5.1
"$work/venv/bin/python" - <<'PY'
import gzip
import io
import logging
import zipfile
import zlib

import libarchive

warnings = []
logging.getLogger("libarchive").addHandler(logging.Handler())
logging.getLogger("libarchive").addFilter(lambda record: warnings.append(record.getMessage()))
table = b"id,text,rating\n1,nobody called back,1\n"


def unpacked(packed, kind):
    with libarchive.memory_reader(packed, format_name=kind) as archive:
        for entry in archive:
            return b"".join(entry.get_blocks())


def refused(read):
    try:
        return False, read()
    except Exception as error:
        return True, type(error).__name__


whole = gzip.compress(table, compresslevel=0, mtime=0)
damaged = bytearray(whole)
damaged[whole.index(b"back,1") + 5] ^= 0x08
damaged = bytes(damaged)
results = {
    "Python, whole": refused(lambda: gzip.decompress(whole)),
    "Python, damaged": refused(lambda: gzip.decompress(damaged)),
    "libarchive, whole": refused(lambda: unpacked(whole, "raw")),
    "libarchive, damaged": refused(lambda: unpacked(damaged, "raw")),
}
box = io.BytesIO()
with zipfile.ZipFile(box, "w", zipfile.ZIP_STORED) as archive:
    archive.writestr("table.csv", table)
packed = bytearray(box.getvalue())
packed[packed.index(b"back,1") + 5] ^= 0x08
before = list(warnings)
unpacked(bytes(packed), "zip")
after = warnings[len(before):]
for name, result in results.items():
    print(name, *result)
print("warnings: of the gzip", before, "of the zip", after)
assert results["Python, whole"] == (False, table) and results["Python, damaged"][0]
assert results["libarchive, whole"] == (False, table)
assert results["libarchive, damaged"] == (False, table.replace(b"back,1", b"back,9"))
assert before == [] and len(after) == 1 and "bad CRC" in after[0], (before, after)
assert zlib.crc32(table) != zlib.crc32(table.replace(b"back,1", b"back,9"))
PY
