"""Kinds of facts after which a day's figures may be others than before."""

from __future__ import annotations

from hall.kernel.facts import Fact, StoryRead, TicketPrinted, VisitFact, kind_of
from hall.queue.model.facts import CodeRenewed, TicketAsked


def _kinds(base: type[Fact]) -> set[str]:
    return {kind_of(base)} | {kind for child in base.__subclasses__() for kind in _kinds(child)}


CHANGE_FIGURES = frozenset(
    _kinds(VisitFact)
    - {kind_of(fact) for fact in (StoryRead, TicketPrinted, CodeRenewed, TicketAsked)}
    - {"phone_left", "phone_erased"}
)
"""Every fact of a visit but those that only tell of it."""
