from __future__ import annotations

import random
import threading

import pytest
from PySide6.QtCore import QPointF

from printer.profiles import paper_of
from printer.render import large_type
from printer.render.bitmap import Bitmap
from printer.render.blocks import Text, Weight
from printer.render.canvas import brush, canvas, to_bitmap
from printer.render.fonts import ticket_font
from printer.render.paragraph import on_one_line
from printer.render.raster import draw

PAPER = paper_of(80)


def number(text: str = "A047", size: int = 178) -> bytes:
    return draw(Text(text, size, Weight.BOLD, max_lines=1, tight=True), PAPER)[0].data


@pytest.mark.parametrize(
    ("text", "size", "drawn"),
    [("A047", 178, True), ("أ047", 206, True), ("A047", 63, False), ("A047", 64, True), ("日", 178, False)],
)
def test_only_large_letters_of_the_face_are_drawn_from_outlines(text: str, size: int, drawn: bool) -> None:
    assert large_type.draws(text, size, Weight.BOLD) is drawn


def test_a_number_has_the_same_dots_whatever_was_drawn_before_it() -> None:
    """Qt's own way fails this within a few tries: it scales outlines from the size used last."""
    sizes, chance = [20, 24, 33, 40, 42, 64, 89, 100, 150, 206], random.Random(47)
    seen = set()
    for _ in range(30):
        draw(Text("دقيقة 47", chance.choice(sizes), Weight.BOLD, rtl=True), PAPER)
        seen.add(number())
    assert len(seen) == 1


def test_it_looks_as_qts_own_way_does() -> None:
    image = canvas(PAPER.dots, 260)
    painter = brush(image)
    painter.setFont(ticket_font(Weight.BOLD, 178))
    painter.drawText(QPointF(40, 200), "A047")
    painter.end()
    theirs = to_bitmap(image)
    ours = draw(Text("A047", 178, Weight.BOLD, max_lines=1, tight=True), PAPER)[0]
    for one, other in zip(box(ours), box(theirs), strict=True):
        assert abs(one - other) <= 2
    ink = [int.from_bytes(picture.data).bit_count() for picture in (ours, theirs)]
    assert ink[0] == pytest.approx(ink[1], rel=0.01)


def box(picture: Bitmap) -> tuple[int, int]:
    left, top, right, bottom = picture.ink() or (0, 0, 0, 0)
    return right - left, bottom - top


def test_letters_whose_boxes_overlap_both_keep_their_ink() -> None:
    together, apart = number("AV", 200), number("A V", 200)
    ink = [int.from_bytes(picture).bit_count() for picture in (together, apart)]
    assert ink[0] == pytest.approx(ink[1], rel=0.02)


def test_other_threads_draw_the_same_dots() -> None:
    expected, found = number("B318"), []
    threads = [threading.Thread(target=lambda: found.append(number("B318"))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 3


def test_type_that_would_leave_the_paper_is_left_to_qt() -> None:
    shaped = on_one_line(Text("A047", 178, Weight.BOLD), PAPER.usable_dots)
    paper = (PAPER.dots, 300)
    assert large_type.dots(shaped.layout, 178, Weight.BOLD, QPointF(0, 40), paper) is not None
    for beyond in (QPointF(0, -150), QPointF(-300, 40), QPointF(0, 200)):
        assert large_type.dots(shaped.layout, 178, Weight.BOLD, beyond, paper) is None
