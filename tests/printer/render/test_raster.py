from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from printer.documents.ticket import Digits, Names, TicketLanguage
from printer.documents.ticket_layout import lay_out
from printer.profiles import PAPERS, Link, PaperProfile, paper_of
from printer.render.bitmap import Bitmap
from printer.render.blocks import Block, Columns, Framed, Kept, NativeLine, Pair, Text, Weight
from printer.render.raster import draw
from tests.helpers.speeds import examples
from tests.printer.samples import ticket

FONTS = Path(__file__).resolve().parents[3] / "assets" / "fonts"
ARABIC_WORDS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ", min_size=1, max_size=24)
OTHER_WORDS = st.text("हिन्दीবাংলাاردوپچگڈٹہےതമിഴ்日本語한글Ελληνικάрусский🎫½…", min_size=1, max_size=24)
LATIN_WORDS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-&/", min_size=1, max_size=40)
WIDE = PaperProfile(paper_mm=600, dots=4800, side_dots=16)
QUIET = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def parts_of(blocks: tuple[Block, ...]) -> list[Block]:
    return [part for block in blocks for part in (block.parts if isinstance(block, Kept) else (block,))]


def phrases(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(words, min_size=1, max_size=14).map(lambda parts: " ".join(parts)[:200].strip() or "x")


@QUIET
@given(
    arabic=phrases(ARABIC_WORDS | OTHER_WORDS),
    english=phrases(LATIN_WORDS | OTHER_WORDS),
    paper_mm=st.sampled_from(sorted(PAPERS)),
    language=st.sampled_from(TicketLanguage),
    digits=st.sampled_from(Digits),
    number=st.from_regex(r"[A-Z]{0,2}-?[0-9]{1,5}", fullmatch=True),
    ahead=st.none() | st.integers(0, 9999),
)
def test_no_name_however_long_leaves_the_paper(
    arabic: str, english: str, paper_mm: int, language: TicketLanguage, digits: Digits, number: str, ahead: int | None
) -> None:
    paper = paper_of(paper_mm)
    names = Names(arabic, english)
    content = ticket(
        hall=names, service=names, notice=names, number=number, language=language, digits=digits, people_ahead=ahead
    )
    for link in Link:
        for block in parts_of(lay_out(content, paper, link)):
            if isinstance(block, NativeLine):
                assert max(map(len, block.cells)) * len(block.cells) * 12 * block.across <= paper.dots
            if not isinstance(block, Text | Pair | Columns | Framed):
                continue
            for picture in draw(block, paper):
                ink = picture.ink()
                if ink is not None:
                    assert ink[0] * picture.scale >= 2
                    assert ink[2] * picture.scale <= paper.dots - 2


@QUIET
@given(phrases(ARABIC_WORDS), st.sampled_from(sorted(PAPERS)))
def test_a_long_text_keeps_all_its_ink(text: str, paper_mm: int) -> None:
    """Ink that fell off would be missing: the same text at the same size has as many dots on the widest of papers."""
    block = Text(text, 24, rtl=True, max_lines=99)
    on_paper = ink_count(draw(block, paper_of(paper_mm))[0])
    assert on_paper == pytest.approx(ink_count(draw(block, WIDE)[0]), rel=0.08, abs=60)


def ink_count(picture: Bitmap) -> int:
    return int.from_bytes(picture.data).bit_count()


def components(picture: Bitmap) -> int:
    """Count the connected parts of a picture (eight neighbours)."""
    ink = picture.ink()
    assert ink is not None
    black = {
        (x, y) for y, row in enumerate(picture.rows()) for x in range(picture.width) if row[x // 8] >> (7 - x % 8) & 1
    }
    count = 0
    while black:
        count += 1
        edge = [black.pop()]
        while edge:
            x, y = edge.pop()
            for near in ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
                if near in black:
                    black.remove(near)
                    edge.append(near)
    return count


def shaped_by_raqm(text: str, size: int) -> Bitmap:
    """Draw with HarfBuzz and FriBidi through Pillow: another engine's opinion of how the letters join."""
    font = ImageFont.truetype(str(FONTS / "IBMPlexSansArabic-Bold.ttf"), size, layout_engine=ImageFont.Layout.RAQM)
    image = Image.new("L", (2400, size * 3), 255)
    ImageDraw.Draw(image).text((40, size // 2), text, font=font, fill=0, direction="rtl", language="ar")
    return Bitmap(
        2400, bytes(byte ^ 0xFF for byte in image.point(lambda grey: 255 if grey >= 128 else 0, "1").tobytes())
    )


@pytest.mark.parametrize(
    "text",
    [
        "المساعدات السكنية",
        "قاعة خدمات المراجعين",
        "مقابلة مسؤولي الدائرة",
        "١٥ إلى ٢٥ دقيقة",
        "لا إله أملاك",
        "متابعة المعاملات",
    ],
)
def test_arabic_letters_join_as_another_shaping_engine_joins_them(text: str) -> None:
    ours = draw(Text(text, 100, Weight.BOLD, rtl=True), WIDE)[0]
    assert components(ours) == components(shaped_by_raqm(text, 100))


def test_unjoined_letters_would_be_noticed() -> None:
    unjoined = "\u200c".join("المساعدات السكنية")
    ours = draw(Text(unjoined, 100, Weight.BOLD, rtl=True), WIDE)[0]
    assert components(ours) > components(shaped_by_raqm("المساعدات السكنية", 100)) + 5


def test_a_text_too_wide_wraps_before_it_shrinks() -> None:
    paper = paper_of(58)
    one = draw(Text("خدمة", 34, rtl=True), paper)[0]
    two = draw(Text("التصرفات العقارية للمستثمرين والمطورين", 34, rtl=True), paper)[0]
    assert two.height >= 1.8 * one.height * 0.9


def test_the_same_block_drawn_in_other_threads_has_the_same_dots() -> None:
    block, paper = Text("المساعدات السكنية", 42, Weight.BOLD, rtl=True), paper_of(80)
    expected = draw(block, paper)[0]
    drawn: list[Bitmap] = []

    def work(keep: Callable[[Bitmap], None]) -> None:
        for _ in range(5):
            keep(draw(block, paper)[0])

    threads = [threading.Thread(target=work, args=(drawn.append,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 15
    assert set(drawn) == {expected}


def test_a_pair_that_does_not_fit_on_a_line_stands_on_two() -> None:
    arabic, english = Text("يُرجى مسح الرمز لمتابعة دورك", 24, rtl=True), Text("Scan to follow your turn", 22)
    assert len(draw(Pair(arabic, english), paper_of(80))) == 1
    assert len(draw(Pair(arabic, english), paper_of(58))) == 2


def test_the_first_column_stands_at_the_right() -> None:
    wide = Text("MMMMMM", 24)
    right_only = draw(Columns((wide,), (Text("i", 24),)), paper_of(80))[0]
    left = ink_count(Bitmap(288, b"".join(row[:36] for row in right_only.rows())))
    right = ink_count(Bitmap(288, b"".join(row[36:] for row in right_only.rows())))
    assert right > 3 * left


def test_a_coarse_text_is_half_as_large_and_doubled_by_the_printer() -> None:
    fine = draw(Text("A047", 186, Weight.BOLD, max_lines=1, tight=True), paper_of(80))[0]
    coarse = draw(Text("A047", 186, Weight.BOLD, max_lines=1, tight=True, coarse=True), paper_of(80))[0]
    assert coarse.scale == 2
    assert coarse.width * 2 == fine.width
    assert abs(coarse.height * 2 - fine.height) <= 4
