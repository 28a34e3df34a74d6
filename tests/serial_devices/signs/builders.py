"""Facts and snapshots as a board's token gets them, for the tests of signs."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.live import FactMessage, Snapshot
from contracts.queue.answers import BoardCall, BoardView, StageView, VisitView
from contracts.settings.hall_view import DayView, HallView, HoursView
from contracts.words.hall import Lane, VisitState

NOW = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
DAY = date(2026, 11, 25)


def visit(name: str, ticket: str, state: VisitState, counter: int | None) -> VisitView:
    stage = StageView("A", state, counter, None, NOW, NOW, None, None, None)
    return VisitView(name, ticket, "A", Lane.STANDARD, state, counter, NOW, (stage,))


def fact(
    seq: int, kind: str, ticket: str, state: VisitState, counter: int | None, *, day: date = DAY, name: str = ""
) -> FactMessage:
    return FactMessage(seq, kind, NOW, day, visit(name or ticket, ticket, state, counter), counter)


def called(seq: int, ticket: str, counter: int) -> FactMessage:
    return fact(seq, "visit_called", ticket, VisitState.CALLED, counter)


def hall() -> HallView:
    return HallView(
        "muscat-1", {}, "muscat", "hall", "Asia/Muscat", ("ar", "en"), "western", (), (), (),
        HoursView(True, None, None, None, None, None), DayView(DAY, "open", None), (), (),
    )  # fmt: skip


def call(ticket: str, counter: int, recalls: int = 0) -> BoardCall:
    return BoardCall(ticket, ticket, "A", counter, NOW, recalls)


def snapshot(*calls: BoardCall, serving: tuple[BoardCall, ...] = (), seq: int = 10) -> Snapshot:
    return Snapshot("s", seq, hall(), BoardView("s", seq, calls, (), (), serving))
