"""The PINs that open a kiosk's staff menu: one a person, kept as hashes in one file that works without the hall."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from common.files.durable import write_whole

SHORTEST, LONGEST = 4, 8
SHORTEST_NEW = 6
"""A new PIN: who takes the kiosk along tries all that have four digits within minutes. Older ones go on to open."""
LONGEST_NAME = 60
_COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MB and some 50 ms: a kiosk is a small machine


class StaffPinError(ValueError):
    """A PIN, a name or the file of PINs cannot be used; the text says what to do."""


@dataclass(frozen=True)
class StaffPins:
    """Who may open the menu: salt and hash, both hexadecimal, by name."""

    by_name: Mapping[str, tuple[str, str]]

    def who(self, pin: str) -> str | None:
        """Return whose PIN this is, or None. Takes some 50 ms a name: not for the GUI thread."""
        found = None
        for name, (salt, hashed) in self.by_name.items():
            if hmac.compare_digest(_hashed(pin, salt), hashed):
                found = name
        return found

    def with_pin(self, name: str, pin: str) -> StaffPins:
        """Return the PINs with this one added or replaced; raise StaffPinError for a PIN or a name that will not do."""
        name = name.strip()
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
            raise StaffPinError(f"the name must have 1 to {LONGEST_NAME} letters: it stands beside what is done")
        if not (SHORTEST <= len(pin) <= LONGEST and pin.isascii() and pin.isdigit()):
            raise StaffPinError(f"a PIN has {SHORTEST} to {LONGEST} digits")
        if len(set(pin)) == 1 or pin in "0123456789" or pin in "9876543210":
            raise StaffPinError("this PIN is the first that anybody tries: take one without a row of digits")
        owner = self.who(pin)
        if owner not in {None, name}:
            raise StaffPinError("somebody has this PIN already: nobody could say who was at the device")
        salt = os.urandom(16).hex()
        return StaffPins({**self.by_name, name: (salt, _hashed(pin, salt))})


def default_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where a kiosk keeps its PINs unless told otherwise."""
    home = environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(home) / "dawr" / "kiosk_pins.json"


def read_pins(file: Path) -> StaffPins:
    """Return the PINs of the file, none where there is no file; raise StaffPinError for one that cannot be read."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return StaffPins({})
    except OSError as error:
        raise StaffPinError(f"{file}: {error.strerror}") from error
    try:
        rows = json.loads(text)["pins"]
        return StaffPins({str(row["name"]): (str(row["salt"]), str(row["hash"])) for row in rows})
    except (ValueError, KeyError, TypeError) as error:
        raise StaffPinError(f"{file} is not a file of PINs: remove it and set them again with --set-pin") from error


def write_pins(file: Path, pins: StaffPins) -> None:
    """Write the file whole or not at all, readable by its owner only; raise StaffPinError where that cannot be."""
    rows = [{"name": name, "salt": salt, "hash": hashed} for name, (salt, hashed) in pins.by_name.items()]
    try:
        write_whole(file, json.dumps({"pins": rows}, ensure_ascii=False, indent=1))
    except OSError as error:
        raise StaffPinError(f"{file}: {error.strerror}") from error


def _hashed(pin: str, salt: str) -> str:
    return hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), maxmem=64 * 2**20, dklen=32, **_COST).hex()
