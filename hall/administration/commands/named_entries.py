"""Keep what requests and enquiries name of the hall's lists: a removed entry is no longer offered, but has its name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Protocol, TypeVar

from hall.enquiries.model.ports import HasEnquiries
from hall.kernel.request_settings import Named
from hall.kernel.settings import HallSettings
from hall.requests.model.ports import HasRequests

NamedT = TypeVar("NamedT", bound=Named)


class NamedEntriesWork(HasEnquiries, HasRequests, Protocol):
    """What names entries of the hall's lists."""


def keep_named_entries(standing: HallSettings, settings: HallSettings, work: NamedEntriesWork) -> HallSettings:
    """Return the settings with each removed topic, directorate and power that is named, as one that is not offered.

    A reason stays in any case: facts of years name it, and nobody can count in which.
    """
    settings = replace(settings, reasons=_kept(standing.reasons, settings.reasons, _codes(standing.reasons)))
    before, after = standing.choices, settings.choices
    if before == after:
        return settings
    chosen = work.requests.chosen_codes()
    return replace(
        settings,
        topics=_kept(before.topics, after.topics, chosen.topics | work.enquiries.chosen_topics()),
        directorates=_kept(before.directorates, after.directorates, chosen.directorates),
        powers=_kept(before.powers, after.powers, chosen.powers),
    )


def _codes(entries: Collection[Named]) -> set[str]:
    return {one.code for one in entries}


def _kept(before: tuple[NamedT, ...], after: tuple[NamedT, ...], named: Collection[str]) -> tuple[NamedT, ...]:
    codes = _codes(after)
    gone = (one for one in before if one.code in named and one.code not in codes)
    return (*after, *(replace(one, offered=False) for one in gone))
