from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contracts.words.hall import VisitState
from serial_devices.signs.faces import NOTHING, Faces, fold
from serial_devices.signs.fake_signs import FakeSigns
from serial_devices.signs.frame import read_template
from serial_devices.signs.schedule import SignSchedule, SignTimes
from tests.serial_devices.signs.builders import called, fact

TEMPLATE = read_template("{STX}{addr:02d}{ticket:>4}{ETX}{xor}")
TIMES = SignTimes(repeat_s=3.0, blink_s=2.0, dim_after_s=60.0)


def schedule(**addresses: int) -> SignSchedule:
    return SignSchedule(TEMPLATE, {1: 11, 2: 12, **{int(k): v for k, v in addresses.items()}}, TIMES)


def signs() -> FakeSigns:
    return FakeSigns(TEMPLATE, (11, 12))


def run(line: SignSchedule, bus: FakeSigns, *, from_s: float, to_s: float) -> list[str]:
    """Let time pass in steps of 50 ms; return what sign 11 showed, each change once."""
    seen: list[str] = []
    for step in range(round((to_s - from_s) * 20)):
        for frame in line.due(from_s + step / 20):
            bus.write(frame)
        if not seen or seen[-1] != bus.shown[11]:
            seen.append(bus.shown[11])
    return seen


def test_a_call_is_sent_at_once_blinks_and_then_stands() -> None:
    line, bus = schedule(), signs()
    line.show(fold(NOTHING, called(1, "A047", 1)), 0.0)
    assert run(line, bus, from_s=0.0, to_s=10.0) == ["A047", "", "A047", "", "A047"]
    assert bus.shown == {11: "A047", 12: ""}


def test_a_number_that_is_being_served_no_longer_blinks() -> None:
    line, bus = schedule(), signs()
    faces = fold(NOTHING, called(1, "A047", 1))
    line.show(faces, 0.0)
    line.show(fold(faces, fact(2, "visit_begun", "A047", VisitState.SERVING, 1)), 0.3)
    assert run(line, bus, from_s=0.3, to_s=3.0) == ["A047"]


def test_all_is_repeated_so_that_a_sign_that_lost_its_power_is_right_again() -> None:
    line, bus = schedule(), signs()
    line.show(fold(NOTHING, called(1, "A047", 1)), 0.0, blink=False)
    run(line, bus, from_s=0.0, to_s=1.0)
    bus.lose_power(11)
    run(line, bus, from_s=1.0, to_s=3.5)
    assert bus.shown[11] == "A047"


def test_nothing_is_sent_more_often_than_it_is_set() -> None:
    line, bus = schedule(), signs()
    line.show(fold(NOTHING, called(1, "A047", 1)), 0.0, blink=False)
    run(line, bus, from_s=0.0, to_s=30.0)
    assert bus.frames == 2 * 10


def test_only_signs_of_known_counters_are_ever_written_to() -> None:
    line, bus = schedule(), signs()
    line.show(fold(NOTHING, called(1, "A047", 7)), 0.0)
    run(line, bus, from_s=0.0, to_s=9.0)
    assert bus.foreign == set()
    assert bus.shown == {11: "", 12: ""}


def test_a_hall_that_is_away_leaves_the_numbers_and_then_the_dark() -> None:
    line, bus = schedule(), signs()
    line.show(fold(NOTHING, called(1, "A047", 1)), 0.0, blink=False)
    line.hall_away(1.0)
    line.hall_away(30.0)
    assert run(line, bus, from_s=1.0, to_s=60.9) == ["A047"]
    assert run(line, bus, from_s=61.0, to_s=70.0) == [""]
    line.hall_back()
    assert run(line, bus, from_s=70.0, to_s=71.0) == ["A047"]


def test_a_number_that_a_sign_cannot_show_is_dark_and_said() -> None:
    line, bus = SignSchedule(read_template("{addr:02d}{num:>3}{CR}"), {1: 11}, TIMES), signs()
    line.show(fold(NOTHING, called(1, "A1234", 1)), 0.0, blink=False)
    assert line.due(0.0) == [b"11   \r"]
    assert "the sign shows 3" in line.wrong[1]
    line.show(fold(NOTHING, called(2, "A123", 1)), 1.0, blink=False)
    assert line.due(1.0) == [b"11123\r"]
    assert line.wrong == {}
    assert bus.frames == 0


def test_forgetting_sends_all_again_and_dark_is_dark() -> None:
    line, bus = schedule(), signs()
    line.show(fold(NOTHING, called(1, "A047", 1)), 0.0, blink=False)
    assert len(line.due(0.0)) == 2
    assert line.due(0.1) == []
    line.forget()
    for frame in line.due(0.2):
        bus.write(frame)
    assert bus.shown[11] == "A047"
    for frame in line.dark():
        bus.write(frame)
    assert bus.shown == {11: "", 12: ""}


CALLS = st.lists(st.tuples(st.integers(1, 2), st.integers(0, 999), st.floats(0, 5)), max_size=15)


@given(CALLS)
def test_whatever_was_called_the_signs_show_the_last_of_it_once_it_is_calm(calls: list[tuple[int, int, float]]) -> None:
    line, bus, now_s = schedule(), signs(), 0.0
    faces: Faces = NOTHING
    for seq, (counter, number, pause_s) in enumerate(calls, start=1):
        faces = fold(faces, called(seq, f"A{number:03}", counter))
        line.show(faces, now_s)
        for frame in line.due(now_s):
            bus.write(frame)
        now_s += pause_s
    for frame in line.due(now_s + TIMES.blink_s):
        bus.write(frame)
    wanted = {11: "", 12: ""} | {10 + counter: face.ticket for counter, face in faces.by_counter.items()}
    assert bus.shown == wanted
