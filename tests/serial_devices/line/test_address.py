from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serial_devices.errors import DeviceAddressError
from serial_devices.line import address as serial_address
from serial_devices.line.address import SerialAddress, read_serial_address
from tests.helpers.examples import assert_examples_hold


def test_a_bare_port_has_the_usual_form() -> None:
    assert read_serial_address("serial:///dev/ttyUSB0") == SerialAddress("/dev/ttyUSB0", 9600, 8, "N", 1, False)


def test_a_model_s_own_form_is_used_where_the_address_says_nothing() -> None:
    assert read_serial_address("serial:///dev/ttyS0", baud=2400, stop=2) == SerialAddress("/dev/ttyS0", 2400, stop=2)
    assert read_serial_address("serial:///dev/ttyS0?baud=300&stop=1", baud=2400, stop=2).baud == 300


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("tcp://10.0.0.9:1", "expected an address like serial:"),
        ("serial://", "the port is missing"),
        ("serial:///dev/ttyS0?baud=fast", "baud=fast: expected a speed from 300"),
        ("serial:///dev/ttyS0?baud=٩٦٠٠", "expected a speed"),
        ("serial:///dev/ttyS0?speed=9600", "no option speed; known are baud, bits, parity, stop, rs485, model"),
        ("serial:///dev/ttyS0?rs485=yes", "rs485=yes: expected 1 or 0"),
    ],
)
def test_a_wrong_address_says_what_is_wrong(url: str, said: str) -> None:
    with pytest.raises(DeviceAddressError, match=said):
        read_serial_address(url, own=("model",))


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(DeviceAddressError) as told:
        read_serial_address("serial:///dev/ttyS0?baud=1&parity=X&bits=9")
    assert len(str(told.value).splitlines()) == 3


@given(st.text())
def test_whatever_is_written_is_an_address_or_refused_in_words(text: str) -> None:
    for url in (text, f"serial://{text}", f"serial:///dev/x?baud={text}"):
        try:
            address = read_serial_address(url)
        except DeviceAddressError:
            continue
        assert address.path
        assert 300 <= address.baud <= 921_600


def test_the_examples_hold() -> None:
    assert_examples_hold(serial_address)
