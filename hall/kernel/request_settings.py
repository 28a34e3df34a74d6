"""What a hall is set up to register: topics, the directorates that decide, and its part of each request's number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contracts.words.usual_lists import USUAL_DIRECTORATES, USUAL_POWERS, USUAL_REASONS, USUAL_TOPICS
from hall.kernel.refusals import DirectorateUnknownError, PowerUnknownError, TopicUnknownError


@dataclass(frozen=True)
class Named:
    """One entry of a list: its code and its texts by language tag."""

    code: str
    names: Mapping[str, str]
    offered: bool = True
    """Whether people may still choose it; one that they may not keeps its name wherever it was chosen before."""


@dataclass(frozen=True)
class Power(Named):
    """A delegated power: who may decide by it, up to which amount and until which day; what is empty limits nothing."""

    decision: str = ""
    """The number of the ministry's decision that delegates it."""
    holder: str = ""
    """The person to whom it is delegated."""
    limit_omr: int | None = None
    """The largest amount in whole Omani rials that may be decided by it."""
    valid_until: date | None = None


def _named(usual: Mapping[str, Mapping[str, str]]) -> tuple[Named, ...]:
    return tuple(Named(code, names) for code, names in usual.items())


TOPICS = _named(USUAL_TOPICS)
DIRECTORATES = _named(USUAL_DIRECTORATES)
POWERS = tuple(Power(code, names) for code, names in USUAL_POWERS.items())
REASONS = _named(USUAL_REASONS)
"""Why an agent may move a visit out of its order, where the hall has no own list."""


@dataclass(frozen=True)
class RequestSettings:
    """What is one hall's own about its requests, apart from the lists that the centre may give to all halls."""

    prefix: str | None = None
    """What the hall's request numbers begin with; None: its code in capitals."""
    phone_days: int = 30
    """Days for which a telephone number left for a reply is kept after the visitor has the reply."""


@dataclass(frozen=True)
class RequestChoices:
    """The lists from which people choose when they register, refer and decide a request; each is a setting."""

    topics: tuple[Named, ...]
    directorates: tuple[Named, ...]
    powers: tuple[Power, ...]

    def topic(self, code: str) -> Named:
        """Return the topic with this code if it is offered; raise TopicUnknownError."""
        found = _found(offered(self.topics), code)
        if found is None:
            raise TopicUnknownError(f"this hall has no topic {code[:40]!r}; it has {_listed(offered(self.topics))}")
        return found

    def directorate(self, code: str) -> Named:
        """Return the directorate with this code; raise DirectorateUnknownError."""
        found = _found(self.directorates, code)
        if found is None:
            raise DirectorateUnknownError(
                f"this hall refers to no directorate {code[:40]!r}; it has {_listed(self.directorates)}"
            )
        return found

    def offered_directorate(self, code: str) -> Named:
        """Return the directorate with this code if it is offered; raise DirectorateUnknownError."""
        found = self.directorate(code)
        if not found.offered:
            raise DirectorateUnknownError(f"this hall no longer refers to {code!r}")
        return found

    def power(self, code: str) -> Power:
        """Return the delegated power with this code if it is offered; raise PowerUnknownError."""
        found = next((one for one in self.powers if one.code == code and one.offered), None)
        if found is None:
            known = _listed(offered(self.powers))
            raise PowerUnknownError(f"this hall has no delegated power {code[:40]!r}; it has {known}")
        return found


def offered(entries: Sequence[Named]) -> tuple[Named, ...]:
    """Return the entries that people may choose."""
    return tuple(one for one in entries if one.offered)


def names_of(entries: Sequence[Named], code: str) -> dict[str, str]:
    """Return the texts of an entry, also of one that has left the list: then its code."""
    found = _found(entries, code)
    return dict(found.names) if found else {"en": code}


def _found(entries: Sequence[Named], code: str) -> Named | None:
    return next((one for one in entries if one.code == code), None)


def _listed(entries: Sequence[Named]) -> str:
    return ", ".join(one.code for one in entries)
