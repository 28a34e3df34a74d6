"""What a technician reads about a printer."""

from __future__ import annotations

import pytest

from printer.discovery.advice import WORDS, advice_for, confirmation
from printer.escpos.capabilities import ABILITY_NAMES, Abilities, Known

ABLE = Abilities(**dict.fromkeys(ABILITY_NAMES, Known.YES))
FENCED = Abilities(real_time=Known.YES, fence=Known.YES, native_qr=Known.YES, clear=Known.YES)


def test_a_printer_that_can_everything_on_a_fast_link_needs_no_advice() -> None:
    assert advice_for("tcp://10.0.0.9", ABLE) == []
    assert advice_for("serial:///dev/serial/by-id/usb-A?baud=115200", ABLE, flow="rtscts") == []


def test_every_ability_has_its_words() -> None:
    assert tuple(WORDS) == ABILITY_NAMES


@pytest.mark.parametrize(
    ("url", "able", "flow", "said"),
    [
        ("serial:///dev/ttyS0?baud=9600", ABLE, "rtscts", "Raise the printer to 115200 baud"),
        ("serial:///dev/ttyS0?baud=9600", ABLE, "rtscts", "at 9600 each KB takes 1.1 s"),
        ("serial:///dev/ttyUSB0", ABLE, "none", "/dev/serial/by-id"),
        ("serial:///dev/ttyS0", Abilities(real_time=Known.YES), "none", "use one with RTS and CTS"),
        ("serial:///dev/ttyS0", Abilities(), "none", "the printer's TXD"),
        ("usb:///dev/usb/lp0", Abilities(), None, "two-way USB printer class"),
        ("tcp://10.0.0.9", Abilities(), None, "one-way printing"),
        ("file:ticket.bin", Abilities(), None, "A file does not answer"),
        ("tcp://10.0.0.9", Abilities(real_time=Known.YES), None, "no sign of completion"),
        ("tcp://10.0.0.9", Abilities(real_time=Known.YES, clear=Known.NO), None, "rest of the old ticket"),
        ("tcp://10.0.0.9", Abilities(real_time=Known.YES), None, "--set native_qr=yes"),
        ("serial:///dev/ttyS0", FENCED, "rtscts", "keeps no pictures"),
        ("tcp://10.0.0.9", Abilities(real_time=Known.YES, nv_graphics=Known.YES), None, "none are put there"),
    ],
)
def test_each_weakness_is_told_with_what_to_do(url: str, able: Abilities, flow: str | None, said: str) -> None:
    assert any(said in one for one in advice_for(url, able, flow=flow))


def test_a_fast_link_is_never_told_about_baud_rates_and_a_serial_port_of_the_board_has_no_other_name() -> None:
    assert not any("baud" in one for one in advice_for("tcp://10.0.0.9", Abilities()))
    assert not any("by-id" in one for one in advice_for("serial:///dev/ttyS0", ABLE))


def test_a_file_is_not_told_about_networks_and_rolls() -> None:
    assert len(advice_for("file:ticket.bin", Abilities())) == 1


@pytest.mark.parametrize(
    ("able", "said"),
    [(ABLE, "on paper (GS ( H)"), (FENCED, "worked it off (GS r)"), (Abilities(), "stays unverified")],
)
def test_how_a_ticket_is_confirmed_follows_the_best_sign(able: Abilities, said: str) -> None:
    assert said in confirmation(able)
