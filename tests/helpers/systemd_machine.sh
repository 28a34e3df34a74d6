#!/bin/sh
# Runs as the first process of new namespaces (systemd_machine.py): makes a separate machine from this one's files, and
# becomes its systemd. What it writes stays below $DISK; this machine's files, devices and kernel settings stay as they are.
# With BASE it is the Debian of that folder instead of this machine's, with nothing of Dawr, and STICK is at /media/stick.
set -eu
root=$DISK/root

layer() { # layer NAME FROM TO: shows the files of FROM at TO; what is written there is kept in NAME
    mkdir -p "$DISK/$1" "$DISK/$1.work" "$3"
    mount -t overlay overlay -o "metacopy=on,lowerdir=$2,upperdir=$DISK/$1,workdir=$DISK/$1.work" "$3"
}

with_clone() { # this clone and its packages in the machine
    layer clone "$CLONE" "$root/opt/dawr"
    if [ -L "$root/opt/dawr/.venv" ]; then rm "$root/opt/dawr/.venv"; fi
    layer packages "$VENV" "$root/opt/dawr/.venv"
    case $PYTHON in # an interpreter in somebody's home is out of reach for the programs' users
        /root/* | /home/*)
            place=$PYTHON
            while [ "$place" != / ]; do chmod a+x "$root$place" && place=$(dirname "$place"); done
            mkdir -p "$root/etc/systemd/system/dawr-.service.d"
            printf '[Service]\nProtectHome=no\n' >"$root/etc/systemd/system/dawr-.service.d/home.conf"
            ;;
    esac
}

mount --make-rprivate /
layer machine "${BASE:-/}" "$root"
[ -n "${BASE:-}" ] || with_clone
if [ -n "${STICK:-}" ]; then
    mkdir -p "$root/media/stick"
    mount --bind "$STICK" "$root/media/stick"
    mount -o remount,bind,ro "$root/media/stick"
fi

mount -t proc proc "$root/proc"
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,bind,ro "$root/proc/sys"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
for place in dev run tmp; do mount -t tmpfs -o mode=755 tmpfs "$root/$place"; done
chmod 1777 "$root/tmp"
for device in null zero full random urandom tty; do
    touch "$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"

if [ ! -e "$root/etc/dawr-machine" ]; then
    ln -sf /dev/null "$root/etc/systemd/system/getty.target"
    if [ -z "${BASE:-}" ]; then
        # The services of this machine do not start a second time, and the packages are there already.
        rm -f "$root"/etc/systemd/system/*.wants/*
        printf '#!/bin/sh\n' >"$root/usr/bin/apt-get"
    fi
    touch "$root/etc/dawr-machine"
fi
mkdir -p "$root/old-root"
cd "$root"
pivot_root . old-root
umount -l /old-root
exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=multi-user.target
