"""The compose file fits the image: its commands are ours, and hall and centre run without rights."""

from __future__ import annotations

import re
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
    assert services["hall"]["ports"] == [f"{port}:{port}" for port in (given.port, given.visitor_port)]


def test_the_hall_is_known_by_the_address_of_the_machine_around_it(services: dict[str, dict[str, Any]]) -> None:
    options = [re.sub(r"\$\{DAWR_ADDRESS[^}]*\}", "10.0.0.5", word) for word in services["hall"]["command"][1:]]
    given = parser().read_arguments(options)
    assert (given.tls_names, given.public_url) == ("10.0.0.5", f"http://10.0.0.5:{given.visitor_port}")
