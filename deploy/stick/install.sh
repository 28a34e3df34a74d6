#!/bin/sh
# Install a part of Dawr @VERSION@ from this stick, without a network. Run as root on Debian @DEBIAN@:
#   sh install.sh ROLE ... [--setup FILE]
# ROLE: hall, centre, kiosk, board, counter, devices. --setup: the hall's set-up file, for the role hall.
# Running it again changes nothing twice. An older version is updated; settings and data stay.
set -eu
stick=$(cd "$(dirname "$0")" && pwd)
keys=/etc/dawr/release-keys

stop() {
    echo "install.sh: $1" >&2
    exit 1
}

usage() {
    sed -n 's/^#   //p' "$0" >&2
    exit 2
}

roles=
setup=
while [ $# -gt 0 ]; do
    case $1 in
        hall | centre | kiosk | board | counter | devices) roles="$roles dawr-$1" ;;
        --setup)
            [ $# -gt 1 ] || usage
            shift
            setup=$1
            [ -f "$setup" ] || stop "there is no file $setup"
            ;;
        *) usage ;;
    esac
    shift
done
[ -n "$roles" ] || usage
[ "$(id -u)" = 0 ] || stop "run this as root: sudo sh install.sh$(echo "$roles" | sed 's/ dawr-/ /g')"
. /etc/os-release
[ "${VERSION_ID:-}" = "@DEBIAN@" ] || stop "this stick is for Debian @DEBIAN@; this machine has ${PRETTY_NAME:-another system}"

echo "1/3 Checking the stick"
(cd "$stick" && sha256sum --check --quiet --strict SHA256SUMS) || stop "the stick is damaged: copy it again"
signature=$stick/SHA256SUMS.sig
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
signed_by() { # signed_by KEY: whether this key has signed the checksums
    { printf 'dawr release file\000' && openssl dgst -sha512 -binary "$stick/SHA256SUMS"; } >"$work/signed"
    base64 -d "$signature" >"$work/signature"
    openssl pkeyutl -verify -pubin -inkey "$1" -rawin -in "$work/signed" -sigfile "$work/signature" >/dev/null 2>&1
}
if ls "$keys"/*.pub >/dev/null 2>&1; then
    command -v openssl >/dev/null || stop "openssl is missing: without it nobody can check who made this stick"
    [ -f "$signature" ] || stop "nobody has signed this stick (SHA256SUMS.sig is missing)"
    known=
    for key in "$keys"/*.pub; do
        if signed_by "$key"; then known=$key; fi
    done
    [ -n "$known" ] || stop "no known key has signed this stick: do not use it"
    echo "    signed by a known key: $known"
else
    echo "    the files are undamaged. Who made the stick is not checked: this machine has no key in $keys yet"
fi

echo "2/3 Installing$roles"
ln -sfn "$stick" /run/dawr-stick
mkdir -p /run/dawr-apt/lists/partial
echo "deb [trusted=yes] file:/run/dawr-stick/packages ./" >/run/dawr-apt/stick.list
from_stick() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -o Dir::Etc::SourceList=/run/dawr-apt/stick.list -o Dir::Etc::SourceParts=- \
        -o Dir::State::Lists=/run/dawr-apt/lists -o Acquire::Languages=none -o APT::Sandbox::User=root \
        -o Dpkg::Options::=--force-confold "$@" >>"$work/log" 2>&1 || {
        tail -n 30 "$work/log" >&2
        stop "apt-get $* failed, see above"
    }
}
from_stick update
if [ -n "$setup" ]; then
    mkdir -p /etc/dawr
    install -m 600 "$setup" /etc/dawr/hall-setup.toml
fi
# shellcheck disable=SC2086
from_stick install --yes --no-install-recommends $roles
if [ -n "$setup" ] && [ -d /run/systemd/system ]; then
    chgrp dawr-hall /etc/dawr/hall-setup.toml
    chmod 640 /etc/dawr/hall-setup.toml
    systemctl start dawr-hall || {
        journalctl --unit dawr-hall --lines 5 --no-pager --output cat >&2
        stop "the hall does not start, see above"
    }
fi
grep -E '^dawr-[a-z]+: ' "$work/log" | sed 's/^/    /' || true

echo "3/3 Done. Dawr @VERSION@ is installed; its programs start with this machine."
case "$roles" in *hall*) [ -e /etc/dawr/hall-setup.toml ] || echo "Next: sh install.sh hall --setup FILE, with the hall's set-up file" ;; esac
case "$roles" in *kiosk* | *board*) echo "Next: pair this machine with the hall (technician.md, steps 4 and 5)" ;; esac
