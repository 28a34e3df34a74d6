"""Close halls suddenly (storm, flood, mourning): who is touched is shown first, then it is confirmed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from litestar import post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from sqlalchemy import Engine

from central.halls.current_state import HallNow, halls_now
from central.halls.governorates import GOVERNORATES
from central.halls.sent_acts import ActKind, send, sent, take_back
from central.web.dependencies import Database, Form, Now, Who
from central.web.pages.hall_acts.chosen_halls import MAX_BYTES, Touched, bookings_of, chosen_halls
from central.web.rendering import AskedPage, Page, get_page
from contracts.centre.inbox_items import CLOSURE, CLOSURE_END, ClosureItem
from contracts.codec.reader import from_json, to_json
from contracts.words.closures import LONGEST_DAYS, WORDS_LENGTH, ClosureReason

KIND = ActKind(CLOSURE, CLOSURE_END, "closure", "hall_closed", "hall_opened_again")
NOTICES = frozenset({"closed", "opened"})
KEPT = ("reason", "ar", "en", "first_day", "first_time", "until_day", "until_time")
"""The fields of the form that the page with the effect sends once more."""


class ClosureFormError(ValueError):
    """The form cannot be a closure; the message is the end of the text's name."""


@get_page("/closures")
def closures_page(page: AskedPage, engine: Database, now: Now, told: FromQuery[str] = "") -> Template:
    """Show what stands and what was, and the form."""
    return _shown(page, engine, now, told=told if told in NOTICES else "")


@post("/closures/check", include_in_schema=False, sync_to_thread=True, request_max_body_size=MAX_BYTES)
def check_closure(page: AskedPage, form: Form, engine: Database, who: Who, now: Now) -> Template:
    """Show whom the closure would touch; nothing is changed."""
    try:
        found = halls_now(engine, now=now)
        item, halls = _asked(form, found, who, now, page.zone)
    except ClosureFormError as error:
        return _shown(page, engine, now, form=form, error=str(error), status=422)
    first, last = (at.astimezone(ZoneInfo(page.zone)).date() for at in (item.first, item.until))
    chosen = [Touched(one, bookings_of(one, first, last)) for one in found if one.hall in halls]
    return _shown(page, engine, now, form=form, item=item, touched=chosen)


@post("/closures", include_in_schema=False, sync_to_thread=True, request_max_body_size=MAX_BYTES)
def close_suddenly(page: AskedPage, form: Form, engine: Database, who: Who, now: Now) -> Template | Redirect:
    """Close the halls."""
    try:
        item, halls = _asked(form, halls_now(engine, now=now), who, now, page.zone)
    except ClosureFormError as error:
        return _shown(page, engine, now, form=form, error=str(error), status=422)
    detail = f"{item.reason.value}, {item.first} - {item.until}"
    send(engine, KIND, halls, dict(to_json(item)), now=now, detail=detail)
    return page.to("/closures", told="closed")


@post("/closures/{closure:str}/end", include_in_schema=False, sync_to_thread=True)
def end_closure(page: AskedPage, closure: FromPath[str], engine: Database, who: Who, now: Now) -> Redirect:
    """Open the halls again."""
    take_back(engine, KIND, closure, by=who, now=now)
    return page.to("/closures", told="opened")


def _shown(
    page: Page, engine: Engine, now: datetime, *, form: Mapping[str, str] | None = None, status: int = 200,
    error: str = "", told: str = "", item: ClosureItem | None = None, touched: Sequence[Touched] = (),
) -> Template:  # fmt: skip
    found = halls_now(engine, now=now)
    acts = sent(engine, KIND, now=now, refused={one.hall: one.refused for one in found})
    shown: dict[str, Any] = {
        "halls": [(place, [one for one in found if one.governorate == place]) for place in (*GOVERNORATES, "")],
        "reasons": [one.value for one in ClosureReason],
        "closures": [(act, from_json(ClosureItem, dict(act.body))) for act in acts],
        "form": form or {},
        "kept": KEPT,
    }
    return page.template(
        "closures.html", status=status, **shown, error=error, told=told, item=item, touched=touched,
        words_length=WORDS_LENGTH,
    )  # fmt: skip


def _asked(
    form: Mapping[str, str], found: Sequence[HallNow], who: str, now: datetime, zone: str
) -> tuple[ClosureItem, list[str]]:
    """Return the closure of a form and its halls; ClosureFormError where something is missing or cannot be."""
    halls = chosen_halls(form, found)
    if not halls:
        raise ClosureFormError("halls")
    reason = form.get("reason", "")
    if reason not in {one.value for one in ClosureReason}:
        raise ClosureFormError("reason")
    first = _instant(form, "first", zone) or now
    until = _instant(form, "until", zone)
    if until is None or until <= max(first, now) or until - first > timedelta(days=LONGEST_DAYS):
        raise ClosureFormError("until")
    texts = {tag: " ".join(form[tag].split()) for tag in ("ar", "en") if form.get(tag)}
    if any(len(text) > WORDS_LENGTH for text in texts.values()):
        raise ClosureFormError("words")
    name = form.get("closure") or uuid.uuid4().hex
    return ClosureItem(name[:64], max(first, now), until, ClosureReason(reason), who, now, texts), halls


def _instant(form: Mapping[str, str], name: str, zone: str) -> datetime | None:
    """Return the instant of a day and a time at the halls; None where both are empty."""
    day, at = form.get(f"{name}_day", ""), form.get(f"{name}_time", "")
    if not day and not at:
        return None
    try:
        return datetime.combine(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ClosureFormError(name) from None
