from __future__ import annotations

import pytest

from counter_client.sign_in.first_screen import derive_first_screen
from counter_client.sign_in.presenter import derive_sign_in
from counter_client.state.state import Inputs, LinkState


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("counter", [1, 17])
def test_it_is_what_a_counter_shows_that_knows_nothing(language: str, counter: int) -> None:
    known = derive_sign_in(Inputs(counter, language, 5.0, LinkState(read_s=5.0)))
    assert derive_first_screen(counter) == known
