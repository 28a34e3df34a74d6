"""The technician's page: both languages have the same commands, and each command has its machine."""

from __future__ import annotations

from tests.helpers.technician_page import blocks, steps


def test_each_command_in_the_hall_has_its_machine() -> None:
    found = steps()
    assert sorted(found) == list(range(1, 10))
    assert all(machine for number in range(3, 10) for machine, _ in found[number])
    assert {machine for machine, _ in found[4]} == {"hall", "kiosk"}


def test_the_arabic_page_has_the_same_commands() -> None:
    assert blocks("technician.md") == blocks("ar/technician.md")
