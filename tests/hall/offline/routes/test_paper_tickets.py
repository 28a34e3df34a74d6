"""A day on paper: numbers of the sheets that nobody else gives, and the table that is entered later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

pytestmark = pytest.mark.one_hall
NOW = datetime.now(UTC)
TODAY = NOW.astimezone(ZoneInfo("Asia/Muscat")).date()


def block_of(hall: RunningHall, service: str = "A") -> Any:
    blocks = good(hall.post("/paper/numbers", "head"))["blocks"]
    return next(one for one in blocks if one["service"] == service)


def line(number: int, outcome: str | None = None, prefix: str = "A") -> dict[str, object]:
    return {"ticket": f"{prefix}{number}", "issued_at": NOW.isoformat(), **({"outcome": outcome} if outcome else {})}


def enter(hall: RunningHall, *lines: dict[str, object], day: object = TODAY) -> Any:
    return hall.post("/paper/tickets", "head", {"service_day": str(day), "tickets": list(lines)})


def test_the_sheets_have_numbers_that_neither_hall_nor_kiosk_gives(hall: RunningHall) -> None:
    paper = block_of(hall)
    kiosk = good(hall.post(f"/devices/{hall.devices['kiosk']}/numbers", "kiosk"))["blocks"][0]
    assert kiosk["last"] < paper["first"] or paper["last"] < kiosk["first"]
    assert block_of(hall) == paper, "the sheets that were printed stay good"
    good(hall.post(f"/devices/{hall.devices['kiosk']}/numbers", "kiosk"))
    assert block_of(hall) == paper, "a kiosk that asks again takes nothing from them"
    assert int(hall.issue()["ticket"][1:]) < min(paper["first"], kiosk["first"])


def test_what_was_served_on_paper_is_over_and_who_still_waits_is_called(hall: RunningHall) -> None:
    first = block_of(hall)["first"]
    served, waits = good(enter(hall, line(first, "completed"), line(first + 1)))["visits"]
    assert good(hall.get(f"/visits/{served}", "head"))["state"] == "finished"
    assert good(hall.get(f"/visits/{waits}", "head"))["state"] == "waiting"
    called = good(hall.post("/counters/1/call-next", hall.sign_in()))
    assert called["ticket"] == f"A{first + 1}"


def test_the_same_table_again_changes_nothing_but_an_outcome_that_was_missing(hall: RunningHall) -> None:
    first = block_of(hall)["first"] + 10
    before = good(enter(hall, line(first, "completed"), line(first + 1)))["visits"]
    assert good(enter(hall, line(first, "completed"), line(first + 1, "completed")))["visits"] == before
    assert good(hall.get(f"/visits/{before[1]}", "head"))["state"] == "finished"


def test_a_day_that_is_over_is_entered_with_its_outcomes(hall: RunningHall) -> None:
    first = block_of(hall)["first"] + 20
    yesterday = TODAY - timedelta(days=1)
    hall.issue()
    served, left = good(enter(hall, line(first, "completed"), line(first + 1), day=yesterday))["visits"]
    found = good(hall.get(f"/visits/of-day?day={yesterday}", "head"))["visits"]
    assert {one["visit"]: one["state"] for one in found} == {served: "finished", left: "closed_by_day"}


def at_another(day: timedelta, line: dict[str, object]) -> dict[str, object]:
    return {**line, "issued_at": (datetime.fromisoformat(str(line["issued_at"])) + day).isoformat()}


def test_a_table_that_another_day_has_is_refused_unless_it_is_meant(hall: RunningHall) -> None:
    first = block_of(hall)["first"] + 35
    hall.issue()
    table = line(first, "completed"), line(first + 1, "completed")
    shift, before = timedelta(days=-5), timedelta(days=-30)
    good(enter(hall, *(at_another(before, one) for one in table), day=TODAY + before))
    shifted = [at_another(shift, one) for one in table]
    told = refused(enter(hall, *shifted, day=TODAY + shift), "paper_other_day", 409)
    assert str(TODAY + before) in told["detail"]
    assert good(hall.get(f"/visits/of-day?day={TODAY + shift}", "head"))["visits"] == []
    later = [shifted[0], at_another(timedelta(minutes=1), shifted[1])]
    good(enter(hall, *later, day=TODAY + shift))  # another table: one of its times differs
    meant = [at_another(2 * shift, one) for one in table]
    refused(enter(hall, *meant, day=TODAY + 2 * shift), "paper_other_day", 409)
    body = {"service_day": str(TODAY + 2 * shift), "tickets": meant, "sure": True}
    assert len(good(hall.post("/paper/tickets", "head", body))["visits"]) == 2
    good(enter(hall, *meant, day=TODAY + 2 * shift))  # entered again it changes nothing, and nobody asks


@pytest.mark.parametrize("wrong", ["A001", "A1", "Z950", "B", "A٩٥٠"])
def test_a_number_that_is_on_no_sheet_is_refused_and_nothing_of_the_table_is_entered(
    hall: RunningHall, wrong: str
) -> None:
    first = block_of(hall)["first"] + 30
    bad = {"ticket": wrong, "issued_at": NOW.isoformat()}
    refused(enter(hall, line(first), bad), "not_kiosk_number", 409)
    refused(hall.get(f"/visits?ticket=A{first}", "head"), "ticket_unknown", 404)


def test_only_the_hall_head_and_administrators_enter_paper(hall: RunningHall) -> None:
    refused(hall.post("/paper/numbers", "kiosk"), "role_refused", 403)
    refused(hall.post("/paper/tickets", "reception", {}), "role_refused", 403)
