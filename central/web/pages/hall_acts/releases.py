"""Which hall has which version, how far each release is, and the buttons by which an administrator goes on."""

from __future__ import annotations

from litestar import post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from sqlalchemy import Engine

from central.access.path_table import ADMIN
from central.errors import CentralError
from central.halls.current_state import halls_now
from central.halls.governorates import GOVERNORATES
from central.releases import rollout
from central.releases.files import FOLDER, MOST_BYTES, remove_release
from central.releases.overview import rollouts
from central.releases.plan import Plan
from central.web.dependencies import Config, Database, Form, Now, Who
from central.web.pages.hall_acts.release_files import upload_words
from central.web.rendering import AskedPage, Page, get_page
from common.releases.release_file import NAME
from contracts.releases import PART_BYTES

SHOWN_ERRORS = frozenset({
    "plan_wrong", "group_wrong", "first_hall_waits", "rollout_state", "release_unknown", "release_rolling",
})  # fmt: skip
HALL, GOVERNORATE = "hall:", "governorate:"
"""How the names of a form's fields begin that choose a hall or a governorate."""


@get_page("/releases")
def releases_page(page: AskedPage, engine: Database, added: FromQuery[str] = "") -> Template:
    """Show the versions of all halls and devices, and how far each release is; `added`: the one that has just come."""
    return _shown(page, engine, added=added)


@post("/releases/{version:str}/{what:str}", include_in_schema=False, sync_to_thread=True)
def change_release(
    page: AskedPage,
    version: FromPath[str],
    what: FromPath[str],
    form: Form,
    engine: Database,
    config: Config,
    who: Who,
    now: Now,
) -> Template | Redirect:
    """Publish a release, open it for the next group, pause, resume, stop, retry or remove it."""
    try:
        if what == "publish":
            rollout.publish(engine, version, _plan(form), by=who, now=now)
        elif what == "next":
            group = form.get("group", "")
            rollout.open_group(engine, version, int(group) if group in {"2", "3"} else 0, by=who, now=now)
        elif what == "remove":
            remove_release(engine, config.data / FOLDER, version, by=who, now=now)
        elif what in rollout.MOVES:
            rollout.change(engine, version, what, by=who, now=now)
    except CentralError as error:
        if error.code not in SHOWN_ERRORS:
            raise
        return _shown(page, engine, error=error.code, status=error.status)
    return page.to("/releases")


def _plan(form: dict[str, str]) -> Plan:
    halls = tuple(name.removeprefix(HALL) for name in form if name.startswith(HALL))
    chosen = tuple(name.removeprefix(GOVERNORATE) for name in form if name.startswith(GOVERNORATE))
    return Plan(form.get("pilot", ""), halls, chosen)


def _shown(page: Page, engine: Engine, *, error: str = "", status: int = 200, added: str = "") -> Template:
    halls = halls_now(engine, now=page.now)
    found = rollouts(engine, halls)
    may_publish = page.caller is not None and page.caller.kind == ADMIN
    return page.template(
        "releases.html",
        status=status,
        halls=halls,
        rollouts=found,
        added=next((one.version for one in found if one.version == added), ""),
        governorates=GOVERNORATES,
        may_publish=may_publish,
        error=error,
        part_bytes=PART_BYTES,
        most_bytes=MOST_BYTES,
        name_pattern=NAME,
        upload_words=upload_words(page),
    )
