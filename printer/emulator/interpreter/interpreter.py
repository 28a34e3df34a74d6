"""Obey ESC/POS commands: keep the printer's settings and turn commands into rows and acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from printer.emulator.interpreter.commands import split_command
from printer.emulator.interpreter.drawing import doubled, placed, text_rows
from printer.emulator.interpreter.effects import Act, Answer, Cut, PrintRow, PushStatus
from printer.emulator.interpreter.graphics import Definition, Graphics, is_definition
from printer.render.bitmap import Bitmap
from printer.render.qr_size import modules
from printer.render.shapes import qr_picture

_CODE_PAGES = {0: "cp437", 2: "cp850", 16: "cp1252", 19: "cp858", 22: "cp864", 32: "cp720", 37: "cp864", 50: "cp1256"}
_LINE_DOTS = 30
_WITHOUT_EFFECT = "EG-MRV{ pB=crLWPHhwfb"


_ACTS: dict[str, Callable[[int], Act]] = {
    "V": lambda _mode: Cut(),
    "a": lambda mask: PushStatus(on=mask != 0),
    "r": lambda _question: Answer("fence"),
    "I": lambda _question: Answer("identity"),
}


@dataclass(slots=True)
class _Settings:
    """What ESC @ resets."""

    alignment: int = 0
    across: int = 1
    down: int = 1
    code_page: str = "cp437"
    line_dots: int = _LINE_DOTS
    qr_module: int = 3
    qr_text: str = ""
    text: bytearray = field(default_factory=bytearray)


@dataclass(slots=True)
class _Raster:
    """A picture whose rows are still to come."""

    stride: int
    rows: int
    mode: int


class Interpreter:
    """Takes commands off a buffer one act at a time; what it does not know it notes in `unknown`."""

    def __init__(self, dots: int, graphics: Graphics | None = None) -> None:
        self._dots = dots
        self.graphics = graphics or Graphics(nv_bytes=0, ram_bytes=0)
        self._definition: Definition | None = None
        self._blank = bytes(dots // 8)
        self._set = _Settings()
        self._raster: _Raster | None = None
        self.unknown: list[bytes] = []

    def reset(self) -> None:
        """Forget settings and half commands, as at power-on."""
        self._set = _Settings()
        self._raster = None
        self._definition = None

    def step(self, buffer: bytearray) -> Iterator[Act] | None:
        """Take one command, or one row of a picture, off the buffer; None when the buffer holds no whole one."""
        if self._raster is not None:
            return self._raster_row(buffer, self._raster)
        if self._definition is not None:
            return self._define(buffer, self._definition)
        command = split_command(buffer)
        if not command:
            return None
        del buffer[: len(command)]
        return self._obey(command)

    def _define(self, buffer: bytearray, definition: Definition) -> Iterator[Act] | None:
        if not definition.take(buffer):
            return None
        self._definition = None
        self.graphics.store(definition)
        return iter(())

    def _raster_row(self, buffer: bytearray, raster: _Raster) -> Iterator[Act] | None:
        if len(buffer) < raster.stride:
            return None
        row = bytes(buffer[: raster.stride])
        del buffer[: raster.stride]
        raster.rows -= 1
        if raster.rows == 0:
            self._raster = None
        wide = doubled(row) if raster.mode & 1 else row
        line = placed(wide, self._dots, self._set.alignment)
        return iter([PrintRow(line)] * (2 if raster.mode & 2 else 1))

    def _obey(self, command: bytes) -> Iterator[Act]:
        match command[0]:
            case 0x1B:
                return self._escape(command)
            case 0x1D:
                return self._group(command)
            case 0x0A:
                return self._line()
            case 0x06:
                block = self.graphics.acknowledged()
                return iter([Answer("keys", block)] if block else [])
            case _ if command[0] >= 0x20:
                self._set.text += command
        return iter(())

    def _line(self) -> Iterator[Act]:
        text = self._set.text.decode(self._set.code_page, "replace")
        self._set.text.clear()
        if not text:
            return self._feed(self._set.line_dots)
        rows = [
            PrintRow(placed(r, self._dots, self._set.alignment))
            for r in text_rows(text, self._set.across, self._set.down)
        ]
        return iter([*rows, *self._feed(max(0, self._set.line_dots - len(rows)))])

    def _feed(self, dots: int) -> Iterator[Act]:
        return iter([PrintRow(self._blank)] * dots)

    def _escape(self, command: bytes) -> Iterator[Act]:
        value = command[2] if len(command) > 2 else 0
        match chr(command[1]):
            case "@":
                self._set = _Settings()
                self.graphics.lose_ram()
                return iter([PushStatus(on=False)])
            case "J":
                return self._feed(value)
            case "d":
                return iter([*self._line(), *self._feed((value - 1) * self._set.line_dots)])
            case letter:
                self._change(letter, value, command)
        return iter(())

    def _change(self, letter: str, value: int, command: bytes) -> None:
        """Change a setting of ESC; what has no effect on our paper is known and passed over."""
        match letter:
            case "a":
                self._set.alignment = value % 48 if value % 48 < 3 else 0
            case "t":
                self._set.code_page = _CODE_PAGES.get(value, "cp437")
            case "2" | "3":
                self._set.line_dots = value if letter == "3" else _LINE_DOTS
            case "!":
                self._set.across, self._set.down = 2 if value & 0x20 else 1, 2 if value & 0x10 else 1
            case _ if letter not in _WITHOUT_EFFECT:
                self.unknown.append(command)

    def _group(self, command: bytes) -> Iterator[Act]:
        match chr(command[1]):
            case "v":
                self._begin_raster(command)
            case "!":
                self._set.across, self._set.down = (command[2] >> 4 & 7) + 1, (command[2] & 7) + 1
            case "(":
                return self._extended(command)
            case letter if letter in _ACTS:
                return iter([_ACTS[letter](command[2])])
            case letter if letter not in _WITHOUT_EFFECT:
                self.unknown.append(command)
        return iter(())

    def _begin_raster(self, command: bytes) -> None:
        stride, rows = command[4] | command[5] << 8, command[6] | command[7] << 8
        self._raster = _Raster(stride, rows, command[3] & 3) if stride and rows else None

    def _extended(self, command: bytes) -> Iterator[Act]:
        letter, body = chr(command[2]), command[5:]
        if letter == "L":
            return self._graphics(command, body)
        if letter == "H" and body[:2] == b"00" and len(body) == 6:
            return iter([Answer("token", body[2:])])
        if letter != "k" or body[:1] != b"1":
            self.unknown.append(command)
            return iter(())
        match body[1]:
            case 67:
                self._set.qr_module = body[2]
            case 80:
                self._set.qr_text = body[3:].decode("utf-8", "replace")
            case 81 if self._set.qr_text:
                return self._qr()
            case 82 if self._set.qr_text:
                return iter([Answer("keys", self._qr_size())])
        return iter(())

    def _graphics(self, command: bytes, body: bytes) -> Iterator[Act]:
        """Begin to receive a picture, print or delete one, or list their keys."""
        if is_definition(command):
            self._definition = self.graphics.begin(command)
        if not self.graphics.knows(body):
            self.unknown.append(command)
        elif self._definition is None:
            match self.graphics.obey(body):
                case Bitmap() as picture:
                    return self._picture(picture)
                case bytes() as block:
                    return iter([Answer("keys", block)])
        return iter(())

    def _picture(self, picture: Bitmap) -> Iterator[Act]:
        rows = [doubled(row) for row in picture.rows()] if picture.scale == 2 else list(picture.rows())
        return (PrintRow(placed(row, self._dots, self._set.alignment)) for row in rows for _ in range(picture.scale))

    def _qr_size(self) -> bytes:
        """Return the answer to fn 82: width and height in dots, "1" as ever, and "0" for one that fits the paper."""
        dots = modules(self._set.qr_text) * self._set.qr_module
        size = str(dots).encode()
        return b"\x37\x36" + size + b"\x1f" + size + b"\x1f1\x1f" + (b"0" if dots <= self._dots else b"1") + b"\x00"

    def _qr(self) -> Iterator[Act]:
        picture = qr_picture(self._set.qr_text, self._set.qr_module, self._dots)
        # The picture stands in the middle of the paper; put it where the alignment says.
        part = picture.ink()
        if part is None or self._set.alignment == 1:
            return (PrintRow(row) for row in picture.rows())
        shift = part[0] if self._set.alignment == 0 else part[2] - self._dots
        return (PrintRow(row) for row in picture.shifted(-shift).rows())
