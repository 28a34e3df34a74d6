"""Releases that the centre gives to halls: which one a hall should have, its file in parts, and how it ended there."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from contracts.codec.message import Message

PART_BYTES = 512 * 1024
"""Bytes of a part of the file, at most."""

MOST_PARTS = 4096
"""Parts of a file, at most: 2 GiB."""


class ReleaseState(StrEnum):
    """How far a release is in a hall."""

    WAITING = "waiting"
    """It cannot be downloaded yet; the sentence says why."""
    DOWNLOADED = "downloaded"
    """The file is in the hall, with a good signature; the hall waits until it is closed."""
    UPDATED = "updated"
    FAILED = "failed"
    """It was refused, or did not work and was undone: the hall has the version of before."""


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
