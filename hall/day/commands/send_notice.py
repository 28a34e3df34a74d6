"""Show a notice on the boards for the rest of the service day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import ArrangementKind
from hall.day.commands.make_arrangement import ArrangeWork, DayForWork, arrange, day_for
from hall.kernel.arrangement import Arrangement
from hall.kernel.moment import Moment


@dataclass(frozen=True)
class SendNotice:
    """Show these texts, by language tag; `arrangement` is a new id."""

    arrangement: str
    texts: Mapping[str, str]
    by: str


class SendNoticeWork(DayForWork, ArrangeWork, Protocol):
    """What sending a notice reads and writes."""


def send_notice(command: SendNotice, *, work: SendNoticeWork, now: Moment) -> Arrangement:
    """Put the notice before those of the set-up, until it is taken back or the day ends."""
    day = day_for(work, now)
    made = Arrangement(command.arrangement, ArrangementKind.NOTICE, command.by, now.at, day, texts=dict(command.texts))
    return arrange(made, work=work)
