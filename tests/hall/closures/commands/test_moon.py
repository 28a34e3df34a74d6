"""One act follows the moon: hours, days off and Hijri date, the bookings these touch, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from common.clock.hijri import hijri_date, offset_to_begin
from contracts.words.moon import DAYS_OFF, FIRST_DAYS, MoonEvent
from hall.calendar.oman_holidays import Occasion
from hall.calendar.service_day import times_on
from hall.closures.commands.moon import FollowMoon, TakeMoonBack, follow_moon, hours_after, take_moon_back
from hall.closures.model.refusals import MoonActUnknownError, MoonChangedError
from hall.closures.queries.moon import moon_view
from hall.kernel.settings import FiveTimes, Holiday, Hours
from hall.platform.db.tables.kept import settings_version
from tests.helpers.example_hall import HOURS, RAMADAN, SETTINGS, new_hall
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread, refused
from tests.helpers.replacing import replace

RAMADAN_BEGINS = date(2027, 2, 9)
"""A day later than printed."""
EID_BEGINS = date(2027, 3, 10)
AT = datetime(2027, 2, 8, 16, tzinfo=UTC)


def command(event: MoonEvent, begins: date, **more: Any) -> FollowMoon:
    before, after = DAYS_OFF[event]
    first, last = begins - timedelta(days=before), begins + timedelta(days=after)
    return FollowMoon("m1", event, begins, first, last, "salim", AT, **more)


def test_ramadan_moves_to_its_day_and_a_hall_keeps_its_own_hours():
    hours = hours_after(command(MoonEvent.RAMADAN, RAMADAN_BEGINS), HOURS, AT.date())
    assert [(one.first, one.times) for one in hours.ramadan] == [(RAMADAN_BEGINS, RAMADAN)]
    assert times_on(date(2027, 2, 8), hours) != RAMADAN


def test_a_hall_without_ramadan_hours_takes_those_of_the_centre():
    given = FiveTimes(time(8, 30), time(9), time(9), time(13), time(14))
    hours = hours_after(command(MoonEvent.RAMADAN, RAMADAN_BEGINS, times=given), replace(HOURS, ramadan=()), AT.date())
    assert times_on(RAMADAN_BEGINS, hours) == given


def test_eid_ends_ramadan_and_closes_its_days_in_place_of_those_that_were_expected():
    guess = Holiday(EID_BEGINS - timedelta(days=1), {"en": "Eid"}, expected=True, occasion="eid_fitr")
    hours = hours_after(
        command(MoonEvent.EID_FITR, EID_BEGINS), replace(HOURS, holidays=(*HOURS.holidays, guess)), AT.date()
    )
    assert hours.ramadan[0].last == EID_BEGINS - timedelta(days=1)
    days = [one.day for one in hours.holidays if one.occasion == Occasion.EID_FITR.value]
    assert days == [EID_BEGINS + timedelta(days=ahead) for ahead in range(3)]
    assert times_on(EID_BEGINS, hours) is None


@pytest.mark.parametrize("event", list(MoonEvent))
@pytest.mark.parametrize("late", [-1, 0, 1])
def test_the_hijri_date_of_the_first_day_is_right_whenever_the_moon_was_seen(event: MoonEvent, late: int):
    month, day = FIRST_DAYS[event]
    printed = next(
        one
        for one in (date(2027, 1, 1) + timedelta(days=ahead) for ahead in range(360))
        if (found := hijri_date(one)) and (found.month, found.day) == (month, day)
    )
    begins = printed + timedelta(days=late)
    offset = offset_to_begin(begins, month, day)
    assert offset == -late
    found = hijri_date(begins, offset_days=offset)
    assert found is not None
    assert (found.month, found.day) == (month, day)


def test_a_hall_that_is_cut_off_asks_its_head_until_somebody_has_said_it():
    hall = new_hall(SETTINGS, datetime(2027, 2, 8, 5, tzinfo=UTC))
    asked = moon_view(work=hall.work(), now=hall.clock.now(), cut_off=True).question
    assert asked is not None
    assert (asked.event, asked.printed) == (MoonEvent.RAMADAN, date(2027, 2, 8))
    assert moon_view(work=hall.work(), now=hall.clock.now(), cut_off=False).question is None
    other = new_hall(SETTINGS, datetime(2027, 1, 20, 5, tzinfo=UTC))
    assert moon_view(work=other.work(), now=other.clock.now(), cut_off=True).question is None
    eid = Holiday(date(2027, 3, 10), {}, occasion="eid_fitr")
    known = new_hall(replace(SETTINGS, hours=replace(HOURS, holidays=(eid,))), datetime(2027, 3, 9, 5, tzinfo=UTC))
    assert moon_view(work=known.work(), now=known.clock.now(), cut_off=True).question is None


WITH_BOOKINGS = SETUP.replace(
    "[hours]\nalways_open = true",
    "[appointments]\noffered = true\n[hours]\n"
    + "\n".join(
        f'{day} = ["07:00", "07:30", "07:30", "13:30", "14:30"]'
        for day in ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
    ),
)


@pytest.fixture
def hall_now(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def act(hall: RunningHall, use: Any, what: Any) -> Any:
    return hall.hall.store.commands.run(lambda work, now: use(what, work=work, now=now)).result()


def hours_of(hall: RunningHall) -> Hours:
    return hall.hall.store.settings().hours


def test_an_eid_moves_its_bookings_and_undo_brings_hours_and_bookings_back(tmp_path: Path):
    with hall_in_a_thread(tmp_path, setup=WITH_BOOKINGS) as hall:
        begins = datetime.now(UTC).date() + timedelta(days=2)
        slot = f"{begins}T06:00:00Z"
        number = good(hall.post("/appointments", "head", {"service": "A", "slot_at": slot}), 201)["number"]
        before = hours_of(hall)
        asked = {"event": "eid_adha", "begins": begins.isoformat()}
        made = good(hall.post("/moon", "head", asked), 201)
        assert times_on(begins, hours_of(hall)) is None
        assert slot_of(hall, number) == f"{begins + timedelta(days=3)}T06:00:00Z"
        good(hall.post(f"/moon/{made['act']}/end", "head"))
        assert hours_of(hall) == before
        assert slot_of(hall, number) == slot
        with pytest.raises(MoonActUnknownError):
            act(hall, take_moon_back, TakeMoonBack(made["act"], "salim"))


@pytest.mark.parametrize(
    ("days", "more", "field"),
    [(-1, {}, "begins"), (3, {}, "begins"), (1, {"first": "2026-01-01", "last": "2026-01-02"}, "first")],
)
def test_a_day_that_is_not_near_is_refused(hall_now: RunningHall, days: int, more: dict[str, str], field: str):
    before, today = hours_of(hall_now), date.fromisoformat(good(hall_now.get("/moon", "head"))["today"])
    asked = {"event": "ramadan", "begins": (today + timedelta(days=days)).isoformat(), **more}
    problem = refused(hall_now.post("/moon", "head", asked), "field_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == [field]
    assert hours_of(hall_now) == before


def test_undo_is_refused_where_what_stood_before_is_no_longer_kept(tmp_path: Path):
    with hall_in_a_thread(tmp_path) as hall:
        begins = datetime.now(UTC).date() + timedelta(days=1)
        made = good(hall.post("/moon", "head", {"event": "eid_adha", "begins": begins.isoformat()}), 201)
        after = hours_of(hall)
        hall.hall.store.commands.run(lambda work, _now: work.connection.execute(delete(settings_version))).result()
        refused(hall.post(f"/moon/{made['act']}/end", "head"), "settings_version_unknown", 404)
        assert hours_of(hall) == after
        assert [one["act"] for one in good(hall.get("/moon", "head"))["acts"]] == [made["act"]]


def test_an_act_that_changed_nothing_is_undone_without_a_kept_version(tmp_path: Path):
    with hall_in_a_thread(tmp_path) as hall:
        begins = datetime.now(UTC).date() + timedelta(days=1)
        act(hall, follow_moon, command(MoonEvent.EID_ADHA, begins))
        act(hall, follow_moon, replace(command(MoonEvent.EID_ADHA, begins), act="m2"))
        act(hall, take_moon_back, TakeMoonBack("m2", "salim"))
        assert [one["act"] for one in good(hall.get("/moon", "head"))["acts"]] == ["m1"]


def slot_of(hall: RunningHall, number: str) -> str:
    found = hall.hall.store.reads.read(lambda work, _now: work.appointments.find(number)).result()
    assert found is not None
    return f"{found.slot:%Y-%m-%dT%H:%M:%SZ}"


def test_undo_is_refused_where_the_hours_were_changed_since_and_the_same_act_again_changes_nothing(tmp_path: Path):
    with hall_in_a_thread(tmp_path) as hall:
        begins = datetime.now(UTC).date() + timedelta(days=1)
        sent = command(MoonEvent.EID_FITR, begins, from_centre=True)
        act(hall, follow_moon, sent)
        act(hall, follow_moon, sent)
        assert len(good(hall.get("/moon", "head"))["acts"]) == 1
        day = (begins + timedelta(days=9)).isoformat()
        good(hall.post("/holidays", "head", {"first": day, "last": day, "names": {"en": "A day"}}), 201)
        with pytest.raises(MoonChangedError):
            act(hall, take_moon_back, TakeMoonBack("m1", "salim"))
