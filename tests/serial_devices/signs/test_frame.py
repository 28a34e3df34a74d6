from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serial_devices.signs import frame as sign_frame
from serial_devices.signs.frame import SignFrameError, SignTemplateError, frame_for, read_template
from tests.helpers.examples import assert_examples_hold


@pytest.mark.parametrize(
    ("template", "frame"),
    [
        ("{STX}{addr:02d}{num:>3}{ETX}", b"\x0203047\x03"),
        ("|{addr}M{ticket}!", b"|3MA047!"),
        ("ZD{addr:02d}{num:0>4}{CR}", b"ZD030047\r"),
        ("{0x9F}{addr:c}{num:>4}{sum}", b"\x9f\x03 047" + bytes([(3 + 32 + 48 + 52 + 55) % 256])),
        ("{SOH}{num}{xor:hex}{EOT}", b"\x01047" + b"33" + b"\x04"),
        ("{{{num}}}", b"{047}"),
    ],
)
def test_a_frame_is_what_the_models_line_says(template: str, frame: bytes) -> None:
    assert frame_for(read_template(template), address=3, ticket="A047") == frame


def test_the_digits_of_an_arabic_ticket_are_shown() -> None:
    assert frame_for(read_template("{num}"), address=1, ticket="أ٠٤٧") == b"047"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{STX}{addr:02d}{ETX}", "show nothing"),
        ("{STY}{num}", "STY"),
        ("{num", "expected"),
        ("{num:z}", "num:z"),
        ("{num!r}", "conversions"),
        ("{xor:dec}{num}", "xor:dec"),
        ("رقم {num}", "Latin"),
        ("{}{num}", "known are"),
    ],
)
def test_a_wrong_template_says_what_is_wrong(template: str, said: str) -> None:
    with pytest.raises(SignTemplateError, match=said):
        read_template(template)


@pytest.mark.parametrize(
    ("address", "ticket", "said"),
    [(256, "A047", "0 to 255"), (-1, "A047", "0 to 255"), (1, "A12345", "the sign shows 3")],
)
def test_what_a_sign_cannot_show_is_refused(address: int, ticket: str, said: str) -> None:
    with pytest.raises(SignFrameError, match=said):
        frame_for(read_template("{addr}{num:>3}"), address=address, ticket=ticket)


def test_an_arabic_letter_is_refused_and_told_how_to_do_without() -> None:
    with pytest.raises(SignFrameError, match=r"use \{num\}"):
        frame_for(read_template("{ticket}"), address=1, ticket="أ047")


@given(st.integers(0, 255), st.integers(0, 999))
def test_the_check_byte_makes_the_sum_of_all_before_it(address: int, number: int) -> None:
    frame = frame_for(read_template("{STX}{addr:03d}{num:>3}{sum}"), address=address, ticket=f"B{number:03}")
    assert frame[-1] == sum(frame[1:-1]) % 256
    assert len(frame) == 8


def test_the_examples_hold() -> None:
    assert_examples_hold(sign_frame)
