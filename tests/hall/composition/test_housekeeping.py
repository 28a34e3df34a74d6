"""What a hall does by the clock."""

from __future__ import annotations

import sqlite3

from hall.composition.housekeeping import look_at_date, periodic_tasks
from hall.composition.troubles import DAY_DOUBTFUL, Troubles
from hall.platform.security.access import Role
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread

__all__ = ["RunningHall"]


def test_a_doubtful_date_is_told_once_or_believed_where_the_hall_is_set_so(tmp_path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        hall.issue()
        hall.clock.move_on(days=400)
        hall.tokens["head"] = hall.hall.staff_token(Role.HEAD, "late head")  # the first one has expired
        look_at_date(hall.hall.store, Troubles(hall.hall.store))
        assert good(hall.get("/day", "head"))["state"] == "open"
        assert hall.issue()["ticket"] == "A001"


def test_a_doubtful_date_is_a_reason_until_the_next_look_after_it_was_confirmed(tmp_path) -> None:
    with hall_in_a_thread(tmp_path, setup=SETUP.replace("confirms_date_itself = true", "")) as hall:
        store, troubles = hall.hall.store, Troubles(hall.hall.store)
        hall.issue()
        look_at_date(store, troubles)
        assert DAY_DOUBTFUL not in troubles.reasons()
        hall.clock.move_on(days=60)
        look_at_date(store, troubles)
        assert DAY_DOUBTFUL in troubles.reasons()
        good(hall.post("/day/confirm-date", "head"))
        look_at_date(store, troubles)
        assert DAY_DOUBTFUL not in troubles.reasons()
        hall.clock.move_on(days=-30)
        look_at_date(store, troubles)
        assert DAY_DOUBTFUL in troubles.reasons(), "a clock that went back"
        hall.clock.move_on(days=30)
        look_at_date(store, troubles)
        assert DAY_DOUBTFUL not in troubles.reasons(), "a corrected clock needs no confirmation by a person"


def test_a_day_that_nobody_closed_closes_by_itself(tmp_path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        first = hall.issue()
        hall.clock.move_on(days=1)
        look_at_date(hall.hall.store, Troubles(hall.hall.store))
        assert good(hall.get(f"/visits/{first['visit']}", "head"))["state"] == "closed_by_day"


def test_the_hourly_chores_copy_and_forget(tmp_path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        good(hall.post("/visits", "kiosk", {"service": "A"}, headers={"Idempotency-Key": "k1"}), 201)
        good(hall.post("/day/close", "head"))
        hall.clock.move_on(days=1)
        good(hall.post("/day/open", "head"))
        tasks = periodic_tasks(hall.hall.config, hall.hall.store, hall.clock.now, Troubles(hall.hall.store))
        for task in tasks._due:
            task.do()
        [copy] = (hall.hall.config.data / "copies").glob("*.sqlite")
        assert (
            good(hall.post("/visits", "kiosk", {"service": "A"}, headers={"Idempotency-Key": "k1"}), 201)["ticket"]
            == "A002"
        )
    with sqlite3.connect(copy) as database:
        assert database.execute("SELECT count(*) FROM visit").fetchone() == (2,)
    database.close()
