from __future__ import annotations

import pytest

from printer.emulator.hardware.build import Build
from printer.emulator.hardware.mechanism import MemoryPrinter
from printer.profiles import PAPERS


def test_a_build_left_alone_is_a_whole_printer_of_today() -> None:
    build = Build()
    assert build.dots == PAPERS[80].dots
    assert all((build.answers_status, build.answers_fences, build.answers_tokens, build.can_clear, build.flow_control))
    assert build.near_end_mm < build.roll_mm


@pytest.mark.parametrize(
    ("lacks", "question"),
    [
        ("answers_status", b"\x10\x04\x01"),
        ("answers_pushes", b"\x1da\xff"),
        ("answers_fences", b"\x1dr\x01"),
        ("answers_tokens", b"\x1d(H\x06\x0000T001"),
        ("can_clear", b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"),
    ],
)
def test_each_answer_can_be_lacking_and_only_that_one(lacks: str, question: bytes) -> None:
    whole, lacking = MemoryPrinter(), MemoryPrinter(Build(**{lacks: False}))
    for printer in (whole, lacking):
        printer.take(question)
    assert whole.replies() != b""
    assert lacking.replies() == b""
