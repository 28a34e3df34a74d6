"""Who reads personal data, takes figures away as a file or is refused leaves a fact that the auditor can search."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import select, text

from hall.platform.db.tables.core import fact
from hall.platform.security.access_trail import MOST_COUNTED, AccessTrail, tell_refusals
from tests.helpers.hall_in_a_thread import RunningHall, good

pytestmark = pytest.mark.allow_logs
FILES = ("/figures.csv", "/figures.xlsx", "/figures.pdf", "/plan.csv")
LISTS = {
    "/requests": ("agent", "requests"),
    "/enquiries": ("reception", "enquiries"),
    "/complaints": ("head", "complaints"),
    "/appointments": ("call_centre", "appointments"),
    "/accounts": ("admin", "accounts"),
}


def facts(hall: RunningHall, kind: str) -> list[dict[str, Any]]:
    with hall.hall.store.engine.connect() as connection:
        rows = connection.execute(select(fact.c.body).where(fact.c.kind == kind).order_by(fact.c.seq))
        return [json.loads(body)["detail"] for body in rows.scalars()]


@pytest.mark.parametrize("path", FILES)
def test_each_file_of_figures_that_somebody_takes_leaves_a_fact(hall: RunningHall, path: str) -> None:
    for _ in range(2):
        assert hall.get(path, "analyst").status_code == 200
    assert [(one["by"], one["role"], one["what"]) for one in facts(hall, "data_exported")] == [
        ("analyst", "analyst", path.removeprefix("/"))
    ] * 2


def test_a_file_that_is_refused_leaves_no_export(hall: RunningHall) -> None:
    assert hall.get("/figures.csv", "kiosk").status_code == 403
    assert hall.get("/figures.csv?period=never", "analyst").status_code == 422
    assert facts(hall, "data_exported") == []


@pytest.mark.parametrize("path", LISTS)
def test_who_reads_a_list_of_personal_data_leaves_one_fact_an_hour(hall: RunningHall, path: str) -> None:
    role, what = LISTS[path]
    token = hall.sign_in() if role == "agent" else role
    for _ in range(3):
        good(hall.get(path, token))
    by = "salim" if role == "agent" else role
    assert [(one["by"], one["role"], one["what"]) for one in facts(hall, "personal_data_read")] == [(by, role, what)]
    hall.clock.move_on(hours=1)
    good(hall.get(path, token))
    assert len(facts(hall, "personal_data_read")) == 2


def test_a_reading_whose_fact_is_not_stored_is_refused_and_the_next_one_leaves_the_fact(hall: RunningHall) -> None:
    refuse = "CREATE TRIGGER refuse BEFORE INSERT ON fact BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
    with hall.hall.store.engine.begin() as connection:
        connection.execute(text(refuse))
    assert hall.get("/accounts", "admin").status_code >= 500
    with hall.hall.store.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER refuse"))
    good(hall.get("/accounts", "admin"))
    assert [one["what"] for one in facts(hall, "personal_data_read")] == ["accounts"]


def test_refusals_leave_one_fact_a_minute_for_each_caller_and_reason(hall: RunningHall) -> None:
    for _ in range(3):
        hall.post("/day/close", "kiosk")
    hall.get("/day", "no-token-of-this-hall")
    tell_refusals(hall.hall.store, hall.hall.parts.security.trail)
    told = {(one["code"], one["role"], one["by"], one["times"]) for one in facts(hall, "access_refused")}
    assert ("role_refused", "kiosk", hall.devices["kiosk"], 3) in told
    assert ("token_unknown", "", "127.0.0.1", 1) in told
    assert "no-token-of-this-hall" not in json.dumps(facts(hall, "access_refused"))


def test_a_flood_of_addresses_fills_no_memory_and_no_facts() -> None:
    trail = AccessTrail()
    for number in range(MOST_COUNTED * 3):
        trail.count_refusal("token_unknown", role="", by=f"10.0.{number // 256}.{number % 256}")
    told = trail.take_refusals()
    assert len(told) == MOST_COUNTED + 1
    assert sum(one.times for one in told) == MOST_COUNTED * 3
    assert trail.take_refusals() == []
