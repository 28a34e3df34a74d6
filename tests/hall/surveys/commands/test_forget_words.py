"""What visitors wrote is erased when its time is over, and only then."""

from __future__ import annotations

from datetime import timedelta

from contracts.words.complaints import ComplaintState
from hall.complaints.commands.forget_texts import forget_texts
from hall.kernel.settings import Limits
from hall.surveys.commands.forget_words import forget_words
from tests.hall.complaints.model.test_complaint import LATER, ONE
from tests.helpers.example_hall import SETTINGS, new_hall
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

CLOSED = replace(ONE.answer_with("Yes", "head", LATER).answer_with("No", "head", LATER).close(LATER), number="c")


def forgotten(hall: MemoryHall) -> int:
    words = hall.run(lambda _command, *, work, now: forget_words(work=work, now=now), None)
    texts = hall.run(lambda _command, *, work, now: forget_texts(work=work, now=now), None)
    return int(words + texts)


def test_what_was_closed_a_year_ago_keeps_its_steps_and_loses_its_words() -> None:
    hall = new_hall()
    for one in (ONE, CLOSED):
        hall.stored.complaints[one.number] = one
    hall.clock.advance(365 * 86_400)
    assert forgotten(hall) == 0
    hall.clock.advance(2 * 86_400)
    assert (forgotten(hall), forgotten(hall)) == (1, 0)
    kept = hall.stored.complaints["c"]
    assert (kept.text, kept.answer, kept.answers_before) == ("", "", ())
    assert (kept.state, kept.answered, kept.closed) == (ComplaintState.CLOSED, LATER, LATER)
    assert hall.stored.complaints[ONE.number] == ONE, "what is open is still needed"


def test_a_hall_says_how_long_it_keeps_them() -> None:
    hall = new_hall(replace(SETTINGS, limits=Limits(words_days=30)))
    hall.stored.complaints["c"] = CLOSED
    hall.clock.advance(timedelta(days=31).total_seconds())
    assert forgotten(hall) == 1
