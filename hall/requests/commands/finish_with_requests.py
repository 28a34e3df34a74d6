"""Finish a visit with the requests that it registers, and take such a finish back with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from contracts.words.requests import RequestState
from hall.kernel.moment import Moment
from hall.queue.commands.counter.finish import Finish, FinishWork, finish
from hall.queue.commands.reception.undo import Undo, UndoWork, undo
from hall.queue.model.visit import Visit
from hall.requests.commands.move_request import MoveRequestWork, Withdraw, withdraw
from hall.requests.commands.register_request import Register, RequestWork, register
from hall.requests.model.request import TAKEN_BACK


@dataclass(frozen=True)
class FinishWithRequests:
    """Finish a visit and register `requests` with it; whose they are is filled in here."""

    finish: Finish
    requests: tuple[Register, ...] = ()


class FinishWithRequestsWork(FinishWork, RequestWork, Protocol):
    """What finishing a visit with requests reads and writes."""


def finish_with_requests(command: FinishWithRequests, *, work: FinishWithRequestsWork, now: Moment) -> Visit:
    """Finish the visit and register its requests at the same instant."""
    visit = finish(command.finish, work=work, now=now)
    ended = next(stage for stage in reversed(visit.stages) if stage.outcome is not None)
    by, counter = ended.agent or "", command.finish.counter
    for asked in command.requests:
        register(replace(asked, by=by, visit=visit.id, counter=counter), work=work, now=now)
    return visit


class UndoWithRequestsWork(MoveRequestWork, UndoWork, Protocol):
    """What an undo of a finish with requests reads and writes."""


def undo_with_requests(command: Undo, *, work: UndoWithRequestsWork, now: Moment) -> Visit:
    """Take back the visit's last move and withdraw what a finish registered; where that has moved on, it stands."""

    def withdraw_registered(visit: Visit, finished: Moment) -> None:
        # The visit is finished again later, and would register them a second time.
        for request in work.requests.of_visit(visit.id):
            # One command registers and ends at one instant. What an earlier stage registered stands, and may be later
            # by a clock that was set back meanwhile.
            if request.registered == finished.at and request.state is not RequestState.WITHDRAWN:
                withdraw(Withdraw(request.number, TAKEN_BACK, command.by), work=work, now=now)

    return undo(command, work=work, now=now, undo_served=withdraw_registered)
