from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.screens.frame.reading_pages import pages_of

HEIGHTS = st.lists(st.integers(10, 190), min_size=1, max_size=30)


@given(HEIGHTS, st.integers(0, 30), st.integers(200, 900))
def test_no_part_is_cut_and_none_is_left_out(heights: list[int], gap: int, room: int) -> None:
    parts, top = [], 0
    for height in heights:
        parts.append((top, top + height))
        top += height + gap
    pages = pages_of(parts, height=top, room=room)
    assert all(end - start <= room for start, end in pages)
    for start, end in parts:
        assert any(top_of <= start and end <= bottom for top_of, bottom in pages), "a part is cut"


def test_parts_side_by_side_go_on_to_the_next_page_together() -> None:
    pages = pages_of([(0, 300), (0, 290), (310, 600), (320, 700)], height=700, room=500)
    assert pages == ((0, 310), (310, 700))


def test_a_part_taller_than_a_page_is_cut_rather_than_shown_never() -> None:
    pages = pages_of([(0, 1000)], height=1000, room=400)
    assert [end - top for top, end in pages] == [400, 400, 200]


def test_what_fits_is_one_page() -> None:
    assert pages_of([(0, 10)], height=300, room=300) == ((0, 300),)


def test_what_was_cut_beside_a_taller_part_is_whole_on_the_next_page() -> None:
    parts = [(0, 480), (0, 100), (110, 210), (220, 320), (330, 430), (440, 540), (550, 650), (490, 660)]
    pages = pages_of(parts, height=660, room=500)
    for start, end in parts:
        assert any(top <= start and end <= bottom for top, bottom in pages)


@given(HEIGHTS, st.integers(200, 900))
def test_beside_a_picture_taller_than_a_page_every_word_is_whole_and_no_page_is_empty(
    heights: list[int], room: int
) -> None:
    words, top = [], 16
    for height in heights:
        words.append((top, top + height))
        top += height
    picture = (16, top + room)
    pages = pages_of([picture, *words], height=picture[1] + 16, room=room)
    for start, end in words:
        assert any(top_of <= start and end <= bottom for top_of, bottom in pages), "a word is cut"
    assert all(bottom - top_of > 16 for top_of, bottom in pages[:-1]), "a page is empty ground"
