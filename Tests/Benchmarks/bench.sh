#!/usr/bin/env bash
# Times every stage on a generated night: bench.sh PATH-OF-KOE [COPIES-OF-THE-SAMPLE-STREAM]
# The sample stream (about 20,000 comments) is repeated under new ids; times are wall clock, memory the peak of the run.
set -euo pipefail
koe=$1
copies=${2:-10}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$koe" sample "$folder/sample" >/dev/null
"$koe" init "$folder/ws" >/dev/null
cp "$folder/sample/koe.yaml" "$folder/ws/koe.yaml"
for copy in $(seq "$copies"); do
    sed "s/\"id\":\"s/\"id\":\"c${copy}s/; s/\"author_id\":\"u/\"author_id\":\"c${copy}u/" \
        "$folder/sample/inbox/stream-comments.ndjson" >"$folder/ws/inbox/comments-$copy.ndjson"
done
cp "$folder/sample/inbox/stream-cases.ndjson" "$folder/ws/inbox/"
command -v /usr/bin/time >/dev/null && timer=(/usr/bin/time -f "peak memory %M KB, wall %e s") || timer=()
"${timer[@]}" "$koe" -w "$folder/ws" run | tail -n 2
