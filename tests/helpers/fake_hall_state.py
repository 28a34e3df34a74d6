"""A hall made of memory: the counter's part of the contract with its state and its refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from contracts.queue.answers import (
    FinishedVisit,
    NumberedVisits,
    PrayerTurnView,
    ReturnView,
    SessionView,
    StageView,
    VisitView,
    WaitingRow,
    WorkplaceView,
)
from contracts.settings.hall_view import AgentView, CounterView, DayView, HallView, HoursView, RequestLists, ServiceView
from contracts.words.hall import Lane, LaneReason, NextAction, Outcome, VisitState
from hall.queue.model.next_action import next_action
from tests.helpers.fake_enquiries import FakeEnquiries
from tests.helpers.refused import RefusedError
from tests.helpers.replacing import replace

DEVICE_TOKEN = "device-of-counter-3"
COUNTER = 3
PIN = "471829"
HEAD_START_S = {Lane.PRIORITY: 1200}
SERVICES = (
    ("A", "المساعدات السكنية", "Housing assistance"),
    ("B", "الأراضي", "Lands"),
    ("C", "التصرفات العقارية", "Real-estate transactions"),
    ("D", "منصة أملاك", "Amlak platform"),
    ("E", "متابعة المعاملات", "Request follow-up"),
    ("F", "الاستفسارات العامة", "General enquiries"),
    ("G", "مقابلة مسؤولي الدائرة", "Meeting an official"),
)
AGENTS = (
    ("salma", "سلمى بنت خلفان البلوشية", "Salma Al Balushi"),
    ("said", "سعيد بن ناصر الحارثي", "Said Al Harthi"),
    ("maryam", "مريم بنت علي الشكيلية", "Maryam Al Shukaili"),
    ("yusuf", "يوسف بن حمد المعمري", "Yusuf Al Maamari"),
    ("huda", "هدى بنت سالم الرواحية", "Huda Al Rawahi"),
    ("badr", "بدر بن سيف الكندي", "Badr Al Kindi"),
)


def step_of(place: WorkplaceView) -> NextAction:
    """Return the next step at a workplace of an open day, as the hall names it."""
    session, current = place.session, place.current
    return next_action(
        signed_in=session is not None,
        on_break=session is not None and session.state == "on_break",
        visit=current.state if current else None,
        day_closed=False,
    )


@dataclass
class FakeHallState:
    """Visits in their order of issue and one counter; `now` runs unless a test stands it still."""

    visits: dict[str, VisitView] = field(default_factory=dict)
    undoable: dict[str, VisitView] = field(default_factory=dict)
    session: SessionView | None = None
    token: str = ""
    wrong_pins: int = 0
    sessions_made: int = 0
    seq: int = 0
    facts: list[dict[str, Any]] = field(default_factory=list)
    digits: str = "western"
    reasons: tuple[str, ...] = ("supervisor_asked", "wrong_service", "left_and_came_back", "special_care", "other")
    reinstated: dict[str, int] = field(default_factory=dict)
    last_for: tuple[str, ...] = ()
    prayer_turns: tuple[PrayerTurnView, ...] = ()
    kiosk: str = "Kiosk 1"
    slips: dict[str, ReturnView] = field(default_factory=dict)
    lane_reasons: list[LaneReason] = field(default_factory=list)
    requests: RequestLists | None = None
    enquiries: FakeEnquiries = field(default_factory=FakeEnquiries)
    newer_step: str = ""
    """A next step that no program knows yet."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def issue(self, ticket: str, service: str, *, waited_s: int = 60, lane: Lane = Lane.STANDARD) -> str:
        at = self.now() - timedelta(seconds=waited_s)
        stage = StageView(service, VisitState.WAITING, None, None, at, None, None, None, None)
        visit = f"visit-{ticket}"
        self.visits[visit] = VisitView(visit, ticket, service, lane, VisitState.WAITING, None, at, (stage,))
        self._tell("visit_issued", visit)
        return visit

    def hall(self) -> HallView:
        services = tuple(
            ServiceView(code, code, {"ar": ar, "en": en}, None, {}, (), 900, True) for code, ar, en in SERVICES
        )
        counters = tuple(
            CounterView(n, {"ar": f"النافذة {n}", "en": f"Counter {n}"}, tuple(s.code for s in services))
            for n in range(1, 9)
        )
        agents = tuple(AgentView(code, {"ar": ar, "en": en}) for code, ar, en in AGENTS)
        return HallView(
            hall="muscat",
            names={"ar": "قاعة خدمات المراجعين - مسقط", "en": "Muscat service hall"},
            governorate="muscat",
            site_kind="hall",
            time_zone="Asia/Muscat",
            languages=("ar", "en"),
            digits=self.digits,
            services=services,
            counters=counters,
            agents=agents,
            hours=HoursView(True, "07:00", "07:30", "07:30", "13:30", "14:00"),
            day=DayView(self.now().date(), "open", None),
            notices=(),
            reasons=self.reasons,
            requests=self.requests,
        )

    def workplace(self) -> WorkplaceView:
        waiting = sorted(self._in(VisitState.WAITING), key=self._effective_s, reverse=True)
        place = WorkplaceView(
            counter=COUNTER,
            stream="s",
            seq=self.seq,
            session=self.session,
            current=self.current(),
            waiting=tuple(self._row(visit) for visit in waiting),
            parked=tuple(self._in(VisitState.PARKED)),
            services=tuple(code for code, _, _ in SERVICES),
            missed=tuple(self._in(VisitState.NO_SHOW)),
            at=self.now(),
            last_for=self.last_for,
            prayer_turns=self.prayer_turns,
        )
        return replace(place, next_action=self.newer_step or step_of(place))

    def current(self) -> VisitView | None:
        return next((v for v in self.visits.values() if v.state in {VisitState.CALLED, VisitState.SERVING}), None)

    def sign_in(self, agent: str, pin: str) -> str:
        if self.wrong_pins >= 5:
            raise RefusedError(423, "pin_locked")
        if pin != PIN:
            self.wrong_pins += 1
            raise RefusedError(403, "pin_wrong")
        names = next(({"ar": ar, "en": en} for code, ar, en in AGENTS if code == agent), None)
        if names is None:
            raise RefusedError(403, "agent_unknown")
        self.wrong_pins = 0
        self.sessions_made += 1
        self.token = f"session-{self.sessions_made}"
        self.session = SessionView(agent, names, "working", self.now(), None, self.now(), 0)
        self._tell("signed_in")
        return self.token

    def sign_out(self) -> None:
        self._no_visit()
        self.session, self.token = None, ""
        self._tell("signed_out")

    def pause(
        self, reason: str | None, minutes: int | None = None, *, unless_last: bool = False, in_turn: bool = False
    ) -> WorkplaceView:
        session = self._session()
        if session.break_asked is not None and reason is None:
            self.session = replace(session, break_asked=None)
            self._tell("break_taken_back")
            return self.workplace()
        if unless_last and self.last_for:
            raise RefusedError(409, "last_counter")
        if in_turn and reason == "prayer" and self.prayer_turns:
            raise RefusedError(409, "prayer_turn")
        if reason is not None and self.current() is not None:
            self.session = replace(session, break_asked=reason)
            self._tell("break_asked")
            return self.workplace()
        if (session.state == "on_break") is (reason is not None):
            raise RefusedError(409, "on_break" if reason else "not_on_break")
        state = "on_break" if reason else "working"
        until = self.now() + timedelta(minutes=minutes) if minutes and reason else None
        self.session = replace(session, state=state, since=self.now(), break_reason=reason, break_until=until)
        self._tell("break_begun" if reason else "break_ended")
        return self.workplace()

    def call_next(self) -> VisitView | None:
        self._may_call()
        waiting = sorted(self._in(VisitState.WAITING), key=self._effective_s, reverse=True)
        return self._call(waiting[0], "visit_called") if waiting else None

    def call_chosen(self, visit: str, reason: str) -> VisitView:
        self._may_call()
        in_order = sorted(self._in(VisitState.WAITING), key=self._effective_s, reverse=True)
        if reason or visit not in {one.visit for one in in_order[:1]}:
            self._reason(reason)
        if self._known(visit).state is not VisitState.WAITING:
            raise RefusedError(409, "not_waiting")
        return self._call(self.visits[visit], "visit_called")

    def resume(self, visit: str) -> VisitView:
        self._may_call()
        if self._known(visit).state is not VisitState.PARKED:
            raise RefusedError(409, "not_parked")
        return self._call(self.visits[visit], "visit_resumed")

    def walk_up(self, service: str, reason: str) -> VisitView:
        self._may_call()
        self._reason(reason)
        at, agent = self.now(), self._session().agent
        stage = StageView(service, VisitState.SERVING, COUNTER, agent, at, at, at, None, None)
        visit = f"walk-up-{len(self.visits)}"
        self.visits[visit] = VisitView(visit, "", service, Lane.STANDARD, VisitState.SERVING, COUNTER, at, (stage,))
        self._tell("visit_walked_up", visit)
        return self.visits[visit]

    def recall(self) -> VisitView:
        visit = self._at_counter(VisitState.CALLED, "not_called")
        self._tell("visit_recalled", visit.visit)
        return visit

    def begin(self) -> VisitView:
        visit = self._at_counter(VisitState.CALLED, "not_called")
        return self._move(visit, VisitState.SERVING, "visit_begun", begun_at=self.now())

    def finish(self, outcome: Outcome, body: dict[str, Any] | None = None) -> VisitView:
        visit = self._at_counter(VisitState.SERVING, "not_serving")
        self.undoable[visit.visit] = visit
        session = self._session()
        self.session = replace(session, served=session.served + 1)
        ended = self._move(visit, VisitState.FINISHED, "visit_finished", ended_at=self.now(), outcome=outcome)
        if outcome is not Outcome.DOCUMENTS_MISSING:
            return ended
        told = {name: getattr(ended, name) for name in VisitView.__struct_fields__}
        told["return_slip"] = self.slip(ended, tuple((body or {}).get("missing", ())))
        self.slips[ended.visit] = told["return_slip"]
        printed = (body or {}).get("receipt", True) and self.kiosk
        return FinishedVisit(**told, slip_at=self.kiosk if printed else None)

    def slip(self, visit: VisitView, missing: tuple[str, ...]) -> ReturnView:
        today = self.now().date()
        return ReturnView("48213377", visit.ticket, visit.service, today, today + timedelta(days=7), missing, "good")

    def print_slip(self, visit: str) -> None:
        if visit not in self.slips:
            raise RefusedError(404, "return_unknown")
        if not self.kiosk:
            raise RefusedError(409, "no_receipt_printer")

    def go_on(self, service: str) -> VisitView:
        visit = self._at_counter(VisitState.SERVING, "not_serving")
        at, agent = self.now(), self._session().agent
        before = replace(visit.stages[-1], state=VisitState.FINISHED, ended_at=at, outcome=Outcome.COMPLETED)
        stage = StageView(service, VisitState.SERVING, COUNTER, agent, at, at, at, None, None)
        self.visits[visit.visit] = replace(visit, service=service, stages=(*visit.stages[:-1], before, stage))
        self._tell("visit_continued", visit.visit)
        return self.visits[visit.visit]

    def numbered(self, number: int) -> NumberedVisits:
        found = tuple(visit for visit in self.visits.values() if visit.ticket[1:].lstrip("0") == str(number))
        return NumberedVisits(self.now(), found)

    def park(self, remind_in_min: int | None) -> VisitView:
        at = self.now()
        remind_at = at + timedelta(minutes=remind_in_min) if remind_in_min else None
        visit = self.current()
        if visit is None:
            raise RefusedError(409, "no_visit")
        return self._move(visit, VisitState.PARKED, "visit_parked", parked_since=at, remind_at=remind_at)

    def remind(self, visit: str) -> None:
        """Let the time of a reminder come."""
        self._move(self.visits[visit], VisitState.PARKED, "visit_reminded", remind_at=None)

    def no_show(self) -> VisitView:
        visit = self._at_counter(VisitState.CALLED, "not_called")
        self.undoable[visit.visit] = visit
        return self._move(visit, VisitState.NO_SHOW, "visit_no_show", ended_at=self.now())

    def give_back(self, state: VisitState, kind: str) -> VisitView:
        visit = self.current()
        if visit is None:
            raise RefusedError(409, "no_visit")
        return self._move(visit, state, kind)

    def transfer(self, body: dict[str, Any]) -> VisitView:
        visit = self.current()
        if visit is None:
            raise RefusedError(409, "no_visit")
        if body.get("position") == "first":
            self._reason(body.get("reason"))
        if body.get("counter") == 8:
            raise RefusedError(422, "transfer_target")
        at = self.now()
        service = body.get("service") or visit.service
        outcome = Outcome(body["outcome"]) if body.get("outcome") else None
        before = replace(visit.stages[-1], state=VisitState.FINISHED, ended_at=at, outcome=outcome)
        stage = StageView(service, VisitState.WAITING, None, None, at, None, None, None, None, body.get("note"))
        moved = replace(
            visit, service=service, state=VisitState.WAITING, counter=None, stages=(*visit.stages[:-1], before, stage)
        )
        self.visits[visit.visit] = moved
        self._tell("visit_transferred", visit.visit)
        return moved

    def reinstate(self, visit: str, reason: str | None) -> VisitView:
        if self._known(visit).state is not VisitState.NO_SHOW:
            raise RefusedError(409, "not_missed")
        if self.reinstated.get(visit, 0) >= 2 and reason is None:
            raise RefusedError(409, "reinstate_limit")
        self.reinstated[visit] = self.reinstated.get(visit, 0) + 1
        return self._move(self.visits[visit], VisitState.WAITING, "visit_reinstated", counter=None)

    def change_lane(self, visit: str, lane: Lane, reason: LaneReason) -> VisitView:
        known = self._known(visit)
        if known.state is not VisitState.WAITING:
            raise RefusedError(409, "not_waiting")
        if known.lane is lane:
            raise RefusedError(409, "already_so")
        self.visits[visit] = replace(known, lane=lane)
        self.lane_reasons.append(reason)
        self._tell("lane_changed", visit)
        return self.visits[visit]

    def undo(self, visit: str) -> VisitView:
        before = self.undoable.pop(visit, None)
        if before is None:
            raise RefusedError(409, "nothing_to_undo")
        self.visits[visit] = before
        self._tell("visit_undone", visit)
        return before

    def _call(self, visit: VisitView, kind: str) -> VisitView:
        agent = self._session().agent
        return self._move(visit, VisitState.CALLED, kind, called_at=self.now(), agent=agent, counter=COUNTER)

    def _move(self, visit: VisitView, state: VisitState, kind: str, **changes: Any) -> VisitView:
        counter = changes.get("counter", COUNTER if state is not VisitState.WAITING else None)
        stage = replace(visit.stages[-1], **{**changes, "state": state, "counter": counter})
        self.visits[visit.visit] = replace(visit, state=state, counter=counter, stages=(*visit.stages[:-1], stage))
        self._tell(kind, visit.visit)
        return self.visits[visit.visit]

    def _tell(self, kind: str, visit: str = "") -> None:
        self.seq += 1
        self.facts.append({"seq": self.seq, "kind": kind, "visit": visit or None, "at": self.now()})

    def tell(self, kind: str) -> None:
        """Tell everybody of a fact that is about no visit."""
        self._tell(kind)

    def _in(self, state: VisitState) -> list[VisitView]:
        return [visit for visit in self.visits.values() if visit.state is state]

    def _waited_s(self, visit: VisitView) -> int:
        return int((self.now() - visit.issued_at).total_seconds())

    def _effective_s(self, visit: VisitView) -> int:
        return self._waited_s(visit) + HEAD_START_S.get(visit.lane, 0)

    def _row(self, visit: VisitView) -> WaitingRow:
        waited_s, effective_s = self._waited_s(visit), self._effective_s(visit)
        held = self.reinstated.get(visit.visit, 0) > 0
        return WaitingRow(
            visit.visit, visit.ticket, visit.service, visit.lane, visit.issued_at, waited_s, effective_s, held
        )

    def _session(self) -> SessionView:
        if self.session is None:
            raise RefusedError(409, "not_signed_in")
        return self.session

    def _may_call(self) -> None:
        self._no_visit()
        if self._session().state == "on_break":
            raise RefusedError(409, "on_break")

    def _no_visit(self) -> None:
        if self.current() is not None:
            raise RefusedError(409, "visit_open")

    def _reason(self, reason: str | None) -> None:
        if reason not in self.reasons:
            raise RefusedError(422, "reason_unknown")

    def _known(self, visit: str) -> VisitView:
        if visit not in self.visits:
            raise RefusedError(404, "visit_unknown")
        return self.visits[visit]

    def _at_counter(self, state: VisitState, code: str) -> VisitView:
        visit = self.current()
        if visit is None:
            raise RefusedError(409, "no_visit")
        if visit.state is not state:
            raise RefusedError(409, code)
        return visit
