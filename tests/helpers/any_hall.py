"""A hall in which anything may happen, move by move from one seed, beside a model that knows nothing of the engine.

What must be true of it stands in `any_model`, calls in `any_calls`, reception's moves in `any_reception`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

from contracts.words.hall import Lane, LaneReason, Outcome, TransferPosition, VisitorKind
from hall.counters.commands.ask_help import AskHelp, EndHelp, ask_help, end_help
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.counters.commands.stop_auto_call import StopAutoCall, stop_auto_call
from hall.day.commands.close_day import CloseDay, close_day
from hall.day.commands.confirm_date import ConfirmDate, confirm_date
from hall.day.commands.open_day import OpenDay, open_day
from hall.kernel.ids import AgentId, CounterId
from hall.queue.commands.change_head_start import ChangeHeadStart, change_head_start
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_chosen import CallChosen, call_chosen
from hall.queue.commands.counter.finish import Finish, GoOn, finish, go_on
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.counter.recall import Recall, recall
from hall.queue.commands.counter.resume_visit import ResumeVisit, resume_visit
from hall.queue.commands.counter.return_to_queue import ReturnToQueue, return_to_queue
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.change_lane import ChangeLane, change_lane
from hall.queue.commands.reception.come_back import ComeBack, come_back
from hall.queue.commands.reception.come_late import ComeInTime, ComeLate, come_in_time, come_late
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from hall.queue.commands.reception.undo import Undo, undo
from tests.helpers.any_calls import AnyCalls
from tests.helpers.any_facts import look, tick
from tests.helpers.any_reception import AnyReception
from tests.helpers.any_world import AGENTS, SERVICES


class AnyHall(AnyReception, AnyCalls):
    """One hall and what may happen to it."""

    def step(self) -> None:
        """Let one thing happen."""
        weights = [weight for _, weight in MOVES]
        ((move, _),) = self.chance.choices(MOVES, weights)
        move(self)

    def issue(self) -> None:
        service = self.chance.choice(SERVICES)
        self.do(
            issue_ticket,
            IssueTicket(self.name(), service, "kiosk-1", VisitorKind.CITIZEN, self.chance.random() < 0.25),
        )

    def at_counter(self) -> None:
        counter, chance = self.counter(), self.chance
        use_case, command = chance.choice(
            [
                (recall, Recall(counter)),
                *[(begin_serving, BeginServing(counter))] * 4,
                *[(finish, Finish(counter, chance.choice(list(Outcome)), codes=(f"{chance.randrange(10**7, 10**8)}",)))]
                * 4,
                (go_on, GoOn(counter, chance.choice(SERVICES), Outcome.COMPLETED)),
                (mark_no_show, MarkNoShow(counter)),
                (return_to_queue, ReturnToQueue(counter)),
                (park, Park(counter, chance.choice([None, 1, 30]))),
                self.transfer_from(counter),
                (stop_auto_call, StopAutoCall(counter)),
            ]
        )
        self.do(use_case, command)

    def transfer_from(self, counter: CounterId) -> tuple[Any, Transfer]:
        chance = self.chance
        target: dict[str, Any] = chance.choice(
            [
                {"to_service": chance.choice(SERVICES)},
                {"to_counter": self.counter()},
                {"to_agent": AgentId(chance.choice(AGENTS))},
            ]
        )
        position = chance.choice(list(TransferPosition))
        back = chance.random() < 0.3
        return transfer, Transfer(counter, position=position, reason="other", and_back=back, **target)

    def with_one(self) -> None:
        chance, counter = self.chance, self.counter()
        waiting, missed = self.some("waiting"), self.some("no_show")
        parked, ended = self.some("parked"), self.some("finished", "no_show", "cancelled")
        options: list[tuple[Any, object]] = []
        if waiting:
            options += [
                (call_chosen, CallChosen(counter, waiting, "other")),
                (cancel, Cancel(waiting, "kiosk-1")),
                (come_late, ComeLate(waiting)),
                (come_in_time, ComeInTime(waiting)),
                (change_lane, ChangeLane(waiting, chance.random() < 0.5, "head", LaneReason.SEEN)),
            ]
        options += [(reinstate, Reinstate(missed, "kiosk-1"))] * 3 if missed else []
        options += [(resume_visit, ResumeVisit(counter, parked))] * 3 if parked else []
        options += [(undo, Undo(ended, "head"))] if ended else []
        codes = list(self.hall.stored.returns)[-5:]
        options += [(come_back, ComeBack(chance.choice(codes), self.name(), "kiosk-1"))] if codes else []
        if options:
            self.do(*chance.choice(options))

    def people(self) -> None:
        chance, counter, agent = self.chance, self.counter(), AgentId(self.chance.choice(AGENTS))
        self.named += 1
        self.do(
            *chance.choice(
                [
                    (sign_out, SignOut(counter, "head")),
                    (end_help, EndHelp(counter, "head")),
                    *[(sign_in, SignIn(f"s-{self.named}", counter, agent, chance.random() < 0.4))] * 4,
                    (begin_break, Break(counter, "prayer", 10, chance.random() < 0.7, chance.random() < 0.3)),
                    *[(resume_work, ResumeWork(counter))] * 3,
                    (ask_help, AskHelp(counter)),
                    (walk_up, WalkUp(self.name(), counter, chance.choice(SERVICES), "special_care")),
                    (change_head_start, ChangeHeadStart(Lane.PRIORITY, chance.choice([0, 5, 20]), "head")),
                ]
            )
        )

    def time_passes(self) -> None:
        self.advance(self.chance.choice([5, 30, 30, 60, 60, 120, 300, 900]))
        self.do(tick, None)

    def the_day(self) -> None:
        chance = self.chance
        what = chance.choice(
            ["look", "look", "close", "open", "confirm", "midnight", "auto_close", "night", "jump", "boot"]
        )
        match what:
            case "close":
                self.do(close_day, CloseDay("head", end_serving=chance.random() < 0.5))
            case "open":
                self.do(open_day, OpenDay("head"))
            case "confirm":
                self.do(confirm_date, ConfirmDate("head"))
            case "jump":
                self.jump(chance.choice([-7200, -600, -60, 60, 3600]))
            case "boot":
                self.reboot()
                self.advance(40)
            case "midnight" | "auto_close" | "night":
                self.go_on_until({"midnight": time(0, 0, 5), "auto_close": time(23, 30, 1), "night": time(7, 35)}[what])
        self.do(look, None)

    def go_on_until(self, then: time) -> None:
        here = self.local()
        later = here.replace(hour=then.hour, minute=then.minute, second=then.second, microsecond=0)
        seconds = (later - here).total_seconds()
        self.advance(seconds if seconds > 0 else seconds + 86_400)


MOVES: list[tuple[Callable[[AnyHall], None], int]] = [
    (AnyHall.issue, 26), (AnyHall.appoint, 2), (AnyHall.official, 7), (AnyHall.at_reception, 10), (AnyHall.correct, 6),
    (AnyHall.call, 26), (AnyHall.at_counter, 60), (AnyHall.with_one, 12), (AnyHall.people, 12),
    (AnyHall.time_passes, 14), (AnyHall.the_day, 2),
]  # fmt: skip
