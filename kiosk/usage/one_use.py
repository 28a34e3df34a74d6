"""One use of the kiosk's screen, from the first touch to the first screen: how it went, nothing about the person; pure.

>>> from kiosk.visitor.session import Session, open_services
>>> here, gone = datetime(2026, 11, 29, 9, 30), Session("ar")
>>> use = followed(None, open_services(gone), 10.0, here)
>>> [(one.kind.value, one.key) for one in counts_of(use)]
[('started', ''), ('abandoned', 'services'), ('language', 'ar')]
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from contracts.devices.kiosk_use import UseCount, UseKind
from contracts.words.hall import PrintState
from kiosk.visitor.help_options import ACTS, is_on
from kiosk.visitor.session import Session, Step

PRINTED = frozenset({PrintState.CONFIRMED, PrintState.UNVERIFIED})


@dataclass(frozen=True)
class Use:
    """What is known so far of who stands at the kiosk; `began_s` is of a clock that only goes on."""

    day: date
    hour: int
    began_s: float
    screen: str
    language: str
    helps: frozenset[str] = frozenset()
    has_ticket: bool = False
    refused: bool = False
    to_paper_s: float | None = None


def followed(use: Use | None, session: Session, now_s: float, here: datetime) -> Use:
    """Return the use after a step of its session, which somebody has touched; `here` is the hall's local time."""
    screen = session.assist.page or session.step.value
    if use is None:
        use = Use(here.date(), here.hour, now_s, screen, session.language)
    printed = use.to_paper_s is None and session.printing in PRINTED
    return replace(
        use,
        screen=screen,
        language=session.language,
        helps=use.helps | {act for act in ACTS if is_on(session.assist, act)},
        has_ticket=use.has_ticket or session.ticket is not None,
        refused=session.step is Step.REFUSED,
        to_paper_s=now_s - use.began_s if printed else use.to_paper_s,
    )


def counts_of(use: Use) -> tuple[UseCount, ...]:
    """Return what a use adds to the counters when it ends."""

    def one(kind: UseKind, key: str = "", many: int = 1) -> UseCount:
        return UseCount(use.day, use.hour, kind, key, many)

    if use.has_ticket:
        ended = one(UseKind.TICKET)
    else:
        ended = one(UseKind.REFUSED) if use.refused else one(UseKind.ABANDONED, use.screen)
    counts = [one(UseKind.STARTED), ended, one(UseKind.LANGUAGE, use.language)]
    counts += [one(UseKind.HELP, help_given) for help_given in sorted(use.helps)]
    if use.to_paper_s is not None:
        counts += [one(UseKind.PAPER), one(UseKind.PAPER_S, many=max(1, round(use.to_paper_s)))]
    return tuple(counts)


def added(counts: tuple[UseCount, ...], more: tuple[UseCount, ...]) -> tuple[UseCount, ...]:
    """Return the sums by day, hour, kind and key.

    >>> one = UseCount(date(2026, 11, 29), 9, UseKind.STARTED, "", 1)
    >>> [two.many for two in added((one,), (one,))]
    [2]
    """
    sums: dict[tuple[date, int, UseKind, str], int] = {}
    for one in (*counts, *more):
        place = (one.day, one.hour, one.kind, one.key)
        sums[place] = sums.get(place, 0) + one.many
    return tuple(UseCount(*place, many) for place, many in sums.items())
