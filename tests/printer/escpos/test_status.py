from __future__ import annotations

import pytest

from printer.escpos.questions import Question
from printer.escpos.status import Paper, read_pushed, read_status
from printer.transport.wire import Fault

P, C, E, R = Question.PRINTER, Question.OFFLINE_CAUSE, Question.ERROR_CAUSE, Question.PAPER


@pytest.mark.parametrize(
    ("answers", "paper", "fault"),
    [
        ({P: 0x12, C: 0x12, R: 0x12}, Paper.OK, None),
        ({P: 0x12, C: 0x12, R: 0x1E}, Paper.LOW, None),
        ({P: 0x1A, C: 0x32, R: 0x7E}, Paper.OUT, Fault.PAPER_OUT),
        ({P: 0x1A, C: 0x32, R: None}, Paper.OUT, Fault.PAPER_OUT),
        ({P: 0x1A, C: 0x16, R: 0x12}, Paper.OK, Fault.COVER_OPEN),
        ({P: 0x1A, C: 0x36, R: 0x72}, Paper.OUT, Fault.COVER_OPEN),
        ({P: 0x1A, C: 0x52, E: 0x1A, R: 0x12}, Paper.OK, Fault.CUTTER_JAM),
        ({P: 0x1A, C: 0x52, E: 0x32, R: 0x12}, Paper.OK, Fault.MECHANISM),
        ({P: 0x1A, C: 0x12, R: 0x12}, Paper.OK, Fault.OFFLINE),
        ({P: 0x12, C: None, R: None}, Paper.UNKNOWN, None),
    ],
)
def test_every_answer_becomes_paper_and_fault(
    answers: dict[Question, int | None], paper: Paper, fault: Fault | None
) -> None:
    status = read_status(answers)
    assert (status.paper, status.fault, status.can_print) == (paper, fault, fault is None)
    assert status.answers


def test_silence_is_unknown_and_never_ok() -> None:
    status = read_status({P: None, C: None, R: None})
    assert status.paper is Paper.UNKNOWN
    assert status.cover_open is None
    assert not status.answers


@pytest.mark.parametrize(
    ("pushed", "paper", "fault"),
    [
        ("10000000", Paper.OK, None),
        ("10000300", Paper.LOW, None),
        ("18000f00", Paper.OUT, Fault.PAPER_OUT),
        ("38000c00", Paper.OUT, Fault.COVER_OPEN),
        ("18080000", Paper.OK, Fault.CUTTER_JAM),
        ("18200000", Paper.OK, Fault.MECHANISM),
        ("18000000", Paper.OK, Fault.OFFLINE),
    ],
)
def test_what_the_printer_tells_by_itself_becomes_paper_and_fault(
    pushed: str, paper: Paper, fault: Fault | None
) -> None:
    status = read_pushed(bytes.fromhex(pushed))
    assert (status.paper, status.fault, status.answers) == (paper, fault, True)
