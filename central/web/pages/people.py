"""Who has access in which role, and who did what: for administrators; the second for auditors as well."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated

from litestar import post
from litestar.params import FromPath, QueryParameter
from litestar.response import Redirect, Template
from sqlalchemy import Engine

from central.audit.staff_acts import acts_before
from central.errors import CentralError
from central.people.people import ROLES, add_person, change_role, disable, people, start_anew
from central.web.dependencies import Database, Form, Now, Who
from central.web.rendering import AskedPage, Page, get_page

SAID = frozenset({"name_invalid", "name_taken", "not_oneself", "last_administrator", "role_unknown", "person_unknown",
                  "role_of_groups"})  # fmt: skip


@get_page("/acts")
def acts_page(
    page: AskedPage, engine: Database, before: Annotated[int | None, QueryParameter(ge=1, lt=2**62)] = None
) -> Template:
    """Show who did what, the newest first."""
    found, more = acts_before(engine, before)
    return page.template("acts.html", acts=found, older=more, newest=before is None)


@get_page("/people")
def people_page(page: AskedPage, engine: Database) -> Template:
    """Show the staff of the centre."""
    return _shown(page, engine)


@post("/people", include_in_schema=False, sync_to_thread=True)
def add(page: AskedPage, form: Form, engine: Database, who: Who, now: Now) -> Template:
    """Add somebody and show the set-up code, this once."""
    name = form.get("name", "").lower()
    return _done(page, engine, name, partial(add_person, engine, name, form.get("role", ""), by=who, now=now))


@post("/people/{name:str}/{what:str}", include_in_schema=False, sync_to_thread=True)
def change(
    page: AskedPage,
    name: FromPath[str],
    what: FromPath[str],
    form: Form,
    engine: Database,
    who: Who,
    now: Now,
) -> Template | Redirect:
    """Give somebody a new set-up code or another role, or end the access."""
    moves: dict[str, Callable[[], str | None]] = {
        "anew": partial(start_anew, engine, name, by=who, now=now),
        "disable": partial(disable, engine, name, by=who, now=now),
        "role": partial(change_role, engine, name, form.get("role", ""), by=who, now=now),
    }
    return _done(page, engine, name, moves[what]) if what in moves else page.to("/people")


def _done(page: Page, engine: Engine, name: str, move: Callable[[], str | None]) -> Template:
    try:
        code = move()
    except CentralError as error:
        if error.code not in SAID:
            raise
        return _shown(page, engine, error=error.code, status=error.status)
    return _shown(page, engine, name=name, code=code or "", done=True)


def _shown(
    page: Page, engine: Engine, *, name: str = "", code: str = "", error: str = "", done: bool = False,
    status: int = 200,
) -> Template:  # fmt: skip
    found = people(engine, now=page.now)
    return page.template(
        "people.html", status=status, people=found, roles=ROLES, name=name, code=code, error=error, done=done
    )
