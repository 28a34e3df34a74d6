"""How the halls stand with the centre (silent, behind, version, clock), and the quarantine to look at and release."""

from __future__ import annotations

from litestar import post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from sqlalchemy import select

from central.audit.staff_acts import held, read_again, set_aside
from central.figures.rollups import dirty_days
from central.halls.current_state import halls_now
from central.halls.settings_overview import overview
from central.maintenance.cleanup import cleanup_status
from central.store.tables.halls import hall
from central.web.dependencies import Config, Database, Now, Rules, Who
from central.web.rendering import AskedPage, get_page


@get_page("/state")
def state_page(page: AskedPage, engine: Database, config: Config, now: Now) -> Template:
    """Show how each hall stands with the centre, those in trouble first."""
    ordered = sorted(halls_now(engine, now=now), key=lambda one: (not one.troubles, one.hall))
    return page.template(
        "state.html",
        halls=ordered,
        lag=dirty_days(engine),
        cleanup=cleanup_status(engine, now=now),
        kept_years=config.kept_years,
    )


@get_page("/settings")
def settings_page(page: AskedPage, engine: Database) -> Template:
    """Show what was published for each hall by whom, and what the hall made of it."""
    return page.template("settings.html", halls=overview(engine))


@get_page("/quarantine")
def quarantine_page(page: AskedPage, engine: Database, told: FromQuery[str] = "") -> Template:
    """Show what could not be read, with its reason."""
    with engine.connect().execution_options(read_only=True) as connection:
        names = {row.hall: row.names for row in connection.execute(select(hall.c.hall, hall.c.names))}
    shown = told if told in {"stored", "still_bad", "set_aside"} else ""
    return page.template("quarantine.html", entries=held(engine), names=names, told=shown)


@post("/quarantine/{entry:str}/read-again", include_in_schema=False, sync_to_thread=True)
def read_entry_again(
    page: AskedPage, entry: FromPath[int], engine: Database, who: Who, now: Now, rules: Rules
) -> Redirect:
    """Read an entry again, as after an update of the centre."""
    stored = read_again(engine, entry, who=who, now=now, rules=rules)
    return page.to("/quarantine", told="stored" if stored else "still_bad")


@post("/quarantine/{entry:str}/set-aside", include_in_schema=False, sync_to_thread=True)
def set_entry_aside(page: AskedPage, entry: FromPath[int], engine: Database, who: Who, now: Now) -> Redirect:
    """Take an entry out of the open ones; its bytes stay."""
    set_aside(engine, entry, who=who, now=now)
    return page.to("/quarantine", told="set_aside")
