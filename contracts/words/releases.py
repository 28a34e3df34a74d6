"""Why a release waits or failed in a hall or on a device, as words that a page has sentences for."""

from __future__ import annotations

from enum import StrEnum


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
    MACHINE = "machine"
    """A file or a service of the machine: the sentence says which."""
