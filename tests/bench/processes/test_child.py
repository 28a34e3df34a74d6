"""A program of a benchmark that fails says so by its own error."""

from __future__ import annotations

import pytest

from bench.processes.at_once import at_once
from bench.processes.child import ChildFailedError, started


def test_a_program_that_dies_is_named_with_its_own_error() -> None:
    with started(
        "the counter program", ["bench.processes.counter_process", "http://hall.example", "one", "1"], {}
    ) as child:
        with pytest.raises(ChildFailedError, match=r"^the counter program ended with: ValueError: invalid literal"):
            child.line()
        assert not child.runs()


def test_one_of_many_programs_that_dies_is_named_with_its_own_error() -> None:
    with pytest.raises(ChildFailedError, match=r"^one of the programs ended with: .*HallAwayError"):
        at_once([("counter", "http://127.0.0.1:9", "token", "1")])
