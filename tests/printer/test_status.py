from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printer.status import (
    Cleared,
    Fence,
    Paper,
    Printed,
    Pushed,
    Question,
    RealTime,
    ReplyReader,
    ask_printed,
    read_status,
)
from printer.wire import Fault

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


REPLIES = st.one_of(
    st.sampled_from([0x12, 0x16, 0x1A, 0x32, 0x72, 0x7E]).map(lambda bits: (bytes((bits,)), RealTime(bits))),
    st.sampled_from([0x00, 0x03, 0x0C, 0x0F]).map(lambda bits: (bytes((bits,)), Fence(bits))),
    st.binary(min_size=4, max_size=4).map(lambda token: (b"\x37\x22" + token + b"\0", Printed(token))),
    st.just((b"\x37\x25\x00", Cleared())),
    st.sampled_from([b"\x10\0\0\0", b"\x18\0\x0c\0", b"\x38\x08\x0f\0"]).map(lambda bits: (bits, Pushed(bits))),
    st.sampled_from([b"\x11", b"\x13", b"\xff"]).map(lambda noise: (noise, None)),
)


@given(st.lists(REPLIES, max_size=12), st.data())
def test_the_line_is_taken_apart_the_same_in_whatever_chunks_it_comes(
    replies: list[tuple[bytes, object]], data: st.DataObject
) -> None:
    line = b"".join(raw for raw, _ in replies)
    reader, found, at = ReplyReader(), [], 0
    while at < len(line):
        size = data.draw(st.integers(1, len(line) - at))
        found += reader.feed(line[at : at + size])
        at += size
    assert found == [reply for _, reply in replies if reply is not None]


def test_the_question_for_completion_carries_its_token() -> None:
    assert ask_printed(b"T047") == bytes.fromhex("1d28480600 3030") + b"T047"
    assert Question.PAPER.command == b"\x10\x04\x04"
