from __future__ import annotations

import os
from pathlib import Path

import pytest

from commands.config import problems_of
from commands.serial_devices.signs_settings import (
    SignsSettings,
    beyond_model,
    parser,
    read_config,
    read_test,
)
from common.configuration.parser import SettingsError

HALL = ("--hall", "http://10.0.0.5:8080", "--token", "t")
LINE = ("--url", "serial:///dev/ttyS1?baud=2400&counters=1-3,7&model=edi")


def settings(*argv: str, with_hall: bool = True) -> SignsSettings:
    declared = parser()
    return read_config(declared, declared.read_arguments(["--config", os.devnull, *argv]), with_hall=with_hall)


def test_each_line_has_its_port_its_model_and_its_counters() -> None:
    given = settings(*HALL, *LINE, "--url", "serial:///dev/ttyS2?model=evs", "--address", "7=17")
    first, second = given.lines
    assert (first.port.path, first.port.baud, first.model.code) == ("/dev/ttyS1", 2400, "edi")
    assert first.addresses(range(1, 9), given.addresses) == {1: 1, 2: 2, 3: 3, 7: 17}
    assert (second.port.stop, second.counters) == (2, None)
    assert second.addresses([1, 8], given.addresses) == {1: 1, 8: 8}


def test_a_template_may_stand_for_a_model() -> None:
    line = settings(*HALL, "--url", "serial:///dev/ttyS1", "--model", "{SOH}{addr}{num:>3}").lines[0]
    assert line.model.text == "{SOH}{addr}{num:>3}"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((*LINE,), "--hall is missing"),
        ((*HALL,), "--url is missing"),
        ((*HALL, *LINE, *LINE), "/dev/ttyS1 is given twice"),
        ((*HALL, "--url", "serial:///dev/ttyS1?counters=a"), "counters=a: expected numbers and ranges"),
        ((*HALL, "--url", "serial:///dev/ttyS1?counters=1-"), "expected numbers and ranges"),
        ((*HALL, "--url", "serial:///dev/ttyS1", "--model", "acme"), "no sign model acme"),
        ((*HALL, *LINE, "--address", "3"), "expected counter=address"),
        ((*HALL, *LINE, "--repeat-s", "0.1"), "--repeat-s 0.1: expected 1 to 60"),
        ((*HALL, *LINE, "--dim-after-s", "nan"), "--dim-after-s nan: expected 0 or more"),
        ((*HALL, *LINE, "--models", "/no/models.toml"), "cannot be read"),
    ],
)
def test_a_wrong_setting_says_what_is_wrong(argv: tuple[str, ...], said: str) -> None:
    with pytest.raises(SettingsError, match=said.replace("(", r"\(")):
        settings(*argv)


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as told:
        settings("--repeat-s", "0", "--address", "x")
    assert len(str(told.value).splitlines()) == 5


def test_the_file_has_the_same_settings_and_its_mistakes_have_lines(tmp_path: Path) -> None:
    file = tmp_path / "signs.toml"
    text = 'hall = ["http://10.0.0.5:8080"]\nurl = ["serial:///dev/ttyS1"]\naddress = ["3=17"]\nblink_s = 0\n'
    file.write_text(text, encoding="utf-8")
    declared = parser()
    given = read_config(declared, declared.read_arguments(["--config", str(file), "--token", "t"]))
    assert (given.addresses, given.times.blink_s) == ({3: 17}, 0)
    file.write_text('url = ["usb:x"]\nline = "y"\naddress = "3=17"\nrepeat_s = 0.1\n', encoding="utf-8")
    places = [problem.removeprefix(str(file)).split()[0] for problem in problems_of("signs", file)[1]]
    assert places == [":1:", ":2:", ":3:", ":4:", ":", "the"]


def test_no_sign_is_addressed_that_its_model_does_not_know() -> None:
    line = settings(*HALL, *LINE).lines[0]
    assert beyond_model(line, {1: 1, 2: 99}) == []
    assert "counter 2 has address 100; edi knows 1 to 99" in beyond_model(line, {1: 1, 2: 100})[0]
    assert beyond_model(line, {1: 5, 2: 5, 3: 3}) == ["/dev/ttyS1: two counters have the address 5"]


def test_a_test_needs_no_hall_and_is_for_the_lines_of_its_counter() -> None:
    given = settings(*LINE, "--address", "3=12", with_hall=False)
    assert [(line.port.path, frame) for line, frame in read_test("3=A047", given)] == [
        ("/dev/ttyS1", b"\x0212 047\x03")
    ]


@pytest.mark.parametrize(
    ("text", "said"), [("A047", "expected a counter"), ("4=A047", "no line has counter 4"), ("3=A12345", "shows 4")]
)
def test_a_test_that_cannot_be_says_why(text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        read_test(text, settings(*LINE, with_hall=False))
