"""When an advice is kept, when it is scored, and how its score is made, over a store made of memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import pytest

from contracts.waits.outlook import Advice, AdviceKind, OutlookView
from hall.kernel.ids import VisitId
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.waits.commands.score_advice import advice_score, note_advice, score_advice
from hall.waits.model.advice_ports import GivenAdvice
from tests.helpers.example_hall import LANDS, NINE, TUESDAY, new_hall
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

OPEN = Advice(AdviceKind.OPEN_COUNTER, "L", 2, None, ("L",), 15, 6, 10, 14)


class Kept:
    """Advice in memory; what was done and what the hour brought are said by the test."""

    def __init__(self, done: datetime | None = None, brought: tuple[int, int] = (20, 15)) -> None:
        self.kept: dict[str, GivenAdvice] = {}
        self.done, self.brought, self.asked = done, brought, list[datetime]()

    def newest(self, kind: AdviceKind, service: str, counter: int, since: datetime) -> GivenAdvice | None:
        same = (kind, service, counter)
        found = [one for one in self.kept.values() if (one.kind, one.service, one.counter) == same and one.at > since]
        return max(found, key=lambda one: one.at, default=None)

    def save(self, advice: GivenAdvice) -> None:
        self.kept[advice.id] = advice

    def unscored(self, before: datetime) -> Sequence[GivenAdvice]:
        return [one for one in self.kept.values() if not one.scored and one.at < before]

    def between(self, first: date, last: date) -> Sequence[GivenAdvice]:
        found = [one for one in self.kept.values() if first <= one.service_day <= last]
        return sorted(found, key=lambda one: one.at, reverse=True)

    def done_at(self, advice: GivenAdvice, until: datetime) -> datetime | None:
        self.asked.append(until)
        return self.done

    def hour(self, advice: GivenAdvice, until: datetime, targets: Mapping[str, float]) -> tuple[int, int]:
        assert targets["L"] == 900.0
        self.asked.append(until)
        return self.brought


def open_hall() -> MemoryHall:
    hall = new_hall()
    hall.run(issue_ticket, IssueTicket(VisitId("v1"), LANDS, "kiosk-1"))
    return hall


def shown(hall: MemoryHall, store: Kept, name: str, view: OutlookView | None = None) -> None:
    seen = view or OutlookView(hall.clock.at, (), (OPEN,), 60)
    note_advice(seen, name, work=hall.work(), store=store, now=hall.clock.now())


def test_the_same_advice_is_kept_once_an_hour():
    hall, store = open_hall(), Kept()
    shown(hall, store, "1")
    hall.clock.advance(3500)
    shown(hall, store, "2")
    hall.clock.advance(200)
    shown(hall, store, "3")
    assert sorted(store.kept) == ["1", "3"]
    assert (store.kept["1"].share_without, store.kept["1"].service_day) == (60, TUESDAY)


def test_nothing_is_kept_where_nothing_is_advised_or_foreseen():
    hall, store = open_hall(), Kept()
    shown(hall, store, "1", OutlookView(NINE, (), (), 60))
    shown(hall, store, "2", OutlookView(NINE, (), (OPEN,), None))
    assert store.kept == {}


def test_an_outcome_waits_for_the_hour_and_for_the_last_visitors_target():
    hall, store = open_hall(), Kept()
    given_at = hall.clock.at
    shown(hall, store, "1")
    hall.clock.advance(3600 + 900)
    assert score_advice(work=hall.work(), store=store, now=hall.clock.now()) == 0
    hall.clock.advance(1)
    assert score_advice(work=hall.work(), store=store, now=hall.clock.now()) == 1
    assert store.asked == [given_at + timedelta(hours=1), given_at + timedelta(minutes=15)]
    assert score_advice(work=hall.work(), store=store, now=hall.clock.now()) == 0


def test_what_was_followed_is_held_against_the_gain_and_the_rest_against_the_hour_as_it_stood():
    store, hall = Kept(), open_hall()
    one = GivenAdvice("1", NINE, TUESDAY, AdviceKind.OPEN_COUNTER, "L", 2, None, ("L",), 5, 10, 15, 60, scored=True)
    store.save(replace(one, followed_at=NINE, visitors=20, within=15))
    store.save(replace(one, id="2", visitors=10, within=5, at=NINE + timedelta(hours=1)))
    store.save(replace(one, id="3", visitors=0, within=0))
    store.save(replace(one, id="4", scored=False))
    view = advice_score(TUESDAY, TUESDAY, store=store, now=hall.clock.now())
    assert (view.given, view.followed, view.scored) == (4, 1, 2)
    assert (view.gain_foretold, view.gain_measured) == (10.0, 15.0)
    assert (view.off_followed, view.off_not_followed) == (5.0, 10.0)
    assert view.advice[0].share_measured == 50.0
    nothing = advice_score(TUESDAY, TUESDAY, store=Kept(), now=hall.clock.now())
    assert (nothing.given, nothing.gain_measured, nothing.off_followed) == (0, None, None)
    assert view.advice[0].gain_likely == pytest.approx(10)
