"""`main.py printer emulate`: a printer that any program can print to."""

from __future__ import annotations

import argparse
import math
import os
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from printer.emulator.acts import LONGEST_ROLL_MM, OrderError, carry_out, parse
from printer.emulator.fakes import Build, MemoryPrinter, Sheet
from printer.emulator.picture import LivePicture
from printer.profiles import PAPERS

if TYPE_CHECKING:
    from printer.emulator.control import Control
    from printer.emulator.server import Emulator

_ANSWERS = {
    "status": "answers_status",
    "pushes": "answers_pushes",
    "fences": "answers_fences",
    "process-ids": "answers_tokens",
    "clear": "can_clear",
}
"""What a printer may lack, as `--without` names it, and what that is called in its build."""
_PTY_BAUD = 115_200
_EPILOG = """Faults: one a line on standard input, or at the start by --fault: a word, for paper-low and refill the
millimetres of paper if wanted, and `after N` to have it happen N bytes later, as in `cover-open after 900`. The words:
cover-open, cover-close, paper-out, paper-low, refill, roll-58, tear, take, cutter-jam, presenter-jam, free, silent,
wake, unplug, plug, power-off, power-on, power-cycle. Over HTTP (--control): GET /printer, GET /paper.png and
POST /acts with {"act": "cover-open", "mm": 30, "after_bytes": 900}."""


def add_emulate(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.set_defaults(act=_emulate)
    parser.epilog = _EPILOG
    reach = parser.add_argument_group("how it is reached")
    reach.add_argument("--tcp", type=int, metavar="PORT", help="listen on this TCP port of 127.0.0.1 (0: any free one)")
    reach.add_argument("--pty", action="store_true", help="be a serial port (a pseudo-terminal)")
    reach.add_argument("--control", type=int, metavar="PORT", help="take faults by HTTP on this port (0: any free one)")
    reach.add_argument(
        "--baud", type=int, help="speed of the line to it; default: 115200 with --pty alone, else no limit"
    )
    reach.add_argument("--no-flow-control", action="store_true", help="lose what comes when the buffer is full")
    paper = parser.add_argument_group("its paper")
    paper.add_argument("--out", type=Path, metavar="DIR", help="write a picture of every paper here")
    paper.add_argument("--picture", type=Path, metavar="PNG", help="keep a picture of the paper as it comes out")
    paper.add_argument("--roll-mm", type=float, default=80_000.0, help="length of a roll, mm")
    paper.add_argument("--near-end-mm", type=float, default=8_000.0, help="where the near-end sensor trips, mm")
    paper.add_argument(
        "--roll-width-mm", type=int, choices=sorted(PAPERS), help="a roll of another width than the head"
    )
    add_paper(paper)
    build = parser.add_argument_group("how it is made")
    build.add_argument("--speed-mm-s", type=float, default=200.0, help="speed of the paper, mm/s")
    build.add_argument("--cut-s", type=float, default=0.35, help="time of a cut, s")
    build.add_argument("--buffer-bytes", type=int, default=4096, help="bytes that it stores before it prints")
    build.add_argument("--presenter", action="store_true", help="hold each ticket out until it is taken")
    build.add_argument(
        "--without", action="append", choices=sorted(_ANSWERS), default=[], help="an answer it does not give; repeat"
    )
    build.add_argument("--one-way", action="store_true", help="never answer")
    build.add_argument("--fault", action="append", default=[], metavar="WORDS", help="a fault from the start; repeat")


def add_paper(parser: argparse._ActionsContainer) -> None:
    """Add the paper's width."""
    parser.add_argument("--paper-mm", type=int, choices=sorted(PAPERS), default=80, help="paper width in mm")


def need_gui() -> None:
    """Have a QGuiApplication, which text needs; without a screen, off screen."""
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
    from printer.emulator.server import Emulator  # noqa: PLC0415

    need_gui()
    printer = _printer(arguments)
    for words in arguments.fault:
        carry_out(parse(words), printer)
    look = LivePicture(arguments.picture).show if arguments.picture else None
    emulator = Emulator(printer, _Papers(arguments.out), look=look)
    try:
        control = _open(emulator, arguments)
    except OSError as error:
        print(f"printer emulate: cannot listen there: {error.strerror}; give another port, or 0", file=sys.stderr)
        return 1
    threading.Thread(target=_obey_words, args=(emulator,), daemon=True).start()
    try:
        emulator.serve()
    finally:
        if control is not None:
            control.close()
    return 0


def _open(emulator: Emulator, arguments: argparse.Namespace) -> Control | None:
    """Open the ways to the printer and tell their addresses; raises OSError when a port is taken."""
    from printer.emulator.control import Control  # noqa: PLC0415

    if arguments.tcp is not None:
        print(f"tcp://127.0.0.1:{emulator.listen_tcp(arguments.tcp)}", flush=True)
    if arguments.pty:
        print(f"serial://{emulator.open_pty()}?baud={emulator.printer.build.link_baud or _PTY_BAUD}", flush=True)
    if arguments.control is None:
        return None
    control = Control(emulator, arguments.control)
    print(f"http://127.0.0.1:{control.port}", flush=True)
    return control


def _problem(arguments: argparse.Namespace) -> str:
    if arguments.tcp is None and not arguments.pty:
        return "give --tcp PORT, --pty or both"
    for port in (arguments.tcp, arguments.control):
        if port is not None and not 0 <= port <= 65535:
            return f"port {port} is not between 0 and 65535"
    return _wrong_number(arguments) or _wrong_folder(arguments) or _wrong_fault(arguments.fault)


def _wrong_number(arguments: argparse.Namespace) -> str:
    for name in ("speed_mm_s", "roll_mm", "buffer_bytes", "baud"):
        value = vars(arguments)[name]
        if value is not None and not value > 0:
            return f"--{name.replace('_', '-')} must be above 0"
    for name in ("near_end_mm", "cut_s"):
        if not 0 <= getattr(arguments, name) < math.inf:
            return f"--{name.replace('_', '-')} must be a number that is not below 0"
    if arguments.roll_mm > LONGEST_ROLL_MM:
        return f"--roll-mm: a roll has at most {LONGEST_ROLL_MM} mm"
    return ""


def _wrong_folder(arguments: argparse.Namespace) -> str:
    try:
        if arguments.out:
            arguments.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return f"cannot make the folder {arguments.out}: {error.strerror}"
    if arguments.picture and not arguments.picture.parent.is_dir():
        return f"there is no folder {arguments.picture.parent} for the picture"
    return ""


def _wrong_fault(faults: list[str]) -> str:
    try:
        for words in faults:
            parse(words)
    except OrderError as error:
        return f"--fault: {error}"
    return ""


def _printer(arguments: argparse.Namespace) -> MemoryPrinter:
    return MemoryPrinter(_build(arguments))


def _build(arguments: argparse.Namespace) -> Build:
    lacks = _ANSWERS if arguments.one_way else arguments.without
    build = Build(
        dots=PAPERS[arguments.paper_mm].dots,
        paper_dots=PAPERS[arguments.roll_width_mm].dots if arguments.roll_width_mm else None,
        speed_mm_s=arguments.speed_mm_s,
        cut_s=arguments.cut_s,
        link_baud=arguments.baud or (_PTY_BAUD if arguments.tcp is None else None),
        buffer_bytes=arguments.buffer_bytes,
        roll_mm=arguments.roll_mm,
        near_end_mm=arguments.near_end_mm,
        presenter=arguments.presenter,
        flow_control=not arguments.no_flow_control,
    )
    return replace(build, **{_ANSWERS[name]: False for name in lacks})


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
        try:
            order = parse(line)
        except OrderError as error:
            print(f"printer emulate: {error}", file=sys.stderr, flush=True)
            continue
        with emulator.lock:
            carry_out(order, emulator.printer)
        print(f"done: {line.strip()}", flush=True)
