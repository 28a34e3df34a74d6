"""The visit as facts and answers show it: once for each state, and letter by letter what the contract writes."""

from __future__ import annotations

from pydantic_core import to_json as written

from contracts.codec import to_json
from hall.adapters.shown_visit import ShownVisit
from hall.application.visit_view import visit_view
from tests.hall.adapters.test_visit_rows import full_visit
from tests.hall.adapters.test_visit_rows import visit as plain


def test_the_text_is_what_the_contract_writes() -> None:
    for visit in (full_visit(), plain("v1")):
        shown = ShownVisit().of(visit)
        assert shown.view == visit_view(visit, notes=True)
        assert shown.text == written(to_json(shown.view))


def test_it_is_made_once_for_each_state_that_is_stored() -> None:
    shown, visit = ShownVisit(), full_visit()
    first = shown.of(visit)
    assert shown.of(visit) is first
    visit.revision += 1
    visit.group = None
    assert shown.of(visit).view.group is None


def test_another_visit_is_not_taken_for_the_last_one() -> None:
    shown = ShownVisit()
    first, second = full_visit(), full_visit()
    second.ticket = "B002"
    assert shown.of(first).view.ticket == first.ticket
    assert shown.of(second).view.ticket == "B002"
