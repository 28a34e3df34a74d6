"""Correct the record of a visit that is over, or undo a correction: each makes a new revision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import NothingToUndoError
from hall.queue.commands.publish_visit import EndedWork, publish_visit
from hall.queue.model.corrections.amendment import Amendment, amend, take_back
from hall.queue.model.corrections.ports import HasCorrections, StoredCorrection
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class Correct:
    """Let `amendment` stand for the visit."""

    visit: VisitId
    amendment: Amendment
    by: str


@dataclass(frozen=True)
class TakeBackCorrection:
    """Let what stood before the newest correction of `visit` stand again."""

    visit: VisitId
    by: str


class CorrectWork(EndedWork, HasCorrections, Protocol):
    """What correcting an ended visit reads and writes."""


def correct(command: Correct, *, work: CorrectWork, now: Moment) -> Visit:
    """Store the correction beside what stood before, and tell the centre the next revision; whenever the day was."""
    visit, amendment = work.visits.get(command.visit), command.amendment
    if amendment.service is not None:
        work.settings.service(amendment.service)
    before, after = amend(visit, amendment, command.by, now=now)
    number = len(work.corrections.of_visit(visit.id)) + 1
    work.corrections.save(
        StoredCorrection(
            visit.id, number, visit.service_day, visit.ticket, amendment.position, amendment.reason.value,
            amendment.remark, command.by, now.at, before, after,
        )
    )  # fmt: skip
    _store(visit, amendment.position, work)
    return visit


def take_back_correction(command: TakeBackCorrection, *, work: CorrectWork, now: Moment) -> Visit:
    """Undo the newest correction that still stands, and tell the centre the next revision."""
    visit = work.visits.get(command.visit)
    standing = [one for one in work.corrections.of_visit(visit.id) if one.taken_back_by is None]
    if not standing:
        raise NothingToUndoError(f"no correction of {visit.ticket or visit.id} stands")
    newest = standing[-1]
    take_back(visit, newest.position, newest.before, command.by)
    work.corrections.save(replace(newest, taken_back_by=command.by, taken_back_at=now.at))
    _store(visit, newest.position, work)
    return visit


def _store(visit: Visit, position: int, work: EndedWork) -> None:
    visit.told += 1
    work.visits.save(visit, changed_from=position)
    publish_visit(visit, work)
