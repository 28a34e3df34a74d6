"""The compose file fits the image: its commands are ours, and hall and centre run without rights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from commands import COMMANDS
from hall.config import parser

COMPOSE = Path(__file__).parents[2] / "deploy" / "compose.yaml"


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, Any]]:
    return dict(yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"])


def test_every_service_runs_a_command_of_ours_without_rights(services: dict[str, dict[str, Any]]) -> None:
    assert set(services) == {"hall", "centre"}
    for service in services.values():
        assert service["command"][0] in COMMANDS
        assert (service["read_only"], service["cap_drop"], service["restart"]) == (True, ["ALL"], "always")
        assert service["security_opt"] == ["no-new-privileges:true"]


def test_the_hall_understands_its_options(services: dict[str, dict[str, Any]]) -> None:
    given = parser().read_arguments(services["hall"]["command"][1:])
    assert str(given.setup) == "/etc/dawr/hall-setup.toml"
