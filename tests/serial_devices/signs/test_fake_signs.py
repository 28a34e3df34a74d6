from __future__ import annotations

from serial_devices.signs.fake_signs import FakeSigns
from serial_devices.signs.frame import frame_for, read_template

TEMPLATE = read_template("{STX}{addr:02d}{ticket:>4}{ETX}{xor}")


def signs() -> FakeSigns:
    return FakeSigns(TEMPLATE, addresses=(1, 2))


def test_each_sign_shows_what_was_meant_for_it() -> None:
    bus = signs()
    bus.write(frame_for(TEMPLATE, address=1, ticket="A047") + frame_for(TEMPLATE, address=2, ticket="B012"))
    assert bus.shown == {1: "A047", 2: "B012"}


def test_a_frame_may_come_byte_by_byte_with_noise_around_it() -> None:
    bus = signs()
    for byte in b"\xff\x02noise" + frame_for(TEMPLATE, address=2, ticket="A047") + b"\x00":
        bus.write(bytes([byte]))
    assert bus.shown == {1: "", 2: "A047"}


def test_a_damaged_frame_shows_nothing_and_a_foreign_address_is_noted() -> None:
    bus = signs()
    frame = bytearray(frame_for(TEMPLATE, address=1, ticket="A047"))
    frame[-1] ^= 1
    bus.write(bytes(frame))
    bus.write(frame_for(TEMPLATE, address=9, ticket="A047"))
    assert bus.shown == {1: "", 2: ""}
    assert bus.foreign == {9}


def test_a_sign_goes_dark_by_spaces_and_by_losing_its_power() -> None:
    bus = FakeSigns(TEMPLATE, addresses=(1, 2), clock=lambda: 5.0)
    for ticket in ("A047", "", "A048"):
        bus.write(frame_for(TEMPLATE, address=1, ticket=ticket))
    bus.lose_power(1)
    assert bus.shown[1] == ""
    assert bus.history == [(5.0, 1, "A047"), (5.0, 1, ""), (5.0, 1, "A048"), (5.0, 1, "")]
    assert bus.frames == 3


def test_an_unplugged_sign_keeps_its_old_number() -> None:
    bus = signs()
    bus.write(frame_for(TEMPLATE, address=1, ticket="A047"))
    bus.unplugged.add(1)
    bus.write(frame_for(TEMPLATE, address=1, ticket="B012"))
    assert bus.shown[1] == "A047"
