"""All halls' settings: the newest versions with who published them, and what the hall said."""

from __future__ import annotations

from sqlalchemy import Engine

from central.halls import registry
from central.halls.settings import note_told, publish, values_of
from central.halls.settings_overview import SHOWN, overview
from contracts.centre.settings_document import SettingsReport
from tests.central.conftest import NOW


def test_each_hall_stands_with_its_newest_versions_and_its_word(engine: Engine) -> None:
    registry.add_hall(engine, "2", {"en": "Two"}, now=NOW)
    for nth in range(SHOWN + 2):
        publish(engine, "1", values_of({"digits": "western"}), by=f"Salim {nth}", now=NOW)
    note_told(engine, "1", SettingsReport(6, "refused", NOW, "unknown service"))
    first, second = overview(engine)
    assert first.state.published is not None
    assert first.state.told is not None
    assert (first.state.published.version, first.state.published.by) == (7, "Salim 6")
    assert [one.version for one in first.state.history] == [7, 6, 5, 4, 3]
    assert (first.state.told.state, first.state.told.problem) == ("refused", "unknown service")
    assert (second.hall, second.state.published, second.state.told) == ("2", None, None)
