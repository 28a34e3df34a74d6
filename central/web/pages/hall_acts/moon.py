"""The moon was seen: Ramadan or an Eid begins tomorrow, in all halls by one act; what it changes is shown first."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from litestar import post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from sqlalchemy import Engine

from central.halls.current_state import HallNow, halls_now
from central.halls.governorates import GOVERNORATES
from central.halls.sent_acts import ActKind, send, sent, take_back
from central.halls.settings_overview import overview
from central.web.dependencies import Database, Form, Now, Who
from central.web.pages.hall_acts.chosen_halls import MAX_BYTES, Touched, bookings_of, chosen_halls
from central.web.rendering import AskedPage, Page, get_page
from common.clock.hijri import offset_to_begin
from contracts.centre.inbox_items import MOON, MOON_BACK, MoonItem
from contracts.codec.reader import from_json, to_json
from contracts.words.moon import DAYS_OFF, FIRST_DAYS, LONGEST_DAYS, MOST_AHEAD, TIMES, MoonEvent

KIND = ActKind(MOON, MOON_BACK, "act", "moon_followed", "moon_taken_back")
NOTICES = frozenset({"sent", "undone"})
AHEAD = (1, 2, 0)
"""Days from today on which it may begin: tomorrow, the day after, and today for who comes late."""
KEPT = ("event", "begins", "first", "last", "source", *TIMES)


class MoonFormError(ValueError):
    """The form cannot be an act; the message is the end of the text's name."""


@get_page("/moon")
def moon_page(page: AskedPage, engine: Database, now: Now, told: FromQuery[str] = "") -> Template:
    """Show what was set, and the form."""
    return _shown(page, engine, now, told=told if told in NOTICES else "")


@post("/moon/check", include_in_schema=False, sync_to_thread=True, request_max_body_size=MAX_BYTES)
def check_moon(page: AskedPage, form: Form, engine: Database, who: Who, now: Now) -> Template:
    """Show what the act would change; nothing is changed. `back` in the form: show it again as it was filled in."""
    found = halls_now(engine, now=now)
    if "back" in form:
        named = chosen_halls(form, found)
        ticked = {f"hall_{hall}": "on" for hall in named} if len(named) < len(found) else {}
        return _shown(page, engine, now, form={**form, **ticked})
    try:
        item, halls = _asked(form, found, who, now, page.today)
    except MoonFormError as error:
        return _shown(page, engine, now, form=form, error=str(error), status=422)
    touched = [Touched(one, bookings_of(one, item.first, item.last)) for one in found if one.hall in halls]
    return _shown(page, engine, now, form=form, item=item, touched=touched)


@post("/moon", include_in_schema=False, sync_to_thread=True, request_max_body_size=MAX_BYTES)
def follow_moon(page: AskedPage, form: Form, engine: Database, who: Who, now: Now) -> Template | Redirect:
    """Send the act to the halls."""
    try:
        item, halls = _asked(form, halls_now(engine, now=now), who, now, page.today)
    except MoonFormError as error:
        return _shown(page, engine, now, form=form, error=str(error), status=422)
    if _is_far(item) and form.get("far") != "yes":
        return _shown(page, engine, now, form=form, error="far", status=422)
    send(engine, KIND, halls, dict(to_json(item)), now=now, detail=f"{item.event.value}, {item.begins}")
    return page.to("/moon", told="sent")


@post("/moon/{act:str}/end", include_in_schema=False, sync_to_thread=True)
def take_moon_back(page: AskedPage, act: FromPath[str], engine: Database, who: Who, now: Now) -> Redirect:
    """Undo the act in all its halls."""
    take_back(engine, KIND, act, by=who, now=now)
    return page.to("/moon", told="undone")


def _shown(
    page: Page, engine: Engine, now: datetime, *, form: Mapping[str, str] | None = None, status: int = 200,
    error: str = "", told: str = "", item: MoonItem | None = None, touched: Sequence[Touched] = (),
) -> Template:  # fmt: skip
    found = halls_now(engine, now=now)
    acts = sent(engine, KIND, now=now, refused={one.hall: one.refused for one in found})
    shown: dict[str, Any] = {
        "halls": [(place, [one for one in found if one.governorate == place]) for place in (*GOVERNORATES, "")],
        "events": [one.value for one in MoonEvent],
        "days": [page.today + timedelta(days=ahead) for ahead in AHEAD],
        "acts": [(act, from_json(MoonItem, dict(act.body))) for act in acts],
        "times": TIMES,
        "kept": KEPT,
        "far": item is not None and _is_far(item),
        "offset": offset_to_begin(item.begins, *FIRST_DAYS[item.event]) if item else None,
        "locked": _locked_hours(engine) if item else frozenset(),
    }
    return page.template(
        "moon.html",
        status=status,
        **shown,
        form=form or {},
        filled=_has_more(form or {}),
        error=error,
        told=told,
        item=item,
        touched=touched,
    )


def _has_more(form: Mapping[str, str]) -> bool:
    """Return whether more was filled in than the event and its day: then that part of the form stands open."""
    return any(form.get(name) for name in ("first", "last", "source", *TIMES)) or any(
        name.startswith(("hall_", "place_")) for name in form
    )


def _is_far(item: MoonItem) -> bool:
    """Return whether the printed calendar has the first day more than two days from this one."""
    return offset_to_begin(item.begins, *FIRST_DAYS[item.event]) is None


def _locked_hours(engine: Engine) -> frozenset[str]:
    """Return the halls whose hours are locked from here: they refuse the act."""
    newest = [(one.hall, one.state.published) for one in overview(engine)]
    hours = [(hall, published.document.values.get("hours")) for hall, published in newest if published is not None]
    return frozenset(hall for hall, value in hours if value is not None and value.locked)


def _asked(
    form: Mapping[str, str], found: Sequence[HallNow], who: str, now: datetime, today: date
) -> tuple[MoonItem, list[str]]:
    """Return the act of a form and its halls, all of them where none is chosen."""
    halls = chosen_halls(form, found) or [one.hall for one in found]
    if form.get("event") not in {one.value for one in MoonEvent}:
        raise MoonFormError("event")
    event = MoonEvent(form["event"])
    begins = _day(form, "begins")
    if begins is None or not 0 <= (begins - today).days <= MOST_AHEAD:
        raise MoonFormError("begins")
    before, after = DAYS_OFF[event]
    first = _day(form, "first") or begins - timedelta(days=before)
    last = _day(form, "last") or begins + timedelta(days=after)
    if last < first or (last - first).days >= LONGEST_DAYS or abs((first - begins).days) > LONGEST_DAYS:
        raise MoonFormError("days")
    name = form.get("act") or uuid.uuid4().hex
    return MoonItem(
        name[:64], event, begins, first, last, who, now, _times(form), form.get("source", "")[:140]
    ), halls  # fmt: skip


def _day(form: Mapping[str, str], name: str) -> date | None:
    try:
        return date.fromisoformat(form[name]) if form.get(name) else None
    except ValueError:
        raise MoonFormError("days") from None


def _times(form: Mapping[str, str]) -> tuple[str, ...]:
    """Return Ramadan's five times as HH:MM in their order, or none."""
    given = tuple(form[name] for name in TIMES if form.get(name))
    if not given:
        return ()
    try:
        read = [time.fromisoformat(one) for one in given]
    except ValueError:
        raise MoonFormError("times") from None
    # A time with a zone cannot be compared with one without, and halls have one zone.
    if len(read) != len(TIMES) or any(one.tzinfo for one in read) or read != sorted(read):
        raise MoonFormError("times")
    return given
