#!/usr/bin/env bash
# Foundation of Swift 6.3.1 on Linux: precomposedStringWithCompatibilityMapping is not NFKC
#
# One would expect: normalization form KC, as its documentation says: compatibility decomposition,
# then canonical composition, so that half-width U+FF8E U+FF9F becomes the one letter U+30DD.
# What happens: each scalar is mapped on its own and nothing is composed afterwards: U+30DB U+309A.
# What was composed before stays so, which hides it in every test with Latin letters.
# Why it matters: the commonest fold of Japanese text. A search for サポート does not find ｻﾎﾟｰﾄ, though
# both look alike once mapped; two records of one customer stay two.
# Where: swift-foundation, String.precomposedStringWithCompatibilityMapping. The way round is to
# decompose with compatibility and compose canonically, in two calls.
# Reference: Python's unicodedata; https://www.unicode.org/reports/tr15/.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/main.swift" <<'SWIFT'
import Foundation

func hex(_ text: String) -> String {
    text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
}

let text = "\u{FF8E}\u{FF9F}"
print(hex(text.precomposedStringWithCompatibilityMapping))
print(hex(text.decomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping))
SWIFT
swiftc -o "$work/main" "$work/main.swift"
"$work/main" > "$work/found"
python3 - >> "$work/found" <<'PY'
import unicodedata

print(" ".join(f"{ord(c):x}" for c in unicodedata.normalize("NFKC", "\uff8e\uff9f")))
PY
diff "$work/found" - <<'EXPECTED'
30db 309a
30dd
30dd
EXPECTED
echo "as described: Foundation leaves in two what NFKC makes one"
