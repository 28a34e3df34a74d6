"""Wrong PINs count for the agent at every counter and for the device, also after a restart, and the wait grows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread, refused


def wrong(hall: RunningHall, *, counter: int = 1, who: str = "counter1", agent: str = "salim") -> requests.Response:
    return hall.post(f"/counters/{counter}/sign-in", who, {"agent": agent, "pin": "0000"})


def lock(hall: RunningHall, times: int = 1) -> None:
    """Lock the agent this many times, waiting out each lock but the last."""
    for n in range(times):
        for _ in range(5):
            refused(wrong(hall), "pin_wrong", 403)
        if n < times - 1:
            hall.clock.move_on(seconds=wait_s(hall))


def wait_s(hall: RunningHall, **how: object) -> int:
    """Return how long the hall says to wait for the next try."""
    answer = wrong(hall, **how)  # type: ignore[arg-type]
    refused(answer, "pin_locked", 423)
    return int(answer.headers["Retry-After"])


def alerts(hall: RunningHall) -> list[dict[str, object]]:
    return [one for one in good(hall.get("/queues", "head"))["standing"] if one["kind"] == "pin_locked"]


def test_wrong_pins_of_an_agent_count_over_all_counters(hall: RunningHall) -> None:
    for n in range(5):
        refused(wrong(hall, counter=1 + n % 2, who=f"counter{1 + n % 2}"), "pin_wrong", 403)
    right = {"agent": "salim", "pin": "471829"}
    refused(hall.post("/counters/2/sign-in", "counter2", right), "pin_locked", 423)
    refused(hall.post("/counters/1/sign-in", "reception", right), "pin_locked", 423)
    hall.sign_in(1, "maryam", "802946")


def test_wrong_pins_at_a_device_count_over_all_agents(hall: RunningHall) -> None:
    for n in range(10):
        refused(wrong(hall, agent=f"nobody{n}"), "pin_wrong", 403)
    refused(hall.post("/counters/1/sign-in", "counter1", {"agent": "maryam", "pin": "802946"}), "pin_locked", 423)
    hall.sign_in(2, "maryam", "802946")


def test_receptions_tries_count_together_at_whatever_counter(hall: RunningHall) -> None:
    for n in range(10):
        refused(wrong(hall, counter=1 + n % 2, who="reception", agent=f"nobody{n}"), "pin_wrong", 403)
    right = {"agent": "maryam", "pin": "802946"}
    for counter in (1, 2):
        refused(hall.post(f"/counters/{counter}/sign-in", "reception", right), "pin_locked", 423)
    hall.sign_in(2, "maryam", "802946")


def test_a_right_pin_in_between_does_not_clear_the_device(hall: RunningHall) -> None:
    for n in range(10):
        if n == 7:
            token = hall.sign_in(1, "maryam", "802946")
            good(hall.post("/counters/1/sign-out", token), 204)
        refused(wrong(hall, agent=f"nobody{n}"), "pin_wrong", 403)
    assert wait_s(hall, agent="maryam") > 290


def test_the_wait_doubles_with_each_lock_up_to_four_hours(hall: RunningHall) -> None:
    waits = []
    for _ in range(8):
        lock(hall)
        waits.append(wait_s(hall))
        hall.clock.move_on(seconds=waits[-1])
    expected = [300, 600, 1200, 2400, 4800, 9600, 14_400, 14_400]
    assert all(0 <= want + 1 - got <= 30 for got, want in zip(waits, expected, strict=True)), waits


def test_a_lock_survives_a_restart_of_the_hall(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        lock(hall, 2)
    with hall_in_a_thread(tmp_path, clock=hall.clock) as hall:
        assert 570 < wait_s(hall) <= 601


def test_the_hall_head_gets_an_alert_at_the_second_lock(hall: RunningHall) -> None:
    lock(hall)
    assert alerts(hall) == []
    hall.clock.move_on(seconds=wait_s(hall))
    lock(hall)
    (alert,) = alerts(hall)
    assert alert["agent"] == "salim"
    assert str(alert["until"]) > good(hall.get("/queues", "head"))["at"]
    good(hall.post("/alerts/acknowledge", "head", {"alert": alert["alert"]}))
    assert alerts(hall)[0]["seen_by"] == "head"
    hall.clock.move_on(seconds=wait_s(hall))
    hall.sign_in()
    assert alerts(hall) == [], "the agent knows the PIN after all"


def test_the_alert_of_a_device_names_the_device(hall: RunningHall) -> None:
    for n in range(20):
        if n == 10:
            hall.clock.move_on(seconds=wait_s(hall, agent="x"))
        refused(wrong(hall, agent=f"nobody{n}"), "pin_wrong", 403)
    (alert,) = alerts(hall)
    assert (alert["device"], alert["agent"]) == (hall.devices["counter1"], None)


def test_right_pins_at_a_device_do_not_keep_its_alert_for_more_than_a_day(hall: RunningHall) -> None:
    for n in range(20):
        if n == 10:
            hall.clock.move_on(seconds=wait_s(hall, agent="x"))
        refused(wrong(hall, agent=f"nobody{n}"), "pin_wrong", 403)
    hall.clock.move_on(seconds=wait_s(hall, agent="x"))
    for hours in (8, 8, 9):
        token = hall.sign_in(1, "maryam", "802946")
        good(hall.post("/counters/1/sign-out", token), 204)
        (alert,) = alerts(hall)
        assert alert["until"] is None, "the lock is over"
        hall.clock.move_on(hours=hours)
    assert alerts(hall) == []


def test_after_a_day_without_a_wrong_pin_the_count_begins_again(hall: RunningHall) -> None:
    lock(hall, 3)
    hall.clock.move_on(hours=25)
    assert alerts(hall) == []
    lock(hall)
    assert wait_s(hall) <= 301


def test_a_clock_set_back_locks_nobody_out_for_years(hall: RunningHall) -> None:
    lock(hall)
    hall.clock.move_on(days=-40)
    hall.sign_in()


def test_tries_sent_at_once_are_no_more_than_five(hall: RunningHall) -> None:
    with ThreadPoolExecutor(20) as threads:
        codes = [one.json()["code"] for one in threads.map(lambda _: wrong(hall), range(20))]
    assert sorted(codes) == ["pin_locked"] * 15 + ["pin_wrong"] * 5
