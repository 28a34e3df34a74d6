"""What a person, or bad luck, can do to the printer, each by its word.

>>> parse("cover-open").word, parse("paper-low 30 after 900")
('cover-open', Order(word='paper-low', amount_mm=30.0, after_bytes=900))
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from printer.emulator.hardware.mechanism import MemoryPrinter
from printer.profiles import PAPERS


class OrderError(ValueError):
    """Not an order; the text says what is."""


@dataclass(frozen=True, slots=True)
class Order:
    """One act: which, how many mm of paper where that matters, and after how many more bytes, 0 for now."""

    word: str
    amount_mm: float | None = None
    after_bytes: int = 0


def _jam_presenter(printer: MemoryPrinter) -> None:
    printer.presenter.will_jam = True


LONGEST_ROLL_MM = 1_000_000
"""More than any roll has; an infinite one cannot be counted in dots."""
ACTS: dict[str, Callable[[MemoryPrinter, float | None], object]] = {
    "cover-open": lambda printer, _mm: printer.open_cover(),
    "cover-close": lambda printer, _mm: printer.close_cover(),
    "paper-out": lambda printer, _mm: printer.cut_paper_short(0),
    "paper-low": lambda printer, mm: printer.cut_paper_short(printer.build.near_end_mm / 2 if mm is None else mm),
    "refill": lambda printer, mm: printer.refill(mm),
    "roll-58": lambda printer, mm: printer.refill(mm, paper_dots=PAPERS[58].dots),
    "tear": lambda printer, _mm: printer.tear_off(),
    "take": lambda printer, _mm: printer.take_ticket(),
    "cutter-jam": lambda printer, _mm: printer.jam_cutter(),
    "presenter-jam": lambda printer, _mm: _jam_presenter(printer),
    "free": lambda printer, _mm: printer.free_jams(),
    "silent": lambda printer, _mm: printer.fall_silent(),
    "wake": lambda printer, _mm: printer.wake_up(),
    "unplug": lambda printer, _mm: printer.unplug(),
    "plug": lambda printer, _mm: printer.plug_in(),
    "power-off": lambda printer, _mm: printer.power_off(),
    "power-on": lambda printer, _mm: printer.power_on(),
    "power-cycle": lambda printer, _mm: printer.power_cycle(),
}


def parse(line: str) -> Order:
    """Return the order in words: a word, then if wanted mm of paper, then `after N` bytes. Raises OrderError."""
    words = line.split()
    word = words.pop(0) if words else ""
    after = 0
    if len(words) >= 2 and words[-2] == "after":
        after = int(_number(words[-1]))
        del words[-2:]
    amount = _number(words.pop(0)) if words else None
    if words:
        raise OrderError(f"{line!r} is too long: a word, mm of paper, `after` and a number of bytes")
    return checked(Order(word, amount, after))


def checked(order: Order) -> Order:
    """Return the order when it can be carried out; raises OrderError."""
    if order.word not in ACTS:
        raise OrderError(f"{order.word!r} is unknown; the words are: {', '.join(sorted(ACTS))}")
    if order.after_bytes < 0 or (order.amount_mm or 0) < 0:
        raise OrderError(f"{order.word}: neither millimetres nor bytes are below 0")
    if not (order.amount_mm or 0) <= LONGEST_ROLL_MM:  # NaN is neither above nor below
        raise OrderError(f"{order.word}: a roll has at most {LONGEST_ROLL_MM} mm")
    return order


def carry_out(order: Order, printer: MemoryPrinter) -> None:
    """Do it now, or once the printer has received this many more bytes."""

    def act(it: MemoryPrinter) -> None:
        ACTS[order.word](it, order.amount_mm)

    if order.after_bytes:
        printer.after_bytes(order.after_bytes, act)
    else:
        act(printer)


def _number(word: str) -> float:
    try:
        number = float(word)
    except ValueError as error:
        raise OrderError(f"{word!r} is not a number") from error
    if not math.isfinite(number):
        raise OrderError(f"{word!r} is not a number")
    return number
