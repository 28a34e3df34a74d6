"""The staff's menu at its edges; `test_paper_stories` walks through it at a whole kiosk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from contracts.queue.bodies import DeviceActRequest
from contracts.words.hall import DeviceAct, PrintState
from kiosk.config import KioskConfig
from kiosk.equipment import PrintAccess
from kiosk.printing.attempts import Printing
from kiosk.printing.printer_worker import PrintLane
from kiosk.screens.view_data.staff import PinView, QuestionView, StatusView
from kiosk.staff.controller import CLEANING_S, StaffDesk
from kiosk.staff.hall_queries import StaffHall
from kiosk.staff.session import StaffStep
from kiosk.staff_pins.pins import StaffPins, write_pins
from kiosk.state.conditions import Conditions, PrinterCondition
from kiosk.state.status_reports import Reports
from printer.emulator.fakes import MemoryPrinter, MemoryWire
from printer.printer import Printer
from printer.profiles import Link, paper_of
from qtkit.program.jobs import JobLane
from tests.helpers.fake_hall import example_hall
from tests.helpers.hand_driven import HandDriven
from tests.helpers.replacing import replace

PIN = "4719"


@dataclass
class Calls:
    """Stands for the hall's line: takes acts, answers questions with nothing (a hall that is away)."""

    acts: list[DeviceActRequest] = field(default_factory=list)

    def call(self, method: str, _path: str, body: Any, on_done: Callable[..., None], _key: str = "") -> None:
        if method == "POST":
            self.acts.append(body)
            on_done(None, None)


class Desk:
    """A desk whose lanes and clock move by hand."""

    def __init__(self, qapp: QCoreApplication, file: Path) -> None:
        self.qapp, self.worker, self.owner, self.now_s = qapp, HandDriven(), QObject(), 1000.0
        self.memory, self.calls = MemoryPrinter(), Calls()
        self.conditions = Conditions(True, example_hall(), printer=PrinterCondition(None, "ok"))
        lane = JobLane(self.worker, self.owner)
        printer = PrintLane(lane, self._open, status_every_s=60, parent=self.owner)
        reports = Reports(self.calls, "k1")  # type: ignore[arg-type]  # the one method that is used
        hall = StaffHall(self.calls, "k1", self.owner)  # type: ignore[arg-type]  # the one method that is used
        self.desk = StaffDesk(
            KioskConfig("k1", "memory:", staff_pins=file),
            PrintAccess(printer, Printing(printer, reports, "k1", "both", parent=self.owner), reports),
            hall,
            lane,
            conditions=lambda: self.conditions,
            now_s=lambda: self.now_s,
            parent=self.owner,
        )

    def _open(self) -> Printer:
        return Printer(MemoryWire(self.memory), paper_of(80), Link.FAST)

    def settle(self) -> None:
        while self.worker.waiting:
            self.worker.run_all()
            self.qapp.processEvents()

    def enter(self, pin: str) -> None:
        self.desk.open()
        self.settle()
        for digit in pin:
            self.desk.press(digit)
        self.desk.press("enter")
        self.settle()

    @property
    def step(self) -> StaffStep | None:
        return self.desk.staff.step if self.desk.staff is not None else None

    def note(self) -> str:
        view = self.desk.view()
        assert isinstance(view, PinView)
        return view.note


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk") / "pins.json"
    write_pins(made, StaffPins({}).with_pin("Salim", PIN))
    return made


@pytest.fixture
def desk(qapp: QCoreApplication, file: Path) -> Desk:
    return Desk(qapp, file)


def test_the_right_pin_opens_and_is_told_with_its_name(desk: Desk) -> None:
    desk.enter(PIN)
    assert desk.step is StaffStep.MENU
    assert [(one.act, one.by) for one in desk.calls.acts] == [(DeviceAct.MENU_OPENED, "Salim")]


def test_a_pin_is_compared_off_the_gui_thread_and_takes_no_key_meanwhile(desk: Desk) -> None:
    desk.desk.open()
    desk.settle()
    for digit in PIN:
        desk.desk.press(digit)
    desk.desk.press("enter")
    assert desk.note() == "checking"
    desk.desk.press("1")
    desk.desk.press("enter")
    desk.settle()
    assert desk.step is StaffStep.MENU


@pytest.mark.allow_logs
def test_after_the_third_wrong_pin_the_pad_waits_and_then_takes_the_right_one(desk: Desk) -> None:
    for _ in range(3):
        desk.enter("4710")
    assert desk.note() == "wait"
    desk.enter(PIN)
    assert desk.step is StaffStep.PIN, "nothing is compared while the pad waits"
    desk.now_s += 31
    assert desk.note() == "wrong"
    desk.enter(PIN)
    assert desk.step is StaffStep.MENU
    assert [one.act for one in desk.calls.acts] == [DeviceAct.MENU_REFUSED, DeviceAct.MENU_OPENED]


@pytest.mark.allow_logs
def test_a_file_of_pins_that_cannot_be_read_opens_for_nobody(
    qapp: QCoreApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    damaged = tmp_path / "pins.json"
    damaged.write_text("{", encoding="utf-8")
    desk = Desk(qapp, damaged)
    desk.enter(PIN)
    assert desk.note() == "no_pins"
    assert "set them again with --set-pin" in caplog.text


def test_leaving_while_a_pin_is_compared_opens_nothing(desk: Desk) -> None:
    desk.desk.open()
    desk.settle()
    for digit in PIN:
        desk.desk.press(digit)
    desk.desk.press("enter")
    desk.desk.back()
    desk.settle()
    assert desk.desk.staff is None
    assert desk.calls.acts == []


def test_a_slip_that_fails_says_why_and_the_steps_begin_again(desk: Desk) -> None:
    desk.enter(PIN)
    desk.desk.choose("paper")
    desk.memory.cut_paper_short(0)
    for _ in range(4):
        desk.desk.choose("paper_next")
    assert desk.step is StaffStep.TRIAL
    desk.desk.back()
    assert desk.step is StaffStep.TRIAL, "a slip under way is waited for"
    desk.settle()
    assert desk.desk.staff is not None
    assert (desk.desk.staff.message, desk.desk.staff.detail) == ("trial_failed", "paper_out")
    assert desk.desk.changing_paper
    desk.desk.choose("paper_again")
    assert desk.step is StaffStep.PAPER


def test_without_the_hall_the_change_of_paper_is_done_and_told_later(desk: Desk) -> None:
    desk.enter(PIN)
    desk.desk.choose("paper")
    desk.now_s += 41
    for _ in range(4):
        desk.desk.choose("paper_next")
    desk.settle()
    judged: list[bool] = []
    desk.desk.paper.roll_judged.connect(judged.append)
    desk.desk.choose("edges_yes")
    assert judged == [True]
    assert desk.calls.acts[-1] == DeviceActRequest(DeviceAct.PAPER_CHANGED, "Salim", 41)
    assert not desk.desk.changing_paper


def test_a_closed_menu_takes_nothing(desk: Desk) -> None:
    desk.desk.press("1")
    desk.desk.choose("shut_down")
    desk.desk.reprint("v1")
    desk.desk.follow(PrinterCondition("cover_open"))
    desk.desk.power_refused("no")
    desk.desk.idle(1e9)
    assert desk.desk.staff is None
    assert desk.desk.view() is None
    assert desk.calls.acts == []


def test_no_act_is_done_before_the_pin(desk: Desk) -> None:
    desk.desk.open()
    desk.settle()
    wanted: list[str] = []
    desk.desk.power_wanted.connect(wanted.append)
    for act in ("shut_down", "reprint", "test_print", "menu", "edges_no"):
        desk.desk.choose(act)
    desk.settle()
    assert desk.step is StaffStep.PIN
    assert (wanted, desk.memory.sheets) == ([], [])


def test_a_reprint_of_a_ticket_that_is_gone_prints_nothing(desk: Desk) -> None:
    desk.enter(PIN)
    desk.desk.choose("reprint")
    desk.desk.reprint("v9")
    desk.settle()
    assert desk.memory.sheets == []
    assert desk.step is StaffStep.REPRINT
    assert PrintState.SENDING not in {one.state for one in desk.desk._printing.recent}


def test_while_the_screen_is_wiped_nothing_happens_until_its_time_is_over(desk: Desk) -> None:
    desk.enter(PIN)
    desk.desk.choose("clean")
    assert desk.desk.cleaning
    desk.desk.back()
    desk.now_s += CLEANING_S - 5
    desk.desk.idle(0.0)
    view = desk.desk.view()
    assert isinstance(view, QuestionView)
    assert (view.message, view.acts, view.took_s) == ("cleaning", (), 5)
    desk.now_s += 5
    desk.desk.idle(400.0)
    assert desk.step is StaffStep.MENU


def test_the_network_is_told_from_the_menu(desk: Desk) -> None:
    desk.enter(PIN)
    desk.desk.choose("network")
    view = desk.desk.view()
    assert isinstance(view, QuestionView)
    assert view.message == "network_online"
    desk.conditions = replace(desk.conditions, online=False)
    desk.desk.choose("menu")
    desk.desk.choose("network")
    assert desk.desk.staff is not None
    assert desk.desk.staff.message == "network_away"
    desk.conditions = replace(desk.conditions, link_refusal="certificate_refused")
    desk.desk.choose("menu")
    desk.desk.choose("network")
    assert desk.desk.staff.message == "network_certificate"
    desk.desk.choose("menu")
    desk.desk.choose("status")
    status = desk.desk.view()
    assert isinstance(status, StatusView)
    assert (status.hall_online, status.certificate_refused) == (False, True)


def test_the_loudness_comes_once_the_machine_has_answered(desk: Desk) -> None:
    desk.enter(PIN)
    desk.desk.choose("volume")
    assert desk.step is StaffStep.MENU
    desk.settle()
    assert desk.step in {StaffStep.LEVEL, StaffStep.MESSAGE}, "as this machine has a mixer or not"


def test_the_menu_closes_with_an_announcement_that_a_touch_takes_back(desk: Desk) -> None:
    desk.enter(PIN)
    idle_s, notice_s = desk.desk._config.staff_idle_s, desk.desk._config.notice_s
    desk.desk.idle(idle_s - notice_s - 1)
    assert desk.desk.closes_in_s is None
    desk.desk.idle(idle_s - 7)
    assert desk.desk.closes_in_s == 7
    desk.desk.idle(0.0)
    assert (desk.desk.closes_in_s, desk.step) == (None, StaffStep.MENU)
    desk.desk.idle(idle_s)
    assert (desk.desk.staff, desk.desk.closes_in_s) == (None, None)
