"""The app has a route for each row of the access table, and no other."""

from __future__ import annotations

import pytest
from litestar import Router, get

from hall.composition.app import ROUTERS, application
from hall.platform.security.access import TABLE
from hall.platform.web.application import api_application, check_table, rows_of
from hall.queue.routes import tickets


def test_a_row_that_no_route_serves_stops_the_start() -> None:
    without = api_application([router for router in ROUTERS if router is not tickets.routes])
    with pytest.raises(RuntimeError, match=r"no route serves .*'/visits'"):
        check_table(without)


def test_a_path_without_a_row_stops_the_start() -> None:
    @get("/secret")
    async def show_secret() -> None: ...

    with pytest.raises(RuntimeError, match=r"no row for \[\('GET', '/secret'\)\]"):
        check_table(api_application([*ROUTERS, Router("/", route_handlers=[show_secret])]))


def test_the_routes_are_those_of_the_table() -> None:
    assert rows_of(application()) == set(TABLE)
