"""The visit as every answer gives it."""

from __future__ import annotations

from contracts.codec.reader import from_json, to_json
from contracts.queue.answers import VisitView
from contracts.words.hall import VisitState
from hall.kernel.ids import CounterId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.queries.visit_view import visit_view
from tests.helpers.example_hall import ENQUIRIES, staffed_hall, take


def test_it_shows_the_visit_and_its_stages():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(CounterId(1)))
    hall.run(transfer, Transfer(CounterId(1), to_service=ENQUIRIES, note="private"))
    view = visit_view(hall.visit("v1"))
    assert (view.ticket, view.service, view.state, view.counter) == ("L001", "Q", VisitState.WAITING, None)
    stages = [(stage.service, stage.counter, stage.agent) for stage in view.stages]
    assert stages == [("L", 1, "said"), ("Q", None, None)]
    assert view.stages[0].called_at == hall.clock.at
    assert from_json(VisitView, to_json(view)) == view


def test_notes_are_for_agents_only():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(CounterId(1)))
    visit = hall.run(transfer, Transfer(CounterId(1), to_service=ENQUIRIES, note="private"))
    assert visit_view(visit).stages[1].note is None
    assert visit_view(visit, notes=True).stages[1].note == "private"
