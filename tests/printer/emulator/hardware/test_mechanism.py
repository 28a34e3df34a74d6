from __future__ import annotations

import pytest

from printer.emulator.hardware.build import Build
from printer.emulator.hardware.mechanism import MemoryPrinter

DOT_ROWS = b"\x1bJ\xff"


def test_the_mechanism_takes_the_time_its_speed_says() -> None:
    printer = MemoryPrinter(Build(speed_mm_s=100.0, cut_s=0.5))
    printer.take(b"\x1bJ\xa0\x1dVB\x00")
    printer.run(0.1)
    assert len(printer.roll.hanging) == pytest.approx(80, abs=2)
    printer.run(0.19)
    assert not printer.sheets
    printer.run(0.21)
    assert printer.sheets[0].length_mm == 20
    assert printer.next_event_s() == pytest.approx(0.7)


def test_a_full_buffer_takes_no_more_and_without_flow_control_loses_it() -> None:
    held = MemoryPrinter(Build(buffer_bytes=100))
    held.open_cover()
    assert held.take(bytes(150)) == 100
    assert held.take(b"x") == 0
    loses = MemoryPrinter(Build(buffer_bytes=100, flow_control=False))
    loses.open_cover()
    assert loses.take(bytes(150)) == 150
    assert loses.lost_bytes == 50


def test_a_printer_off_line_answers_at_once_and_prints_nothing() -> None:
    printer = MemoryPrinter()
    printer.open_cover()
    printer.take(DOT_ROWS + b"\x1dr\x01\x10\x04\x02")
    printer.run(100)
    assert printer.replies() == b"\x16"
    assert not printer.roll.hanging
    printer.close_cover()
    printer.run(100)
    assert printer.replies() == b"\x00"
    assert len(printer.roll.hanging) == 255


def test_paper_runs_out_in_the_middle_and_the_printer_goes_on_on_the_new_roll() -> None:
    """The trap for a kiosk: what was waiting comes out of the next roll."""
    printer = MemoryPrinter(Build(roll_mm=10.0))
    printer.take(DOT_ROWS)
    assert len(printer.roll.hanging) == 80
    printer.take(b"\x10\x04\x04")
    assert printer.replies() == b"\x7e"
    printer.refill(100)
    printer.run(printer.now_s)
    assert printer.sheets[0].torn
    assert len(printer.roll.hanging) == 255 - 80


def test_clearing_forgets_what_waits_also_off_line() -> None:
    printer = MemoryPrinter(Build(roll_mm=10.0))
    printer.take(DOT_ROWS + b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08")
    assert printer.replies() == b"\x37\x25\x00"
    printer.refill(100)
    printer.run(10)
    assert not printer.roll.hanging


def test_status_is_pushed_when_asked_for_and_until_a_reset() -> None:
    printer = MemoryPrinter()
    printer.take(b"\x1da\xff")
    assert printer.replies() == b"\x10\x00\x00\x00"
    printer.open_cover()
    assert printer.replies() == b"\x38\x00\x00\x00"
    printer.close_cover()
    printer.take(b"\x1b@")
    printer.replies()
    printer.open_cover()
    assert printer.replies() == b""


def test_a_fault_comes_after_the_bytes_it_was_ordered_for() -> None:
    printer = MemoryPrinter()
    printer.after_bytes(5, MemoryPrinter.unplug)
    assert printer.take(b"0123456789") == 5
    assert printer.unplugged
    assert printer.take(b"56789") == 0


def test_a_restart_forgets_the_buffer_and_what_comes_meanwhile() -> None:
    printer = MemoryPrinter(Build(boot_s=1.0))
    printer.open_cover()
    printer.take(DOT_ROWS)
    printer.close_cover()
    printer.roll.hanging.clear()
    printer.power_cycle()
    printer.take(b"\x10\x04\x01")
    assert printer.replies() == b""
    printer.run(1.0)
    printer.take(b"\x10\x04\x01")
    assert printer.replies() == b"\x12"


def test_the_cutter_jams_and_is_named() -> None:
    printer = MemoryPrinter()
    printer.sensors.cutter_jammed = True
    printer.take(b"\x10\x04\x02\x10\x04\x03")
    assert printer.replies() == b"\x52\x1a"


@pytest.mark.parametrize(("left_mm", "bits"), [(9000.0, 0x12), (7000.0, 0x1E), (0.0, 0x7E)])
def test_the_paper_sensors_trip_in_order(left_mm: float, bits: int) -> None:
    printer = MemoryPrinter()
    printer.cut_paper_short(left_mm)
    printer.take(b"\x10\x04\x04")
    assert printer.replies() == bytes((bits,))


def test_without_power_nothing_is_answered_and_what_ram_kept_is_gone() -> None:
    printer = MemoryPrinter(Build(flow_control=False, boot_s=1.0))
    printer.open_cover()
    printer.take(DOT_ROWS)
    printer.power_off()
    assert printer.waiting_bytes == 0
    assert printer.take(b"\x10\x04\x01") == 3
    assert (printer.replies(), printer.lost_bytes) == (b"", 3)
    printer.power_on()
    printer.run(1.0)
    printer.take(b"\x10\x04\x01")
    assert printer.replies() == b"\x1a"
    assert printer.restarts == 1


def test_with_flow_control_a_printer_without_power_takes_nothing() -> None:
    printer = MemoryPrinter()
    printer.power_off()
    assert printer.take(DOT_ROWS) == 0
    assert printer.lost_bytes == 0
    printer.power_on()
    printer.power_on()
    assert printer.restarts == 1, "a printer that is on is not switched on again"


def test_a_jammed_cutter_is_freed_by_a_person_or_by_the_host() -> None:
    for free in (MemoryPrinter.free_jams, lambda printer: printer.take(b"\x10\x05\x02")):
        printer = MemoryPrinter()
        printer.jam_cutter()
        printer.take(DOT_ROWS)
        assert not printer.roll.hanging
        free(printer)
        printer.take(b"\x10\x04\x01")
        assert printer.replies() == b"\x12"


def test_a_roll_of_the_wrong_width_takes_only_its_part_of_the_dots() -> None:
    printer = MemoryPrinter(Build(dots=576, paper_dots=384))
    printer.take(b"\x1dv0\x00" + bytes((72, 0, 1, 0)) + b"\xff" * 72)
    assert printer.roll.hanging == [b"\xff" * 48]
    assert printer.roll.platen_dots == 192
