"""Compare Arabic as it was printed with the same line shaped by another engine (raqm): joining, order and form."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from printer.render.blocks import Weight

FONTS = Path(__file__).resolve().parents[3] / "assets" / "fonts"
_FILES = {Weight.REGULAR: "Regular", Weight.MEDIUM: "Medium", Weight.SEMI_BOLD: "SemiBold", Weight.BOLD: "Bold"}
FEATURES = ["-locl"]  # as on paper: digits beside Arabic letters are as high as alone
_REACH = 1
_FINE = 4


def width(text: str, weight: Weight, size: int) -> float:
    """Return how wide raqm makes the line, in dots."""
    return _font(weight, size).getlength(text, features=FEATURES)


def shaped(text: str, weight: Weight, size: int) -> list[list[int]]:
    """Return a line as raqm shapes it, once for each place it may have within a dot.

    Drawn four times as large and then reduced, as hinting would bend small letters.
    """
    font = _font(weight, size * _FINE)
    room = 2 * size * _FINE
    image = Image.new("L", (int(font.getlength(text, features=FEATURES)) + 2 * room, 2 * room), 255)
    pen = ImageDraw.Draw(image)
    pen.text((room, room // 2), text, font=font, fill=0, direction="rtl", language="ar", features=FEATURES)
    places = [(across, down) for across in range(_FINE) for down in range(_FINE)]
    return [dots(_reduced(image, across, down)) for across, down in places]


def _reduced(image: Image.Image, across: int, down: int) -> Image.Image:
    moved = image.crop((across, down, image.width - _FINE + across, image.height - _FINE + down))
    return moved.resize((moved.width // _FINE, moved.height // _FINE), Image.Resampling.BOX)


def _font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    path = FONTS / f"IBMPlexSansArabic-{_FILES[weight]}.ttf"
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.RAQM)


def unjoined(text: str) -> str:
    """Return the text with its letters kept apart, as a printer without shaping would set them."""
    return "\u200c".join(text)


def dots(image: Image.Image) -> list[int]:
    """Return the dark dots of a picture, one number a row, cut to the ink."""
    dark = image.convert("L").point(lambda value: 255 if value < 128 else 0)
    box = dark.getbbox()
    assert box is not None, "nothing is drawn"
    cut = dark.crop(box).convert("1")
    stride = -(-cut.width // 8)
    raw = cut.tobytes()
    spare = 8 * stride - cut.width
    return [int.from_bytes(raw[at : at + stride]) >> spare for at in range(0, len(raw), stride)]


def components(rows: list[int]) -> int:
    """Count the pieces of ink that hang together, corners included."""
    found = 0
    open_runs: list[tuple[int, int, int]] = []
    parents: list[int] = []

    def root(of: int) -> int:
        while parents[of] != of:
            of = parents[of]
        return of

    for row in rows:
        runs = []
        for start, end in _runs(row):
            touching = {root(name) for left, right, name in open_runs if left <= end + 1 and start <= right + 1}
            name = min(touching) if touching else len(parents)
            if not touching:
                parents.append(name)
                found += 1
            for other in touching - {name}:
                parents[other] = name
                found -= 1
            runs.append((start, end, name))
        open_runs = runs
    return found


def _runs(row: int) -> list[tuple[int, int]]:
    runs = []
    at = 0
    while row >> at:
        if row >> at & 1:
            end = at
            while row >> end + 1 & 1:
                end += 1
            runs.append((at, end))
            at = end
        at += 1
    return runs


def overlap(one: list[int], other: list[int]) -> float:
    """Return the best share of common ink (intersection over union) over small shifts, 1 for the same picture."""
    best = 0.0
    height = max(len(one), len(other)) + 2 * _REACH
    still = _padded(one, _REACH, height)
    for down in range(2 * _REACH + 1):
        moved = _padded(other, down, height)
        for across in range(-_REACH, _REACH + 1):
            pairs = [(a << _REACH, b << _REACH + across) for a, b in zip(still, moved, strict=True)]
            union = sum((a | b).bit_count() for a, b in pairs)
            best = max(best, sum((a & b).bit_count() for a, b in pairs) / union)
    return best


def _padded(rows: list[int], above: int, height: int) -> list[int]:
    return ([0] * above + rows + [0] * height)[:height]
