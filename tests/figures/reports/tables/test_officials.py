"""Figures of appointments with officials as a table, the whole in its last row."""

from __future__ import annotations

import pytest

from figures.official_figures import official_figures
from figures.reports.tables.officials import official_meanings, official_tables
from tests.figures.test_official_figures import ALL, NINE
from web.texts import LANGUAGES, texts

FIGURED = official_figures(ALL, NINE, {"head": {"ar": "المدير العام", "en": "Director General"}})


def test_each_official_is_a_row_and_the_whole_the_last() -> None:
    (table,) = official_tables(FIGURED, texts("en"), "en")
    assert [row[0] for row in table.rows] == ["deputy", "Director General", "All"]
    assert table.rows[-1][1:] == (5, 3, 1, 1, 1, 60.0, 90.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_told_of_no_appointment_and_every_figure_has_a_meaning(language: str) -> None:
    t = texts(language)
    assert list(official_tables(official_figures([], NINE, {}), t, language)) == []
    assert all(len(meaning) > 20 for _, meaning in official_meanings(t))
