"""Questions to a printer, byte for byte as the makers' references write them."""

from __future__ import annotations

from printer.escpos.questions import ASK_NV_ROOM, ASK_RAM_ROOM, Name, Question, ask_printed, ask_qr_size


def test_the_question_for_completion_carries_its_token() -> None:
    assert ask_printed(b"T047") == bytes.fromhex("1d28480600 3030") + b"T047"
    assert Question.PAPER.command == b"\x10\x04\x04"
    assert Name.MODEL.command == b"\x1dIC"


def test_room_for_pictures_is_asked_for_by_functions_without_a_handshake() -> None:
    assert bytes.fromhex("1d284c0200 3033") == ASK_NV_ROOM
    assert bytes.fromhex("1d284c0200 3034") == ASK_RAM_ROOM


def test_the_size_of_a_code_is_asked_for_without_printing_it() -> None:
    asked = ask_qr_size(b"dawr")
    assert b"\x1d(k\x07\x001P0dawr" in asked
    assert asked.endswith(b"\x1d(k\x03\x001R0")
    assert b"1Q0" not in asked
    assert not set(asked) & {0x0A, 0x0C, 0x0D}  # nothing that a unit without GS ( k would print a line for
