"""Store the tickets of a day without hall and kiosks, written by hand with numbers of the paper sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from contracts.words.hall import Outcome, VisitState
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import NotKioskNumberError, PaperOtherDayError
from hall.offline.commands.hand_in import HandIn, HandInWork, hand_in
from hall.offline.commands.reserve_numbers import PAPER
from hall.queue.commands.publish_visit import tell_ended
from hall.queue.model.new_visit import carried_id
from hall.queue.model.numbers.number_block import NumberBlock
from hall.queue.model.numbers.ticket_number import ticket_text
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit

NEAR_DAYS = 35
"""How far from its day a table is looked for: a wrong day or a wrong month."""
_SAME_TIME = timedelta(minutes=1)
"""Times on paper have no seconds."""


@dataclass(frozen=True)
class PaperLine:
    """One line of the table; without `outcome` the visitor still waits."""

    ticket: str
    issued_at: datetime
    outcome: Outcome | None = None


@dataclass(frozen=True)
class EnterPaper:
    """The lines of one service day; `by` is the person who enters them.

    `sure`: it is meant that the same numbers were given at the same times on another day.
    """

    day: date
    lines: tuple[PaperLine, ...]
    by: str
    sure: bool = False


def enter_paper(command: EnterPaper, *, work: HandInWork, now: Moment) -> tuple[Visit, ...]:
    """Store the visits and return them; a line that is known already changes only an outcome that was missing.

    Raises NotKioskNumberError for a number that is not on the sheets, and PaperOtherDayError where another day has the
    same numbers at the same times; the whole command is then undone.
    """
    other = None if command.sure else _other_day_of(command, work)
    if other is not None:
        raise PaperOtherDayError(f"{other} has the same numbers at the same times: is {command.day} the right day?")
    blocks = [block for block in work.blocks.all() if block.device == PAPER]
    prefixes = {service.code: service.prefix for service in work.settings.services}
    return tuple(_entered(line, command, blocks, prefixes, work, now) for line in command.lines)


def _entered(
    line: PaperLine,
    command: EnterPaper,
    blocks: Sequence[NumberBlock],
    prefixes: dict[ServiceCode, str],
    work: HandInWork,
    now: Moment,
) -> Visit:
    service = next((block.service for block in blocks if _is_of(line.ticket, block, prefixes)), None)
    if service is None:
        raise NotKioskNumberError(f"{line.ticket} is no number of the paper sheets")
    visit = hand_in(
        HandIn(
            _id_of(command.day, line.ticket), line.ticket, service, command.day, line.issued_at, by=PAPER,
            outcome=line.outcome, served_by=command.by,
        ),
        work=work, now=now,
    )  # fmt: skip
    if line.outcome is not None and visit.state is VisitState.WAITING:
        visit.serve_on_paper(command.by, line.outcome, at=now)
        tell_ended(visit, work)
    return visit


def _other_day_of(command: EnterPaper, work: HasVisits) -> date | None:
    """Return another day for which all these lines are entered, where their own day has not all of them yet.

    One line alone may be the same by chance.
    """
    if len(command.lines) == 1 or all(_is_entered(line, command.day, timedelta(0), work) for line in command.lines):
        return None
    for far in range(1, NEAR_DAYS + 1):
        for by in (timedelta(days=-far), timedelta(days=far)):
            if all(_is_entered(line, command.day, by, work) for line in command.lines):
                return command.day + by
    return None


def _is_entered(line: PaperLine, day: date, by: timedelta, work: HasVisits) -> bool:
    """Return whether the day that lies `by` from `day` has the line's number at the line's time."""
    visit = work.visits.find(_id_of(day + by, line.ticket))
    return visit is not None and abs(visit.issued.at - (line.issued_at + by)) < _SAME_TIME


def _is_of(ticket: str, block: NumberBlock, prefixes: dict[ServiceCode, str]) -> bool:
    prefix = prefixes.get(block.service, "")
    digits = ticket.removeprefix(prefix)
    is_number = ticket.startswith(prefix) and digits.isascii() and digits.isdigit() and len(digits) <= 6
    return is_number and block.holds(int(digits)) and ticket_text(prefix, int(digits)) == ticket


def _id_of(day: date, ticket: str) -> VisitId:
    """Return the visit's id, the same at each entry of the line, so that nothing is entered twice."""
    at = Moment(datetime.combine(day, time(), UTC), 0, PAPER)
    return carried_id(VisitId(f"{PAPER} {day} {ticket}"), 0, at=at)
