"""Published settings: numbered, kept as they were, and shown beside what the hall made of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from central.errors import NotFoundError
from central.halls import settings
from contracts.centre.settings_document import CentreValue, LocalOverride, SettingsReport
from contracts.codec.reader import ContractError
from tests.central.conftest import NOW

DIGITS = {"digits": CentreValue("arabic_indic", locked=True)}


def test_each_version_is_kept_with_who_published_it(engine: Engine) -> None:
    assert settings.newer_than(engine, "1", 0) is None
    assert settings.publish(engine, "1", DIGITS, by="Salma", now=NOW) == 1
    assert settings.publish(engine, "1", {}, by="Nasser", now=NOW + timedelta(hours=1), at_once=True) == 2
    newest = settings.newer_than(engine, "1", 1)
    assert newest is not None
    assert (newest.version, newest.values, newest.by, newest.at_once) == (2, {}, "Nasser", True)
    assert settings.newer_than(engine, "1", 2) is None
    state = settings.state_of(engine, "1")
    assert [(one.version, one.by) for one in state.history] == [(2, "Nasser"), (1, "Salma")]
    assert state.history[1].document.values == DIGITS
    assert state.told is None


def test_what_the_hall_says_of_them_stands_beside_them(engine: Engine) -> None:
    settings.publish(engine, "1", DIGITS, by="Salma", now=NOW)
    told = SettingsReport(1, "applied", NOW, overrides=(LocalOverride("notices", [], [{"ar": "عطلة"}]),))
    settings.note_told(engine, "1", told)
    assert settings.state_of(engine, "1").told == told


@pytest.mark.parametrize("name", ["hall", "version", "arrangements", "paused_kiosks", "closures", "moon_acts"])
def test_what_is_the_halls_own_is_not_published(engine: Engine, name: str) -> None:
    with pytest.raises(ContractError, match="not set from the centre"):
        settings.publish(engine, "1", {name: CentreValue("x")}, by="Salma", now=NOW)


def test_a_hall_that_is_not_known_is_named(engine: Engine) -> None:
    with pytest.raises(NotFoundError, match="'9'"):
        settings.publish(engine, "9", {}, by="Salma", now=NOW)
    with pytest.raises(NotFoundError, match="'9'"):
        settings.state_of(engine, "9")


def test_a_file_of_values_may_lock_some() -> None:
    given = {"a": {"value": 1, "locked": True}, "b": {"value": 2}, "c": {"value": 1, "x": 2}, "d": 3}
    assert settings.values_of(given) == {
        "a": CentreValue(1, locked=True),
        "b": CentreValue(2),
        "c": CentreValue({"value": 1, "x": 2}),
        "d": CentreValue(3),
    }
