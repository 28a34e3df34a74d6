"""Figures of requests as tables: by directorate, topic and service, the whole in the last row."""

from __future__ import annotations

import pytest

from contracts.reporting.report import COUNT, DAYS, PERCENT, TEXT
from figures.reports.tables.requests import request_meanings, request_tables
from tests.figures.test_request_figures import REFERRED, REPLIED, WAITS, measure
from web.texts import LANGUAGES, texts

FIGURED = measure().figured(
    [WAITS, REFERRED, REPLIED._replace(service="")], {"survey": {"ar": "المساحة", "en": "Survey"}}, {}
)


def test_each_part_is_a_row_and_the_whole_the_last() -> None:
    by_directorate, by_topic, by_service = request_tables(FIGURED, {"A": "Lands"}, texts("en"), "en")
    assert by_topic.title == "Requests by topic"
    assert [row[0] for row in by_topic.rows] == ["Survey", "All"]
    assert [row[0] for row in by_service.rows] == ["Without a visit", "Lands", "All"]
    assert by_directorate.rows[-1][1:] == (3, 1, 0, 100.0, 1, 4, 4, 0)
    assert [one.kind for one in by_topic.columns] == [TEXT, COUNT, COUNT, COUNT, PERCENT, COUNT, DAYS, DAYS, COUNT]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_told_of_no_request_and_every_figure_has_a_meaning(language: str) -> None:
    t = texts(language)
    assert list(request_tables(measure().figured([], {}, {}), {}, t, language)) == []
    assert all(len(meaning) > 20 for _, meaning in request_meanings(t))
