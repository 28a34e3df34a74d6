"""Rows of the centre's word: the newest counts, old ones go, the inbox keeps each thing once."""

from __future__ import annotations

from datetime import UTC, datetime

from contracts.centre.settings_document import InboxItem, LocalOverride, SignedSettings
from hall.settings.model.history import Origin
from hall.settings.store import received_from_centre as received
from hall.settings.store.received_from_centre import APPLIED, VERSIONS_KEPT
from tests.helpers.stored_hall import StoredHall

DOCUMENT = SignedSettings("d", "s")
AT = datetime(2026, 11, 24, 5, tzinfo=UTC)


def test_the_newest_version_waits_until_its_fate_is_told(stored_hall: StoredHall) -> None:
    for version in (1, 2):
        text = SignedSettings(f"document {version}", "s")
        stored_hall.do(lambda work, _now, v=version, t=text: received.keep_settings(work.connection, v, t, AT))  # type: ignore[misc]  # the loop's own
    assert stored_hall.ask(lambda work, _now: received.waiting_settings(work.connection)) == (
        2,
        SignedSettings("document 2", "s"),
    )
    override = LocalOverride("digits", "western", "arabic_indic")
    stored_hall.do(lambda work, _now: received.tell_fate(work.connection, 2, APPLIED, AT, overrides=[override]))
    assert stored_hall.ask(lambda work, _now: received.waiting_settings(work.connection)) is None
    told = received.SettingsReport(2, APPLIED, AT, "", (override,))
    assert stored_hall.ask(lambda work, _now: received.fate_of_newest(work.connection)) == told


def test_old_versions_go(stored_hall: StoredHall) -> None:
    for version in range(1, VERSIONS_KEPT + 5):
        stored_hall.do(lambda work, _now, v=version: received.keep_settings(work.connection, v, DOCUMENT, AT))  # type: ignore[misc]  # the loop's own
    count = stored_hall.ask(
        lambda work, _now: work.connection.exec_driver_sql("SELECT count(*) FROM centre_settings").scalar()
    )
    assert count == VERSIONS_KEPT


def test_settings_become_the_centres_word_and_are_given_back(stored_hall: StoredHall) -> None:
    before = stored_hall.ask(lambda work, _now: received.origins(work.connection))
    assert isinstance(before, dict)
    own = {"digits": '"western"'}
    stored_hall.do(lambda work, _now: received.mark_as_centres(work.connection, ["digits", "names"], ["digits"], own))
    found = stored_hall.ask(lambda work, _now: received.origins(work.connection))
    assert isinstance(found, dict)
    digits, names = found["digits"], found["names"]
    assert (digits.origin, digits.locked, digits.own) == (Origin.CENTRE, True, '"western"')
    assert (names.origin, names.locked, names.own) == (Origin.CENTRE, False, None)
    assert found["hours"] == before["hours"]
    stored_hall.do(lambda work, _now: received.put_back(work.connection, before))
    assert stored_hall.ask(lambda work, _now: received.origins(work.connection)) == before


def test_the_inbox_keeps_each_thing_once(stored_hall: StoredHall) -> None:
    def item(number: int, kind: str = "survey") -> InboxItem:
        return InboxItem(number, kind, {"stars": number}, AT)

    assert stored_hall.do(lambda work, _now: received.keep_inbox(work.connection, [item(1), item(2)], AT)) == 2
    assert (
        stored_hall.do(lambda work, _now: received.keep_inbox(work.connection, [item(2), item(3, "intake")], AT)) == 1
    )
    assert stored_hall.ask(lambda work, _now: received.inbox_held(work.connection)) == 3
    assert stored_hall.ask(lambda work, _now: received.inbox_of_kind(work.connection, "survey", after=1)) == [item(2)]
