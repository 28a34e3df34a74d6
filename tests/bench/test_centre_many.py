"""What follows for fifty million visits is what the last two steps say, drawn on."""

from __future__ import annotations

import pytest

from bench.centre_many import STEPS, law
from bench.figures import Figure


def test_what_grows_with_the_halls_is_drawn_on_and_what_does_not_stays() -> None:
    steps = [
        [Figure(f"{halls} halls, 1 visits: slowest page p95", 10 + halls / 2, "ms", 50, beside="/compare"),
         Figure(f"{halls} halls, 1 visits: detail", 776, "B a visit")]
        for halls in STEPS
    ]  # fmt: skip
    slowest, detail = law(steps)
    assert (slowest.name, slowest.beside) == (
        "… follows for 50,000,000 visits of 440 halls: slowest page p95", "/compare",
    )  # fmt: skip
    assert (slowest.value, detail.value) == (pytest.approx(230), pytest.approx(776))
