"""How kiosks were used as tables of a report, with a name for all that a kiosk counts."""

from __future__ import annotations

import pytest

from contracts.devices.kiosk_figures import KioskFigures
from figures.kiosk_figures import kiosk_figures
from figures.reports.tables.kiosks import COLUMNS, MEANINGS, kiosk_meanings, kiosk_tables
from kiosk.visitor.help_options import ACTS, HELP
from kiosk.visitor.help_options import LANGUAGES as ALL_LANGUAGES
from kiosk.visitor.session import Step
from tests.figures.test_kiosk_figures import ROWS
from web.texts import LANGUAGES, texts

FIGURED = kiosk_figures(ROWS, {"k1": "Entrance"})
NEVER_ABANDONED = {Step.ISSUING, Step.TICKET, Step.PHONE, Step.CONSENT, Step.REFUSED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_way_to_part_the_uses_is_a_table(language: str) -> None:
    t = texts(language)
    kiosks, hours, steps, screens, languages = kiosk_tables(FIGURED, t)
    whole = (t["figures.total"], 8, 4, 1, 3, 37.5, 12.5)
    assert kiosks.rows == (("Entrance", 6, 4, 0, 2, 33.3, 12.5), ("k2", 2, 0, 1, 1, 50.0, None), whole)
    assert (hours.rows[-1], steps.rows[-1]) == (whole, whole)
    assert screens.rows == ((t["kiosk_screen.services"], 2, 66.7), (t["kiosk_screen.help"], 1, 33.3))
    assert [row[0] for row in languages.rows] == [t["kiosk_language.ar"], t["kiosk_language.en"]]
    assert [head for head, _ in kiosk_meanings(t)] == [t[f"kiosks_of.{one}"] for one in MEANINGS]


def test_where_nobody_used_a_kiosk_there_is_no_table() -> None:
    assert list(kiosk_tables(kiosk_figures([], {}), texts("en"))) == []


def test_all_figures_are_columns() -> None:
    assert set(COLUMNS) == set(KioskFigures.__struct_fields__)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_a_kiosk_counts_has_a_name(language: str) -> None:
    screens = {HELP, ALL_LANGUAGES, *(step.value for step in set(Step) - NEVER_ABANDONED)}
    wanted = {f"kiosk_screen.{one}" for one in screens} | {f"kiosk_help.{one}" for one in ACTS}
    wanted |= {f"kiosk_language.{one}" for one in ("ar", "en", "ur", "hi", "bn")}
    assert wanted <= set(texts(language))
