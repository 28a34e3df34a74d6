"""Figures of the survey as tables: by service, hour and step, the whole in the last row."""

from __future__ import annotations

import pytest

from figures.reports.tables.survey import survey_meanings, survey_tables
from figures.survey_figures import survey_figures
from tests.figures.test_survey_figures import FACES, SERVED
from web.texts import LANGUAGES, texts

FIGURED = survey_figures(FACES, SERVED)


def test_each_part_is_a_row_and_the_whole_the_last() -> None:
    by_service, by_hour, by_step = survey_tables(FIGURED, {"A": "Lands"}, texts("en"))
    assert [row[0] for row in by_service.rows] == ["Lands", "B", "All"]
    assert [row[0] for row in by_hour.rows] == ["9", "10", "All"]
    assert len(by_step.rows) == 3
    assert by_service.rows[-1][1:] == (7, 20, 35.0, 57.1, 3.71)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_told_where_nobody_answered_and_every_figure_has_a_meaning(language: str) -> None:
    t = texts(language)
    assert list(survey_tables(survey_figures([], []), {}, t)) == []
    assert all(len(meaning) > 20 for _, meaning in survey_meanings(t))
