"""Let any program print to the memory printer, over TCP or a pseudo-terminal."""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import threading
import time
import tty
from collections.abc import Callable

from printer.emulator.hardware.mechanism import MemoryPrinter
from printer.emulator.hardware.paper import Sheet
from printer.emulator.line_speed import Line
from printer.emulator.picture import Looker

_TICK_S = 0.004
_WAITING_ROOM = 8
"""How many programs may be connected, without an answer, to a printer that has hung."""
_CHUNK_BYTES = 1024


class Emulator:
    """Serves one printer to one client at a time, in real time. `serve` blocks; stop it from any thread.

    `lock` guards the printer: hold it to open the cover or to look at the paper while the emulator runs. Its bytes
    come in no faster than `Build.link_baud`. At a `pace` of 20 twenty of its seconds pass in one: link, mechanism and
    start are that much faster. `look` is shown the paper at each beat.
    """

    def __init__(
        self,
        printer: MemoryPrinter,
        on_sheet: Callable[[Sheet], None] | None = None,
        *,
        look: Looker | None = None,
        pace: float = 1.0,
    ) -> None:
        self.printer = printer
        self.lock = threading.Lock()
        self._look = look
        self._pace = pace
        self._line = Line(printer.build.link_baud)
        self._restarts = printer.restarts
        self._on_sheet = on_sheet or (lambda _sheet: None)
        self._seen = printer.roll.parted
        self._stop = threading.Event()
        self._selector = selectors.DefaultSelector()
        self._client: socket.socket | None = None
        self._master: int | None = None
        self._slave: int | None = None
        self._unread = b""
        self._hung = printer.silent

    def listen_tcp(self, port: int, host: str = "127.0.0.1") -> int:
        """Listen on a TCP port (0: any free one) and return it; raises OSError when it is taken."""
        server = socket.create_server((host, port), backlog=_WAITING_ROOM)
        server.setblocking(False)
        self._selector.register(server, selectors.EVENT_READ, self._accept)
        return int(server.getsockname()[1])

    def open_pty(self) -> str:
        """Open a pseudo-terminal and return the path that a program opens as its serial port."""
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self._selector.register(self._master, selectors.EVENT_READ, self._read_pty)
        return os.ttyname(self._slave)

    def hang_up(self) -> None:
        """Make the serial port vanish, as a USB adapter that is pulled out; `open_pty` gives a new one."""
        with self.lock:
            self._close_pty()

    def serve(self) -> None:
        """Run until stopped."""
        start = time.monotonic() - self.printer.now_s / self._pace
        while not self._stop.is_set():
            stuck = self._unread or self._hung
            if stuck:  # what waits at a full or hung printer or on a slow line is not waited for in `select`
                self._stop.wait(_TICK_S)
            ready = [key.data for key, _ in self._selector.select(0 if stuck else _TICK_S)]
            for act in sorted(ready, key=lambda data: data == self._accept):  # who has left makes room for who comes
                if not (self._hung if act == self._accept else self._unread):
                    act()
            with self.lock:
                self._tick((time.monotonic() - start) * self._pace)
        self._close()

    def stop(self) -> None:
        """Make `serve` return soon."""
        self._stop.set()

    def _tick(self, now_s: float) -> None:
        self.printer.run(now_s)
        if self.printer.unplugged and self._client is None and not self.printer.build.flow_control:
            # On a pulled cable without flow control nothing keeps the host from sending on, into the air.
            self.printer.lost_bytes += len(self._unread)
            self._unread = b""
        room = self._line.room(now_s, len(self._unread))
        if room:
            taken = self.printer.take(self._unread[:room])
            self._unread = self._unread[taken:]
            self._line.carried(taken)
        self._hung = self.printer.silent
        if self.printer.unplugged or self._network_is_down():
            self._drop_client()
        elif not self.printer.silent:
            self._say(self.printer.replies())
        new = self.printer.roll.parted - self._seen
        for sheet in self.printer.sheets[-new:] if new else []:
            self._on_sheet(sheet)
        self._seen += new
        if self._look is not None:
            self._look(self.printer.roll, now_s)

    def _network_is_down(self) -> bool:
        """Whether the printer's own network part lost its power, and with it every connection."""
        restarted, self._restarts = self._restarts != self.printer.restarts, self.printer.restarts
        return restarted or self.printer.switched_off

    def _accept(self) -> None:
        for key in list(self._selector.get_map().values()):
            if key.data == self._accept and isinstance(key.fileobj, socket.socket):
                client, _ = key.fileobj.accept()
                break
        if self._client is not None or self.printer.unplugged or self.printer.switched_off:
            client.close()
            return
        client.setblocking(False)
        self._client = client
        self._selector.register(client, selectors.EVENT_READ, self._read_tcp)

    def _read_tcp(self) -> None:
        if self._client is None:
            return
        with contextlib.suppress(BlockingIOError):
            try:
                chunk = self._client.recv(_CHUNK_BYTES)
            except ConnectionError:
                chunk = b""
            self._unread += chunk
            if not chunk:
                self._drop_client()

    def _read_pty(self) -> None:
        if self._master is not None:
            with contextlib.suppress(OSError):
                self._unread += os.read(self._master, _CHUNK_BYTES)

    def _say(self, words: bytes) -> None:
        if not words:
            return
        with contextlib.suppress(OSError):
            if self._client is not None:
                self._client.sendall(words)
            elif self._master is not None:
                os.write(self._master, words)

    def _drop_client(self) -> None:
        if self._client is not None:
            self._selector.unregister(self._client)
            self._client.close()
            self._client = None
            self._unread = b""

    def _close(self) -> None:
        self._drop_client()
        for key in list(self._selector.get_map().values()):
            if isinstance(key.fileobj, socket.socket):
                key.fileobj.close()
        self._close_pty()
        self._selector.close()

    def _close_pty(self) -> None:
        if self._master is not None:
            self._selector.unregister(self._master)
        for descriptor in (self._master, self._slave):
            if descriptor is not None:
                os.close(descriptor)
        self._master = self._slave = None
