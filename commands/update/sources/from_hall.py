"""Update a device from its hall, as a hall is from the centre: over the hall's HTTPS, with the device's token."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from commands.update.problem import Problem, UpdateError
from commands.update.sources.source import AwayError
from common.server.trust import hall_authority
from contracts.codec.message import Message
from contracts.codec.reader import from_json, to_json
from contracts.releases import DeviceRelease, HeardDevice, OfferedRelease, ReleaseResult
from contracts.words.releases import ReleaseProblem

DOWNLOADS = "from-hall"
LONGEST_TOKEN = 1000
T = TypeVar("T")
M = TypeVar("M", bound=Message)


@dataclass(frozen=True)
class HallSource:
    """The hall of a paired device; `halls` are its addresses, the stand-by last."""

    halls: tuple[HallClient, ...]
    system: str
    beats: bool
    """Whether this machine has no program that beats all day, as an agent's PC."""
    hears_all: bool = True

    def offer(self) -> OfferedRelease | None:
        """Return the release that this device should have now, or None."""
        if self.beats:
            self._any(lambda hall: hall.post("/devices/self/alive"))
        return self._asked().release

    def why_wait(self) -> Problem | None:
        """Return why the release may not be installed now, or None."""
        asked = self._asked()
        if not asked.wait:
            return None
        known = asked.wait in set(ReleaseProblem)
        return Problem(ReleaseProblem(asked.wait) if known else ReleaseProblem.DAY_OPEN, asked.wait_text or asked.wait)

    def part(self, offer: OfferedRelease, part: int) -> bytes:
        """Return a part of the file."""
        path = f"/devices/self/release/{offer.version}/{self.system}/parts/{part}"
        return self._any(lambda hall: hall.get_bytes(path))

    def tell(self, version: str, result: ReleaseResult) -> None:
        """Say how far a release is on the device; without the hall the next run says it again."""
        try:
            self._any(lambda hall: hall.post(f"/devices/self/release/{version}/result", to_json(result)))
        except AwayError:
            return

    def heard(self) -> HeardDevice:
        """Return what the hall has heard from this device's program; raise AwayError."""
        return _read(HeardDevice, self._any(lambda hall: hall.get("/devices/self/alive")))

    def _asked(self) -> DeviceRelease:
        return _read(DeviceRelease, self._any(lambda hall: hall.post("/devices/self/release", {"system": self.system})))

    def _any(self, ask: Callable[[HallClient], T]) -> T:
        """Return the first hall's answer; raise AwayError where none gives one."""
        problem = ""
        for hall in self.halls:
            try:
                return ask(hall)
            except (HallAwayError, HallRefusedError) as error:
                problem = str(error)
        raise AwayError(problem)


def _read(kind: type[M], answer: object) -> M:
    try:
        return from_json(kind, answer)
    except ValueError as error:
        raise AwayError(f"the hall's answer cannot be read: {error}") from error


def hall_of_device(settings: Path, kind: str, system: str) -> HallSource:
    """Return the hall that a device's settings file names; raise UpdateError where it names none."""
    try:
        given = tomllib.loads(settings.read_text(encoding="utf-8-sig"))
        halls, token_file = given["hall"], Path(given["token_file"])
        authority = Path(given["hall_ca"]) if "hall_ca" in given else None
        token = _token(token_file)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UpdateError(f"{settings} names no hall that this device is paired with: {error}") from error
    trusted, problem = hall_authority(authority, token_file)
    if problem:
        raise UpdateError(problem)
    addresses = [halls] if isinstance(halls, str) else halls
    clients = tuple(HallClient(one.rstrip("/"), token, hall_ca=trusted) for one in addresses)
    return HallSource(clients, system, beats=kind == "counter")


def _token(file: Path) -> str:
    """Return the token of a file that may belong to the device's program: root follows no link, waits for no pipe."""
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), encoding="utf-8") as content:
        if not stat.S_ISREG(os.fstat(content.fileno()).st_mode):
            raise OSError(f"{file} is no file")
        return content.read(LONGEST_TOKEN).strip()
