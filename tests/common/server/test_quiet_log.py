"""What strangers can make the server say is said once a minute."""

from __future__ import annotations

import logging

from common.server.quiet_log import OnceAMinute


def test_a_warning_is_said_once_a_minute_and_what_is_worse_each_time() -> None:
    clock = [0.0]
    quiet = OnceAMinute(lambda: clock[0])

    def written(words: str, level: int = logging.WARNING) -> bool:
        return quiet.filter(logging.LogRecord("uvicorn.error", level, "", 0, words, None, None))

    assert [written("not HTTP") for _ in range(3)] == [True, False, False]
    assert written("no upgrade here")
    assert [written("a mistake", logging.ERROR) for _ in range(2)] == [True, True]
    clock[0] = 59.0
    assert not written("not HTTP")
    clock[0] = 60.0
    assert written("not HTTP")
