#!/usr/bin/env bash
# Makes the Debian package of a built program: build.sh PATH-OF-KOE FOLDER. Needs dpkg-dev and python3.
# The same program makes the same bytes: every file is dated SOURCE_DATE_EPOCH (the last commit's time if it is not set).
set -euo pipefail
koe=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
here=$(cd "$(dirname "$0")/.." && pwd)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct)}
export LC_ALL=C TZ=UTC
umask 022

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
share=$root/usr/share

install -D -m 755 "$koe" "$root/usr/bin/koe"
strip --strip-unneeded "$root/usr/bin/koe"
mkdir -p "$share/koe/Reports/sample" "$share/koe/Reports/cluster"
cp -r "$here/Lexicons" "$share/koe/"
cp -r "$here/Reports/templates" "$share/koe/Reports/"
cp -r "$here"/Reports/sample/{koe.yaml,phrases.tsv,stories} "$share/koe/Reports/sample/"
cp "$here"/Reports/cluster/{*.py,requirements.txt,README.md} "$share/koe/Reports/cluster/"
chmod -x "$share"/koe/Reports/cluster/*.py
maintainer=$(git -C "$here" log -1 --format='%an <%ae>')
mkdir -p "$share/doc/koe"
cat >"$share/doc/koe/copyright" <<COPYRIGHT
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: $(date -u -d "@$SOURCE_DATE_EPOCH" +%Y) the authors of Koe
License: Apache-2.0
 Licensed under the Apache License, Version 2.0; on Debian systems its text is
 in /usr/share/common-licenses/Apache-2.0. Word lists that come from others name
 their source and licence in their first lines.
COPYRIGHT

version=$("$koe" --version)
mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/zsh/vendor-completions" \
    "$share/fish/vendor_completions.d"
"$koe" --experimental-dump-help | python3 "$here/.debian/manual.py" "$version" | gzip -n9 >"$share/man/man1/koe.1.gz"
"$koe" --generate-completion-script bash | sed '1{/^#!/d}' >"$share/bash-completion/completions/koe"
"$koe" --generate-completion-script zsh >"$share/zsh/vendor-completions/_koe"
"$koe" --generate-completion-script fish >"$share/fish/vendor_completions.d/koe.fish"

printf 'koe (%s) unstable; urgency=medium\n\n  * The program of %s.\n\n -- %s  %s\n' \
    "$version" "$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)" "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" |
    gzip -n9 >"$share/doc/koe/changelog.gz"

# A library from outside of Debian would be missing where the package is installed.
if readelf -d "$root/usr/bin/koe" | grep -q -e 'NEEDED.*\[lib_\?swift' -e 'NEEDED.*\[libFoundation'; then
    echo "$koe needs Swift's libraries; build it with --static-swift-stdlib, as make deb does" >&2
    exit 1
fi

# What the program is linked to; the dictionary and the zones are files that it reads.
mkdir -p "$work/debian"
printf 'Source: koe\n\nPackage: koe\nArchitecture: any\n' >"$work/debian/control"
libraries=$(cd "$work" && dpkg-shlibdeps -O -e"$root/usr/bin/koe" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
[ -n "$libraries" ] || { echo "dpkg-shlibdeps names no library; is dpkg-dev there?" >&2; exit 1; }

chmod -R u=rwX,go=rX "$root"
mkdir -p "$root/DEBIAN"
size=$(du -sk --apparent-size "$root/usr" | cut -f1)
cat >"$root/DEBIAN/control" <<CONTROL
Package: koe
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: $maintainer
Installed-Size: $size
Depends: $libraries, mecab-ipadic-utf8, tzdata
Recommends: curl
Suggests: default-jre-headless, python3
Section: utils
Priority: optional
Description: compares how customers speak of support with how they speak of the brand
 Koe reads comments and support cases every night, scores each sentence in
 Japanese or English, links comments to cases, and reports where the two
 strengths part.
CONTROL
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
find "$root" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +

package=$out/koe_${version}_$(dpkg --print-architecture).deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
echo "$package"
