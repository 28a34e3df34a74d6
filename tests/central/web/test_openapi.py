"""The description of the interface is whole: each operation has its texts, answers, refusals and an example."""

from __future__ import annotations

import re
from typing import Any

import pytest

from central.access.path_table import OPEN, TABLE
from tests.central.web.conftest import Caller

PAGES = {"/h/{hall}/t"}
FILES = {
    "application/octet-stream",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What no text is an example of."""


@pytest.fixture
def document(stranger: Caller) -> dict[str, Any]:
    """Give the document as the centre serves it."""
    answer = stranger.call("GET", "/v1/openapi.json")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json")
    found: dict[str, Any] = answer.json()
    return found


def operations(document: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(method.upper(), path): one for path, item in document["paths"].items() for method, one in item.items()}


def test_it_has_all_that_programs_call_and_no_page(document: dict[str, Any]) -> None:
    of_programs = {row for row in TABLE if row[1].startswith(("/v1", "/h/", "/healthz"))}
    left_out = {("GET", path) for path in (*PAGES, "/v1/openapi.json")}
    assert operations(document).keys() == of_programs - left_out
    assert document["openapi"].startswith("3.1")


def test_each_operation_says_what_it_does_who_may_and_what_it_refuses(document: dict[str, Any]) -> None:
    found = operations(document)
    assert found["POST", "/v1/halls/{hall}/heartbeat"]["summary"] == "Keep how the hall's outbox stands"
    assert len({one["summary"] for one in found.values()}) == len(found)
    for row, one in found.items():
        assert one["description"], row
        refused = {status for status in one["responses"] if int(status) >= 400}
        assert {"400", "500", "503"} <= refused, row
        assert bool(one["security"]) == (TABLE[row] != OPEN), row
        assert TABLE[row] == OPEN or {"401", "403"} <= refused, row
        assert {tuple(one["responses"][status]["content"]) for status in refused} == {("application/problem+json",)}


def test_each_body_and_answer_has_a_type_and_an_example(document: dict[str, Any]) -> None:
    for row, one in operations(document).items():
        answers = [answer for status, answer in one["responses"].items() if status < "300"]
        contents = [answer["content"] for answer in answers if answer.get("content")]
        if row[0] in {"PUT", "POST"} and "requestBody" in one:
            contents.append(one["requestBody"]["content"])
        assert contents, row
        for content in contents:
            assert all(kind["schema"] for kind in content.values()), row
            assert all("example" in kind for media, kind in content.items() if media not in FILES), row


def test_each_name_of_an_operation_is_its_own_and_plain(document: dict[str, Any]) -> None:
    names = [one["operationId"] for one in operations(document).values()]
    assert len(set(names)) == len(names) > 25
    assert {"take_batch", "take_heartbeat", "figures_of_period"} <= set(names)


def test_the_reference_page_needs_nothing_from_elsewhere(stranger: Caller) -> None:
    page = stranger.call("GET", "/v1/reference")
    assert page.status_code == 200
    loaded = re.findall(r'(?:src|href|spec-url)="([^"]*)"', page.text)
    assert len(loaded) == 3
    assert {stranger.call("GET", path).status_code for path in loaded} == {200}


@pytest.mark.parametrize("path", ["/v1/reference/openapi.json", "/v1/reference/redoc", "/schema"])
def test_no_other_page_shows_it(stranger: Caller, path: str) -> None:
    answer = stranger.call("GET", path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")
