"""How far a release is in a hall or on a device, and why it is no further, as words that a page has sentences for."""

from __future__ import annotations

from enum import StrEnum


class ReleaseState(StrEnum):
    """How far a release is in a hall or on a device."""

    WAITING = "waiting"
    """It cannot be downloaded yet; the sentence says why."""
    DOWNLOADED = "downloaded"
    """The file is there, with a good signature; it waits until the hall is closed."""
    UPDATED = "updated"
    FAILED = "failed"
    """It was refused, or did not work and was undone: the version of before runs."""


class ReleaseProblem(StrEnum):
    """Why a release is no further; the sentence beside it has the details in English."""

    DAY_OPEN = "day_open"
    """It waits until the service day is closed."""
    DOORS_OPEN = "doors_open"
    """It waits, because the doors open soon."""
    DATABASE = "database"
    """The hall's database cannot be read, copied or put back."""
    NO_SPACE = "no_space"
    NO_KEY = "no_key"
    """The machine has no public key of releases, or a broken one."""
    DAMAGED = "damaged"
    """The bytes are not those that the signer or the centre names."""
    UNSIGNED = "unsigned"
    """No known key has signed the file."""
    UNUSABLE = "unusable"
    """The file is no release for this machine."""
    OLDER = "older"
    """The machine has a newer version."""
    NOT_STARTED = "not_started"
    """The new version did not come up; the version of before runs."""
    NOT_WELL = "not_well"
    """The new version came up and was not well; the version of before runs."""
    POWER_LOST = "power_lost"
    """The machine was cut off in the middle; the version of before runs."""
    FIRST_DEVICE = "first_device"
    """It waits until another device of the same kind has tried it."""
    FAILED_ELSEWHERE = "failed_elsewhere"
    """It failed on another device of this hall, and is given to no more of them."""
    MACHINE = "machine"
    """A file or a service of the machine: the sentence says which."""
