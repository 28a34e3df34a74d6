"""Restart and switch off: the commands to systemd, and what the kiosk shows when it refuses."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kiosk.device.power import PowerError, switch


@pytest.mark.parametrize(("act", "verb"), [("restart_device", "reboot"), ("shut_down", "poweroff")])
def test_systemd_is_asked_without_a_question_to_anybody(act: str, verb: str) -> None:
    asked: list[Sequence[str]] = []

    def run(command: Sequence[str]) -> tuple[int, str]:
        asked.append(command)
        return 0, ""

    switch(act, run)
    assert asked == [["systemctl", "--no-ask-password", verb]]


def test_a_refusal_comes_in_systemds_own_words() -> None:
    with pytest.raises(PowerError, match="Interactive authentication required"):
        switch("shut_down", lambda _: (1, "Call to PowerOff failed: Interactive authentication required.\n"))


def test_a_silent_failure_names_its_status() -> None:
    with pytest.raises(PowerError, match="ended with 4"):
        switch("shut_down", lambda _: (4, ""))


def test_a_machine_without_systemd_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(PowerError, match="systemctl is not on this machine"):
        switch("restart_device")
