"""A counter program that was given somebody else's token says so before anyone tries to sign in."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.demo import tokens as demo_tokens
from tests.e2e.conftest import StartDemo
from tools.qt_driver.driven_program import DrivenProgram, until

pytestmark = pytest.mark.full


@pytest.mark.parametrize("whose", ["kiosk", "another counter"])
def test_a_counter_with_another_devices_token_asks_to_be_paired(
    start_demo: StartDemo, tmp_path: Path, whose: str
) -> None:
    demo = start_demo(size="small")
    tokens = demo_tokens.load(demo.folder)
    token = tokens.kiosk if whose == "kiosk" else tokens.counter_devices["1"]
    options = ["--hall", demo.description["hall"], "--counter", "2", "--language", "en"]
    with DrivenProgram("counter", options, token=token, log=tmp_path / "counter.log") as counter:
        until(
            lambda: "pair it" in str(counter.tell(find="sign_in_notice").get("name")),
            "the counter asks for it",
            counter.log,
        )
