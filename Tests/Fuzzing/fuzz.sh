#!/usr/bin/env bash
# Fuzzes the readers of files, one after another: fuzz.sh SECONDS [READER...]
# Needs a Swift toolchain with libFuzzer, as swift.org gives it for Linux. A reader that crashes, hangs, takes 2 GB, leaks
# or breaks a promise (see Targets/Fuzz) leaves the input in .build-fuzz/found, and the others are fuzzed still; exit 1.
# An input that was found is tried again by READER=NAME .build-fuzz/release/fuzz FILE.
set -euo pipefail
seconds=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
build=$here/../../.build-fuzz
archive=$(find "$(dirname "$(dirname "$(readlink -f "$(command -v swiftc)")")")/lib/clang" -name "libclang_rt.fuzzer_no_main-$(uname -m).a" | head -n 1)
[ -n "$archive" ] || { echo "this Swift toolchain has no libFuzzer"; exit 2; }
swift build --package-path "$here" --scratch-path "$build" -c release --sanitize=address -Xlinker "$archive"
fuzz=$build/release/fuzz
readers=${*:-$("$fuzz")}
export SWIFT_BACKTRACE=enable=no
mkdir -p "$build/found" "$build/log"
# shellcheck disable=SC2086
python3 "$here/seeds.py" "$build/seeds" $readers
status=0
for reader in $readers; do
    mkdir -p "$build/corpus/$reader"
    if READER=$reader "$fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$build/found/$reader-" "$build/corpus/$reader" "$build/seeds/$reader" \
        >"$build/log/$reader" 2>&1
    then word=ok; else word="FOUND, see $build/log/$reader"; status=1; fi
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/log/$reader")
    edges=$(grep -o 'cov: [0-9]*' "$build/log/$reader" | tail -n 1)
    echo "$reader: $word; ${executions:-?} inputs, ${edges:-cov: ?} edges"
done
exit $status
