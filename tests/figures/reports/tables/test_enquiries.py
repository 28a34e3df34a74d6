"""Figures of enquiries as tables: by topic and channel, the whole in the last row."""

from __future__ import annotations

import pytest

from figures.enquiry_figures import enquiry_figures
from figures.reports.tables.enquiries import enquiry_meanings, enquiry_tables
from tests.figures.test_enquiry_figures import ANSWERED, AT_ONCE, OPEN
from web.texts import LANGUAGES, texts

FIGURED = enquiry_figures([AT_ONCE, OPEN, ANSWERED], {"survey": {"ar": "المساحة", "en": "Survey"}})


def test_each_part_is_a_row_and_the_whole_the_last() -> None:
    by_topic, by_channel = enquiry_tables(FIGURED, texts("en"), "en")
    assert [row[0] for row in by_topic.rows] == ["other", "Survey", "All"]
    assert [row[0] for row in by_channel.rows] == ["Hall", "Social account", "All"]
    assert by_topic.rows[-1][1:] == (3, 1, 2, 1, 90.0, 90.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_told_of_no_enquiry_and_every_figure_has_a_meaning(language: str) -> None:
    t = texts(language)
    assert list(enquiry_tables(enquiry_figures([], {}), t, language)) == []
    assert all(len(meaning) > 20 for _, meaning in enquiry_meanings(t))
