"""Read a hall's logo from a PNG or SVG file into black and white dots."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as Xml

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from printer.profiles import PaperProfile
from printer.render.bitmap import Bitmap
from printer.render.blocks import Logo, LogoError
from printer.render.canvas import canvas, to_bitmap

HIGHEST_SHARE = 6
"""A logo is at most a sixth of the paper's width high: 12 mm on 80 mm paper. The number stays the largest thing."""
LONGEST_FILE = 2_000_000
_LOWEST_DOTS = 16
_LEAST_KEPT = 0.8
_MOST_INK = 0.9
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PIXELS = 40_000_000


def load_logo(path: Path, paper: PaperProfile) -> Logo:
    """Return the logo in the middle of the paper, as large as fits, at full and at half resolution.

    Where half would lose its lines it is there at full resolution alone. What is darker than half grey becomes black,
    the rest white: never dithered. A PNG is made smaller but never larger.
    Needs a QGuiApplication. Raises LogoError.
    """
    return logo_of(_read(path), paper, f"logo {path}")


def logo_of(data: bytes, paper: PaperProfile, path: str) -> Logo:
    """Return the logo of a file's content as `load_logo` does; `path` names it in the reason of a LogoError."""
    source = _png(path, data) if data.startswith(_PNG) else _svg(path, data)
    fine = _drawn(source, paper, 1)
    _check(path, fine)
    coarse = _drawn(source, paper, 2)
    return Logo(fine, coarse if _alike(fine, coarse) else None)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LONGEST_FILE:
            raise LogoError(f"logo {path}: larger than {LONGEST_FILE // 1_000_000} MB; save it smaller")
        return path.read_bytes()
    except OSError as error:
        raise LogoError(f"logo {path}: cannot be read: {error.strerror}") from error


def _png(path: str, data: bytes) -> QImage:
    size = (int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))
    if not 0 < size[0] * size[1] <= _MOST_PIXELS or not data.rstrip(b"\0").endswith(b"IEND\xaeB`\x82"):
        raise LogoError(f"{path}: the PNG file is broken or cut short; save it again")
    image = QImage.fromData(data)
    if image.isNull():
        raise LogoError(f"{path}: the PNG file is broken; save it again")
    return image


def _svg(path: str, data: bytes) -> QImage:
    """Draw an SVG at the largest size any paper takes."""
    try:
        # Tells a broken file from a good one before Qt warns about it; the file is the administrator's own.
        root = Xml.fromstring(data)  # noqa: S314
    except (Xml.ParseError, ValueError) as error:
        raise LogoError(f"{path}: neither a PNG nor an SVG file") from error
    renderer = QSvgRenderer(QByteArray(data)) if root.tag.endswith("svg") else None
    if renderer is None or not renderer.isValid() or renderer.viewBoxF().isEmpty():
        raise LogoError(f"{path}: an SVG file without a picture or a size (width, height or viewBox)")
    size = renderer.viewBoxF().size().scaled(QSizeF(1200, 1200), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(max(1, round(size.width())), max(1, round(size.height())), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _drawn(source: QImage, paper: PaperProfile, divided: int) -> Bitmap:
    """Return the source in the middle of a paper at a resolution divided by 1 or 2."""
    dots, usable = paper.dots // divided, paper.usable_dots // divided
    share = min(usable / source.width(), paper.dots // HIGHEST_SHARE / divided / source.height(), 1.0 / divided)
    width, height = max(1, round(source.width() * share)), max(1, round(source.height() * share))
    image = canvas(dots, height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    smooth = Qt.TransformationMode.SmoothTransformation
    # Scaled before it is drawn: a painter that makes a picture much smaller skips pixels, and thin lines with them.
    small = source.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    painter.drawImage(QRectF((dots - width) // 2, 0, width, height), small)
    painter.end()
    bitmap = to_bitmap(image)
    return Bitmap(bitmap.width, bitmap.data, divided)


def _check(path: str, fine: Bitmap) -> None:
    ink = fine.ink()
    if ink is None:
        raise LogoError(f"{path}: all of it is lighter than half grey and would print white; use a dark one")
    width, height = ink[2] - ink[0], ink[3] - ink[1]
    if min(width, height) < _LOWEST_DOTS:
        raise LogoError(f"{path}: {width} by {height} dots on paper (8 to a mm) is too small to be recognised")
    share = int.from_bytes(fine.data).bit_count() / (width * height)
    if share > _MOST_INK:
        raise LogoError(f"{path}: it would print as a black block; use one on a white or transparent background")


def _alike(fine: Bitmap, coarse: Bitmap) -> bool:
    """Return whether half the resolution leaves enough of the logo: thin lines come out grey there, and so white."""
    kept = 4 * int.from_bytes(coarse.data).bit_count() / int.from_bytes(fine.data).bit_count()
    return _LEAST_KEPT <= kept <= 1 / _LEAST_KEPT
