"""Whatever is sent to the interface, by each kind of caller: no answer is a fault or unlike the document."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from central.access.path_table import OPEN, TABLE
from tests.helpers.centre import RunningCentre
from tests.helpers.schemathesis_run import requests_sent

KINDS = ("nobody", *sorted(frozenset().union(*TABLE.values()) - OPEN))


@pytest.mark.full
@pytest.mark.allow_logs  # of requests that are no HTTP the server says so
@pytest.mark.parametrize("kind", KINDS)
def test_no_request_is_answered_by_a_fault_or_in_an_undocumented_way(
    centre: RunningCentre, held: dict[str, str], document: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert requests_sent(centre.url, document, held[kind]) > 1_000
    loud = {one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING}
    assert loud <= {"Invalid HTTP request received."}
