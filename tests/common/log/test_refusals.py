"""One line for each refusal, and few lines for a flood."""

from __future__ import annotations

import logging

import pytest

from common.log.refusals import ADDRESSES_KEPT, LINES_A_MINUTE, RefusalLog


class Clock:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def refuse(refusals: RefusalLog, address: str = "192.0.2.7", role: str | None = "kiosk") -> None:
    refusals.write("role_refused", role=role, address=address, method="POST", path="/day/close")


def test_a_line_has_kind_role_address_and_path(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="refused")
    refusals = RefusalLog(Clock())
    refuse(refusals)
    refuse(refusals, address="", role=None)
    assert caplog.messages == [
        "kind=role_refused role=kiosk address=192.0.2.7 path=POST /day/close",
        "kind=role_refused role=- address=- path=POST /day/close",
    ]


def test_a_flood_from_one_address_fills_no_log_and_hides_no_other(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="refused")
    clock = Clock()
    refusals = RefusalLog(clock)
    for _ in range(LINES_A_MINUTE + 1000):
        refuse(refusals)
    assert len(caplog.messages) == LINES_A_MINUTE + 1
    assert "left out" in caplog.messages[-1]
    refuse(refusals, "192.0.2.8")
    assert "address=192.0.2.8" in caplog.messages[-1]
    clock.now_s = 61
    refuse(refusals)
    assert "refused 1000 more times" in caplog.messages[-2]
    assert "kind=role_refused" in caplog.messages[-1]


def test_no_more_addresses_are_remembered_than_the_limit() -> None:
    refusals = RefusalLog(Clock())
    for n in range(ADDRESSES_KEPT + 10):
        refuse(refusals, f"address {n}")
    assert len(refusals._windows) == ADDRESSES_KEPT
