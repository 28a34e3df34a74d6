"""All measures in one line: whatever a view tells is in every export, with what it means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.figures_csv import figures_csv
from dashboard.measures import measure_meanings, measure_tables
from dashboard.report import report_of
from dashboard.wording import LANGUAGES, texts
from tests.dashboard.test_enquiry_tables import FIGURED as ENQUIRIES
from tests.dashboard.test_kiosk_tables import FIGURED as KIOSKS
from tests.dashboard.test_official_tables import FIGURED as OFFICIALS
from tests.dashboard.test_request_tables import FIGURED as REQUESTS
from tests.dashboard.test_survey_tables import FIGURED as SURVEYS
from tests.helpers.figures_asked import STAMPS, week

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
