"""What looks wrong about a stage is asked while it lasts and marked when it is over."""

from __future__ import annotations

import pytest

from hall.kernel.settings import Service
from hall.queue.model.marks import asks_about, long_s, marks_of_serving
from hall.queue.model.stage import Stage
from tests.helpers.example_hall import SETTINGS
from tests.helpers.moves import HOUSING, LANDS, at, called, serving


@pytest.mark.parametrize(("served_s", "marks"), [(19.9, ["short"]), (20.0, []), (1800.0, []), (1800.1, ["long"])])
def test_serving_under_twenty_seconds_or_over_three_times_the_expected_is_marked(served_s, marks):
    stage = Stage(LANDS, at(0), at(0), served_s=served_s)  # Lands are expected to take 600 s
    assert [mark for mark, _ in marks_of_serving(stage, SETTINGS)] == marks


def test_a_service_that_left_the_set_up_counts_as_one_that_sets_nothing():
    gone = Stage("gone", at(0), at(0))  # type: ignore[arg-type]  # a code of before
    assert long_s(gone, SETTINGS) == 3 * Service.expected_serving_s
    assert long_s(Stage(HOUSING, at(0), at(0)), SETTINGS) == 3 * 420


def test_a_forgotten_begin_is_asked_about_after_three_minutes():
    stage = called().stage  # called at 60
    assert list(asks_about(stage, at(240), SETTINGS)) == []
    assert list(asks_about(stage, at(241), SETTINGS)) == [("begin", 181.0)]


def test_a_forgotten_finish_is_asked_about():
    stage = serving().stage  # since 90
    assert list(asks_about(stage, at(90 + 1800), SETTINGS)) == []
    assert list(asks_about(stage, at(90 + 1801), SETTINGS)) == [("still_serving", 1801.0)]
