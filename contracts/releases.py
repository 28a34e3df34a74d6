"""Releases: which one the centre gives to a hall and a hall to its devices, its file in parts, and how it ended."""

from __future__ import annotations

from datetime import datetime

from contracts.codec.message import Message, Request
from contracts.words.releases import ReleaseState

PART_BYTES = 512 * 1024
"""Bytes of a part of the file, at most."""

MOST_PARTS = 4096
"""Parts of a file, at most: 2 GiB."""


class OfferedRelease(Message, frozen=True):
    """Answer to GET /v1/halls/{hall}/release: the file of the release that the hall should have.

    `digest` is the SHA-256 digest of the whole file in hex, `signature` the content of the file's `.sig`.
    """

    version: str
    name: str
    size: int
    parts: int
    digest: str
    signature: str


class ReleaseResult(Message, frozen=True):
    """PUT /v1/halls/{hall}/release/{version}/result: how far the release is in the hall, and why it is no further."""

    state: ReleaseState
    at: datetime
    problem: str = ""
    code: str = ""
    """A ReleaseProblem, empty where there is none or the hall sends none."""


class DeviceUpdate(Message, frozen=True):
    """How far the newest update of a device is; `code` is a ReleaseProblem, `problem` says the details in English."""

    version: str
    state: ReleaseState
    at: datetime
    code: str = ""
    problem: str = ""


class ReleaseQuestion(Request, frozen=True):
    """POST /devices/{device}/release: which release should this device have; `system` as release files name it."""

    system: str


class DeviceRelease(Message, frozen=True):
    """Answer: the release that the device may have, and why it may not be installed now; both may be empty.

    The device downloads it ahead of time and asks again before it installs it.
    """

    release: OfferedRelease | None = None
    wait: str = ""
    """A ReleaseProblem."""
    wait_text: str = ""


class DeviceReleaseResult(Request, frozen=True):
    """POST /devices/{device}/release/{version}/result: how far the release is on the device.

    `at` is by the clock of the device; the hall keeps its own instant.
    """

    state: ReleaseState
    at: datetime
    problem: str = ""
    code: str = ""


class HeardDevice(Message, frozen=True):
    """Answer to GET /devices/{device}/alive: the newest heartbeat of the device since the hall service started."""

    version: str | None = None
    seconds_ago: float | None = None
