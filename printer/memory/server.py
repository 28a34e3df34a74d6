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

from printer.memory.mechanism import MemoryPrinter
from printer.memory.paper import Sheet

_TICK_S = 0.004
_CHUNK_BYTES = 1024


class Emulator:
    """Serves one printer to one client at a time, in real time. `serve` blocks; stop it from any thread.

    `lock` guards the printer: hold it to open the cover or to look at the paper while the emulator runs.
    """

    def __init__(self, printer: MemoryPrinter, on_sheet: Callable[[Sheet], None] | None = None) -> None:
        self.printer = printer
        self.lock = threading.Lock()
        self._on_sheet = on_sheet or (lambda _sheet: None)
        self._seen = printer.roll.parted
        self._stop = threading.Event()
        self._selector = selectors.DefaultSelector()
        self._client: socket.socket | None = None
        self._master: int | None = None
        self._slave: int | None = None
        self._unread = b""

    def listen_tcp(self, port: int, host: str = "127.0.0.1") -> int:
        """Listen on a TCP port (0: any free one) and return it; raises OSError when it is taken."""
        server = socket.create_server((host, port), backlog=1)
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

    def serve(self) -> None:
        """Run until stopped."""
        start = time.monotonic() - self.printer.now_s
        while not self._stop.is_set():
            for key, _ in self._selector.select(_TICK_S):
                if key.data == self._accept or not self._unread:
                    key.data()
            with self.lock:
                self._tick(time.monotonic() - start)
        self._close()

    def stop(self) -> None:
        """Make `serve` return soon."""
        self._stop.set()

    def _tick(self, now_s: float) -> None:
        self.printer.run(now_s)
        if self._unread:
            self._unread = self._unread[self.printer.take(self._unread) :]
        if self.printer.unplugged:
            self._drop_client()
        elif not self.printer.silent:
            self._say(self.printer.replies())
        new = self.printer.roll.parted - self._seen
        for sheet in self.printer.sheets[-new:] if new else []:
            self._on_sheet(sheet)
        self._seen += new

    def _accept(self) -> None:
        for key in list(self._selector.get_map().values()):
            if key.data == self._accept and isinstance(key.fileobj, socket.socket):
                client, _ = key.fileobj.accept()
                break
        if self._client is not None:
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
            with contextlib.suppress(BlockingIOError):
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

    def _close(self) -> None:
        self._drop_client()
        for key in list(self._selector.get_map().values()):
            if isinstance(key.fileobj, socket.socket):
                key.fileobj.close()
        for descriptor in (self._master, self._slave):
            if descriptor is not None:
                os.close(descriptor)
        self._selector.close()
