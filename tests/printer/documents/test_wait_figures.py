from __future__ import annotations

import itertools

import pytest

from printer.documents.scale import SCALES, Sheet
from printer.documents.ticket import Digits, TicketLanguage
from printer.documents.wait_figures import figure_blocks, native_size
from printer.profiles import PAPERS, Link, paper_of
from printer.render.blocks import Columns, Kept, NativeLine, Rule, Text
from tests.printer.samples import ticket


def blocks(link: Link = Link.FAST, paper_mm: int = 80, **changes: object) -> list[object]:
    return list(figure_blocks(Sheet(ticket(**changes), paper_of(paper_mm), link, SCALES[paper_mm])))


def columns_of(found: list[object]) -> list[Columns]:
    flat = [part for block in found for part in (block.parts if isinstance(block, Kept) else (block,))]
    return [block for block in flat if isinstance(block, Columns)]


def test_place_stands_at_the_right_in_arabic_and_at_the_left_in_english() -> None:
    labels, figures, english = columns_of(blocks())
    assert (labels.right[0].text, figures.right[0].text) == ("عدد المنتظرين قبلك", "12")
    assert english.left[0].text == "Expected wait: 15 to 25 min"
    labels, figures = columns_of(blocks(language=TicketLanguage.ENGLISH))
    assert (labels.left[0].text, figures.left[0].text) == ("People ahead", "12")


def test_the_labels_are_the_same_on_every_ticket_and_the_figures_are_not() -> None:
    one, other = blocks(people_ahead=3), blocks(people_ahead=88, wait_low_min=40, wait_high_min=60)
    kept = [[block for block in found if isinstance(block, Kept)] for found in (one, other)]
    assert kept[0] == kept[1]
    assert len(kept[0]) == 1
    assert one != other


def test_the_line_between_columns_is_whole_on_a_fast_link_and_left_out_where_bytes_are_dear() -> None:
    assert [column.line for column in columns_of(blocks())] == [(6, 0), (0, 0), (0, 6)]
    assert [column.line for column in columns_of(blocks(Link.SERIAL))] == [None, None, None]


def test_on_a_slow_line_figures_are_text_below_labels_that_say_the_unit() -> None:
    found = blocks(Link.SLOW)
    (labels,), (figures,) = columns_of(found), [block for block in found if isinstance(block, NativeLine)]
    assert figures == NativeLine(("15-25", "12"), 2, 2)
    assert labels.left[0].text == "الانتظار المتوقع بالدقائق"
    assert labels.left[1].text == "Expected wait, min"
    (english,) = [b for b in blocks(Link.SLOW, language=TicketLanguage.ENGLISH) if isinstance(b, NativeLine)]
    assert english.cells == ("12", "15-25"), "the eye of an English reader begins at the left"


def test_arabic_indic_digits_are_drawn_also_on_a_slow_line() -> None:
    found = blocks(Link.SLOW, digits=Digits.ARABIC_INDIC)
    assert columns_of(found)[1].right[0].text == "١٢"
    assert [block for block in found if isinstance(block, NativeLine)] == [NativeLine(("15 to 25 min", "12"), 1, 1)]
    arabic = blocks(Link.SLOW, digits=Digits.ARABIC_INDIC, language=TicketLanguage.ARABIC)
    assert not [block for block in arabic if isinstance(block, NativeLine)]
    narrow = blocks(Link.SLOW, 58, digits=Digits.ARABIC_INDIC)
    assert NativeLine(("Expected wait: 15 to 25 min",), 1, 1) in narrow


@pytest.mark.parametrize(("paper_mm", "link"), list(itertools.product(PAPERS, Link)))
def test_one_figure_alone_stands_in_the_middle_and_none_leaves_only_the_rule(paper_mm: int, link: Link) -> None:
    alone = blocks(link, paper_mm, wait_low_min=None, wait_high_min=None)
    assert not columns_of(alone)
    nothing = blocks(link, paper_mm, people_ahead=None, wait_low_min=None, wait_high_min=None)
    assert not [block for block in nothing if isinstance(block, Text | NativeLine | Kept)]
    assert [block for block in nothing if isinstance(block, Rule)]


@pytest.mark.parametrize(
    ("characters", "paper_mm", "size"), [(4, 80, 8), (8, 80, 5), (4, 58, 7), (5, 58, 6), (60, 58, 1), (0, 58, 8)]
)
def test_text_is_magnified_as_far_as_it_fits(characters: int, paper_mm: int, size: int) -> None:
    assert native_size(characters, paper_of(paper_mm), 8) == size
    assert characters * 12 * size <= paper_of(paper_mm).dots or size == 1


@pytest.mark.parametrize(("language", "texts"), [("ar", 1), ("en", 1), ("both", 2)])
def test_while_the_hall_is_away_the_paper_says_who_calls_in_place_of_a_wait(language: str, texts: int) -> None:
    kept = blocks(language=TicketLanguage(language), called_by_staff=True)[0]
    assert isinstance(kept, Kept), "it is the same on every such ticket"
    words = [part.text for part in kept.parts if isinstance(part, Text)]
    assert len(words) == texts
    wanted = {"ar": "سيناديكم الموظف", "en": "A member of staff will call you"}
    assert words[0] == wanted["en" if language == "en" else "ar"]
