from __future__ import annotations

import pytest

from kiosk.screens.out_of_service.first_screen import derive_first_screen
from kiosk.screens.presenter import derive_screen
from kiosk.state.conditions import Conditions
from kiosk.visitor.session import Session


@pytest.mark.parametrize("available", [("ar",), ("ar", "en"), ("ar", "bn", "en", "hi", "ur")])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("zone", [None, "W"])
def test_it_is_what_a_kiosk_shows_that_knows_nothing(
    language: str, available: tuple[str, ...], zone: str | None
) -> None:
    known = derive_screen(Session(language), Conditions(own_zone=zone), available)
    assert derive_first_screen(language, available) == known
