"""The paper roll and the sheets that were cut off it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from printer.profiles import DOTS_PER_MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece of paper with what is on it. `torn`: it was not cut, the roll ended or somebody tore it off."""

    dots: int
    rows: tuple[bytes, ...]
    torn: bool = False

    @property
    def length_mm(self) -> float:
        """Length of the printed piece."""
        return len(self.rows) / DOTS_PER_MM

    @property
    def data(self) -> bytes:
        """All rows, packed, 1 is black."""
        return b"".join(self.rows)

    def picture(self) -> QImage:
        """Return the sheet as a black and white picture, one pixel a dot. Any thread."""
        stride = self.dots // 8
        data = self.data or bytes(stride)
        image = QImage(data, self.dots, len(data) // stride, stride, QImage.Format.Format_Mono)
        image.setColorTable([0xFFFFFFFF, 0xFF000000])
        return image.copy()  # the copy owns its dots; the first one only borrowed ours

    def as_paper(self, margin_dots: int = 32) -> QImage:
        """Return the sheet with the white edges that the head does not reach, as a person sees it. Any thread."""
        picture = self.picture()
        paper = QImage(
            picture.width() + 2 * margin_dots, picture.height() + 2 * margin_dots, QImage.Format.Format_Grayscale8
        )
        paper.fill(0xFF)
        painter = QPainter(paper)
        painter.drawImage(margin_dots, margin_dots, picture)
        painter.end()
        return paper

    def save(self, path: Path) -> None:
        """Write the picture as PNG, whole or not at all; raises OSError when the file cannot be written."""
        part = path.with_name(f".{path.name}.part")
        if not self.picture().save(str(part), "PNG"):  # type: ignore[call-overload]  # PySide's stub wants bytes
            raise OSError(f"cannot write the picture {path}")
        part.replace(path)


@dataclass(slots=True)
class Roll:
    """Paper under the head: what is left of it in dots, what hangs out uncut, and the newest sheets.

    `dots` is the paper's width: what the head prints beside it goes on the platen, `platen_dots` of it so far.
    `parted` counts all sheets ever, `sheets` keeps the last `kept_sheets`.
    """

    dots: int
    left_dots: int
    near_end_dots: int = 0
    kept_sheets: int = 64
    hanging: list[bytes] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    parted: int = 0
    platen_dots: int = 0

    @property
    def out(self) -> bool:
        """Whether the end sensor sees no paper."""
        return self.left_dots <= 0

    @property
    def near_end(self) -> bool:
        """Whether the near-end sensor has tripped."""
        return self.left_dots <= self.near_end_dots

    def advance(self, row: bytes) -> None:
        """Print one row of the head's dots and move the paper on by one. Paper lies at the head's left edge."""
        stride = self.dots // 8
        self.platen_dots += int.from_bytes(row[stride:]).bit_count()
        self.hanging.append(row[:stride].ljust(stride, b"\0"))
        self.left_dots -= 1

    def cut(self) -> None:
        """Cut off what hangs out."""
        self._part(torn=False)

    def replace(self, length_dots: int) -> None:
        """Put in a new roll; what hung out of the old one comes away torn."""
        self._part(torn=True)
        self.left_dots = length_dots

    def tear(self) -> None:
        """Tear off what hangs out."""
        self._part(torn=True)

    def spoil_last(self) -> None:
        """Note that the newest sheet was torn after it had been cut."""
        if self.sheets:
            self.sheets[-1] = replace(self.sheets[-1], torn=True)

    def _part(self, *, torn: bool) -> None:
        if self.hanging:
            self.sheets.append(Sheet(self.dots, tuple(self.hanging), torn))
            del self.sheets[: -self.kept_sheets]
            self.parted += 1
            self.hanging.clear()
