"""What a unit is known to do, and what is not known."""

from __future__ import annotations

import pytest

from printer.escpos.capabilities import ABILITY_NAMES, Abilities, Known


def test_nothing_is_known_of_a_unit_that_nobody_asked() -> None:
    assert {getattr(Abilities(), name) for name in ABILITY_NAMES} == {Known.UNKNOWN}
    assert not Abilities().signs_completion


@pytest.mark.parametrize(("shown", "known"), [(True, Known.YES), (False, Known.NO), (None, Known.UNKNOWN)])
def test_what_was_shown_is_known_and_silence_is_not(shown: bool | None, known: Known) -> None:
    assert Known.of(shown) is known
    assert known.yes is (shown is True)


def test_an_earlier_look_fills_gaps_but_never_overrules_the_newer_one() -> None:
    newer = Abilities(fence=Known.NO, clear=Known.YES)
    both = newer.kept_from(Abilities(fence=Known.YES, asb=Known.NO, clear=Known.NO))
    assert (both.fence, both.asb, both.clear, both.native_qr) == (Known.NO, Known.NO, Known.YES, Known.UNKNOWN)


@pytest.mark.parametrize("sign", ["fence", "process_id"])
def test_either_sign_of_completion_is_enough(sign: str) -> None:
    assert Abilities(**{sign: Known.YES}).signs_completion
    assert not Abilities(**{sign: Known.UNKNOWN}).signs_completion
