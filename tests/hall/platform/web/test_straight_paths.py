"""Paths are looked up as FastAPI would find them, and what is not found is left to it."""

from __future__ import annotations

import re

import pytest
from fastapi import APIRouter, FastAPI
from starlette.responses import Response

from hall.composition.app import _api_routes
from hall.platform.web.call import PREFIX, Call, HallRoute
from hall.platform.web.straight_paths import StraightPaths

VALUES = {"visit": "0198-a", "n": "7", "device": "ركن 3"}
PATHS = StraightPaths(FastAPI(), _api_routes())


def filled(template: str) -> tuple[str, dict[str, str]]:
    """Return a path of the template, and its parameters."""
    given = {name: VALUES.get(name, f"any {name}") for name in re.findall(r"{(\w+)}", template)}
    return template.format(**given), given


@pytest.mark.parametrize("route", _api_routes(), ids=lambda route: f"{sorted(route.methods)[0]} {route.path_format}")
def test_each_route_is_found_with_its_parameters(route: HallRoute) -> None:
    path, parameters = filled(route.path_format)
    for method in route.methods:
        found = PATHS.find(method, path)
        assert found is not None
        assert found[1] == parameters


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", ""),
        ("GET", "/t"),
        ("GET", f"{PREFIX}/hall/"),
        ("HEAD", f"{PREFIX}/hall"),
        ("DELETE", f"{PREFIX}/visits"),
        ("GET", f"{PREFIX}/visits/"),
        ("GET", f"{PREFIX}/visits/a/b"),
        ("POST", f"{PREFIX}/counters//call-next"),
        ("POST", f"{PREFIX}/counters/1"),
        ("GET", f"{PREFIX}/visits/hand-in"),
    ],
)
def test_all_else_is_left_to_fastapi(method: str, path: str) -> None:
    assert PATHS.find(method, path) is None


def test_a_word_goes_before_a_parameter() -> None:
    found = PATHS.find("POST", f"{PREFIX}/visits/hand-in")
    assert found is not None
    assert found[1] == {}


def test_two_names_for_one_part_of_a_path_cannot_be_built() -> None:
    router = APIRouter(prefix=PREFIX, route_class=HallRoute)

    async def endpoint(_call: Call) -> Response:
        return Response()

    router.add_api_route("/counters/{n}", endpoint, methods=["GET"])
    routes = [route for route in router.routes if isinstance(route, HallRoute)]
    routes[0].path_format = f"{PREFIX}/counters/{{number}}"
    with pytest.raises(RuntimeError, match="is called n by another route"):
        StraightPaths(FastAPI(), [*_api_routes(), *routes])
