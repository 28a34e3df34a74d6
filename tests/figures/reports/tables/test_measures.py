"""All measures in one line: whatever a view tells is in every export, with what it means."""

from __future__ import annotations

import pytest

from figures.reports.figures_csv import figures_csv
from figures.reports.report import report_of
from figures.reports.tables.measures import measure_meanings, measure_tables
from tests.figures.reports.tables.test_enquiries import FIGURED as ENQUIRIES
from tests.figures.reports.tables.test_kiosks import FIGURED as KIOSKS
from tests.figures.reports.tables.test_officials import FIGURED as OFFICIALS
from tests.figures.reports.tables.test_requests import FIGURED as REQUESTS
from tests.figures.reports.tables.test_survey import FIGURED as SURVEYS
from tests.helpers.figures_asked import STAMPS, week
from tests.helpers.replacing import replace
from web.texts import LANGUAGES, texts

VIEW = replace(week(), requests=REQUESTS, enquiries=ENQUIRIES, surveys=SURVEYS, officials=OFFICIALS, kiosks=KIOSKS)


def test_a_view_without_them_tells_none() -> None:
    t = texts("en")
    assert (list(measure_tables(week(), {}, t, "en")), list(measure_meanings(week(), t))) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_export_tells_them_with_their_meaning(language: str) -> None:
    t = texts(language)
    made = report_of(VIEW, STAMPS[language], t, language)
    tables = list(measure_tables(VIEW, STAMPS[language].services, t, language))
    assert len(tables) == 14
    assert set(tables) <= set(made.tables)
    assert set(measure_meanings(VIEW, t)) <= set(made.definitions)
    file = figures_csv(VIEW, STAMPS[language], t, language).decode("utf-8-sig")
    for table in tables:
        assert table.title in file
    assert f"{t['requests_of.in_time_share_means']}" in file.replace('""', '"')
