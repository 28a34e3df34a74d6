"""What strangers can make the server log is logged once a minute, every other line each time."""

from __future__ import annotations

import inspect
import logging

from uvicorn.protocols.http import httptools_impl

from common.server.quiet_log import OF_STRANGERS, OnceAMinute


def test_what_strangers_cause_is_logged_once_a_minute_and_every_other_line_each_time() -> None:
    clock = [0.0]
    quiet = OnceAMinute(lambda: clock[0])
    no_http, no_upgrade, _ = OF_STRANGERS

    def written(words: str, level: int = logging.WARNING) -> bool:
        return quiet.filter(logging.LogRecord("uvicorn.error", level, "", 0, words, None, None))

    assert [written(no_http) for _ in range(3)] == [True, False, False]
    assert [written(no_upgrade) for _ in range(2)] == [True, False]
    assert [written("Exceeded concurrency limit.") for _ in range(2)] == [True, True]
    assert [written(no_http, logging.ERROR) for _ in range(2)] == [True, True]
    clock[0] = 59.0
    assert not written(no_http)
    clock[0] = 60.0
    assert written(no_http)


def test_these_are_the_sentences_of_the_server() -> None:
    source = inspect.getsource(httptools_impl)
    assert [one for one in OF_STRANGERS if f'"{one}' not in source] == []
