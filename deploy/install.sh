#!/bin/sh
# Make this Debian machine a part of a hall that starts again automatically after a power cut. Run as root in a clone at
# /opt/dawr. Running it again changes nothing twice, and keeps the settings in /etc/dawr.
#   sh deploy/install.sh hall|centre|kiosk|board|signs
#   sh deploy/install.sh keypad N          (the keypad of counter N)
# DESTDIR=DIR puts the files below DIR and changes nothing else (for an image).
set -eu
# Debian's own Python: the programs' users cannot reach one that is set up in root's home.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
deploy=$(cd "$(dirname "$0")" && pwd)
root=${DESTDIR:-}
role=${1:-}
number=${2:-}

usage() {
    sed -n 's/^#   //p' "$0" >&2
    exit 2
}

place() { # place FILE WHERE: copies, readable by all
    mkdir -p "$root$(dirname "$2")"
    cp "$deploy/$1" "$root$2"
    chmod 644 "$root$2"
}

settings() { # settings FILE WHERE GROUP: only where none is there, readable by root and the program alone
    if [ ! -e "$root$2" ]; then
        place "$1" "$2"
        chmod 640 "$root$2"
        [ -n "$root" ] || chgrp "$3" "$2"
    fi
}

user() { # user NAME [GROUP ...]: without password, shell or rights; its home is its data folder
    [ -z "$root" ] || return 0
    name=$1
    shift
    id "$name" >/dev/null 2>&1 || useradd --system --user-group --home-dir "/var/lib/$name" --shell /usr/sbin/nologin "$name"
    install -d -m 700 -o "$name" -g "$name" "/var/lib/$name"
    for group in "$@"; do
        if getent group "$group" >/dev/null; then usermod --append --groups "$group" "$name"; fi
    done
}

program() { # program COMMAND [PACKAGE ...]: what the program needs, set up once as root, readable by its user
    [ -z "$root" ] || return 0
    [ "$(id -u)" = 0 ] || { echo "run this as root" >&2; exit 1; }
    [ "$deploy" = /opt/dawr/deploy ] || { echo "the clone must be at /opt/dawr, it is at ${deploy%/deploy}" >&2; exit 1; }
    command=$1
    shift
    apt-get update
    apt-get install --yes --no-install-recommends python3-venv "$@"
    set_up="from commands import COMMANDS; from commands.runtime import environment; environment.ensure(COMMANDS['$command'].needs, argv=['$command', '--help'])"
    (cd /opt/dawr && python3 -c "$set_up" >/dev/null)
    ln -sfn /opt/dawr /opt/dawr/current
    # The programs' users cannot write here: compile all now.
    (cd /opt/dawr && .venv/bin/python -m compileall -q $(dirname -- */__init__.py))
    # What git knows and the packages, no more: a data folder, a token or a set-up file with PINs beside them stays private.
    (cd /opt/dawr && chmod a+rx . && git -c safe.directory=/opt/dawr ls-tree -z --name-only HEAD | xargs -0 chmod -R a+rX .venv)
}

screen() { # screen: one compositor, no other console, no key that reaches the kernel
    place screen/90-dawr-screen.rules /etc/udev/rules.d/90-dawr-screen.rules
    place screen/logind.conf /etc/systemd/logind.conf.d/dawr-screen.conf
    place screen/sysctl.conf /etc/sysctl.d/90-dawr-screen.conf
    place screen/usb-storage.conf /etc/modprobe.d/90-dawr-screen.conf
    [ -z "$root" ] || return 0
    sysctl --quiet --load /etc/sysctl.d/90-dawr-screen.conf || true
    systemctl mask getty@tty2.service getty@tty3.service getty@tty4.service getty@tty5.service getty@tty6.service autovt@.service
    systemctl set-default multi-user.target
}

enable() { # enable UNIT: it starts with the machine from now on
    [ -z "$root" ] || return 0
    systemctl daemon-reload
    systemctl enable "$1"
}

screen_packages="cage wlr-randr libwayland-cursor0 libwayland-egl1 polkitd libpam-systemd alsa-utils"
case $role in
    hall)
        program hall
        user dawr-hall
        place hall/dawr-hall.service /etc/systemd/system/dawr-hall.service
        # The timer is turned on by hand, once /etc/dawr/hall.toml says where backups go.
        place hall/dawr-backup.service /etc/systemd/system/dawr-backup.service
        place hall/dawr-backup.timer /etc/systemd/system/dawr-backup.timer
        place hall/dawr-backup-centre.service /etc/systemd/system/dawr-backup-centre.service
        place hall/dawr-backup-centre.timer /etc/systemd/system/dawr-backup-centre.timer
        for unit in dawr-update-recover.service dawr-update.service dawr-update.timer; do
            place "hall/$unit" "/etc/systemd/system/$unit"
        done
        settings hall/hall.toml /etc/dawr/hall.toml dawr-hall
        enable dawr-hall.service
        next="put the set-up file into /etc/dawr/hall-setup.toml (chgrp dawr-hall, chmod 640), name it in /etc/dawr/hall.toml, then: systemctl start dawr-hall"
        ;;
    centre)
        program central
        user dawr-central
        place central/dawr-central.service /etc/systemd/system/dawr-central.service
        settings central/central.toml /etc/dawr/central.toml dawr-central
        enable dawr-central.service
        next="look at /etc/dawr/central.toml, then: systemctl start dawr-central; the proxy with TLS: docs/centre.md"
        ;;
    kiosk)
        # shellcheck disable=SC2086
        program kiosk $screen_packages
        user dawr-kiosk video render input lp dialout audio
        screen
        place kiosk/dawr-kiosk.service /etc/systemd/system/dawr-kiosk.service
        place kiosk/49-dawr-kiosk.rules /etc/polkit-1/rules.d/49-dawr-kiosk.rules
        settings kiosk/kiosk.toml /etc/dawr/kiosk.toml dawr-kiosk
        enable dawr-kiosk.service
        next="pair the kiosk (main.py pair), fill in /etc/dawr/kiosk.toml, then restart the machine"
        ;;
    board)
        # shellcheck disable=SC2086
        program board $screen_packages
        user dawr-board video render input audio
        screen
        place board/dawr-board.service /etc/systemd/system/dawr-board.service
        settings board/board.toml /etc/dawr/board.toml dawr-board
        enable dawr-board.service
        next="pair the board (main.py pair), fill in /etc/dawr/board.toml, then restart the machine"
        ;;
    signs)
        program signs
        user dawr-devices dialout input
        place signs/dawr-signs.service /etc/systemd/system/dawr-signs.service
        settings signs/signs.toml /etc/dawr/signs.toml dawr-devices
        enable dawr-signs.service
        next="pair them as a board (main.py pair), fill in /etc/dawr/signs.toml, then: systemctl start dawr-signs"
        ;;
    keypad)
        case $number in '' | *[!0-9]*) usage ;; esac
        program keypad
        user dawr-devices dialout input
        place "keypad/dawr-keypad@.service" "/etc/systemd/system/dawr-keypad@.service"
        new=$([ -e "$root/etc/dawr/keypad-$number.toml" ] || echo yes)
        settings keypad/keypad.toml "/etc/dawr/keypad-$number.toml" dawr-devices
        [ -z "$new" ] || sed -i "s/counter\\( = \\|-\\)1/counter\\1$number/; s/\\bN\\b/$number/g" "$root/etc/dawr/keypad-$number.toml"
        enable "dawr-keypad@$number.service"
        next="pair it as counter $number (main.py pair), fill in /etc/dawr/keypad-$number.toml, then: systemctl start dawr-keypad@$number"
        ;;
    *) usage ;;
esac
[ -n "$root" ] || echo "Next: $next"
