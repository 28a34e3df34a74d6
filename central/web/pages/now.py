"""The first page: the halls by governorate, a tile for each governorate with the waits now, and all halls' alerts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar.response import Template

from central.enquiries.enquiry_figures import open_enquiries
from central.halls import governorates
from central.halls.current_state import HallNow, halls_now
from central.web.dependencies import Database, Now
from central.web.rendering import AskedPage, get_page


@get_page("/")
def now_page(page: AskedPage, engine: Database, now: Now) -> Template:
    """Show all halls now."""
    return page.template("now.html", open_enquiries=open_enquiries(engine), **drawn(halls_now(engine, now=now)))


def drawn(halls: Sequence[HallNow]) -> dict[str, Any]:
    """Return what the tiles and the list beside them are made of; desks that nobody walks into stand apart."""
    desks, halls = [one for one in halls if one.is_desk], [one for one in halls if not one.is_desk]
    grouped = {name: [one for one in halls if one.governorate == name] for name in governorates.GOVERNORATES}
    elsewhere = [one for one in halls if one.governorate not in governorates.GOVERNORATES]
    fresh = [one for one in halls if one.waiting is not None]
    return {
        "tiles": [(name, row, column, grouped[name]) for name, (row, column) in governorates.TILES.items()],
        "groups": [(name, of_it) for name, of_it in [*grouped.items(), ("elsewhere", elsewhere)] if of_it],
        "desks": desks,
        "alerts": [(hall, alert) for hall in (*halls, *desks) for alert in hall.alerts],
        "waiting": sum(one.waiting or 0 for one in fresh),
        "longest": max(fresh, key=lambda one: one.longest_wait_s or 0, default=None),
        "open_counters": sum(one.counters_open or 0 for one in fresh),
        "in_touch": len(fresh),
        "all_halls": len(halls),
    }
