"""Store the tickets of a day without hall and kiosks, written by hand with numbers of the paper sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from contracts.words.hall import Outcome, VisitState
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import NotKioskNumberError
from hall.offline.commands.hand_in import HandIn, HandInWork, hand_in
from hall.offline.commands.reserve_numbers import PAPER
from hall.queue.commands.publish_visit import tell_ended
from hall.queue.model.new_visit import carried_id
from hall.queue.model.numbers.number_block import NumberBlock
from hall.queue.model.numbers.ticket_number import ticket_text
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class PaperLine:
    """One line of the table; without `outcome` the visitor still waits."""

    ticket: str
    issued_at: datetime
    outcome: Outcome | None = None


@dataclass(frozen=True)
class EnterPaper:
    """The lines of one service day; `by` is the person who enters them."""

    day: date
    lines: tuple[PaperLine, ...]
    by: str


def enter_paper(command: EnterPaper, *, work: HandInWork, now: Moment) -> tuple[Visit, ...]:
    """Store the visits and return them; a line that is known already changes only an outcome that was missing.

    Raises NotKioskNumberError for a number that is not on the sheets; the whole command is then undone.
    """
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


def _is_of(ticket: str, block: NumberBlock, prefixes: dict[ServiceCode, str]) -> bool:
    prefix = prefixes.get(block.service, "")
    digits = ticket.removeprefix(prefix)
    is_number = ticket.startswith(prefix) and digits.isascii() and digits.isdigit() and len(digits) <= 6
    return is_number and block.holds(int(digits)) and ticket_text(prefix, int(digits)) == ticket


def _id_of(day: date, ticket: str) -> VisitId:
    """Return the visit's id, the same at each entry of the line, so that nothing is entered twice."""
    at = Moment(datetime.combine(day, time(), UTC), 0, PAPER)
    return carried_id(VisitId(f"{PAPER} {day} {ticket}"), 0, at=at)
