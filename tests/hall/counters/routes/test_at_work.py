"""Breaks, help and the automatic call, over HTTP."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.helpers.hall_in_a_thread import RunningHall, good, refused, serving


def test_a_break_has_a_reason_and_a_length(hall: RunningHall, agent: str) -> None:
    session = good(hall.post("/counters/1/break", agent, {"reason": "meal", "minutes": 20}))["session"]
    assert (session["state"], session["break_reason"]) == ("on_break", "meal")
    assert session["break_until"] > session["since"]
    assert good(hall.post("/counters/1/resume-work", agent))["session"]["state"] == "working"
    refused(hall.post("/counters/1/break", agent, {"reason": "meal", "minutes": 0}), "field_invalid", 422)


def test_a_break_asked_while_serving_begins_after_the_finish(hall: RunningHall, agent: str) -> None:
    serving(hall, agent)
    asked = good(hall.post("/counters/1/break", agent, {"reason": "prayer", "after_visit": True}))
    assert (asked["session"]["state"], asked["session"]["break_asked"]) == ("working", "prayer")
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    assert good(hall.get("/counters/1", agent))["session"]["state"] == "on_break"


def test_the_last_counter_is_warned_and_told_before(hall: RunningHall, agent: str) -> None:
    hall.issue("B", visitor_kind="citizen")
    assert good(hall.get("/counters/1", agent))["last_for"] == ["A", "B"]
    hall.sign_in(2, "maryam", "802946")
    assert good(hall.get("/counters/1", agent))["last_for"] == ["B"]
    body = {"reason": "prayer", "unless_last": True}
    refused(hall.post("/counters/1/break", agent, body), "last_counter", 409)
    good(hall.post("/counters/1/break", agent, {"reason": "prayer"}))


def test_prayer_is_in_turns_and_a_second_press_goes_all_the_same(hall: RunningHall, agent: str) -> None:
    other = hall.sign_in(2, "maryam", "802946")
    asked = {"reason": "prayer", "minutes": 15, "in_turn": True}
    left = good(hall.post("/counters/2/break", other, asked))
    back = datetime.fromisoformat(left["session"]["break_until"]).astimezone(ZoneInfo("Asia/Muscat"))
    [turn] = good(hall.get("/counters/1", agent))["prayer_turns"]
    assert turn == {"service": "A", "away": 1, "back": f"{back:%H:%M}"}
    refused(hall.post("/counters/1/break", agent, asked), "prayer_turn", 409)
    gone = good(hall.post("/counters/1/break", agent, {"reason": "prayer", "minutes": 15}))
    assert gone["session"]["state"] == "on_break"


def test_a_call_for_help_is_an_alert_that_the_hall_head_acknowledges(hall: RunningHall, agent: str) -> None:
    assert good(hall.post("/counters/1/help", agent))["session"]["help_since"]
    queues = good(hall.get("/queues", "head"))
    [alert] = [one for one in queues["standing"] if one["kind"] == "help"]
    assert (alert["counter"], alert["seen_by"]) == (1, None)
    seen = good(hall.post("/alerts/acknowledge", "head", {"alert": alert["alert"]}))
    assert [one["seen_by"] for one in seen["standing"] if one["kind"] == "help"] == ["head"]
    assert good(hall.post("/counters/1/help-over", "head"))["session"]["help_since"] is None
    assert not [one for one in good(hall.get("/queues", "head"))["standing"] if one["kind"] == "help"]


def test_a_call_that_is_not_due_does_not_come_by_itself(hall: RunningHall, agent: str) -> None:
    hall.issue()
    refused(hall.post("/counters/1/call-next", agent, {"auto": True}), "auto_call_off", 409)
    assert good(hall.post("/counters/1/stop-auto-call", agent))["session"]["auto_call_at"] is None
