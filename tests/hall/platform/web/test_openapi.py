"""The OpenAPI document says what the contract says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import requests

from hall.platform.security.access import OPEN, TABLE
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread, refused
from web.service.reference_page import POLICY

pytestmark = pytest.mark.one_hall

ALSO = {"/counters/{n}/call-next": {"204"}}
"""Paths with two good answers."""
CONTRACT = Path(__file__).parents[4] / "docs" / "contract.md"


@pytest.fixture
def document(hall: RunningHall) -> dict[str, Any]:
    read: dict[str, Any] = good(hall.get("/openapi.json"))
    return read


def test_every_path_of_the_table_is_described_with_its_roles(document: dict[str, Any]) -> None:
    described = {
        (method.upper(), path.removeprefix("/api/v1")): operation
        for path, item in document["paths"].items()
        for method, operation in item.items()
    }
    assert set(described) == set(TABLE)
    for row, operation in described.items():
        assert operation["x-roles"] == sorted(role.value for role in TABLE[row])
        assert bool(operation["security"]) == (TABLE[row] != OPEN)
        assert operation["summary"]
        assert {"400", "500", "503"} <= set(operation["responses"])
        assert "default" not in operation["responses"]  # it would describe any status


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document)))
    assert len(named) > 40
    assert named <= set(document["components"]["schemas"])


def test_bodies_refuse_unknown_fields_and_posts_take_a_key(document: dict[str, Any]) -> None:
    assert document["components"]["schemas"]["IssueRequest"]["additionalProperties"] is False
    issue = document["paths"]["/api/v1/visits"]["post"]
    assert "Idempotency-Key" in {parameter["name"] for parameter in issue["parameters"]}
    assert issue["responses"]["201"]["content"]["application/json"]["schema"]["$ref"].endswith("/IssuedTicket")


def test_whatever_takes_a_key_may_refuse_it(document: dict[str, Any]) -> None:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            names = {parameter["name"] for parameter in operation.get("parameters", [])}
            assert "Idempotency-Key" not in names or "409" in operation["responses"], (method, path)


def test_each_path_promises_the_status_that_the_contract_tells(document: dict[str, Any]) -> None:
    told = dict(re.findall(r"^\| `POST (/\S+)` \| .*?→ (201|204)?", CONTRACT.read_text(encoding="utf-8"), re.M))
    assert len(told) > 40
    for path, status in told.items():
        responses = document["paths"][f"/api/v1{path}"]["post"]["responses"]
        assert (status or "200") in responses, path
        assert not {"200", "201", "204"} & set(responses) - {status or "200"} - ALSO.get(path, set()), path


def test_path_parts_are_parameters(document: dict[str, Any]) -> None:
    for path, item in document["paths"].items():
        for operation in item.values():
            inside = {parameter["name"] for parameter in operation.get("parameters", []) if parameter["in"] == "path"}
            assert inside == set(re.findall(r"\{(\w+)\}", path))


def test_every_operation_says_what_it_does_takes_and_answers_with_examples(document: dict[str, Any]) -> None:
    operations = [one for item in document["paths"].values() for one in item.values()]
    named = [one["operationId"] for one in operations]
    assert len(set(named)) == len(named)
    for operation in operations:
        assert operation["summary"], operation["operationId"]
        contents = [operation.get("requestBody", {}), *operation["responses"].values()]
        for content in (part.get("content", {}) for part in contents):
            assert "example" in content.get("application/json", {"example": ""}), operation["operationId"]
        good = [one for status, one in operation["responses"].items() if status.startswith("2")]
        assert good, operation["operationId"]
        if not operation["x-roles"]:
            continue
        assert {"401", "403", "429"} <= set(operation["responses"])


def test_the_reference_page_needs_nothing_from_elsewhere(hall: RunningHall) -> None:
    page = requests.get(f"{hall.base}/reference", timeout=60)
    assert page.status_code == 200
    assert page.headers["Content-Security-Policy"] == POLICY
    loaded = re.findall(r'(?:src|href|spec-url)="([^"]*)"', page.text)
    assert len(loaded) == 3
    assert "/api/v1/openapi.json" in loaded
    assert {requests.get(hall.base + path, timeout=60).status_code for path in loaded} == {200}


@pytest.mark.parametrize(
    "path",
    [
        *("/schema", "/schema/swagger", "/schema/redoc", "/schema/openapi.json", "/docs", "/redoc", "/openapi.json"),
        *("/reference/openapi.json", "/reference/redoc"),
    ],
)
def test_no_other_page_shows_it(hall: RunningHall, path: str) -> None:
    answer = requests.get(hall.base + path, timeout=60)
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["code"] == "path_unknown"


def test_an_address_reads_the_document_only_so_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hall.composition.bootstrap.DOCUMENTS_A_MINUTE", 3)
    with hall_in_a_thread(tmp_path) as hall:
        for _ in range(3):
            good(hall.get("/openapi.json"))
        refused(hall.get("/openapi.json"), "too_many_tries", 429)
