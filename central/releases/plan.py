"""Which halls get a release first: one hall, then chosen halls and governorates, then all."""

from __future__ import annotations

from enum import StrEnum

from contracts.codec.message import Message

NOBODY, PILOT, CHOSEN, ALL = 0, 1, 2, 3
"""The groups in their order; a hall belongs to the first one that has it."""


class RolloutState(StrEnum):
    """Whether halls get the release now."""

    NEW = "new"
    ROLLING = "rolling"
    PAUSED = "paused"
    STOPPED = "stopped"


class Plan(Message, frozen=True):
    """Which hall tries the release, and which halls and governorates follow it before all others."""

    pilot: str
    halls: tuple[str, ...] = ()
    governorates: tuple[str, ...] = ()


def group_of(plan: Plan, hall: str, governorate: str) -> int:
    """Return the group in which a hall gets the release.

    >>> plan = Plan("muscat-1", halls=("nizwa-1",), governorates=("dhofar",))
    >>> [group_of(plan, *hall) for hall in (("muscat-1", "muscat"), ("salalah-1", "dhofar"), ("sur-1", ""))]
    [1, 2, 3]
    """
    if hall == plan.pilot:
        return PILOT
    return CHOSEN if hall in plan.halls or (governorate and governorate in plan.governorates) else ALL


def next_group(plan: Plan, group: int) -> int:
    """Return the group that follows; a plan that chooses no halls goes from the first hall to all."""
    if group == PILOT and not plan.halls and not plan.governorates:
        return ALL
    return min(group + 1, ALL)
