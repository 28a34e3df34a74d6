"""A hall, its calls and the facts of a day, for the board's tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from contracts.live import FactMessage, Snapshot
from contracts.queue.answers import BoardCall, BoardView, StageView, VisitView
from contracts.settings.hall_view import DayView, HallView, HoursView, ServiceView
from contracts.words.hall import Lane, VisitState

NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
NOTICES = ({"ar": "يُرجى تجهيز المستندات", "en": "Please have your documents ready"},)


def hall(**changes: object) -> HallView:
    """Return a hall with two services."""
    services = tuple(
        ServiceView(code, code, {"ar": ar, "en": en}, None, {}, (), 900, open=True)
        for code, ar, en in (("A", "المساعدات السكنية", "Housing assistance"), ("B", "الأراضي", "Lands"))
    )
    view = {
        "hall": "muscat",
        "names": {"ar": "قاعة مسقط", "en": "Muscat hall"},
        "governorate": "muscat",
        "site_kind": "hall",
        "time_zone": "Asia/Muscat",
        "languages": ("ar", "en"),
        "digits": "western",
        "services": services,
        "counters": (),
        "agents": (),
        "hours": HoursView(True, "07:30", "07:30", "07:45", "13:30", "14:30"),
        "day": DayView(TODAY, "open", None),
        "notices": NOTICES,
        "reasons": (),
    }
    return HallView(**{**view, **changes})  # type: ignore[arg-type]  # a test's shorthand


def call(ticket: str, counter: int, *, at_s: float = 0, recalls: int = 0, recalled_s: float | None = None) -> BoardCall:
    """Return a call made `at_s` seconds after nine, and announced again last at `recalled_s`."""
    recalled_at = None if recalled_s is None else NINE + timedelta(seconds=recalled_s)
    return BoardCall(f"v-{ticket}", ticket, ticket[0], counter, NINE + timedelta(seconds=at_s), recalls, recalled_at)


def snapshot(
    calls: Sequence[BoardCall] = (), recent: Sequence[BoardCall] = (), *, seq: int = 0, stream: str = "s1"
) -> Snapshot:
    """Return the snapshot of a hall with these calls."""
    return Snapshot(stream, seq, hall(), BoardView(stream, seq, tuple(calls), tuple(recent), NOTICES))


def fact(
    kind: str,
    ticket: str,
    counter: int | None = 1,
    *,
    at_s: float = 0,
    called_s: float | None = None,
    state: VisitState | None = None,
    seq: int = 1,
    day: date = TODAY,
) -> FactMessage:
    """Return a fact of `kind` made `at_s` seconds after nine, about a visit called at `called_s` (then, without it)."""
    calling = kind in {"visit_called", "visit_recalled", "visit_resumed"}
    became = state or (VisitState.CALLED if calling else _STATES[kind])
    called_at = NINE + timedelta(seconds=at_s if called_s is None else called_s)
    stage = StageView(ticket[0], became, counter, None, NINE, called_at, None, None, None)
    visit = VisitView(f"v-{ticket}", ticket, ticket[0], Lane.STANDARD, became, counter, NINE, (stage,))
    return FactMessage(seq, kind, NINE + timedelta(seconds=at_s), day, visit, counter)


_STATES = {
    "visit_begun": VisitState.SERVING,
    "visit_finished": VisitState.FINISHED,
    "visit_no_show": VisitState.NO_SHOW,
    "visit_returned": VisitState.WAITING,
    "visit_parked": VisitState.PARKED,
    "visit_undone": VisitState.CALLED,
    "visit_issued": VisitState.WAITING,
}
