"""Pieces of a ticket as ESC/POS bytes; the only user of python-escpos.

The commands come from python-escpos's table of constants. Pictures and the parts of a QR code get their lengths here,
byte for byte as its printer classes do (tests compare them): those classes load Pillow and parse a printer database.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from types import ModuleType

from printer.escpos.pieces import Blank, NativeQr, NativeText, Picture, Piece, Stored
from printer.escpos.stored_graphics import print_command
from printer.render.bitmap import Bitmap, tightened

SEGMENT_BYTES = 1024
_BAND_BYTES = 960
_CELL_HEIGHT = 24
_BAND_COST = 16
"""A band's header has 8 bytes; as many again are put on it, so that a picture does not fall into single rows."""
_import_lock = threading.Lock()


def encode(pieces: list[Piece], *, spares_memory: bool = False) -> list[bytes]:
    """Return the ticket as segments of at most 1 KB, each of whole commands; the last one cuts.

    A segment is small enough for any printer's buffer and is what is confirmed at a time. `spares_memory` puts the
    settings in order one by one, because ESC @ also empties the printer's RAM of pictures.
    """
    commands = [_settled() if spares_memory else _command("init"), _command("centre")]
    feed = 0
    for piece in pieces:
        match piece:
            case Blank(rows):
                feed += rows
            case Picture(above, bitmap, below):
                commands += [*_feed(feed + above), *_bands(bitmap)]
                feed = below
            case Stored(above, art, below):
                commands += [*_feed(feed + above), print_command(art)]
                feed = below
            case NativeQr(text, module_dots):
                commands += [*_feed(feed), _qr(text, module_dots)]
                feed = 0
            case NativeText(text, across, down):
                commands += [*_feed(feed), _text(text, across, down)]
                feed = 0
    # The cut travels with the last dots: while it is unsent or unconfirmed, there is no whole ticket.
    commands[-1] += b"".join(_feed(feed)) + _command("cut")
    return _segments(commands)


def cut_stub() -> bytes:
    """Return the commands that put the printer in order and cut off whatever hangs out of it."""
    return _command("init") + _command("cut")


def warm_up() -> None:
    """Import what the first ticket needs; any thread."""
    _command("init")


def _segments(commands: list[bytes]) -> list[bytes]:
    segments = [b""]
    for command in commands:
        if segments[-1] and len(segments[-1]) + len(command) > SEGMENT_BYTES:
            segments.append(b"")
        segments[-1] += command
    return segments


@lru_cache(maxsize=256)
def _bands(bitmap: Bitmap) -> tuple[bytes, ...]:
    """Return a picture as commands of at most 1 KB, each as narrow as the ink in it."""
    return tuple(command for band in tightened(bitmap, _BAND_COST) for command in _parts(band))


def _parts(band: Bitmap) -> list[bytes]:
    rows = max(1, _BAND_BYTES // band.stride)
    return [raster(band.sliced(top, min(top + rows, band.height))) for top in range(0, band.height, rows)]


def raster(bitmap: Bitmap) -> bytes:
    """Return GS v 0 for one picture; mode 3 doubles each dot both ways."""
    header: bytes = _constants().S_RASTER_Q if bitmap.scale == 2 else _constants().S_RASTER_N
    return header + bitmap.stride.to_bytes(2, "little") + bitmap.height.to_bytes(2, "little") + bitmap.data


def _text(text: str, across: int, down: int) -> bytes:
    """Return a line in the printer's own font, magnified ones bold, as high as its characters and without a gap below.

    The line spacing is set to the height of the line: printers differ in what they do with a smaller one.
    """
    table = _constants()
    size: bytes = table.TXT_SIZE + bytes(((across - 1) << 4 | (down - 1),))
    bold: bytes = table.TXT_STYLE["bold"][across > 1]
    spacing: bytes = table.LINESPACING_FUNCS[180] + bytes((_CELL_HEIGHT * down,))
    return size + bold + spacing + text.encode("ascii") + b"\n"


@lru_cache(maxsize=1)
def _settled() -> bytes:
    """Return what ESC @ would put in order, setting by setting: everything that changes how a ticket looks.

    Size, bold, double strike, underline, upside down, turned, font, distances, character set, code page, line spacing,
    white on black, left margin.
    """
    table = _constants()
    style = table.TXT_STYLE
    esc, gs = table.ESC, table.GS
    settings: tuple[bytes, ...] = (
        table.TXT_NORMAL,
        style["bold"][False],
        esc + b"G\x00",
        style["underline"][0],
        style["flip"][False],
        esc + b"V\x00",
        style["font"]["a"],
        esc + b" \x00",
        esc + b"R\x00",
        table.CODEPAGE_CHANGE + b"\x00",
        table.LINESPACING_RESET,
        table.TXT_SIZE + b"\x00",
        style["invert"][False],
        gs + b"L\x00\x00",
    )
    return b"".join(settings)


def _feed(rows: int) -> list[bytes]:
    """Return ESC J commands for blank rows; one feeds at most 255."""
    return [bytes((0x1B, 0x4A, min(255, rows - done))) for done in range(0, rows, 255)]


@lru_cache(maxsize=1)
def _constants() -> ModuleType:
    """Return python-escpos's table of constants, imported once.

    Not its printer classes: they would bring Pillow and the printer database into the kiosk, 14 MB and a quarter of a
    second, and leave a temporary folder behind at each start. A test compares our bytes with what those classes send.
    """
    with _import_lock:
        from escpos import constants  # noqa: PLC0415
    table: ModuleType = constants
    return table


def _command(name: str) -> bytes:
    table = _constants()
    commands: dict[str, bytes] = {
        "init": table.HW_INIT,
        "centre": table.TXT_STYLE["align"]["center"],
        "cut": table.GS + b"VB\x00",
    }
    return commands[name]


def _qr(text: str, module_dots: int) -> bytes:
    """Return the native QR code: model 2, module size, correction M, the text, print."""
    data, table = text.encode("utf-8"), _constants()
    functions = (
        b"A" + bytes((0x30 + table.QR_MODEL_2, 0)),
        b"C" + bytes((module_dots,)),
        b"E" + bytes((0x30 + table.QR_ECLEVEL_M,)),
        b"P0" + data,
        b"Q0",
    )
    return b"".join(_symbol_function(parameters) for parameters in functions)


def _symbol_function(parameters: bytes) -> bytes:
    """Return GS ( k for symbol kind 49 (QR) with the function's letter and parameters."""
    gs: bytes = _constants().GS
    return gs + b"(k" + (len(parameters) + 1).to_bytes(2, "little") + b"1" + parameters
