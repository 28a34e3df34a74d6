from __future__ import annotations

from printer.emulator.hardware.paper import Roll
from printer.emulator.hardware.sensors import Sensors, halted, pushed, queued_paper, real_time
from printer.escpos.questions import Question
from printer.escpos.reply_parser import Pushed, ReplyReader
from printer.escpos.status import Paper, read_status
from printer.transport.wire import Fault


def test_what_the_sensors_say_is_what_the_reader_understands() -> None:
    full, empty = Roll(576, 10_000), Roll(576, 0)
    cases = [
        (Sensors(), full, Paper.OK, None),
        (Sensors(), empty, Paper.OUT, Fault.PAPER_OUT),
        (Sensors(cover_open=True), full, Paper.OK, Fault.COVER_OPEN),
        (Sensors(cutter_jammed=True), full, Paper.OK, Fault.CUTTER_JAM),
        (Sensors(switched_off_line=True), full, Paper.OK, Fault.OFFLINE),
    ]
    for sensors, roll, paper, fault in cases:
        status = read_status({question: real_time(question.value, sensors, roll) for question in Question})
        assert (status.paper, status.fault) == (paper, fault)
        assert halted(sensors, roll) is (fault is not None)


def test_pushed_status_is_told_from_answers() -> None:
    raw = pushed(Sensors(cover_open=True), Roll(576, 0))
    assert ReplyReader().feed(raw) == [Pushed(raw)]
    assert queued_paper(Roll(576, 0)) == 0x0F
