from __future__ import annotations

import pytest

from printer.address_options import OPTIONS, OptionError, split_options
from printer.escpos.capabilities import Abilities, Known


@pytest.mark.parametrize(
    ("url", "plain", "told"),
    [
        ("tcp://10.0.0.9:9100", "tcp://10.0.0.9:9100", {}),
        ("file:ticket?.bin", "file:ticket?.bin", {}),
        ("serial:///dev/ttyS0?baud=9600", "serial:///dev/ttyS0?baud=9600", {}),
        ("usb:///dev/usb/lp0?qr=own", "usb:///dev/usb/lp0", {"native_qr": Known.YES}),
        ("memory:?qr=picture&half=no", "memory:", {"native_qr": Known.NO, "half_resolution": Known.NO}),
        (
            "serial:///dev/ttyS0?baud=9600&art=ram&flow=none",
            "serial:///dev/ttyS0?baud=9600&flow=none",
            {"nv_graphics": Known.NO},
        ),
        ("serial:///dev/ttyS0?art=none", "serial:///dev/ttyS0", {"nv_graphics": Known.NO, "ram_graphics": Known.NO}),
    ],
)
def test_options_are_taken_off_the_address_and_the_rest_stays(url: str, plain: str, told: dict[str, Known]) -> None:
    assert split_options(url) == (plain, told)


@pytest.mark.parametrize(("url", "words"), [("memory:?qr=maybe", "own, picture"), ("memory:?art=", "none, nv, ram")])
def test_a_word_that_no_option_has_is_refused_with_those_it_has(url: str, words: str) -> None:
    with pytest.raises(OptionError, match=f"must be one of {words}"):
        split_options(url)


def test_options_speak_of_abilities_that_there_are() -> None:
    for words in OPTIONS.values():
        for told in words.values():
            assert Abilities(**told) != Abilities()
