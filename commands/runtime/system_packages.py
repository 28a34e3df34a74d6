"""Which system libraries and programs a command needs, which are missing, and how to install them. Stdlib only."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Found by adding one at a time on a bare Debian 13: what Qt opens at run time, by the name it opens it by.
SCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "chromium": "chromium",
    "git": "git",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "tesseract": "tesseract-ocr",
    "pdftoppm": "poppler-utils",
    "npm": "npm",
}
FULL_TEST_PROGRAMS = {
    "debootstrap": "debootstrap",  # an empty Debian to install in
    "systemd-nspawn": "systemd-container",  # a real systemd to run the units
    "promtool": "promtool",
    "nginx": "nginx-light",
    "ffmpeg": "ffmpeg",
    "patroni": "patroni python3-etcd",
    "etcd": "etcd-server",
    "sshd": "openssh-server",
    "cage": "cage",  # the kiosk's compositor, and who takes its picture
    "grim": "grim",
}
"""What only `main.py test --full` needs."""
POSTGRESQL = "postgresql"
SPEAKER = "espeak-ng"
"""Makes the board's default voices once."""
PLAYERS = ("pw-play", "paplay", "aplay")
PLAYER_PACKAGE = "alsa-utils"


def missing(needs: str, programs: frozenset[str] = frozenset()) -> list[str]:
    """Return the system packages that `needs` (server, screen or test) asks for and this machine lacks; Linux only.

    `programs` are those of this machine where that is known: only a board speaks, and a hall makes no sound.
    """
    if not sys.platform.startswith("linux") or needs == "server":
        return []
    packages = [package for soname, package in SCREEN_LIBRARIES.items() if not _loads(soname)]
    if speaks(programs) and shutil.which(SPEAKER) is None:
        packages.append(SPEAKER)
    if makes_sound(programs) and not any(shutil.which(player) for player in PLAYERS):
        packages.append(PLAYER_PACKAGE)
    if needs == "test":
        packages += [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]
        if not _postgresql_server():
            packages.append(POSTGRESQL)
    return packages


def missing_for_full_tests() -> list[str]:
    """Return the system packages that only `main.py test --full` needs and this machine lacks; Linux only."""
    if not sys.platform.startswith("linux"):
        return []
    lacking = [packages for program, packages in FULL_TEST_PROGRAMS.items() if shutil.which(program) is None]
    return " ".join(lacking).split()


def speaks(programs: frozenset[str]) -> bool:
    """Say whether one of these programs speaks numbers; without any known, it may."""
    return not programs or "board" in programs


def makes_sound(programs: frozenset[str]) -> bool:
    """Say whether one of these programs plays sounds; without any known, it may."""
    return not programs or not programs.isdisjoint({"board", "counter", "kiosk"})


def install_command(packages: list[str]) -> list[str] | None:
    """Return the command that installs `packages`, with sudo where needed, or None where this machine has no apt."""
    if shutil.which("apt-get") is None:
        return None
    prefix = [] if os.geteuid() == 0 else ["sudo"] if shutil.which("sudo") else None
    if prefix is None:
        return None
    return [*prefix, "apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]


def install(command: list[str]) -> None:
    """Run the install command after refreshing the package lists; a failure is reported, and the command continues."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    prefix = command[: command.index("apt-get")]
    update = subprocess.run([*prefix, "apt-get", "update", "-q"], env=environment, check=False, stdout=sys.stderr)
    done = subprocess.run(command, env=environment, check=False, stdout=sys.stderr)
    if update.returncode or done.returncode:
        print(f"main.py: could not install; run it yourself: {' '.join(command)}", file=sys.stderr)


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _postgresql_server() -> bool:
    return shutil.which("initdb") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
