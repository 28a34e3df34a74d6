from __future__ import annotations

from printer.escpos.pieces import Blank, NativeQr, NativeText, Picture, PieceStore, Stored
from printer.escpos.stored_graphics import KeptArt, Memory
from printer.profiles import paper_of
from printer.render.bitmap import Bitmap
from printer.render.blocks import Gap, Kept, Logo, NativeLine, Pair, QrCode, Rule, Text
from tests.printer.samples import reference

BLACK = Bitmap(576, b"\xff" * 72 * 8)


def test_blank_paper_stays_blank_and_ink_is_cropped() -> None:
    store = PieceStore(paper_of(80))
    assert store.pieces((Gap(7), Text("", 20))) == [Blank(7), Blank(0)]
    (piece,) = store.pieces((Text("i", 40),))
    assert isinstance(piece, Picture)
    assert piece.bitmap.width < 32
    assert piece.above > 0


def test_a_pair_on_narrow_paper_makes_two_pictures() -> None:
    pair = Pair(Text("يُرجى مسح الرمز لمتابعة دورك", 24, rtl=True), Text("Scan to follow your turn", 22))
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
    (fine,) = PieceStore(paper_of(80), native_qr=False, half_resolution=False).pieces((code,))
    (coarse,) = PieceStore(paper_of(80), native_qr=False).pieces((code,))
    assert isinstance(fine, Picture)
    assert isinstance(coarse, Picture)
    assert (fine.bitmap.height, fine.bitmap.scale) == (84, 1)
    assert (coarse.bitmap.height, coarse.bitmap.scale) == (42, 2)


def test_a_code_at_half_resolution_has_the_same_dots_in_a_quarter_of_the_bytes() -> None:
    paper, address = paper_of(80), "https://dawr.example.om/t#k3Jx9QeVtR2mZ8bLw5Yp0A"
    fine, coarse = (reference((QrCode(address, 4, coarse=half),), paper) for half in (False, True))
    assert fine == coarse


def test_a_printer_that_does_not_double_dots_gets_them_all() -> None:
    store = PieceStore(paper_of(80), native_qr=False, half_resolution=False)
    pieces = store.pieces((Text("A047", 100, coarse=True), QrCode("HELLO", 4), Logo(BLACK, coarse=BLACK)))
    assert [piece.bitmap.scale for piece in pieces if isinstance(piece, Picture)] == [1, 1, 1]


def test_two_figures_stand_in_columns_and_one_in_the_middle() -> None:
    two, one = PieceStore(paper_of(80)).pieces((NativeLine(("15-25", "12"), 2, 2), NativeLine(("12",), 2, 2)))
    assert two == NativeText("   15-25         12     ", 2, 2)
    assert one == NativeText("12", 2, 2)


class OneShelf:
    """Keeps the pictures it is given."""

    def __init__(self, *pictures: Bitmap) -> None:
        self.pictures = pictures

    def find(self, picture: Bitmap) -> KeptArt | None:
        return KeptArt(Memory.NV, b"a1") if picture in self.pictures else None


def test_what_the_printer_keeps_is_named_and_not_sent() -> None:
    store = PieceStore(paper_of(80))
    kept, other = Kept((Text("المساعدات السكنية", 40, rtl=True), Gap(9))), Kept((Text("Lands", 40),))
    ((picture, _),) = ((group.whole, group.parts) for group in store.art((kept,)))
    pieces = store.pieces((kept, other), OneShelf(picture))
    stored = pieces[0]
    assert isinstance(stored, Stored)
    assert stored.art == KeptArt(Memory.NV, b"a1")
    assert stored.above + picture.height + stored.below == reference((kept,), paper_of(80)).height
    assert all(isinstance(piece, Picture | Blank) for piece in pieces[1:])


def test_of_a_group_the_printer_may_keep_some_parts_only() -> None:
    store, paper = PieceStore(paper_of(80)), paper_of(80)
    kept = Kept((Text("Lands", 40), Gap(9), Text("الأراضي", 40, rtl=True)))
    (group,) = store.art((kept,))
    assert len(group.parts) == 2
    assert sum(len(part.data) for part in group.parts) < len(group.whole.data)
    first, gap, second = store.pieces((kept,), OneShelf(group.parts[1]))
    assert isinstance(first, Picture)
    assert gap == Blank(9)
    assert isinstance(second, Stored)
    heights = first.above + first.bitmap.height + first.below + 9 + second.above + group.parts[1].height + second.below
    assert heights == reference((kept,), paper).height


def test_a_logo_is_kept_at_full_resolution_and_sent_at_half() -> None:
    store, coarse = PieceStore(paper_of(80)), Bitmap(288, b"\xff" * 36 * 4, 2)
    kept = Kept((Logo(BLACK, coarse),))
    (group,) = store.art((kept,))
    assert group.parts == (BLACK,)
    (sent,) = store.pieces((kept,), OneShelf())
    assert isinstance(sent, Picture)
    assert sent.bitmap.scale == 2


def test_a_group_that_is_not_kept_is_drawn_part_by_part() -> None:
    store, parts = PieceStore(paper_of(80)), (Text("Lands", 40), Gap(5), Rule())
    assert store.pieces((Kept(parts),)) == store.pieces(parts)
    assert store.pieces((Kept(parts),), OneShelf()) == store.pieces(parts)


def test_a_group_without_ink_is_nothing_to_keep() -> None:
    assert not list(PieceStore(paper_of(80)).art((Kept((Gap(9), Text("", 20))), Gap(3))))


def test_what_is_learnt_of_a_printer_draws_nothing_anew() -> None:
    ahead = PieceStore(paper_of(80), native_qr=False, half_resolution=False)
    block = Text("الأراضي", 40, rtl=True)
    learnt = ahead.for_printer(native_qr=True, half_resolution=True)
    assert learnt.pieces((block,))[0] is ahead.pieces((block,))[0]
    number = Text("A047", 100, coarse=True)
    (fine,), (coarse,) = ahead.pieces((number,)), learnt.pieces((number,))
    assert isinstance(fine, Picture)
    assert isinstance(coarse, Picture)
    assert (fine.bitmap.scale, coarse.bitmap.scale) == (1, 2)
