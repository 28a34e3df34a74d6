"""Whose turn at prayer it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hall.counters.model.prayer_turns import PrayerTurn, goes_to_prayer, turn_of_others
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.queue.model.session import CounterSession, new_session

LANDS = ServiceCode("L")
NOON = Moment(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), 0, "b1")


def others(words: str) -> list[CounterSession]:
    """Return one colleague for each letter: s stays, m is at a meal, p at prayer, a asked for prayer, e for a meal."""
    found = []
    for at, letter in enumerate(words, start=2):
        one = new_session(f"s{at}", CounterId(at), AgentId(f"agent-{at}"), at=NOON)
        if letter in "mp":
            one.begin_break({"m": "meal", "p": "prayer"}[letter], at=NOON, minutes=10 + at)
        if letter in "ae":
            one.ask_break({"a": "prayer", "e": "meal"}[letter], 5)
        found.append(one)
    return found


@pytest.mark.parametrize(
    ("colleagues", "percent", "away"),
    [
        ("", 50, None),  # alone: another message says that
        ("s", 50, None),
        ("m", 50, None),  # nobody is at prayer: it is his turn
        ("p", 50, 1),
        ("a", 50, 1),
        ("ps", 50, 1),  # two of three are more than half
        ("pss", 50, None),  # two of four are half
        ("pps", 50, 2),
        ("ppss", 50, 2),
        ("ppsss", 50, None),
        ("ass", 50, None),
        ("aps", 50, 2),
        ("pmm", 50, 1),  # nobody would stay
        ("pme", 50, 1),
        ("pms", 50, None),
        ("ps", 100, None),
        ("pps", 100, None),
        ("pp", 100, 2),  # one always stays
        ("psss", 0, 1),
        ("sss", 0, None),
    ],
)
def test_more_than_the_share_are_not_away_and_one_always_stays(colleagues, percent, away):
    turn = turn_of_others(LANDS, others(colleagues), away_percent=percent)
    assert (turn.away if turn else None) == away


@pytest.mark.parametrize(
    ("colleagues", "minutes"),
    [("pp", 12), ("sp", 13), ("ap", 13), ("mp", 13), ("a", None)],
)
def test_the_first_who_is_due_back_is_one_who_has_left_for_prayer(colleagues, minutes):
    turn = turn_of_others(LANDS, others(colleagues), away_percent=0)
    back = NOON.at + timedelta(minutes=minutes) if minutes else None
    assert turn == PrayerTurn(LANDS, sum(letter in "pa" for letter in colleagues), back)


def test_whoever_came_back_or_thought_better_of_it_is_at_prayer_no_more():
    left, asked = others("pa")
    assert (goes_to_prayer(left), goes_to_prayer(asked)) == (True, True)
    left.end_break(at=NOON)
    asked.end_break(at=NOON)
    assert (goes_to_prayer(left), goes_to_prayer(asked)) == (False, False)
