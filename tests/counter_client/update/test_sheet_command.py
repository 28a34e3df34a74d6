from __future__ import annotations

import pytest

from contracts.words.hall import Outcome
from counter_client.state import hall_command
from counter_client.state.state import FinishDraft, Sheet, SheetKind
from counter_client.update.sheet_command import chosen, served_here
from tests.counter_client.helpers.builders import at_work, serving, workplace
from tests.helpers.replacing import replace

SERVING = at_work(serving())
ASKED = Sheet(SheetKind.NEXT_SERVICE, visit="v", ticket="A047", service="A", finish=FinishDraft(quantity=2))


def test_the_next_service_begins_here_where_it_is_served_here() -> None:
    assert chosen(SERVING, ASKED, "B") == hall_command.go_on(3, "B", ticket="A047", quantity=2)


def test_else_the_visitor_waits_for_another_counter() -> None:
    elsewhere = replace(SERVING, workplace=workplace(serving(), services=("A",)))
    assert served_here(elsewhere) == ("A",)
    post = chosen(elsewhere, ASKED, "B")
    assert post == hall_command.go_on_elsewhere(3, "B", ticket="A047", quantity=2)


def test_parking_takes_its_reminder_along() -> None:
    sheet = Sheet(SheetKind.PARK, ticket="A047")
    assert chosen(SERVING, sheet, "30") == hall_command.park(3, 30, ticket="A047")
    assert chosen(SERVING, sheet, "no_reminder") == hall_command.park(3, None, ticket="A047")


def test_a_finish_counts_its_transactions() -> None:
    sheet = Sheet(SheetKind.OUTCOME, ticket="A047", finish=FinishDraft(quantity=4))
    assert chosen(SERVING, sheet, "completed") == hall_command.finish(3, Outcome.COMPLETED, ticket="A047", quantity=4)


@pytest.mark.parametrize("kind", [SheetKind.TRANSFER, SheetKind.MISSING, SheetKind.RETURN_CODE, SheetKind.SEARCH])
def test_sheets_of_their_own_are_sent_in_their_own_way(kind: SheetKind) -> None:
    assert chosen(SERVING, Sheet(kind), "completed") is None
