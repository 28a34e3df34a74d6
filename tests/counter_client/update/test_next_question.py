from __future__ import annotations

import pytest

from counter_client.state.state import FinishDraft, Sheet, SheetKind
from counter_client.update.next_question import next_question
from tests.counter_client.helpers.builders import at_work, serving

OUTCOME = Sheet(SheetKind.OUTCOME, visit="v", ticket="A047", service="A", finish=FinishDraft(quantity=3))


@pytest.mark.parametrize(
    ("sheet", "code", "asks"),
    [
        (OUTCOME, "documents_missing", SheetKind.MISSING),
        (OUTCOME, "next_service", SheetKind.NEXT_SERVICE),
        (Sheet(SheetKind.BREAK), "meal", SheetKind.BREAK_LENGTH),
        (Sheet(SheetKind.WALK_UP), "B", SheetKind.WALK_UP),
    ],
)
def test_some_answers_lead_to_a_question(sheet: Sheet, code: str, asks: SheetKind) -> None:
    asked = next_question(at_work(serving()), sheet, code)
    assert asked is not None
    assert (asked.kind, asked.finish.quantity, asked.ticket) == (asks, sheet.finish.quantity, sheet.ticket)


def test_what_was_answered_is_kept() -> None:
    reason = next_question(at_work(), Sheet(SheetKind.BREAK), "meal")
    service = next_question(at_work(), Sheet(SheetKind.WALK_UP), "B")
    assert reason is not None
    assert service is not None
    assert (reason.reason, service.service) == ("meal", "B")


@pytest.mark.parametrize(
    ("sheet", "code"),
    [(OUTCOME, "completed"), (OUTCOME, "request_registered"), (Sheet(SheetKind.WALK_UP, service="B"), "other")],
)
def test_others_are_the_last_word(sheet: Sheet, code: str) -> None:
    assert next_question(at_work(serving()), sheet, code) is None
