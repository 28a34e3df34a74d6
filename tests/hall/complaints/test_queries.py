"""The hall head reads open ones with their age and the figures; everybody who has a number reads its state."""

from __future__ import annotations

from datetime import date

from contracts.words.complaints import ComplaintState, ComplaintWay, Nature
from hall.complaints.commands.complaints import Answer, Bring, Close, answer, bring, close
from hall.complaints.queries import complaint_view, complaints_view, followed_complaint
from tests.hall.complaints.commands.test_complaints import NUMBER, SAID
from tests.helpers.example_hall import TUESDAY, staffed_hall


def test_the_lists_and_the_figures_of_the_days() -> None:
    hall = staffed_hall()
    hall.run(bring, SAID)
    hall.clock.advance(60)
    hall.run(bring, Bring(Nature.SUGGESTION, "Chairs", ComplaintWay.COUNTER, "said"))
    hall.clock.advance(3540)
    hall.run(answer, Answer(NUMBER, "Two more counters", "head"))
    view = complaints_view(None, None, work=hall.work(), now=hall.clock.now())
    assert (view.open[0].number, view.open[0].age_s) == (NUMBER, 3600)
    assert view.open[0].service_names["en"] == "Lands"
    assert (view.complaints, view.suggestions, view.answered, view.reply_s) == (1, 1, 1, 3600.0)
    hall.run(close, Close(NUMBER, "head"))
    after = complaints_view(TUESDAY, TUESDAY, work=hall.work(), now=hall.clock.now())
    assert [one.number for one in after.closed] == [NUMBER]
    assert len(after.open) == 1
    long_ago = complaints_view(date(2020, 1, 1), date(2020, 1, 2), work=hall.work(), now=hall.clock.now())
    assert (long_ago.complaints, long_ago.reply_s) == (0, None)


def test_whoever_has_the_number_reads_where_it_stands_and_nothing_of_what_it_says() -> None:
    hall = staffed_hall()
    one = hall.run(bring, SAID)
    told = followed_complaint(f" {NUMBER.lower()} ", work=hall.work(), now=hall.clock.now())
    assert (told.state, told.received_on, told.answered_on) == (ComplaintState.RECEIVED, TUESDAY, None)
    assert "Too long" not in repr(told)
    assert complaint_view(one, hall.settings, hall.clock.now()).text == "Too long"
