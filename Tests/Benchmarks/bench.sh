#!/usr/bin/env bash
# Times nights: bench.sh PATH-OF-KOE [COPIES...]
# For each number of copies of the sample stream (about 20,000 comments a copy, under new ids; default 1 and 10; 50 make
# a million): the first load, a night of 1 % on top, and a night with nothing new. Times are wall clock, memory the peak.
set -euo pipefail
koe=$1
shift
[ $# -gt 0 ] || set -- 1 10
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
timer=()
if command -v /usr/bin/time >/dev/null; then timer=(/usr/bin/time -f "peak memory %M KB, wall %e s"); fi

night() {
    echo "$1"
    "${timer[@]}" "$koe" -w "$folder/ws" run 2>&1 | grep -E '^(time:|database |peak memory )' | sed 's/^/  /'
}

# The stream under the ids of one copy: stream NAME
stream() {
    sed "s/\"id\":\"s/\"id\":\"$1s/; s/\"author_id\":\"u/\"author_id\":\"$1u/" \
        "$folder/sample/inbox/stream-comments.ndjson"
}

for copies in "$@"; do
    rm -rf "$folder/sample" "$folder/ws"
    "$koe" sample "$folder/sample" >/dev/null
    "$koe" init "$folder/ws" >/dev/null
    cp "$folder/sample/koe.yaml" "$folder/ws/koe.yaml"
    for copy in $(seq "$copies"); do stream "c$copy" >"$folder/ws/inbox/comments-$copy.ndjson"; done
    cp "$folder/sample/inbox/stream-cases.ndjson" "$folder/ws/inbox/"
    comments=$(cat "$folder"/ws/inbox/comments-*.ndjson | wc -l)
    night "$comments comments:"
    # One comment in a hundred of each copy, as other comments of new customers.
    for copy in $(seq "$copies"); do stream "n$copy" | sed -n '1~100p'; done >"$folder/ws/inbox/night.ndjson"
    night "$(wc -l <"$folder/ws/inbox/night.ndjson") on top:"
    night "nothing new:"
done
