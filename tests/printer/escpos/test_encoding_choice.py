from __future__ import annotations

import pytest

from printer.escpos.capabilities import Abilities, Known
from printer.escpos.encoding_choice import ASSUMED, encoding_for
from printer.profiles import Link

EVERYTHING = Abilities(native_qr=Known.YES, half_resolution=Known.YES, nv_graphics=Known.YES, ram_graphics=Known.YES)


@pytest.mark.parametrize("link", list(Link))
def test_what_is_unknown_is_not_relied_on(link: Link) -> None:
    encoding = encoding_for(link, Abilities())
    assert (encoding.native_qr, encoding.art, encoding.spares_memory) == (False, False, False)
    assert encoding.half_resolution, "doubling is part of the command for pictures"
    assert not encoding_for(link, Abilities(half_resolution=Known.NO)).half_resolution


def test_only_a_serial_line_is_worth_keeping_art_for() -> None:
    assert [encoding_for(link, EVERYTHING).art for link in Link] == [False, True, True]
    assert [encoding_for(link, EVERYTHING).spares_memory for link in Link] == [False, True, True]
    assert not encoding_for(Link.SLOW, Abilities(nv_graphics=Known.YES)).spares_memory


def test_a_printer_that_cannot_be_asked_gets_the_usual_ticket_with_its_own_qr_code() -> None:
    encoding = encoding_for(Link.FAST, ASSUMED)
    assert encoding.native_qr
    assert not encoding.art


def test_each_encoding_is_told_in_words() -> None:
    told = {encoding_for(link, abilities).told for link in Link for abilities in (Abilities(), EVERYTHING)}
    assert len(told) == 6
    assert "figures as the printer's own text, Arabic as pictures; the printer's own QR code; fixed parts kept" in max(
        told, key=len
    )
