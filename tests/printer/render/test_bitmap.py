from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printer.render.bitmap import Bitmap, BitmapError, cropped, made_safe, tightened


@st.composite
def bitmaps(draw: st.DrawFn) -> Bitmap:
    stride = draw(st.integers(1, 8))
    rows = draw(st.integers(1, 12))
    density = draw(st.sampled_from([0, 0x10, 0xFF]))
    data = draw(st.binary(min_size=stride * rows, max_size=stride * rows))
    return Bitmap(stride * 8, bytes(byte & density for byte in data))


def dots(picture: Bitmap) -> set[tuple[int, int]]:
    return {
        (x, y) for y, row in enumerate(picture.rows()) for x in range(picture.width) if row[x // 8] >> (7 - x % 8) & 1
    }


@given(bitmaps())
def test_ink_is_the_box_around_all_black_dots(picture: Bitmap) -> None:
    black = dots(picture)
    if not black:
        assert picture.ink() is None
        return
    xs, ys = [x for x, _ in black], [y for _, y in black]
    assert picture.ink() == (min(xs), min(ys), max(xs) + 1, max(ys) + 1)


@given(bitmaps())
def test_cropping_loses_no_dot_and_keeps_each_in_its_place_when_centred(picture: Bitmap) -> None:
    part = cropped(picture)
    if part is None:
        assert not dots(picture)
        return
    above, inked, below = part
    left = (picture.width - inked.width) // 2
    assert {(x + left, y + above) for x, y in dots(inked)} == dots(picture)
    assert above + inked.height + below == picture.height
    assert (picture.width - inked.width) % 2 == 0


@given(bitmaps(), st.integers(0, 7), st.sampled_from([b"\x10\x04\x01", b"\x10\x14\x08", b"\x10\x05\x02"]))
def test_a_hidden_real_time_command_is_moved_away_without_losing_a_dot(
    picture: Bitmap, row: int, command: bytes
) -> None:
    wide = Bitmap(picture.width + 48, b"".join(b"\0" + command + bytes(2) + line for line in picture.rows()))
    safe = made_safe(wide, widest=wide.width + 16)
    assert safe.is_safe()
    assert 0 <= len(dots(safe)) - len(dots(wide)) <= picture.height


@pytest.mark.parametrize("command", [0x1004, 0x1005, 0x1014])
def test_a_command_that_no_move_removes_gets_one_dot_more_beside_its_own(command: int) -> None:
    """As in a notice of four rows of small text: wherever it is moved, two strokes of some row stand so."""
    picture = Bitmap(48, b"".join((command << 16 + moved).to_bytes(6) for moved in range(-4, 5)))
    safe = made_safe(picture, widest=48)
    assert safe.is_safe()
    ((column, row),) = dots(safe) - dots(picture)
    assert (column + 1, row) in dots(picture)
    assert dots(safe) > dots(picture)


def test_a_harmless_picture_is_left_as_it_is() -> None:
    picture = Bitmap(16, b"\x10\x00\x04\x01")
    assert made_safe(picture, 576) is picture


def test_a_command_is_also_found_across_the_end_of_a_row() -> None:
    picture = Bitmap(16, b"\x00\x10\x04\x00")
    assert not picture.is_safe()
    assert made_safe(picture, 32).is_safe()


@pytest.mark.parametrize(("width", "data"), [(0, b""), (12, b"\0\0"), (16, b"\0\0\0")])
def test_impossible_shapes_are_refused(width: int, data: bytes) -> None:
    with pytest.raises(BitmapError):
        Bitmap(width, data)


def test_narrowing_and_widening_are_each_others_inverse() -> None:
    picture = Bitmap(24, b"\x00\x81\x00\x03\xc0\x80")
    assert dots(picture.narrowed(-4)) == {(x + 4, y) for x, y in dots(picture)}
    assert picture.narrowed(-4).narrowed(4) == picture


def placed_dots(bands: list[Bitmap], width: int) -> set[tuple[int, int]]:
    """Return the dots of bands printed under each other in the middle of a paper."""
    found, top = set(), 0
    for band in bands:
        left = (width - band.width) // 2
        found |= {(x + left, y + top) for x, y in dots(band)}
        top += band.height
    return found


@given(bitmaps(), st.sampled_from([0, 8, 16, 1000]))
def test_bands_put_every_dot_where_it_was_and_never_cost_more(picture: Bitmap, band_cost: int) -> None:
    bands = tightened(picture, band_cost)
    assert sum(band.height for band in bands) == picture.height
    assert placed_dots(bands, picture.width) == dots(picture)
    spent = sum(len(band.data) for band in bands) + band_cost * (len(bands) - 1)
    assert spent <= len(picture.data)


@given(bitmaps())
def test_a_safe_picture_stays_safe_in_bands(picture: Bitmap) -> None:
    safe = picture.is_safe()
    assert not safe or all(band.is_safe() for band in tightened(picture, 8))


def test_a_narrow_part_under_a_wide_one_becomes_a_band_of_its_own() -> None:
    wide, narrow = b"\xff" * 72, bytes(35) + b"\x18\x18" + bytes(35)
    bands = tightened(Bitmap(576, wide * 10 + narrow * 40), 16)
    assert [(band.height, band.width) for band in bands] == [(10, 576), (40, 16)]


@given(bitmaps(), st.integers(0, 6))
def test_narrowing_takes_the_same_dots_from_both_sides_of_each_row(picture: Bitmap, fours: int) -> None:
    margin = 4 * min(fours, (picture.width - 8) // 8)
    inside = {(x - margin, y) for x, y in dots(picture) if margin <= x < picture.width - margin}
    assert dots(picture.narrowed(margin)) == inside
