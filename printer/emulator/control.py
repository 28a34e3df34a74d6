r"""Ask the emulated printer how it is and do things to it over HTTP, from any program on this machine.

`GET /printer` gives its state, `GET /paper.png` the paper that hangs out or came last, and `POST /acts` with
`{"act": "cover-open", "mm": 30, "after_bytes": 900}` (the last two as wanted) does what a person could do.
"""

from __future__ import annotations

import json
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter

from printer.emulator.acts import Order, OrderError, carry_out, checked
from printer.emulator.hardware.mechanism import MemoryPrinter
from printer.emulator.hardware.paper import Sheet
from printer.emulator.picture import paper_in_sight
from printer.emulator.server import Emulator
from printer.profiles import DOTS_PER_MM

_LARGEST_ORDER_BYTES = 4096


def state_of(printer: MemoryPrinter) -> dict[str, object]:
    """Return everything one can see of the printer, as JSON knows it."""
    sensors, roll = printer.sensors, printer.roll
    return {
        "cover_open": sensors.cover_open,
        "paper_left_mm": roll.left_dots / DOTS_PER_MM,
        "paper_out": roll.out,
        "paper_near_end": roll.near_end,
        "paper_mm": roll.dots // DOTS_PER_MM,
        "cutter_jammed": sensors.cutter_jammed,
        "presenter_jammed": sensors.presenter_jammed,
        "ticket_held": sensors.ticket_held,
        "tickets_not_taken": printer.presenter.not_taken,
        "silent": printer.silent,
        "unplugged": printer.unplugged,
        "switched_off": printer.switched_off,
        "restarts": printer.restarts,
        "received_bytes": printer.received_bytes,
        "waiting_bytes": printer.waiting_bytes,
        "lost_bytes": printer.lost_bytes,
        "papers": roll.parted,
        "unknown_commands": [command.hex(" ") for command in printer.interpreter.unknown],
    }


class Control:
    """An HTTP server on this machine alone, in its own thread, from its making to `close`."""

    def __init__(self, emulator: Emulator, port: int = 0) -> None:
        """Raises OSError when the port is taken."""
        self._server = _ControlServer(("127.0.0.1", port), emulator)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return self._server.server_port

    def close(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _ControlServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, at: tuple[str, int], emulator: Emulator) -> None:
        super().__init__(at, _Handler)
        self.emulator = emulator


class _Handler(BaseHTTPRequestHandler):
    server: _ControlServer

    def do_GET(self) -> None:
        if self.path == "/printer":
            self._tell_state()
        elif self.path == "/paper.png":
            with self.server.emulator.lock:
                sheet = paper_in_sight(self.server.emulator.printer.roll)
            if sheet is None:
                self._refuse(HTTPStatus.NOT_FOUND, "nothing has been printed yet")
            else:
                self._answer(HTTPStatus.OK, "image/png", _png(sheet))
        else:
            self._refuse(HTTPStatus.NOT_FOUND, f"{self.path} is not here; /printer and /paper.png are")

    def do_POST(self) -> None:
        if self.path != "/acts":
            self._refuse(HTTPStatus.NOT_FOUND, f"{self.path} is not here; acts go to /acts")
            return
        size = self.headers.get("Content-Length", "")
        if not size.isdecimal() or int(size) > _LARGEST_ORDER_BYTES:
            self._refuse(HTTPStatus.BAD_REQUEST, f"send at most {_LARGEST_ORDER_BYTES} bytes with their length")
            return
        try:
            order = _order(self.rfile.read(int(size)))
        except OrderError as error:
            self._refuse(HTTPStatus.BAD_REQUEST, str(error))
            return
        with self.server.emulator.lock:
            carry_out(order, self.server.emulator.printer)
        self._tell_state()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Keep quiet: standard output is for the papers."""

    def _tell_state(self) -> None:
        with self.server.emulator.lock:
            state = state_of(self.server.emulator.printer)
        self._answer(HTTPStatus.OK, "application/json", json.dumps(state).encode())

    def _refuse(self, status: HTTPStatus, reason: str) -> None:
        self._answer(status, "application/json", json.dumps({"error": reason}).encode())

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _order(body: bytes) -> Order:
    """Return the order in a JSON object; raises OrderError, which says what is wrong with it."""
    try:
        given = json.loads(body)
    except ValueError as error:
        raise OrderError(f"not JSON: {error}") from error
    if not isinstance(given, dict):
        raise OrderError('send an object such as {"act": "cover-open"}')
    unknown = sorted(given.keys() - {"act", "mm", "after_bytes"})
    if unknown:
        raise OrderError(f"unknown: {', '.join(unknown)}; known are act, mm and after_bytes")
    amount, after = given.get("mm"), given.get("after_bytes", 0)
    if amount is not None and (isinstance(amount, bool) or not isinstance(amount, int | float)):
        raise OrderError("mm is a number")
    if isinstance(after, bool) or not isinstance(after, int):
        raise OrderError("after_bytes is a whole number")
    return checked(Order(str(given.get("act", "")), amount, after))


def _png(sheet: Sheet) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(sheet.as_paper())
    return bytes(buffer.data().data())
