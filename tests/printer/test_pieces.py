from __future__ import annotations

from printer.blocks import Gap, Pair, QrCode, Rule, Text
from printer.pieces import Blank, NativeQr, Picture, PieceStore
from printer.profiles import paper_of


def test_blank_paper_stays_blank_and_ink_is_cropped() -> None:
    store = PieceStore(paper_of(80))
    assert store.pieces((Gap(7), Text("", 20))) == [Blank(7), Blank(0)]
    (piece,) = store.pieces((Text("i", 40),))
    assert isinstance(piece, Picture)
    assert piece.bitmap.width < 32
    assert piece.above > 0


def test_a_pair_on_narrow_paper_makes_two_pictures() -> None:
    pair = Pair(Text("امسح الرمز لمتابعة دورك", 24, rtl=True), Text("Scan to follow your turn", 22))
    assert len(PieceStore(paper_of(58)).pieces((pair,))) == 2


def test_the_store_forgets_the_oldest_and_keeps_what_is_used() -> None:
    store = PieceStore(paper_of(58))
    kept = Rule()
    first = store.pieces((kept,))[0]
    for width in range(300):
        store.pieces((Rule(width_share=0.5 + width / 1000), kept))
    assert store.pieces((kept,))[0] is first
    assert len(store._kept) == 256


def test_a_qr_code_is_the_printers_business_only_where_it_can() -> None:
    code = QrCode("HELLO", 4)
    assert PieceStore(paper_of(80)).pieces((code,)) == [NativeQr("HELLO", 4)]
    (piece,) = PieceStore(paper_of(80), native_qr=False).pieces((code,))
    assert isinstance(piece, Picture)
    assert piece.bitmap.height == 84
