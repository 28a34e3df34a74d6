"""The app has a route for each row of the access table, and no other."""

from __future__ import annotations

import pytest

from hall.composition import app
from hall.composition.app import build_app
from hall.platform.security.access import TABLE
from hall.queue.routes import tickets
from tests.helpers.hall_in_a_thread import RunningHall


def test_a_row_that_no_route_serves_stops_the_start(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "ROUTERS", tuple(router for router in app.ROUTERS if router is not tickets.routes))
    with pytest.raises(RuntimeError, match=r"no route serves .*'/visits'"):
        build_app(hall.hall.parts)


def test_the_routes_are_those_of_the_table(hall: RunningHall) -> None:
    served = {
        (method, route.path_format.removeprefix("/api/v1")) for route in app._api_routes() for method in route.methods
    }
    assert served | {("GET", "/openapi.json")} == set(TABLE)
