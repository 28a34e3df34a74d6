"""The directory of people: who has which role at the centre and in which halls, and since when; and who did what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated
from urllib.parse import quote

from litestar import post
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect, Template
from sqlalchemy import Engine

from central.audit.staff_acts import acts_before
from central.errors import CentralError, NotFoundError
from central.halls.governorates import GOVERNORATES
from central.people.directory import Filter, KnownHall, directory, in_words, known_halls
from central.people.hall_roles import code_stamps, give_hall_role, invite_to_hall, take_hall_role
from central.people.people import ROLES, add_person, bring_back, change_role, disable, give_new_code
from central.people.places import EVERYWHERE, GOVERNORATE, HALL
from central.web.dependencies import Config, Database, Form, Now, Who
from central.web.rendering import AskedPage, Page, get_page
from contracts.words.account_roles import ACCOUNT_ROLES, WITH_UNIT

SHOWN_ERRORS = frozenset({
    "name_invalid", "name_taken", "not_oneself", "last_administrator", "role_unknown", "person_unknown",
    "role_of_groups", "place_unknown", "place_missing", "unit_wrong", "unit_unknown", "no_role_there", "access_ended",
})  # fmt: skip
STATES = ("ready", "invited", "expired", "no_code", "halls_only", "disabled")
NOTICES = frozenset({"added", "changed", "has_code"})
"""What a page may say after an act, named in its address."""
GIVES_CODE = frozenset({"new-code", "invite"})
"""Acts that show a code of one use."""
PLACE = "place_"
"""How the names of a form's fields begin that choose a place."""


@get_page("/acts")
def acts_page(
    page: AskedPage, engine: Database, before: Annotated[int | None, QueryParameter(ge=1, lt=2**62)] = None
) -> Template:
    """Show who did what, the newest first."""
    found, more = acts_before(engine, before)
    return page.template("acts.html", acts=found, older=more, newest=before is None)


@get_page("/people")
def people_page(
    page: AskedPage,
    engine: Database,
    q: FromQuery[str] = "",
    role: FromQuery[str] = "",
    place: FromQuery[str] = "",
    standing: FromQuery[str] = "",
) -> Template:
    """Show the people of the centre and of all halls, those who are looked for."""
    return _list(page, engine, Filter(q.strip()[:100], role, place, standing))


@get_page("/people/{name:str}")
def person_page(
    page: AskedPage, engine: Database, config: Config, name: FromPath[str], told: FromQuery[str] = ""
) -> Template | Redirect:
    """Show one person: roles, places, accounts in halls; and what was just done."""
    try:
        return _one(page, engine, config.people_lease_days, name, told=told if told in NOTICES else "")
    except NotFoundError:
        return page.to("/people")


@post("/people", include_in_schema=False, sync_to_thread=True)
def add(page: AskedPage, form: Form, engine: Database, config: Config, who: Who, now: Now) -> Template | Redirect:
    """Add somebody and show the set-up code, this once."""
    name, role = form.get("name", "").lower(), form.get("role", "")
    try:
        code = add_person(
            engine, name, role, by=who, now=now, full_name=form.get("full_name", ""), places=_places(form)
        )
    except CentralError as error:
        if error.code not in SHOWN_ERRORS:
            raise
        return _list(page, engine, Filter(), error=error.code, status=error.status, form=form)
    return _one(page, engine, config.people_lease_days, name, code=code) if code else _redirect_to(page, name, "added")


@post("/people/{name:str}/{what:str}", include_in_schema=False, sync_to_thread=True)
def change(
    page: AskedPage,
    name: FromPath[str],
    what: FromPath[str],
    form: Form,
    engine: Database,
    config: Config,
    who: Who,
    now: Now,
) -> Template | Redirect:
    """Change somebody's roles and places, give a new code or a link to a hall, end the access or take that back."""
    given = form.get("hall", "")
    moves: dict[str, Callable[[], str | None]] = {
        "new-code": partial(give_new_code, engine, name, by=who, now=now),
        "disable": partial(disable, engine, name, by=who, now=now),
        "bring-back": partial(bring_back, engine, name, by=who, now=now),
        "role": partial(change_role, engine, name, form.get("role", ""), by=who, now=now, places=_places(form)),
        "give": partial(
            give_hall_role, engine, name, form.get("place", ""), form.get("role", ""), form.get("unit", ""),
            by=who, now=now, unit_sure=form.get("unit_sure") == form.get("unit"),
        ),
        "take": partial(take_hall_role, engine, name, form.get("place", ""), by=who, now=now),
        "invite": partial(invite_to_hall, engine, name, given, by=who, now=now),
    }  # fmt: skip
    if what not in moves:
        return page.to("/people")
    lease = config.people_lease_days
    if what in GIVES_CODE and form.get("seen", seen := code_stamps(engine, name).get(given, "none")) != seen:
        return _redirect_to(page, name, "has_code")  # the form is sent once more, or the page was old
    try:
        code = moves[what]() or ""
    except CentralError as error:
        if error.code not in SHOWN_ERRORS:
            raise
        if error.code == "person_unknown":
            return _list(page, engine, Filter(), error=error.code, status=error.status)
        return _one(page, engine, lease, name, error=error.code, status=error.status, refused=what, form=form)
    if not code:
        return _redirect_to(page, name, "changed")
    return _one(page, engine, lease, name, code=code, to_hall=given if what == "invite" else "")


def _redirect_to(page: Page, name: str, told: str) -> Redirect:
    """Return the way to the person's page: to load that once more repeats nothing."""
    return page.to(f"/people/{quote(name, safe='')}", told=told)


def _places(form: dict[str, str]) -> list[str]:
    return [name.removeprefix(PLACE) for name in form if name.startswith(PLACE)]


def _list(
    page: Page, engine: Engine, asked: Filter, *, error: str = "", status: int = 200, form: dict[str, str] | None = None
) -> Template:  # fmt: skip
    found = [one for one in directory(engine, now=page.now) if asked.fits(one)]
    halls = known_halls(engine)
    return page.template(
        "people.html", status=status, entries=found, asked=asked, roles=ROLES, hall_roles=ACCOUNT_ROLES, states=STATES,
        choices=_choices(halls), said_place=partial(_place_text, page, halls), error=error, form=form or {},
        ticked=_places(form or {}),
    )  # fmt: skip


def _one(
    page: Page, engine: Engine, lease_days: int, name: str, *, code: str = "", to_hall: str = "", error: str = "",
    told: str = "", status: int = 200, refused: str = "", form: dict[str, str] | None = None,
) -> Template:  # fmt: skip
    entry = next((one for one in directory(engine, now=page.now) if one.person is not None and one.name == name), None)
    if entry is None:
        raise NotFoundError("person_unknown", f"nobody here has the sign-in name {name!r:.60}")
    halls = known_halls(engine)
    invited = next((one for one in halls if one.hall == to_hall), None)
    link = f"{invited.address}/enter#invitation={name}:{code}" if invited is not None else ""
    return page.template(
        "person.html", status=status, entry=entry, roles=ROLES, hall_roles=ACCOUNT_ROLES, with_unit=sorted(WITH_UNIT),
        choices=_choices(halls), said_place=partial(_place_text, page, halls), code=code, invited=invited, link=link,
        lease_days=lease_days, error=error, told=told, refused=refused, form=form or {}, ticked=_places(form or {}),
        stamps=code_stamps(engine, name),
    )  # fmt: skip


def _choices(halls: Sequence[KnownHall]) -> list[str]:
    return [EVERYWHERE, *(GOVERNORATE + one for one in GOVERNORATES), *(HALL + one.hall for one in halls)]


def _place_text(page: Page, halls: Sequence[KnownHall], place: str) -> str:
    key, names = in_words(place, halls)
    return page.texts.name(names, key) if names else str(page.texts.words.get(key, key))
