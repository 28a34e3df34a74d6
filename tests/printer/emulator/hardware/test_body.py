"""What hands do to the printer, without a link or a mechanism."""

from __future__ import annotations

from printer.emulator.hardware.body import Body
from printer.emulator.hardware.build import Build
from printer.emulator.hardware.sensors import halted


def test_a_cover_that_is_open_halts_it_until_it_is_closed() -> None:
    body = Body(Build())
    body.open_cover()
    assert halted(body.sensors, body.roll)
    body.close_cover()
    assert not halted(body.sensors, body.roll)


def test_a_new_roll_is_as_long_as_the_build_says_or_as_it_is_told() -> None:
    body = Body(Build(roll_mm=100.0, near_end_mm=20.0))
    body.cut_paper_short(10)
    assert body.roll.near_end
    body.refill()
    assert (body.roll.left_dots, body.roll.near_end) == (800, False)
    body.refill(15)
    assert (body.roll.left_dots, body.roll.near_end) == (120, True)


def test_a_roll_of_another_width_stays_until_the_next_one_is_put_in() -> None:
    body = Body(Build(dots=576, paper_dots=384))
    assert body.roll.dots == 384
    body.refill()
    assert body.roll.dots == 576
    body.refill(paper_dots=384)
    assert body.roll.dots == 384


def test_the_sensors_see_a_ticket_held_out_and_taken() -> None:
    body = Body(Build(presenter=True))
    body.roll.advance(b"\xff" * 72)
    body.roll.cut()
    body.presenter.present()
    body.close_cover()  # anything done has the sensors look
    assert body.sensors.ticket_held
    taken = body.take_ticket()
    assert taken is not None
    assert taken.rows == (b"\xff" * 72,)
    assert not body.sensors.ticket_held
    assert body.take_ticket() is None


def test_a_jam_of_the_knife_is_freed_with_all_that_is_stuck() -> None:
    body = Body(Build())
    body.jam_cutter()
    assert halted(body.sensors, body.roll)
    body.free_jams()
    assert not halted(body.sensors, body.roll)


def test_what_hangs_out_is_torn_off() -> None:
    body = Body(Build())
    body.roll.advance(b"\x01" * 72)
    body.tear_off()
    (sheet,) = body.roll.sheets
    assert sheet.torn
