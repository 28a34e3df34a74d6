"""The settings in the database: imported once, changed by commands, each with its origin and version."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, insert, select

from contracts.live import FactMessage
from contracts.words.hall import ArrangementKind
from hall.composition.sql_work import SqlWork
from hall.kernel.arrangement import Arrangement
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings, Limits
from hall.platform.db.tables.kept import setting
from hall.settings.model.history import Origin
from hall.settings.store.settings_store import NoSettingsError, import_once, open_settings, read_settings
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import SETTINGS, StoredHall


def change(stored_hall: StoredHall, settings: HallSettings, origin: Origin = Origin.HALL) -> HallSettings:
    return stored_hall.do(
        lambda work, _now: stored_hall.store.settings.change(work, settings, by="head", origin=origin)
    )  # type: ignore[return-value]  # a test's shorthand


def rows(stored_hall: StoredHall) -> dict[str, tuple[object, str, int]]:
    with stored_hall.store.engine.connect() as connection:
        return {
            row.key: (json.loads(row.value), row.origin, row.version) for row in connection.execute(select(setting))
        }


def test_a_hall_that_was_not_set_up_says_so(engine: Engine) -> None:
    with pytest.raises(NoSettingsError, match="not set up yet"):
        open_settings(engine)


def test_the_file_is_imported_once(engine: Engine) -> None:
    assert import_once(engine, SETTINGS)
    assert not import_once(engine, replace(SETTINGS, governorate="dhofar"))
    assert open_settings(engine)() == SETTINGS


def test_a_change_is_a_version_with_a_fact_and_its_origin(stored_hall: StoredHall) -> None:
    told: list[FactMessage] = []
    stored_hall.store.announcer.listen(told.extend)
    changed = change(stored_hall, replace(SETTINGS, limits=Limits(undo_s=60), digits="arabic"), Origin.CENTRE)
    assert (
        changed
        == stored_hall.store.settings()
        == replace(SETTINGS, limits=Limits(undo_s=60), digits="arabic", version=2)
    )
    assert [(message.kind, message.detail) for message in told] == [
        ("settings_changed", {"version": 2, "by": "head", "keys": ["limits", "digits"]})
    ] or told[0].detail["keys"] == ["digits", "limits"]
    stored = rows(stored_hall)
    assert stored["digits"] == ("arabic", "centre", 2)
    assert stored["governorate"] == ("muscat", "file", 1)
    stored_hall.reopen()
    assert stored_hall.store.settings() == changed


def test_a_change_to_the_same_is_none(stored_hall: StoredHall) -> None:
    told: list[FactMessage] = []
    stored_hall.store.announcer.listen(told.extend)
    assert change(stored_hall, SETTINGS).version == 1
    assert told == []


def test_commands_of_the_same_transaction_see_the_change(stored_hall: StoredHall) -> None:
    def changes(work: SqlWork, _now: Moment) -> None:
        stored_hall.store.settings.change(work, replace(SETTINGS, digits="arabic"), by="head")

    def looks(work: SqlWork, _now: Moment) -> str:
        return work.settings.digits

    first, second = stored_hall.store.commands.run(changes), stored_hall.store.commands.run(looks)
    first.result(60)
    assert second.result(60) == "arabic"


def test_an_undone_change_is_forgotten(stored_hall: StoredHall) -> None:
    def spoils(work: SqlWork, _now: Moment) -> None:
        stored_hall.store.settings.change(work, replace(SETTINGS, digits="arabic"), by="head")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stored_hall.do(spoils)
    assert stored_hall.do(lambda work, _now: work.settings.digits) == "western"
    assert stored_hall.store.settings().version == 1


@pytest.mark.dialect
def test_an_undone_change_does_not_undo_its_neighbours(stored_hall: StoredHall) -> None:
    def changes(work: SqlWork, _now: Moment) -> None:
        stored_hall.store.settings.change(work, replace(SETTINGS, digits="arabic"), by="head")

    def spoils(work: SqlWork, _now: Moment) -> None:
        stored_hall.store.settings.change(work, replace(work.settings, governorate="dhofar"), by="head")
        raise ZeroDivisionError

    good, bad = stored_hall.store.commands.run(changes), stored_hall.store.commands.run(spoils)
    good.result(60)
    with pytest.raises(ZeroDivisionError):
        bad.result(60)
    assert (stored_hall.store.settings().digits, stored_hall.store.settings().governorate) == ("arabic", "muscat")


@pytest.mark.dialect
def test_what_is_arranged_holds_over_the_set_up_and_is_not_written_into_it(stored_hall: StoredHall) -> None:
    service = SETTINGS.services[0].code
    closed = Arrangement(
        "a1", ArrangementKind.SERVICE_CLOSED, "head", datetime(2026, 11, 24, 6, tzinfo=UTC), date(2026, 11, 24),
        service=service, texts={},
    )  # fmt: skip

    def arrange(work: SqlWork, _now: Moment) -> bool:
        work.arrange((closed,), "head")
        return work.settings.service(service).open

    def looks(work: SqlWork, _now: Moment) -> bool:
        return work.settings.service(service).open

    first, second = stored_hall.store.commands.run(arrange), stored_hall.store.commands.run(looks)
    assert not first.result(60)
    assert not second.result(60)
    assert not stored_hall.store.settings().service(service).open
    assert stored_hall.store.settings.newest == replace(SETTINGS, arrangements=(closed,), version=2)
    stored_hall.reopen()
    assert not stored_hall.store.settings().service(service).open
    assert stored_hall.do(lambda work, _now: work.settings.arrangements) == (closed,)


def test_a_reader_arranges_nothing(stored_hall: StoredHall) -> None:
    with pytest.raises(RuntimeError, match="reader"):
        stored_hall.store.reads.read(lambda work, _now: work.arrange((), "head")).result(60)


def test_a_row_of_a_newer_version_is_left_alone(stored_hall: StoredHall) -> None:
    row = {"key": "holograms", "value": "{}", "origin": "centre", "version": 9}
    stored_hall.do(lambda work, _now: work.connection.execute(insert(setting), row).rowcount)
    with stored_hall.store.engine.connect() as connection:
        assert read_settings(connection) == SETTINGS
    assert rows(stored_hall)["holograms"] == ({}, "centre", 9)
