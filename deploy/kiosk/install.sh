#!/bin/sh
# Make this bare Debian machine a kiosk: run as root in a clone at /opt/dawr. Running it again changes nothing twice.
#   sh deploy/kiosk/install.sh
# DESTDIR=DIR puts the files below DIR and changes nothing else (for an image).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=${DESTDIR:-}

place() { # place FILE WHERE: copies, readable by all
    mkdir -p "$root$(dirname "$2")"
    cp "$here/$1" "$root$2"
    chmod 644 "$root$2"
}

place dawr-kiosk.service /etc/systemd/system/dawr-kiosk.service
place 49-dawr-kiosk.rules /etc/polkit-1/rules.d/49-dawr-kiosk.rules
place 90-dawr-kiosk.rules /etc/udev/rules.d/90-dawr-kiosk.rules
place logind.conf /etc/systemd/logind.conf.d/dawr-kiosk.conf
place sysctl.conf /etc/sysctl.d/90-dawr-kiosk.conf
if [ ! -e "$root/etc/dawr/kiosk.env" ]; then
    place kiosk.env /etc/dawr/kiosk.env # a file that is there is the technician's
fi
[ -z "$root" ] || exit 0

[ "$(id -u)" = 0 ] || { echo "run this as root" >&2; exit 1; }
[ "$here" = /opt/dawr/deploy/kiosk ] || { echo "the clone must be at /opt/dawr, it is at ${here%/deploy/kiosk}" >&2; exit 1; }
apt-get update
apt-get install --yes --no-install-recommends cage wlr-randr polkitd libpam-systemd alsa-utils python3-venv
# A user without a password and without a shell; the groups are those of screen, printer, serial scanner and sound.
id dawr-kiosk >/dev/null 2>&1 || useradd --system --create-home --home-dir /var/lib/dawr-kiosk --shell /usr/sbin/nologin dawr-kiosk
for group in video render input lp dialout audio; do
    if getent group "$group" >/dev/null; then usermod --append --groups "$group" dawr-kiosk; fi
done
# Set up what the program needs, as root, once; no command's --help does.
set_up="from commands import COMMANDS, environment; environment.ensure(COMMANDS['kiosk'].needs, argv=['kiosk', '--help'])"
(cd /opt/dawr && python3 -c "$set_up" >/dev/null)
sysctl --quiet --load /etc/sysctl.d/90-dawr-kiosk.conf || true
systemctl daemon-reload
systemctl mask getty@tty2.service getty@tty3.service getty@tty4.service getty@tty5.service getty@tty6.service autovt@.service
systemctl set-default multi-user.target
systemctl enable dawr-kiosk.service
echo "Next: pair the kiosk (main.py pair), fill in /etc/dawr/kiosk.env, then restart the machine."
