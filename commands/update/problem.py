"""What keeps a machine from its update: a word that pages have a sentence for, and the details in English."""

from __future__ import annotations

from dataclasses import dataclass

from common.releases.signature import SignatureError
from contracts.words.releases import ReleaseProblem


@dataclass(frozen=True)
class Problem:
    """Why a release waits or failed."""

    code: ReleaseProblem
    text: str


class UpdateError(Exception):
    """The update is refused or failed; the message says why and what to do."""

    code = ReleaseProblem.MACHINE


class UnusableError(UpdateError):
    """The file is no release for this machine."""

    code = ReleaseProblem.UNUSABLE


class UnsignedError(UpdateError):
    """No known key has signed the file as it is."""

    code = ReleaseProblem.UNSIGNED


class DamagedError(UpdateError):
    """The file came with other bytes than its source names."""

    code = ReleaseProblem.DAMAGED


class DatabaseError(UpdateError):
    """The database cannot be copied or put back."""

    code = ReleaseProblem.DATABASE


class OlderError(UpdateError):
    """The machine has a newer version than this one."""

    code = ReleaseProblem.OLDER


class AlreadyThereError(UpdateError):
    """The machine has this very version: nothing is left to do."""


class BusyError(UpdateError):
    """Another update is at work, or one that was cut off waits for its recovery."""


class UnfinishedError(Exception):
    """The machine is neither as it was nor updated; the message says what is missing."""


def problem_of(error: UpdateError | SignatureError | OSError) -> Problem:
    """Return what an error means."""
    if isinstance(error, UpdateError):
        return Problem(error.code, str(error))
    code = ReleaseProblem.UNSIGNED if isinstance(error, SignatureError) else ReleaseProblem.MACHINE
    return Problem(code, str(error))
