"""Process the items that the centre holds for this hall: each once, in the transaction that stores its number.

An item that the hall cannot use (a topic that it does not have, a visit of long ago) is stored with the reason, and the
next heartbeat reports it to the centre.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import time, timedelta
from functools import partial
from typing import Any, Protocol

from common.text.hidden_signs import strip_turning
from contracts.centre.inbox_items import (
    CLOSURE,
    CLOSURE_END,
    MOON,
    MOON_BACK,
    REQUEST,
    SURVEY,
    VISITOR_MOVE,
    ClosureEndItem,
    ClosureItem,
    MoonBackItem,
    MoonItem,
    RefusedItem,
    RequestItem,
    SurveyItem,
    VisitorMoveItem,
)
from contracts.centre.people_list import PEOPLE, PeopleList, SignedPeople, opened_people
from contracts.centre.settings_document import InboxItem
from contracts.codec.message import replace
from contracts.codec.reader import ContractError, from_json, to_json
from contracts.words.moon import TIMES
from contracts.words.requests import RequestSource
from contracts.words.surveys import SurveyWay
from hall.closures.commands.closures import CloseHall, OpenHallAgain, close_hall, open_again
from hall.closures.commands.moon import FollowMoon, TakeMoonBack, follow_moon, take_moon_back
from hall.closures.model.refusals import ClosureUnknownError, MoonActUnknownError
from hall.closures.work import ClosuresWork
from hall.kernel.moment import Moment
from hall.kernel.refusals import HallError
from hall.kernel.settings import FiveTimes
from hall.people.commands.centre_people import follow_list
from hall.people.model.account_ports import HasAccounts
from hall.platform.db.connected import ConnectedWork
from hall.platform.db.writer.job import CommandQueueError
from hall.platform.refusals import CodeUnknownError
from hall.platform.store_ports import Store
from hall.platform.web.bodies import check_value
from hall.queue.routes.visitor.move_by_visitor import move_by_visitor
from hall.requests.commands.register_request import Register, register
from hall.requests.model.ports import HasRequests
from hall.settings.store import received_from_centre
from hall.surveys.commands.give_survey import GiveSurvey, give_survey
from hall.surveys.model.ports import HasSurveys

log = logging.getLogger(__name__)

PLATFORM = "platform"
"""Stands in place of an agent's name for requests of the ministry's platform."""
MOVE_GOOD_FOR = timedelta(minutes=5)
"""An older move of a visitor is refused: the page has shown the visitor as waiting again since 90 s after it."""
TOLD = 20
"""Refused things that a heartbeat tells of, the newest."""


class InboxWork(ClosuresWork, HasRequests, HasSurveys, HasAccounts, ConnectedWork, Protocol):
    """What the things of the inbox change."""


def take_items(store: Store[InboxWork], items: Sequence[InboxItem], *, key: str = "") -> None:
    """Process items in the order of their numbers, each in its own transaction; all are durable when it returns.

    `key` is the hall's settings key, by which it knows a list of people as the centre's.

    When nothing can be stored now it raises CommandQueueError: the items that are left come again with the next poll.
    """
    for item in items:
        try:
            store.commands.run(partial(_take, item, key)).result()
        except (HallError, ContractError) as refusal:
            log.warning("thing %d of the inbox (%s) cannot be taken: %s", item.number, item.kind, refusal)
            store.commands.run(partial(_refuse, item, str(refusal))).result()
        except CommandQueueError:
            raise
        except Exception as error:
            # The edge of an item: a mistake of ours about this one must not hold up all that come after it.
            log.exception("item %d of the inbox (%s) cannot be taken", item.number, item.kind)
            problem = f"the hall made a mistake: {type(error).__name__}: {error}"
            store.commands.run(partial(_refuse, item, problem)).result()


def refused_items(store: Store[InboxWork]) -> tuple[RefusedItem, ...]:
    """Return the newest things that could not be taken."""
    return store.reads.read(lambda work, _now: received_from_centre.refused_inbox(work.connection, TOLD)).result()


def _refuse(item: InboxItem, problem: str, work: InboxWork, now: Moment) -> None:
    received_from_centre.keep_inbox(work.connection, [_at_rest(item)], now.at, problem=problem)


def _at_rest(item: InboxItem) -> InboxItem:
    """Return the item as it is kept: names of people stay in the table of accounts alone."""
    return replace(item, body={}) if item.kind == PEOPLE else item


def _take(item: InboxItem, key: str, work: InboxWork, now: Moment) -> None:
    if not received_from_centre.keep_inbox(work.connection, [_at_rest(item)], now.at):
        return
    if item.kind == PEOPLE:
        _people(item.body, key, work, now)
        return
    consume = _CONSUMERS.get(item.kind)
    if consume is None:
        raise ContractError("kind", f"no kind {item.kind!r:.40} is known here: update the hall")
    # As of a body over HTTP: what no column holds would come again with each look, and all that comes after it.
    # But one hidden character in a text must not keep a hall open, or lose a request.
    body = strip_turning(dict(item.body))
    check_value(body)
    consume(body, work, now)


def _people(body: Mapping[str, Any], key: str, work: InboxWork, now: Moment) -> None:
    settings = work.settings
    listed = to_json(opened_people(from_json(SignedPeople, dict(body)), hall=settings.hall, key=key))
    plain = strip_turning(listed)
    check_value(plain)
    found = from_json(PeopleList, plain)
    units = {
        "directorate": {one.code for one in settings.choices.directorates},
        "official": {one.code for one in settings.officials},
    }

    def fits_unit(role: str, unit: str) -> bool:
        return unit in units[role] if role in units else not unit

    follow_list(found, work=work, now=now, fits_unit=fits_unit)


def _survey(body: Mapping[str, Any], work: InboxWork, now: Moment) -> None:
    given = from_json(SurveyItem, dict(body))
    visit = work.visits.by_code_hash(given.code)
    if visit is None:
        raise CodeUnknownError("no visit has this code any more")
    command = GiveSurvey(visit.id, given.face, SurveyWay.PHONE, given.reason, given.words, given.given_at)
    give_survey(command, work=work, now=now)


def _request(body: Mapping[str, Any], work: InboxWork, now: Moment) -> None:
    asked = from_json(RequestItem, dict(body))
    command = Register(
        asked.subject, asked.topic, asked.directorate, RequestSource.PLATFORM, PLATFORM, asked.external, asked.urgent
    )
    register(command, work=work, now=now)


def _visitor_move(body: Mapping[str, Any], work: InboxWork, now: Moment) -> None:
    asked = from_json(VisitorMoveItem, dict(body))
    age = max(now.at - asked.asked_at, timedelta(0))
    if age > MOVE_GOOD_FOR:
        minutes = int(MOVE_GOOD_FOR.total_seconds() / 60)
        raise ContractError("asked_at", f"a move of a visitor is good for {minutes} minutes; this one is {age} old")
    visit = work.visits.by_code_hash(asked.code)
    if visit is None:
        raise CodeUnknownError("no visit has this code any more")
    # The hall looks once a minute: what was asked in time must not be refused because it was fetched late.
    earlier = Moment(now.at - age, now.monotonic_ns - age // timedelta(microseconds=1) * 1000, now.boot)
    move_by_visitor(asked.move, visit.id, work=work, now=now, asked=earlier)


def _closure(body: Mapping[str, Any], work: InboxWork, now: Moment) -> None:
    asked = from_json(ClosureItem, dict(body))
    if asked.until <= now.at:
        raise ContractError("until", "the closure was over before the hall was connected again")
    command = CloseHall(
        asked.closure, asked.first, asked.until, asked.reason, asked.by, asked.at, asked.texts, from_centre=True
    )
    close_hall(command, work=work, now=now)


def _closure_end(body: Mapping[str, Any], work: InboxWork, now: Moment) -> None:
    asked = from_json(ClosureEndItem, dict(body))
    # The hall's own head may have opened it, or its time is over: then nothing is left to take back.
    with suppress(ClosureUnknownError):
        open_again(OpenHallAgain(asked.closure, asked.by), work=work, now=now)


def _moon(body: Mapping[str, Any], work: InboxWork, now: Moment) -> None:
    asked = from_json(MoonItem, dict(body))
    times = FiveTimes(*map(time.fromisoformat, asked.times)) if len(asked.times) == len(TIMES) else None
    command = FollowMoon(
        asked.act, asked.event, asked.begins, asked.first, asked.last, asked.by, asked.at, times, asked.source,
        from_centre=True,
    )  # fmt: skip
    follow_moon(command, work=work, now=now)


def _moon_back(body: Mapping[str, Any], work: InboxWork, now: Moment) -> None:
    asked = from_json(MoonBackItem, dict(body))
    with suppress(MoonActUnknownError):  # the hall's head has taken it back already
        take_moon_back(TakeMoonBack(asked.act, asked.by), work=work, now=now)


_CONSUMERS: Mapping[str, Callable[[Mapping[str, Any], InboxWork, Moment], None]] = {
    SURVEY: _survey, REQUEST: _request, VISITOR_MOVE: _visitor_move, CLOSURE: _closure, CLOSURE_END: _closure_end,
    MOON: _moon, MOON_BACK: _moon_back,
}  # fmt: skip
