"""The queue as the waiting-time forecast walks through it, read in one go; the walk itself needs no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contracts.hall_answers import WaitRange
from contracts.hall_words import Lane, VisitState
from hall.application.at_counter import surroundings, taker_at
from hall.application.current_day import shown_day
from hall.application.ports import Work
from hall.domain.calling_rule import Surroundings, Waiting, calling_order
from hall.domain.ids import ServiceCode, VisitId
from hall.domain.moment import Moment
from hall.domain.session import CounterSession
from hall.domain.settings import HallSettings, Service
from hall.domain.waiting_time import ExpectedWait, Forecast, QueueNow, Server, rounded_outward, serving_table

LEARN_FROM = 200
"""The newest serving times of each service from which the hall learns."""
GAP_S = 15.0
"""From the end of one visit to the call of the next."""
BREAK_S = 900.0
"""A break is taken to last so long, and at least `BREAK_LEFT_S` more."""
BREAK_LEFT_S = 120.0
TO_BEGIN_S = 30.0
"""From a call until the person is there."""


@dataclass(frozen=True)
class Question:
    """The queue at one instant, and who it is about: visits in the order of `QueueNow.waiting`, joiners by service."""

    queue: QueueNow
    waiting: tuple[tuple[VisitId, ServiceCode], ...]
    joiners: tuple[tuple[ServiceCode, Lane], ...]


def read_queue(*, work: Work, now: Moment) -> Question:
    """Return what the forecast walks through: who waits, who serves, and who might join which service in which lane."""
    day = shown_day(work, now)
    settings = work.settings
    waiting = list(work.visits.queue(day.day)) if day else []
    joiners = _joiners(settings, now) if day else []
    around = surroundings(work, day, now) if day else Surroundings(now)
    # One order for all, so that the place of a visit in its own service is the place in this list.
    waiting.sort(key=lambda who: _before(who, around, settings))
    servers = tuple(_server(session, waiting, joiners, around, work) for session in work.sessions.open())
    codes = {who.service for who in (*waiting, *joiners)} | {s.busy_with for s in servers if s.busy_with}
    tables = {code: _table(code, work) for code in codes}
    queue = QueueNow(
        tuple(who.service for who in waiting), tuple(who.service for who in joiners), servers, tables, GAP_S
    )
    return Question(
        queue,
        tuple((who.visit, who.service) for who in waiting),
        tuple((who.service, who.lane) for who in joiners),
    )


def expected_wait(
    question: Question, answer: Forecast, service: ServiceCode, people_ahead: int, lane: Lane | None = None
) -> ExpectedWait | None:
    """Return the wait with so many people ahead in the service; with all of them ahead, that of the next to join.

    `lane` asks for a joiner of this lane, whatever is ahead.
    """
    places = [wait for (_, code), wait in zip(question.waiting, answer.waiting, strict=True) if code == service]
    if lane is None and people_ahead < len(places):
        return places[people_ahead]
    asked = [
        wait
        for (code, joined_lane), wait in zip(question.joiners, answer.joiners, strict=True)
        if code == service and joined_lane is (lane or joined_lane)
    ]
    return asked[0] if asked else None


def told(wait: ExpectedWait) -> WaitRange:
    """Return the wait as it is told to a visitor: rounded outward to whole steps."""
    rounded = rounded_outward(wait)
    return WaitRange(rounded.low_s, rounded.likely_s, rounded.high_s)


def _table(code: ServiceCode, work: Work) -> tuple[float, ...]:
    known = next((service for service in work.settings.services if service.code == code), None)
    expected_s = known.expected_serving_s if known else Service.expected_serving_s  # it may have left the set-up
    return serving_table(expected_s, work.visits.serving_times(code, LEARN_FROM))


def _before(who: Waiting, around: Surroundings, settings: HallSettings) -> tuple[bool, float]:
    effective_s = around.now.seconds_since(who.rank_from) + settings.head_start_s(who.lane)
    return not who.goes_first, -effective_s


def _joiners(settings: HallSettings, now: Moment) -> list[Waiting]:
    """Return an imagined visit for each service and lane; the service's own lane first."""
    return [
        Waiting(VisitId(f"~{service.code}"), "", service.code, lane, now, now)
        for service in settings.services
        for lane in dict.fromkeys((service.lane, Lane.PRIORITY))
    ]


def _server(
    session: CounterSession, waiting: Sequence[Waiting], joiners: Sequence[Waiting], around: Surroundings, work: Work
) -> Server:
    taker = taker_at(work.settings, session.counter, session.agent)
    place_of = {id(who): place for place, who in enumerate((*waiting, *joiners))}
    order: list[int] = []
    joins: list[tuple[int, int]] = []
    for choice in calling_order((*waiting, *joiners), taker, around, work.settings):
        place = place_of[id(choice.waiting)]
        if place < len(waiting):
            order.append(place)
        else:
            joins.append((len(order), place - len(waiting)))
    in_hand = work.visits.at_counter(session.counter)
    now = around.now
    if session.on_break_since is not None:
        away_s = max(BREAK_LEFT_S, BREAK_S - now.seconds_since(session.on_break_since))
        return Server(tuple(order), tuple(joins), away_s=away_s)
    if in_hand is None:
        return Server(tuple(order), tuple(joins))
    if in_hand.state is VisitState.CALLED or in_hand.stage.serving_since is None:
        return Server(tuple(order), tuple(joins), in_hand.service, away_s=TO_BEGIN_S)
    served_s = in_hand.stage.served_s + now.seconds_since(in_hand.stage.serving_since)
    return Server(tuple(order), tuple(joins), in_hand.service, served_s)
