"""PINs: who is who, what will not do, and a file that is whole or as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff_pins.pins import StaffPinError, StaffPins, default_file, read_pins, write_pins


@pytest.fixture(scope="module")
def two() -> StaffPins:
    return StaffPins({}).with_pin("سالم", "4719").with_pin("Maryam", "80215")


def test_each_pin_is_its_owners_and_no_other_opens(two: StaffPins) -> None:
    assert [two.who(pin) for pin in ("4719", "80215", "471", "47190", "")] == ["سالم", "Maryam", None, None, None]


def test_a_new_pin_of_the_same_person_replaces_the_old_one(two: StaffPins) -> None:
    changed = two.with_pin("سالم", "9075")
    assert [changed.who(pin) for pin in ("4719", "9075", "80215")] == [None, "سالم", "Maryam"]


@pytest.mark.parametrize(
    ("name", "pin", "why"),
    [
        ("A", "123", "4 to 8 digits"),
        ("A", "123456789", "4 to 8 digits"),
        ("A", "12a4", "4 to 8 digits"),
        ("A", "٤٧١٩", "4 to 8 digits"),
        ("A", "7777", "the first that anybody tries"),
        ("A", "2345", "the first that anybody tries"),
        ("A", "98765", "the first that anybody tries"),
        (" ", "4802", "1 to 60 letters"),
        ("x" * 61, "4802", "1 to 60 letters"),
        ("a\nb", "4802", "1 to 60 letters"),
        ("Ahmed", "4719", "somebody has this PIN already"),
    ],
)
def test_what_will_not_do_is_refused_with_its_reason(two: StaffPins, name: str, pin: str, why: str) -> None:
    with pytest.raises(StaffPinError, match=why):
        two.with_pin(name, pin)


def test_the_file_gives_back_what_was_written_and_tells_no_digit(two: StaffPins, tmp_path: Path) -> None:
    file = tmp_path / "new" / "pins.json"
    write_pins(file, two)
    assert read_pins(file) == two
    assert "4719" not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["pins.json"]


def test_no_file_is_nobody_and_a_damaged_one_says_what_to_do(tmp_path: Path) -> None:
    assert read_pins(tmp_path / "none.json") == StaffPins({})
    for number, text in enumerate(("{", "[]", '{"pins": [{"name": "x"}]}')):
        damaged = tmp_path / f"{number}.json"
        damaged.write_text(text, encoding="utf-8")
        with pytest.raises(StaffPinError, match="set them again with --set-pin"):
            read_pins(damaged)


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path, two: StaffPins) -> None:
    with pytest.raises(StaffPinError, match=str(tmp_path)):
        read_pins(tmp_path)
    taken = tmp_path / "taken"
    taken.mkdir()
    with pytest.raises(StaffPinError, match="taken: Is a directory"):
        write_pins(taken, two)
    assert [path.name for path in tmp_path.iterdir()] == ["taken"], "nothing half written is left"


def test_the_usual_place_is_the_users_own() -> None:
    assert default_file({"XDG_CONFIG_HOME": "/etc/kiosk"}) == Path("/etc/kiosk/dawr/kiosk_pins.json")
    assert default_file({}).parts[-3:] == (".config", "dawr", "kiosk_pins.json")
