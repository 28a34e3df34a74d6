#!/bin/sh
# Runs as the first process of new namespaces (systemd_machine.py): makes a machine of the Debian in the folder $BASE, with
# $STICK at /media/stick, and becomes its systemd. What it writes stays below $DISK; devices and kernel settings stay as they
# are.
set -eu
root=$DISK/root

mount --make-rprivate /
mkdir -p "$DISK/changes" "$DISK/work" "$root"
mount -t overlay overlay -o "metacopy=on,lowerdir=$BASE,upperdir=$DISK/changes,workdir=$DISK/work" "$root"
mkdir -p "$root/media/stick"
mount --bind "$STICK" "$root/media/stick"
mount -o remount,bind,ro "$root/media/stick"

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

# A console needs a screen.
ln -sf /dev/null "$root/etc/systemd/system/getty.target"
mkdir -p "$root/old-root"
cd "$root"
pivot_root . old-root
umount -l /old-root
exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=multi-user.target
