"""What `doctor` looks at on this machine: Python, packages, SQLite, screen, sound, disk and clock."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
from pathlib import Path

from commands.doctor.findings import Finding, failed, passed, warned
from commands.runtime import system_packages
from commands.runtime.installed import installed_programs
from common.text.program_name import program_name
from common.version import release
from display_board.voice.clip_origin import is_synthetic
from display_board.voice.ready import cache_folder

ROOT = Path(__file__).resolve().parents[2]
SAFE_SQLITE = (3, 51, 3)
_PLAYERS = ("pw-play", "paplay", "aplay", "afplay")
_LEAST_FREE_BYTES = 1 << 30


def version() -> Finding:
    """Say which version this is: the first thing that a person who helps asks for."""
    return passed("Dawr", release())


def python() -> Finding:
    """Check the interpreter's version."""
    text = sys.version.split()[0]
    if sys.version_info < (3, 11):  # noqa: UP036  # doctor may be asked on any machine
        return failed("Python", text, "Install Python 3.11 or newer.")
    return passed("Python", f"{text} in {sys.prefix}")


def packages() -> Finding:
    """Check that the installed packages are those of the lock file."""
    lock = ROOT / "deploy" / "requirements" / "run.txt"
    wrong = []
    for name, version in re.findall(r"(?m)^([\w.-]+)==([\w.]+)(?= \\| ;)", lock.read_text(encoding="utf-8")):
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another platform; what is really missing fails at import with its name
        if found != version:
            wrong.append(f"{name} {found} in place of {version}")
    if wrong and Path(sys.prefix).resolve() != (ROOT / ".venv").resolve():
        return warned("packages", "; ".join(wrong), f"Dawr is tested with the versions of {lock}.")
    if wrong:
        return failed("packages", "; ".join(wrong), "Delete the folder .venv and start again.")
    return passed("packages", "as locked")


def sqlite() -> Finding:
    """Check that SQLite is beyond the versions whose write-ahead log can corrupt a file."""
    try:
        from pysqlite3 import dbapi2  # noqa: PLC0415
    except ImportError:
        import sqlite3 as dbapi2  # noqa: PLC0415
    version = tuple(int(part) for part in dbapi2.sqlite_version.split("."))
    if version < SAFE_SQLITE:
        todo = "This SQLite can corrupt a hall's file in WAL mode: the hall will use the slower rollback journal."
        return warned("SQLite", dbapi2.sqlite_version, todo)
    return passed("SQLite", dbapi2.sqlite_version)


def screen_libraries() -> Finding:
    """Check what Qt opens at run time."""
    missing = system_packages.missing("screen", installed_programs())
    if missing:
        command = " ".join(system_packages.install_command(missing) or ["install:", *missing])
        return failed("screen libraries", f"missing: {', '.join(missing)}", f"Run: {command}")
    return passed("screen libraries", "all there")


def typeface() -> Finding:
    """Check that the bundled typeface is there."""
    found = sorted((ROOT / "assets" / "fonts").glob("*.ttf"))
    if len(found) < 3:
        return failed("typeface", f"{len(found)} files in assets/fonts", "Restore assets/fonts from the release.")
    return passed("typeface", f"{len(found)} files")


def sound() -> Finding:
    """Check that something can play the chime."""
    player = next((name for name in _PLAYERS if shutil.which(name)), None)
    if player is None:
        todo = "The board will show calls but not speak them: install pipewire-bin or alsa-utils."
        return warned("sound", "no player found", todo)
    return passed("sound", f"{player}; hear it with: {program_name()} voice say A047 --counter 3")


def spoken_clips(*, root: Path = Path("/")) -> Finding:
    """Check that there are voices, those that ship or those that a board has built, and that a person spoke them."""
    clips: dict[str, list[Path]] = {}
    of_board = root / "var/lib/dawr-board/.cache/dawr/voices"
    try:
        of_board.stat()
    except PermissionError:  # the hall's account beside a board on one machine
        return warned("spoken clips", "those of the board are another account's", f"As root: {program_name()} doctor")
    except OSError:
        pass  # this machine is no board
    for place in (ROOT / "assets/sounds/voices", cache_folder(), of_board):
        for voice in sorted(path.name for path in place.glob("*") if path.is_dir()):
            clips[voice] = clips.get(voice) or list((place / voice).glob("*.wav"))
    counted = sum(map(len, clips.values()))
    if not counted:
        return warned("spoken clips", "none", f"Build them: {program_name()} voice build")
    synthetic = sum(is_synthetic(clip) for voice in clips.values() for clip in voice)
    if synthetic:
        seen = f"synthetic voice: {synthetic} of {counted} clips"
        return warned("spoken clips", seen, f"Have a person speak them: {program_name()} voice record")
    return passed("spoken clips", ", ".join(f"{name} {len(found)}" for name, found in sorted(clips.items())))


def disk(folder: Path) -> Finding:
    """Check that at least 1 GB is free where the hall's data lies."""
    place = next(parent for parent in [folder.absolute(), *folder.absolute().parents] if parent.exists())
    free = shutil.disk_usage(place).free
    seen = f"{free / (1 << 30):.1f} GB free at {place}"
    if free < _LEAST_FREE_BYTES:
        return failed("disk", seen, "Free some space: with a full disk no ticket can be given.")
    return passed("disk", seen)


def clock() -> Finding:
    """Check that network time keeps the clock, where this machine can say so."""
    if shutil.which("timedatectl") is None:
        return warned("clock", "cannot tell whether network time is on", "Check by hand that the time is right.")
    command = ["timedatectl", "show", "-p", "NTPSynchronized", "--value"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    if said != "yes":
        todo = "Turn it on: timedatectl set-ntp true. Without Internet, name a server in /etc/systemd/timesyncd.conf."
        return warned("clock", "not kept by network time", todo)
    return passed("clock", "kept by network time")
