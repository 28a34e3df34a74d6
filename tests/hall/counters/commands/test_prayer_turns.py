"""Agents go to prayer in turns; an agent who goes out of turn gets a warning, and may go."""

from __future__ import annotations

import pytest

from hall.calendar.facts import BreakBegun
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.prayer_turns import back_text, prayer_turns
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.model.prayer_turns import PrayerTurn
from hall.counters.queries.workplace import workplace_view
from hall.kernel.ids import AgentId, CounterId
from hall.queue.model.facts import BreakAsked
from hall.queue.model.refusals import PrayerTurnError
from tests.helpers.example_hall import LANDS, SETTINGS, serving_hall, staffed_hall
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)
SAID = AgentId("said")
ASKED = Break(ONE, "prayer", minutes=15, in_turn=True)


def turns(hall: MemoryHall, counter: CounterId = ONE) -> tuple[PrayerTurn, ...]:
    sessions = hall.work().sessions
    session = sessions.at(counter)
    assert session is not None
    return prayer_turns(session, sessions.open(), hall.settings)


def one_at_prayer(hall: MemoryHall, minutes: int | None = 20) -> MemoryHall:
    """Let Badriya go, who serves Lands at counter 2 as Said does at 1 and Rashid at 3."""
    hall.run(begin_break, Break(TWO, "prayer", minutes=minutes, in_turn=True))
    return hall


def test_the_first_goes_in_turn_and_the_next_is_told_of_the_services_that_would_have_too_few():
    hall = one_at_prayer(staffed_hall())
    (turn,) = turns(hall)
    assert (turn.service, turn.away, back_text(turn, SETTINGS)) == (LANDS, 1, "09:20")
    with pytest.raises(PrayerTurnError, match=r"L: 1 at prayer, first due back 09:20"):
        hall.run(begin_break, ASKED)
    assert hall.facts[-1] == BreakBegun(TWO, AgentId("badriya"), "prayer", out_of_turn=False)


def test_nobody_is_kept_from_prayer_and_the_fact_says_that_it_was_out_of_turn():
    hall = one_at_prayer(staffed_hall())
    assert hall.run(begin_break, replace(ASKED, in_turn=False)).on_break
    assert hall.facts[-1] == BreakBegun(ONE, SAID, "prayer", out_of_turn=True)


def test_a_break_that_is_asked_for_while_serving_is_warned_too():
    hall = one_at_prayer(serving_hall())
    asked = replace(ASKED, after_visit=True)
    with pytest.raises(PrayerTurnError):
        hall.run(begin_break, asked)
    hall.run(begin_break, replace(asked, in_turn=False))
    assert hall.facts[-1] == BreakAsked(ONE, SAID, "prayer", out_of_turn=True)


def test_who_has_only_asked_counts_as_well_for_he_will_be_gone():
    hall = serving_hall()
    hall.run(begin_break, replace(ASKED, after_visit=True))
    (turn,) = turns(hall, TWO)
    assert (turn.service, turn.away, turn.back_at) == (LANDS, 1, None)
    with pytest.raises(PrayerTurnError, match="at no set time"):
        hall.run(begin_break, Break(TWO, "prayer", in_turn=True))


def test_it_is_the_next_ones_turn_as_soon_as_one_is_back():
    hall = one_at_prayer(staffed_hall())
    hall.run(resume_work, ResumeWork(TWO))
    assert hall.run(begin_break, ASKED).on_break
    assert hall.facts[-1] == BreakBegun(ONE, SAID, "prayer", out_of_turn=False)


def test_only_prayer_has_turns():
    hall = one_at_prayer(staffed_hall())
    assert hall.run(begin_break, replace(ASKED, reason="meal")).on_break
    assert hall.facts[-1] == BreakBegun(ONE, SAID, "meal", out_of_turn=False)


def test_the_share_is_the_halls():
    settings = replace(SETTINGS, prayer=replace(SETTINGS.prayer, away_percent=70))
    hall = one_at_prayer(staffed_hall(settings))
    assert hall.run(begin_break, ASKED).on_break
    assert [turn.service for turn in turns(hall, THREE)] == ["H", "L"], "the last of them stays"


def test_the_workplace_tells_it_before_anything_is_asked():
    hall = one_at_prayer(staffed_hall(), minutes=None)
    view = workplace_view(ONE, work=hall.work(), now=hall.clock.now(), stream="s", seq=7)
    assert [(turn.service, turn.away, turn.back) for turn in view.prayer_turns] == [("L", 1, None)]
    mine = workplace_view(TWO, work=hall.work(), now=hall.clock.now(), stream="s", seq=7)
    assert mine.prayer_turns == ()
