"""A hall head's first day in a browser, by real processes: no step needs a command line of the hall's machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from bench.running_demo import ROOT
from tests.helpers.axe import violations
from tests.helpers.hall_process import HallProcess, prepare_hall

PICTURES = os.environ.get("FIRST_DAY_PICTURES", "")
LONG_S = 240.0
RAMADAN = ("08:30", "09:00", "09:00", "12:30", "13:00")
TIMES = ("doors", "first_ticket", "counters_open", "last_ticket", "closing")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallProcess]:
    with HallProcess(prepare_hall(tmp_path)) as running:
        yield running


@dataclass
class Head:
    """The hall head at a page of the hall, in one language."""

    page: Page
    hall: HallProcess
    language: str
    folder: Path

    def open(self, name: str) -> None:
        self.page.goto(f"{self.hall.base}/head/{name}?lang={self.language}")
        expect(self.page.locator("#link")).to_have_attribute("data-state", "live")

    def see(self, name: str) -> None:
        """Keep a picture where a person asked for them, and let axe look."""
        if PICTURES:
            self.page.screenshot(path=Path(PICTURES) / f"{name}-{self.language}.png")
        # Scrolled down, the page's header or the message lies over a part of a button, which axe takes for a small one.
        self.page.evaluate("() => { scrollTo(0, 0); document.getElementById('hide-message')?.click(); }")
        assert violations(self.page) == []

    def fill(self, form: str, **values: str) -> Locator:
        for name, value in values.items():
            self.page.locator(f"#{form} [name={name}]").fill(value)
        return self.page.locator(f"#{form} button:not([type])").first

    def agree(self, name: str) -> None:
        """Look at what differs and save it."""
        expect(self.page.locator("#difference-dialog")).to_be_visible()
        self.see(name)
        # The message of an earlier change may still be there: the hall's answer is what says that this one is saved.
        with self.page.expect_response(lambda answer: answer.request.method == "POST", timeout=LONG_S * 1000) as saved:
            self.page.locator("#difference-save").click()
        assert saved.value.ok
        expect(self.page.locator("#done")).to_be_visible()

    def menu(self, row: Locator, act: str) -> None:
        row.locator("summary").click()
        row.locator(f"[data-act={act}]").click()

    def add_agent(self, code: str, arabic: str, english: str) -> str:
        """Add an agent and return the PIN that the page shows once."""
        self.page.locator("#add-agent").click()
        self.fill("agent-form", ar=arabic, en=english, code=code).click()
        expect(self.page.locator("#pin")).to_be_visible()
        expect(self.page.locator("#pin")).to_have_text(re.compile(r"^\d{6}$"))
        pin = self.page.locator("#pin").inner_text()
        self.see(f"pin-{code}")
        self.page.locator("#pin-dialog [data-closes]").click()
        expect(self.page.locator(f"#agents tr[data-key={code}]")).to_be_visible()
        return pin

    def pair(self, kind: str, name: str) -> tuple[str, Path]:
        """Make a code on the page and type it at the device; return the device's id and its token file."""
        self.page.locator("[data-opens=pair-dialog]").click()
        self.page.locator("#pair-kind").select_option(kind)
        self.fill("pair-form", name=name).click()
        expect(self.page.locator("#code")).to_be_visible()
        self.see(f"code-{kind}")
        code, token = self.page.locator("#code").inner_text(), self.folder / f"{kind}.token"
        asked = [sys.executable, str(ROOT / "main.py"), "pair", kind, "--hall", self.hall.base, "--code", code]
        said = subprocess.run(
            [*asked, "--token-file", str(token)], check=True, timeout=LONG_S, capture_output=True, text=True
        )
        self.page.locator("#code-dialog [data-closes]").click()
        return str(json.loads(said.stdout.splitlines()[0])["device"]), token

    def screen(self, kind: str, device: str, token: Path, name: str) -> bytes:
        """Start the device's program, and return what its screen shows below the clock."""
        picture = self.folder / f"{name}.png"
        own = ("--device", device, "--printer", "memory:", "--own-numbers", str(self.folder / f"own-{name}"))
        started = [sys.executable, str(ROOT / "main.py"), kind, "--hall", self.hall.base, "--token-file", str(token)]
        shown = [*started, *(own if kind == "kiosk" else ()), "--size", "1280x800", "--picture", str(picture)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(shown, env=environment, capture_output=True, text=True, timeout=LONG_S, check=False)
        assert done.returncode == 0, done.stderr
        if PICTURES:
            (Path(PICTURES) / f"{name}-{self.language}.png").write_bytes(picture.read_bytes())
        with Image.open(picture) as shown_now:
            return shown_now.crop((0, 110, 1280, 800)).tobytes()

    def answer(self, path: str, token: str = "head", body: Any = None) -> Any:
        answer = self.hall.ask("GET" if body is None else "POST", path, token, body=body)
        return answer.json() if answer.content else answer.status_code


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_the_first_day_of_a_hall_head(page: Page, hall: HallProcess, tmp_path: Path, language: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.request.post(f"{hall.base}/api/v1/session", data={"token": hall.hall.tokens["head"]})
    head = Head(page, hall, language, tmp_path)
    add_two_agents(head)
    add_a_service_and_a_counter(head)
    pair_a_kiosk_and_a_board(head)
    change_ramadan_and_undo(head)
    remove_a_leaver(head)


def add_two_agents(head: Head) -> None:
    head.open("people")
    for code, arabic, english in (("leila", "ليلى", "Leila"), ("khalid", "خالد", "Khalid")):
        pin = head.add_agent(code, arabic, english)
        signed_in = head.answer("/counters/2/sign-in", "counter2", {"agent": code, "pin": pin})
        assert signed_in["agent"] == code
        assert head.answer("/counters/2/sign-out", signed_in["token"], {}) == 204
    head.see("agents")


def add_a_service_and_a_counter(head: Head) -> None:
    head.open("services")
    head.page.locator("[data-add=service]").click()
    head.fill("service-form", ar="المياه", en="Water", prefix="W").click()
    head.agree("service")
    head.page.locator("[data-add=counter]").click()
    head.fill("counter-form", number="3").click()
    head.agree("counter")
    expect(head.page.locator("#counter-rows tr[data-key='3']")).to_be_visible()
    head.see("services")
    assert head.answer("/visits", "kiosk", {"service": "W"})["ticket"] == "W001"


def pair_a_kiosk_and_a_board(head: Head) -> None:
    head.open("devices")
    kiosk, token = head.pair("kiosk", "kiosk 2")
    board, board_token = head.pair("board", "board 2")
    works = head.screen("kiosk", kiosk, token, "kiosk-works")
    assert head.screen("kiosk", kiosk, token, "kiosk-still-works") == works
    head.screen("board", board, board_token, "board-works")
    row = head.page.locator(f"#devices tr[data-key='{kiosk}']")
    head.menu(row, "pause")
    expect(head.page.locator("#done")).to_be_visible()
    head.see("devices")
    assert head.answer("/hall")["kiosk"]["paused"] == [kiosk]
    assert head.screen("kiosk", kiosk, token, "kiosk-paused") != works
    head.menu(row, "resume")
    expect(row.locator(".mark-word.good, small").first).to_be_visible()
    assert head.answer("/hall")["kiosk"]["paused"] == []


def change_ramadan_and_undo(head: Head) -> None:
    head.open("hours")
    head.page.locator("#add-period").click()
    for name, day in (("first", "08/02/2027"), ("last", "09/03/2027")):
        head.page.locator(f"#period-form label:has([name={name}]) [type=text]").fill(day)
    head.fill("period-form", **dict(zip(TIMES, RAMADAN, strict=True))).click()
    head.agree("ramadan")
    period = head.page.locator("#periods tr[data-key='2027-02-08']")
    expect(period).to_contain_text("13:00")
    head.menu(period, "change")
    head.fill("period-form", closing="14:00").click()
    head.agree("ramadan-later")
    expect(period).to_contain_text("14:00")
    head.page.locator("#done button").click()
    expect(period).to_contain_text("13:00")
    head.see("hours")


def remove_a_leaver(head: Head) -> None:
    head.open("people")
    signed_in = head.answer("/agents/khalid/pin", "head", {})
    token = head.answer("/counters/2/sign-in", "counter2", {"agent": "khalid", "pin": signed_in["pin"]})["token"]
    row = head.page.locator("#agents tr[data-key=khalid]")
    head.menu(row, "end")
    head.see("leaver")
    head.page.locator("#sure-do").click()
    expect(row).to_have_count(0)
    assert head.hall.ask("GET", "/counters/2", token).status_code == 401
    refused = head.hall.ask("POST", "/counters/2/sign-in", "counter2", body={"agent": "khalid", **signed_in})
    assert refused.status_code in {403, 422}
    head.see("left")
