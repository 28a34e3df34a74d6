"""Programs of others against a running centre."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from central.access import tokens
from central.halls import registry
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.lived_centre import fill
from tests.helpers.staff import session_of_role

_FIRST_S = 900
"""The first test waits for the others' environment, some hundred packages."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.timeout(_FIRST_S))
            item.add_marker("process")


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCentre]:
    """Give a centre that knows some halls."""
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        fill(running.engine, datetime.now(UTC), days=1, many=1)
        registry.add_hall(running.engine, "1", {"ar": "قاعة مسقط", "en": "Muscat hall"}, now=datetime.now(UTC))
        yield running


@pytest.fixture(scope="module")
def held(centre: RunningCentre) -> dict[str, str]:
    """Give what each kind of caller sends as its token."""
    engine, now = centre.engine, datetime.now(UTC)
    return {
        "nobody": "",
        "hall": registry.new_hall_token(engine, "1", "test", now=now),
        "reader": tokens.new_reader_token(engine, "analyst", now=now),
        "acts": tokens.new_reader_token(engine, "clerk", now=now, acts=True),
        "platform": tokens.new_platform_token(engine, "portal", now=now),
        "admin": session_of_role(engine, "admin", "noor"),
        "auditor": session_of_role(engine, "auditor", "huda"),
        "code": registry.new_pairing_code(engine, "1", now=now)[0],
    }


@pytest.fixture(scope="module")
def document(centre: RunningCentre, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the description of the interface as a file."""
    path = tmp_path_factory.mktemp("document") / "openapi.json"
    answer = requests.get(f"{centre.url}/v1/openapi.json", timeout=60)
    path.write_bytes(answer.content)
    return path
