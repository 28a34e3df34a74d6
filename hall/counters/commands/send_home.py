"""Close the counter session of an agent who has to leave with a visit in hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import Outcome, VisitInHand
from hall.counters.commands.sign_out import SignOut, SignOutWork, sign_out
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.finish import Finish, FinishWork, finish
from hall.queue.commands.counter.return_to_queue import ReturnToQueue, return_to_queue
from hall.queue.model.session import CounterSession


@dataclass(frozen=True)
class SendHome:
    """Close the session at `counter`; `visit` says what happens to the visit in hand, `by` who decides it."""

    counter: CounterId
    visit: VisitInHand
    by: str


class SendHomeWork(SignOutWork, FinishWork, Protocol):
    """What signing somebody out with a visit in hand reads and writes."""


def send_home(command: SendHome, *, work: SendHomeWork, now: Moment) -> CounterSession:
    """Let the visit wait again or end it, then close the session; a visit that has left meanwhile needs nothing."""
    if work.visits.at_counter(command.counter) is not None:
        match command.visit:
            case VisitInHand.RETURN:
                return_to_queue(ReturnToQueue(command.counter, command.by), work=work, now=now)
            case VisitInHand.FINISH:
                finish(Finish(command.counter, Outcome.COMPLETED, by=command.by), work=work, now=now)
    return sign_out(SignOut(command.counter, command.by), work=work, now=now)
