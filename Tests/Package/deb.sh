#!/usr/bin/env bash
# Installs the package in a clean Debian and runs it there: deb.sh PACKAGE.deb [FOLDER OF A ROOT MADE BEFORE]
# Outside CI: as root, with debootstrap and the network.
set -euo pipefail
package=$(realpath "$1")
work=$(mktemp -d)
root=${2:-$work/root}
finish() {
    umount "$root/proc" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

[ -d "$root/etc" ] || debootstrap --variant=minbase "${SUITE:-bookworm}" "$root" >"$work/debootstrap.log"
mkdir -p "$root/proc"
mount -t proc proc "$root/proc"
cp "$package" "$root/koe.deb"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C "$@"; }

inside apt-get update -q >"$work/apt.log"
inside apt-get install -y -q --no-install-recommends /koe.deb >>"$work/apt.log" 2>&1 || { cat "$work/apt.log"; exit 1; }
fail() { echo "FAIL $1"; exit 1; }

inside koe --version
inside koe doctor >"$work/doctor" || { cat "$work/doctor"; fail "doctor"; }
[ -z "$(inside sh -c 'ldd /usr/bin/koe | grep -i -e swift -e "not found" || true')" ] || fail "a library is missing"
rm -rf "$root/ws"
inside koe sample /ws
inside koe -w /ws run || fail "run"
[ -s "$root/ws/reports/latest/index.html" ] || fail "no report"
inside koe -w /ws verify
inside koe -w /ws schedule show --kind system >"$work/timer" || fail "schedule show"
grep -q 'ExecStart="/usr/bin/koe"' "$work/timer" || fail "the timer does not start the installed program"
manual=$(zcat "$root/usr/share/man/man1/koe.1.gz" | sed 's/\\//g')
for command in $(inside koe --experimental-dump-help | grep -o '"commandName" *: *"[a-z-]*"' | cut -d'"' -f4 | sort -u); do
    grep -q "^\.SS koe .*$command" <<<"$manual" || [ "$command" = koe ] || [ "$command" = help ] ||
        fail "the manual lacks $command"
    grep -q -w -- "$command" "$root/usr/share/bash-completion/completions/koe" || fail "the completions lack $command"
done
inside bash -n /usr/share/bash-completion/completions/koe || fail "completions"
(cd "$root" && md5sum --quiet -c var/lib/dpkg/info/koe.md5sums) || fail "files differ"
echo "package $(stat -c %s "$package") bytes, installed $(inside dpkg-query -W -f '${Installed-Size}' koe) KiB"
inside dpkg -r koe >/dev/null
[ ! -e "$root/usr/bin/koe" ] && [ ! -e "$root/usr/share/koe" ] || fail "something is left behind"
[ -e "$root/ws/koe.db" ] || fail "the workspace went with the package"
echo PASS
