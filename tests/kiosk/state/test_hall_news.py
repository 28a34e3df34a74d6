"""Facts make the kiosk ask again, seldom enough, and a strange answer changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from contracts.codec.reader import to_json
from contracts.live import FactMessage
from kiosk.state.hall_news import HallNews
from tests.helpers.fake_hall import NINE, example_hall, example_queues


class Calls:
    """Answers each question with what the test put there, and counts them."""

    def __init__(self, **answers: Any) -> None:
        self.answers, self.asked = answers, []  # type: list[str]

    def call(self, _method: str, path: str, _body: None, on_done: Callable[..., None]) -> None:
        self.asked.append(path)
        on_done(self.answers.get(path.strip("/")), None)


def fact(kind: str) -> FactMessage:
    return FactMessage(1, kind, NINE, example_queues().day.service_day)


def news_of(calls: Calls) -> tuple[HallNews, list[object]]:
    made = HallNews(calls)  # type: ignore[arg-type]  # the one method that is used
    told: list[object] = []
    made.queues.connect(told.append)
    made.hall.connect(told.append)
    return made, told


def test_a_burst_of_facts_asks_once_for_the_figures(qtbot: QtBot) -> None:
    calls = Calls(queues=to_json(example_queues()))
    made, told = news_of(calls)
    for _ in range(20):
        made.follow(fact("visit_issued"))
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert calls.asked == ["/queues"]
    assert told == [example_queues()]


def test_changed_settings_ask_for_the_hall_at_once(qtbot: QtBot) -> None:
    calls = Calls(hall=to_json(example_hall()))
    made, told = news_of(calls)
    made.follow(fact("settings_changed"))
    assert told == [example_hall()]
    made.follow(fact("device_reported"))
    assert calls.asked == ["/hall"]


@pytest.mark.allow_logs
def test_what_cannot_be_read_is_logged_and_not_told(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    made, told = news_of(Calls(hall={"hall": 3}, queues={"seq": "x"}))
    made.follow(fact("settings_changed"))
    made.ask_figures()
    qtbot.waitUntil(lambda: "figures cannot be read" in caplog.text, timeout=60_000)
    assert "settings cannot be read" in caplog.text
    assert told == []
