from __future__ import annotations

from devices.fakes import FakeSigns
from devices.sign_frame import frame_for, read_template

TEMPLATE = read_template("{STX}{addr:02d}{num:>4}{ETX}{xor}")


def signs() -> FakeSigns:
    return FakeSigns(TEMPLATE, addresses=(1, 2), tickets=("A047", "B012"))


def test_each_sign_shows_what_was_meant_for_it() -> None:
    bus = signs()
    bus.write(frame_for(TEMPLATE, address=1, ticket="A047") + frame_for(TEMPLATE, address=2, ticket="B012"))
    assert bus.shown == {1: "A047", 2: "B012"}


def test_a_frame_may_come_byte_by_byte_with_noise_around_it() -> None:
    bus = signs()
    for byte in b"\xff\x02noise" + frame_for(TEMPLATE, address=2, ticket="A047") + b"\x00":
        bus.write(bytes([byte]))
    assert bus.shown == {2: "A047"}


def test_a_damaged_frame_and_a_foreign_address_show_nothing() -> None:
    bus = signs()
    frame = bytearray(frame_for(TEMPLATE, address=1, ticket="A047"))
    frame[-1] ^= 1
    bus.write(bytes(frame))
    bus.write(frame_for(TEMPLATE, address=9, ticket="A047"))
    assert bus.shown == {}


def test_an_unplugged_sign_keeps_its_old_number() -> None:
    bus = signs()
    bus.write(frame_for(TEMPLATE, address=1, ticket="A047"))
    bus.unplugged.add(1)
    bus.write(frame_for(TEMPLATE, address=1, ticket="B012"))
    assert bus.shown == {1: "A047"}
