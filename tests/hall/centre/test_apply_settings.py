"""Settings from the centre: kept, applied when nobody would notice, put back when the hall does not work by them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contracts.centre.settings_document import CentreValue, SettingsDocument, SettingsReport, sign
from contracts.codec.reader import ContractError
from hall.centre.apply_settings import SettingsDesk
from hall.kernel.settings import Holiday
from hall.settings.model.history import Origin, SettingLockedError
from hall.settings.store import received_from_centre
from hall.settings.store.rows import setting_to_json
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread
from tests.helpers.replacing import replace

TOKEN = "the hall's token"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def send(desk: SettingsDesk, hall: RunningHall, version: int = 1, *, at_once: bool = False, **values: Any) -> None:
    words = {name: word if isinstance(word, CentreValue) else CentreValue(word) for name, word in values.items()}
    at = hall.clock.now().at
    desk.take_settings(sign(SettingsDocument("test-hall", version, at, "Salma", words, at_once), TOKEN))


def told(desk: SettingsDesk) -> SettingsReport:
    fate = desk.settings_told()
    assert fate is not None
    return fate


def digits(hall: RunningHall) -> str:
    return str(good(hall.get("/hall", "head"))["digits"])


def whose(hall: RunningHall, name: str) -> received_from_centre.Given:
    return hall.hall.store.reads.read(lambda work, _now: received_from_centre.origins(work.connection)[name]).result()


def test_in_an_empty_hall_they_are_in_force_at_once_and_their_origin_is_told(hall: RunningHall) -> None:
    desk = SettingsDesk(hall.hall.store, TOKEN)
    assert (desk.settings_held(), desk.settings_told()) == (0, None)
    desk.look()
    send(desk, hall, digits="arabic_indic")
    assert (desk.settings_held(), told(desk).state) == (1, "waiting")
    desk.look()
    assert told(desk).state == "applied"
    assert digits(hall) == "arabic_indic"
    assert whose(hall, "digits").origin is Origin.CENTRE
    assert whose(hall, "services").origin is Origin.FILE


def test_while_somebody_is_in_the_hall_they_wait(hall: RunningHall) -> None:
    desk = SettingsDesk(hall.hall.store, TOKEN)
    visit = hall.issue()["visit"]
    send(desk, hall, digits="arabic_indic")
    desk.look()
    assert (told(desk).state, digits(hall)) == ("waiting", "western")
    good(hall.post(f"/visits/{visit}/cancel", "head"))
    desk.look()
    assert (told(desk).state, digits(hall)) == ("applied", "arabic_indic")


def test_what_is_urgent_does_not_wait_unless_it_takes_somebodys_service_away(hall: RunningHall) -> None:
    desk = SettingsDesk(hall.hall.store, TOKEN)
    hall.issue("A")
    send(desk, hall, 1, at_once=True, hijri_offset_days=-1)
    desk.look()
    assert told(desk).state == "applied"
    standing = hall.hall.store.settings()
    services = [setting_to_json(one) for one in standing.services if one.code != "A"]
    counters = [{**setting_to_json(one), "services": [services[0]["code"]]} for one in standing.counters]
    agents = [{**setting_to_json(one), "services": []} for one in standing.agents]
    send(desk, hall, 2, at_once=True, services=services, counters=counters, agents=agents)
    desk.look()
    assert told(desk).state == "waiting"


@pytest.mark.allow_logs
def test_settings_that_cannot_be_are_refused_with_the_reason_and_nothing_changes(hall: RunningHall) -> None:
    desk = SettingsDesk(hall.hall.store, TOKEN)
    before = hall.hall.store.settings()
    send(desk, hall, digits=7, weather="fine")
    desk.look()
    fate = told(desk)
    assert fate.state == "refused"
    assert {line.partition(":")[0] for line in fate.problem.splitlines()} == {"digits", "weather"}
    assert hall.hall.store.settings() == before


@pytest.mark.allow_logs
def test_a_letter_whose_numbers_a_kiosk_holds_is_refused_with_the_reason(hall: RunningHall) -> None:
    desk = SettingsDesk(hall.hall.store, TOKEN)
    good(hall.post(f"/devices/{hall.devices['kiosk']}/numbers", "kiosk"))
    before = hall.hall.store.settings()
    services = [setting_to_json(replace(one, prefix="L") if one.code == "A" else one) for one in before.services]
    send(desk, hall, services=services)
    desk.look()
    assert (told(desk).state, told(desk).problem) == ("refused", "kiosks hold numbers of A")
    assert hall.hall.store.settings() == before


def test_a_counter_where_an_agent_is_signed_in_is_removed_when_the_agent_is_gone(hall: RunningHall) -> None:
    desk = SettingsDesk(hall.hall.store, TOKEN)
    agent = hall.sign_in(counter=2)
    counters = [setting_to_json(one) for one in hall.hall.store.settings().counters if one.number != 2]
    send(desk, hall, counters=counters)
    desk.look()
    assert told(desk).state == "waiting"
    good(hall.post("/counters/2/sign-out", agent), 204)
    desk.look()
    assert told(desk).state == "applied"


@pytest.mark.allow_logs
def test_a_failed_self_check_puts_the_earlier_settings_back_with_their_origin(hall: RunningHall) -> None:
    def fails(_store: object) -> None:
        if hall.hall.store.settings().digits != "western":
            raise RuntimeError("the board cannot be drawn")

    desk = SettingsDesk(hall.hall.store, TOKEN, check=fails)
    send(desk, hall, digits=CentreValue("arabic_indic", locked=True))
    desk.look()
    assert (told(desk).state, digits(hall)) == ("rolled_back", "western")
    assert "the board cannot be drawn" in told(desk).problem
    assert (whose(hall, "digits").origin, whose(hall, "digits").locked) == (Origin.FILE, False)
    desk.look()
    assert told(desk).state == "rolled_back", "it is not tried again automatically"
    send(desk, hall, 2, names={"ar": "قاعة", "en": "Hall"})
    desk.look()
    assert told(desk).state == "applied"


def test_the_halls_own_value_stays_and_is_told_and_a_locked_one_cannot_be_changed(hall: RunningHall) -> None:
    store = hall.hall.store
    desk = SettingsDesk(store, TOKEN)

    def change(value: str) -> None:
        store.commands.run(
            lambda work, _now: store.settings.change(work, replace(store.settings.newest, digits=value), by="head")
        ).result()

    change("arabic_indic")
    send(desk, hall, 1, digits="western", hijri_offset_days=1)
    desk.look()
    (own,) = told(desk).overrides
    assert (own.name, own.here, own.centre) == ("digits", "arabic_indic", "western")
    assert digits(hall) == "arabic_indic"
    send(desk, hall, 2, digits=CentreValue("western", locked=True))
    desk.look()
    assert (told(desk).overrides, digits(hall)) == ((), "western")
    with pytest.raises(SettingLockedError, match="digits: locked by the centre"):
        change("arabic_indic")
    assert digits(hall) == "western"
    send(desk, hall, 3, digits="western")
    desk.look()
    (own,) = told(desk).overrides
    assert (own.here, digits(hall)) == ("arabic_indic", "arabic_indic"), "the lock has ended"
    change("western")
    assert digits(hall) == "western"


@pytest.mark.allow_logs
def test_a_failed_self_check_after_a_lock_ended_keeps_what_the_hall_had_set(hall: RunningHall) -> None:
    store = hall.hall.store
    broken = [False]

    def fails(_store: object) -> None:
        if broken[0]:
            raise RuntimeError("the board cannot be drawn")

    desk = SettingsDesk(store, TOKEN, check=fails)
    set_by_hall = replace(store.settings.newest, digits="arabic_indic")
    store.commands.run(lambda work, _now: store.settings.change(work, set_by_hall, by="head")).result()
    send(desk, hall, 1, digits=CentreValue("western", locked=True))
    desk.look()
    broken[0] = True
    send(desk, hall, 2)
    desk.look()
    assert (told(desk).state, digits(hall), whose(hall, "digits").locked) == ("rolled_back", "western", True)
    broken[0] = False
    send(desk, hall, 3)
    desk.look()
    assert (digits(hall), whose(hall, "digits").origin) == ("arabic_indic", Origin.HALL)


def test_an_agent_whom_the_centre_removes_has_no_session_and_no_pin_also_when_the_agent_comes_back(
    hall: RunningHall,
) -> None:
    desk = SettingsDesk(hall.hall.store, TOKEN)
    token = hall.sign_in()
    agents = [setting_to_json(one) for one in hall.hall.store.settings().agents]
    for version, named in enumerate(([one for one in agents if one["code"] != "salim"], agents), 1):
        send(desk, hall, version, agents=named)
        desk.look()
        assert told(desk).state == "applied"
    hall.clock.move_on(seconds=6)  # a known token is looked up again
    assert hall.get("/counters/1", token).status_code == 401
    assert not hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": "471829"}).ok
    assert hall.sign_in(agent="maryam", pin="802946")


def test_an_older_version_or_one_for_another_hall_is_not_taken(hall: RunningHall) -> None:
    desk = SettingsDesk(hall.hall.store, TOKEN)
    send(desk, hall, 5, digits="arabic_indic")
    send(desk, hall, 4, digits="western")
    assert desk.settings_held() == 5
    with pytest.raises(ContractError, match="not signed"):
        SettingsDesk(hall.hall.store, "another").take_settings(
            sign(SettingsDocument("test-hall", 6, hall.clock.now().at, "Salma"), TOKEN)
        )


def test_a_holiday_of_the_centre_moves_the_dates_of_open_requests(hall: RunningHall) -> None:
    asked = {"subject": "a plot", "directorate": "lands", "topic": "land_grant", "source": "email"}
    made = good(hall.post("/requests", "reception", asked), 201)
    desk = SettingsDesk(hall.hall.store, TOKEN)
    hours = setting_to_json(hall.hall.store.settings().hours)
    due = date.fromisoformat(made["latest"])
    storm = Holiday(due, {"ar": "عاصفة", "en": "Storm"}, False, None, "ONA", due)
    send(desk, hall, hours={**hours, "holidays": [*hours["holidays"], setting_to_json(storm)]})
    desk.look()
    assert told(desk).state == "applied"
    (moved,) = good(hall.get("/requests", "reception"))
    assert (moved["printed_latest"], moved["latest"] > made["latest"]) == (made["latest"], True)


def test_a_list_that_the_hall_changes_afterwards_is_told_as_its_own_until_it_is_as_the_centre_gives_it(
    hall: RunningHall,
) -> None:
    desk = SettingsDesk(hall.hall.store, TOKEN)
    topics = [setting_to_json(one) for one in hall.hall.store.settings().topics]
    send(desk, hall, 1, topics=topics, reasons=CentreValue(topics, locked=True))
    desk.look()
    view = good(hall.get("/settings", "head"))
    assert (view["from_centre"], view["own"], view["locked"]) == (["topic", "reason"], [], ["reason"])
    item = {"section": "topic", "key": "survey", "values": {"names": {"ar": "مسح", "en": "Survey"}}}
    view = good(hall.post("/settings", "head", {"version": view["version"], "items": [item]}))
    assert (view["from_centre"], view["own"]) == (["reason"], ["topic"])
    (own,) = told(desk).overrides
    assert (own.name, own.centre) == ("topics", topics)
    view = good(hall.post(f"/settings/{view['version']}/undo", "head"))
    assert (view["from_centre"], view["own"], told(desk).overrides) == (["topic", "reason"], [], ())


def test_topics_from_the_centre_leave_what_is_one_halls_own_about_requests(hall: RunningHall) -> None:
    desk, before = SettingsDesk(hall.hall.store, TOKEN), hall.hall.store.settings()
    send(desk, hall, 1, topics=[{"code": "permits", "names": {"ar": "التصاريح", "en": "Permits"}, "offered": True}])
    desk.look()
    after = hall.hall.store.settings()
    assert [one.code for one in after.topics if one.offered] == ["permits"]
    assert (after.requests, after.directorates, after.powers) == (before.requests, before.directorates, before.powers)
