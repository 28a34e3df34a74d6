from __future__ import annotations

import pytest

from contracts.codec.reader import to_json
from contracts.queue.answers import FinishedVisit, SignedIn, VisitView
from counter_client.hall.answers import read_as, read_visit
from tests.counter_client.helpers.builders import visit


def test_an_answer_is_read_as_its_class_and_what_a_newer_hall_adds_is_left_out() -> None:
    answer = {"token": "t", "counter": 3, "agent": "said", "added": 1}
    assert read_as(SignedIn, answer) == SignedIn("t", 3, "said")


@pytest.mark.allow_logs
def test_an_answer_that_is_not_understood_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    assert read_as(SignedIn, {"token": 7}) is None
    assert "are both of one version?" in caplog.text


def test_a_visit_is_read_with_what_it_registered_where_it_did() -> None:
    answer = to_json(visit())
    assert read_visit(None) is None
    assert read_visit({"session": None}) is None
    assert type(read_visit(answer)) is VisitView
    assert type(read_visit(answer | {"requests": [], "receipt_at": None})) is FinishedVisit
