from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from printer.documents.letterhead import Letterhead
from printer.documents.ticket import Names
from printer.documents.ticket_layout import lay_out
from printer.printer import open_printer
from printer.profiles import PAPERS, Link, paper_of
from printer.render.bitmap import Bitmap
from printer.render.blocks import Emblem, Kept, Logo, LogoError, Text
from printer.render.logo import load_logo
from printer.render.raster import draw
from tests.printer.samples import ticket

RING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">
<ellipse cx="50" cy="25" rx="46" ry="21" fill="none" stroke="#123" stroke-width="6"/></svg>"""


def png(path: Path, size: tuple[int, int] = (400, 200), mode: str = "RGBA", ink: object = (10, 20, 30, 255)) -> Path:
    image = Image.new(mode, size, (255, 255, 255, 0) if mode == "RGBA" else 255)
    width, height = size
    ImageDraw.Draw(image).ellipse((4, 4, width - 5, height - 5), outline=ink, width=max(2, height // 10))
    image.save(path)
    return path


def ink_box(picture: Bitmap) -> tuple[int, int]:
    ink = picture.ink()
    assert ink is not None
    return (ink[2] - ink[0]) * picture.scale, (ink[3] - ink[1]) * picture.scale


@pytest.mark.parametrize("paper_mm", sorted(PAPERS))
@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_logo_keeps_its_shape_and_stands_in_the_middle(kind: str, paper_mm: int, tmp_path: Path) -> None:
    path = tmp_path / f"logo.{kind}"
    _ = png(path) if kind == "png" else path.write_text(RING)
    paper = paper_of(paper_mm)
    logo = load_logo(path, paper)
    assert logo.coarse is not None
    for picture in (logo.picture, logo.coarse):
        width, height = ink_box(picture)
        assert width / height == pytest.approx(2, rel=0.12)
        assert height <= paper.dots // 6
        left, _, right, _ = picture.ink() or (0, 0, 0, 0)
        assert abs(left - (picture.width - right)) <= 2
        assert picture.width * picture.scale == paper.dots


def test_grey_is_cut_at_half_and_never_dithered(tmp_path: Path) -> None:
    path = tmp_path / "grey.png"
    image = Image.new("L", (90, 60), 150)
    for left in (0, 60):
        ImageDraw.Draw(image).rectangle((left, 0, left + 29, 59), fill=110)
    image.save(path)
    picture = load_logo(path, paper_of(80)).picture
    assert ink_box(picture) == (90, 60)
    assert int.from_bytes(picture.data).bit_count() == 2 * 30 * 60


def test_a_small_png_is_not_made_larger(tmp_path: Path) -> None:
    assert ink_box(load_logo(png(tmp_path / "small.png", (40, 30)), paper_of(80)).picture)[0] <= 40


def test_a_logo_of_thin_lines_goes_at_full_resolution_where_half_would_lose_them(tmp_path: Path) -> None:
    image = Image.new("RGBA", (600, 600), (0, 0, 0, 0))
    for radius in range(20, 290, 14):
        ImageDraw.Draw(image).ellipse(
            (300 - radius, 300 - radius, 300 + radius, 300 + radius), outline="black", width=5
        )
    image.save(tmp_path / "rings.png")
    logo = load_logo(tmp_path / "rings.png", paper_of(80))
    assert logo.coarse is None
    (on_paper,) = draw(logo, paper_of(80))
    assert on_paper == logo.picture


def broken_png(path: Path) -> None:
    png(path)
    path.write_bytes(path.read_bytes()[:-20])


def damaged_png(path: Path) -> None:
    png(path)
    data = bytearray(path.read_bytes())
    data[60:80] = bytes(20)
    path.write_bytes(data)


def far_too_large(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2_100_000))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "cannot be read: No such file"),
        (lambda path: path.mkdir(), "cannot be read: Is a directory"),
        (far_too_large, "larger than 2 MB"),
        (broken_png, "broken or cut short"),
        (damaged_png, "is broken; save it again"),
        (lambda path: path.write_bytes(b"\xff\xd8\xff\xe0 a JPEG"), "neither a PNG nor an SVG"),
        (lambda path: path.write_bytes(b""), "neither a PNG nor an SVG"),
        (lambda path: path.write_text("<html/>"), "without a picture"),
        (lambda path: png(path, ink=(250, 250, 200, 255)), "lighter than half grey"),
        (lambda path: png(path, (3000, 40)), "too small to be recognised"),
        (lambda path: Image.new("L", (300, 200), 0).save(path, "png"), "black block"),
    ],
)
def test_a_file_that_cannot_be_a_logo_is_refused_with_the_reason(
    make: Callable[[Path], object], said: str, tmp_path: Path
) -> None:
    path = tmp_path / "logo.png"
    make(path)
    with pytest.raises(LogoError, match=said) as refused:
        load_logo(path, paper_of(80))
    assert str(path) in str(refused.value)


def test_the_logo_stands_at_the_head_of_the_ticket(tmp_path: Path) -> None:
    logo = load_logo(png(tmp_path / "logo.png"), paper_of(80))
    head = lay_out(ticket(), paper_of(80), Link.FAST, Letterhead(logo))[0]
    assert isinstance(head, Kept)
    assert isinstance(head.parts[0], Logo)
    fast, slow = (lay_out(ticket(), paper_of(80), link, Letterhead(logo))[0] for link in (Link.FAST, Link.SERIAL))
    assert isinstance(fast, Kept)
    assert isinstance(slow, Kept)
    assert fast.parts[0] == Logo(logo.picture)
    assert slow.parts[0] == logo


MINISTRY = Names("وزارة الإسكان", "Ministry of Housing")


def head_of(letterhead: Letterhead) -> tuple[object, ...]:
    head = lay_out(ticket(), paper_of(80), Link.FAST, letterhead)[0]
    assert isinstance(head, Kept)
    return head.parts


def texts_of(letterhead: Letterhead) -> list[str]:
    return [part.text for part in head_of(letterhead) if isinstance(part, Text)]


def test_the_ministry_stands_over_the_hall_and_its_name_alone_needs_no_mark(tmp_path: Path) -> None:
    plain, named = texts_of(Letterhead()), texts_of(Letterhead(ministry=MINISTRY))
    assert named[: -len(plain)] == [MINISTRY.ar, MINISTRY.en]
    assert named[-len(plain) :] == plain
    assert any(isinstance(part, Emblem) for part in head_of(Letterhead()))
    assert not any(isinstance(part, Emblem) for part in head_of(Letterhead(ministry=MINISTRY)))
    logo = load_logo(png(tmp_path / "emblem.png"), paper_of(80))
    assert isinstance(head_of(Letterhead(logo, MINISTRY))[0], Logo)


def test_a_printer_wears_the_emblem_that_the_hall_sends(tmp_path: Path) -> None:
    headed, plain = open_printer("memory:"), open_printer("memory:")
    headed.set_letterhead(png(tmp_path / "emblem.png").read_bytes(), MINISTRY)
    assert headed.length_mm(ticket()) > plain.length_mm(ticket())
    with pytest.raises(LogoError, match="emblem: neither a PNG nor an SVG file"):
        headed.set_letterhead(b"%PDF", MINISTRY)
