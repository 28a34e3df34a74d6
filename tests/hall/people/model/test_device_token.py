"""Which of a device's tokens is good, and when it gets the next one: whatever breaks, it is never without one."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from hall.people.model.device_token import PREVIOUS_KEPT, RENEW_AFTER, DeviceTokens
from tests.helpers.example_hall import NINE

MOMENT = timedelta(seconds=1)
YEAR = timedelta(days=365)
DUE = NINE + RENEW_AFTER


def after(token: str) -> str:
    """Return the token after this one; the key of the hall is the letter."""
    return f"{token}k"


def new(at: datetime = NINE) -> DeviceTokens:
    return DeviceTokens("t", at, after("t"))


def renewed(tokens: DeviceTokens, used: str, at: datetime) -> tuple[DeviceTokens, str]:
    """Return the tokens after a question and the token that the device gets, empty where it keeps its own."""
    changed, give_it = tokens.renew(used, after(used), at)
    return changed, after(used) if give_it else ""


def good(tokens: DeviceTokens, at: datetime) -> set[str]:
    """Return the tokens with which a request is let in."""
    previous = {tokens.previous} if tokens.previous_until is not None and tokens.previous_until > at else set()
    return {one for one in (tokens.current, tokens.next, *previous) if one}


def test_a_device_gets_the_next_token_after_90_days() -> None:
    assert renewed(new(), "t", DUE - MOMENT) == (new(), "")
    assert renewed(new(), "t", DUE) == (new(), "tk")


def test_an_answer_that_was_lost_comes_again_whenever_it_asks() -> None:
    for days in (0, 1, 200, 4000):
        assert renewed(new(), "t", DUE + timedelta(days=days)) == (new(), "tk")


def test_the_previous_token_ends_30_days_after_the_device_has_asked_with_the_next_one() -> None:
    tokens, given = renewed(new(), "tk", DUE)
    assert given == ""
    assert (tokens.current, tokens.next) == ("tk", "tkk")
    assert good(tokens, DUE + PREVIOUS_KEPT - MOMENT) == {"t", "tk", "tkk"}
    assert good(tokens, DUE + PREVIOUS_KEPT) == {"tk", "tkk"}


def test_a_device_that_was_off_for_years_goes_on() -> None:
    assert "t" in good(new(), NINE + 5 * YEAR)
    tokens, given = renewed(new(), "t", NINE + 5 * YEAR)
    assert given == "tk"
    assert given in good(tokens, NINE + 5 * YEAR)


def test_two_programs_that_share_a_token_both_go_on() -> None:
    tokens, _ = renewed(new(), "tk", DUE)
    tokens, given = renewed(tokens, "t", DUE + timedelta(days=1))
    assert given == "tk"
    assert tokens.current == "tk"


def test_a_disk_that_is_reset_at_each_start_never_locks_its_device_out() -> None:
    tokens, day = new(), NINE
    for _ in range(600):
        day += timedelta(days=1)
        assert "t" in good(tokens, day)
        tokens, given = renewed(tokens, "t", day)  # the morning: the token that is on the disk
        if given:
            tokens, _ = renewed(tokens, given, day)
    assert tokens.current == "tk"


def test_a_device_has_a_new_token_each_90_days_or_soon_after() -> None:
    tokens, day, held, given_out = new(), NINE, "t", []
    for _ in range(365):
        day += timedelta(days=1)
        tokens, given = renewed(tokens, held, day)
        if given:
            held = given
            given_out.append((day - NINE).days)
    assert given_out == [90, 181, 272, 363]
    assert good(tokens, day) >= {held}


@pytest.mark.parametrize("wrong", [NINE - 56 * YEAR, NINE - YEAR, NINE + YEAR, NINE + 50 * YEAR])
@pytest.mark.parametrize("step", ["paired", "asked", "confirmed"])
def test_a_clock_that_is_wrong_by_years_locks_nobody_out(step: str, wrong: datetime) -> None:
    tokens, held = new(wrong if step == "paired" else NINE), "t"
    if step != "paired":
        tokens, given = renewed(tokens, held, wrong)
        held = given or held
    if step == "confirmed":
        tokens, _ = renewed(tokens, held, wrong)
    for day in range(300):  # the clock is right again
        now = NINE + timedelta(days=day)
        assert held in good(tokens, now)
        tokens, given = renewed(tokens, held, now)
        held = given or held
    assert tokens.current == held != "t"


def test_a_hall_that_was_restored_knows_the_token_that_came_after_its_copy() -> None:
    copy = new()
    assert "tk" in good(copy, DUE)
    tokens, given = renewed(copy, "tk", DUE)
    assert (tokens.current, given) == ("tk", "")


def test_after_a_new_key_of_the_hall_another_token_is_the_next_for_a_device_that_is_not_due() -> None:
    tokens, give_it = new().renew("t", "new key", DUE - MOMENT)
    assert (tokens.next, give_it) == ("new key", False)
    assert tokens.renew("t", "new key", DUE) == (tokens, True)


def test_a_token_that_is_on_the_disk_stays_good_after_a_new_key_of_the_hall() -> None:
    tokens, given = renewed(new(), "t", DUE)
    tokens, give_it = tokens.renew("t", "new key", DUE + timedelta(days=1))  # its program still runs with it
    assert not give_it
    assert good(tokens, DUE) == {"t", given}
    tokens, give_it = tokens.renew(given, "and on", DUE + timedelta(days=2))  # its next start
    assert (tokens.current, tokens.next, give_it) == (given, "and on", False)
    # By the key of today another token comes after the previous one, and it is not the device's: it is not given.
    assert tokens.renew("t", "new key", DUE + timedelta(days=3))[1] is False


def test_a_hall_that_uses_its_old_key_again_gives_the_next_token_by_it() -> None:
    tokens, given = renewed(new(), "t", DUE)
    tokens, _ = tokens.renew("t", "new key", DUE)
    assert renewed(tokens, "t", DUE) == (tokens, given)


def test_a_token_that_is_none_of_these_gets_nothing() -> None:
    assert renewed(new(), "stranger", DUE) == (new(), "")
