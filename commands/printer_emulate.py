"""`main.py printer emulate`: a printer that any program can print to."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from printer.profiles import PAPERS

if TYPE_CHECKING:
    from printer.fakes import MemoryPrinter, Sheet
    from printer.memory.server import Emulator

_WORDS: dict[str, Callable[[MemoryPrinter], None]] = {
    "paper-out": lambda printer: printer.cut_paper_short(0),
    "paper-low": lambda printer: printer.cut_paper_short(printer.build.near_end_mm / 2),
    "refill": lambda printer: printer.refill(),
    "cover-open": lambda printer: printer.open_cover(),
    "cover-close": lambda printer: printer.close_cover(),
    "silent": lambda printer: printer.fall_silent(),
    "unplug": lambda printer: printer.unplug(),
    "power-cycle": lambda printer: printer.power_cycle(),
}


def add_emulate(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.set_defaults(act=_emulate)
    parser.add_argument(
        "--tcp", type=int, metavar="PORT", help="listen on this TCP port of 127.0.0.1 (0: any free one)"
    )
    parser.add_argument("--pty", action="store_true", help="be a serial port (a pseudo-terminal)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write a picture of every paper here")
    parser.add_argument("--speed-mm-s", type=float, default=200.0, help="speed of the paper, mm/s")
    parser.add_argument("--one-way", action="store_true", help="never answer")
    add_paper(parser)
    parser.epilog = f"Faults on request, one word a line on standard input: {', '.join(_WORDS)}."


def add_paper(parser: argparse.ArgumentParser) -> None:
    """Add the paper's width."""
    parser.add_argument("--paper-mm", type=int, choices=sorted(PAPERS), default=80, help="paper width in mm")


def need_gui() -> None:
    """Have a QGuiApplication, which text needs; without a screen, off screen."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _kept.append(QGuiApplication(["dawr-printer"]))


_kept: list[object] = []  # Qt's application object must outlive the command


def _emulate(arguments: argparse.Namespace) -> int:
    problem = _problem(arguments)
    if problem:
        print(f"printer emulate: {problem}", file=sys.stderr)
        return 2
    from printer.memory.server import Emulator

    need_gui()
    emulator = Emulator(_printer(arguments), _Papers(arguments.out))
    if arguments.tcp is not None:
        try:
            print(f"tcp://127.0.0.1:{emulator.listen_tcp(arguments.tcp)}", flush=True)
        except OSError as error:
            print(f"printer emulate: cannot listen on port {arguments.tcp}: {error.strerror}", file=sys.stderr)
            return 1
    if arguments.pty:
        print(f"serial://{emulator.open_pty()}?baud=115200", flush=True)
    threading.Thread(target=_obey_words, args=(emulator,), daemon=True).start()
    emulator.serve()
    return 0


def _problem(arguments: argparse.Namespace) -> str:
    if arguments.tcp is None and not arguments.pty:
        return "give --tcp PORT, --pty or both"
    if arguments.tcp is not None and not 0 <= arguments.tcp <= 65535:
        return f"port {arguments.tcp} is not between 0 and 65535"
    if not arguments.speed_mm_s > 0:
        return "--speed-mm-s must be above 0"
    try:
        if arguments.out:
            arguments.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return f"cannot make the folder {arguments.out}: {error.strerror}"
    return ""


def _printer(arguments: argparse.Namespace) -> MemoryPrinter:
    from printer.fakes import Build, MemoryPrinter

    answers = not arguments.one_way
    build = Build(
        dots=PAPERS[arguments.paper_mm].dots,
        speed_mm_s=arguments.speed_mm_s,
        cut_s=0.35,
        answers_status=answers,
        answers_fences=answers,
        answers_tokens=answers,
        can_clear=answers,
    )
    return MemoryPrinter(build)


class _Papers:
    """Tells of each paper that comes out and keeps its picture, numbered on from what the folder holds."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._count = len(list(folder.glob("paper_*.png"))) if folder else 0

    def __call__(self, sheet: Sheet) -> None:
        self._count += 1
        told = [f"paper {self._count}: {sheet.length_mm:.0f} mm"]
        if sheet.torn:
            told.append("torn")
        if self._folder:
            path = self._folder / f"paper_{self._count:04d}.png"
            sheet.save(path)
            told.append(str(path))
        print(", ".join(told), flush=True)


def _obey_words(emulator: Emulator) -> None:
    for line in sys.stdin:
        act = _WORDS.get(line.strip())
        if act is None:
            print(f"not a word: {line.strip()!r}; known are {', '.join(_WORDS)}", file=sys.stderr, flush=True)
            continue
        with emulator.lock:
            act(emulator.printer)
        print(f"done: {line.strip()}", flush=True)
