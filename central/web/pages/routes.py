"""The pages of the centre, and what they load."""

from __future__ import annotations

from datetime import date

from litestar import Response, Router, get
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from central.figures import day_figures
from central.halls.current_state import desk_sites
from central.web.access import FILES, check_own_page
from central.web.centre_request import MAX_FORM_BYTES
from central.web.dependencies import Config, Database, Today
from central.web.pages.audit import audit_page
from central.web.pages.axes import axes_page, keep_training
from central.web.pages.compare import compare_page
from central.web.pages.enquiries import enquiries_page
from central.web.pages.figures import all_figures_page, hall_page
from central.web.pages.first_access import choose, first_access_page, prove_authenticator
from central.web.pages.hall_acts.closures import check_closure, close_suddenly, closures_page, end_closure
from central.web.pages.hall_acts.lists import check_list, give_list, lists_page, undo_list
from central.web.pages.hall_acts.moon import check_moon, follow_moon, moon_page, take_moon_back
from central.web.pages.hall_acts.release_files import keep_release_file, take_release_part
from central.web.pages.hall_acts.releases import change_release, releases_page
from central.web.pages.ministry_sign_in import from_ministry, to_ministry
from central.web.pages.now import now_page
from central.web.pages.people import acts_page, add, change, people_page, person_page
from central.web.pages.sign_in import begin, end, sign_in_page
from central.web.pages.state import (
    quarantine_page,
    read_entry_again,
    set_entry_aside,
    settings_page,
    state_page,
)
from central.web.rendering import HERE, SHARED, AskedPage, get_page
from central.web.texts import ASSETS
from common.brand.brand import emblem_file
from web.service.static_files import static_files


@get_page("/halls")
def halls_page(page: AskedPage, engine: Database, today: Today, day: FromQuery[date | None] = None) -> Template:
    """Show all halls."""
    # Years 1 and 9999 have no day before or after them to link to.
    shown = day if day and 1970 < day.year < 9000 else today
    figures = day_figures.day_figures(engine, shown, by_service=False)
    desks = desk_sites(engine)
    halls = [one for one in figures if one.hall not in desks]
    connected = [one for one in halls if page.is_fresh(one)]
    totals = {
        "visits": sum(one.visits for one in figures),
        "served": sum(one.served for one in figures),
        "waiting_now": sum(one.waiting_now or 0 for one in connected),
        "in_contact": page.texts["halls_of"].format(n=len(connected), all=len(halls)),
    }
    return page.template("halls.html", day=shown, halls=list(figures), totals=totals)


@get("/brand/{ground:str}", include_in_schema=False, sync_to_thread=True)
def emblem(config: Config, ground: FromPath[str]) -> Response[bytes]:
    """Return the emblem's file for a ground: light, dark or paper."""
    file = emblem_file(config.brand.emblems.get(ground, ""))
    if file is None:
        return Response(b"", status_code=404)
    return Response(file[1], headers={"Cache-Control": "public, max-age=86400"}, media_type=file[0])


STAFF_PAGES = (
    now_page, state_page, compare_page, all_figures_page, hall_page, halls_page, enquiries_page, axes_page,
    keep_training, settings_page, quarantine_page, read_entry_again, set_entry_aside,
    people_page, person_page, add, change,
    closures_page, check_closure, close_suddenly, end_closure, moon_page, check_moon, follow_moon, take_moon_back,
    lists_page, check_list, give_list, undo_list,
    acts_page, audit_page, releases_page, change_release, take_release_part,
    keep_release_file, sign_in_page, begin, end, to_ministry, from_ministry,
    first_access_page, choose,
    prove_authenticator, emblem,
)  # fmt: skip


def page_routes() -> Router:
    """Return the pages of staff: only they themselves change something, by forms of a few bytes."""
    return Router("", route_handlers=STAFF_PAGES, guards=[check_own_page], request_max_body_size=MAX_FORM_BYTES)


def static_routes() -> list[Router]:
    """Return the files that pages load."""
    options = {FILES: True}
    return [
        static_files("/static/fonts", [ASSETS / "fonts"], options),
        static_files("/static/shared", [SHARED], options),
        # The visitor's page is the hall's own: what it loads lies with the hall's pages.
        static_files("/static", [HERE / "static", SHARED], options),
    ]
