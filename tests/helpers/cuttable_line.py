"""A network line between a program and the hall that can be cut, fall dead without a word, and work again."""

from __future__ import annotations

import contextlib
import re
import socket
import struct
import threading
from collections.abc import Iterator

READ_BYTES = 65_536
RESET = struct.pack("ii", 1, 0)
ASKED = re.compile(rb"^(GET|POST|PUT|DELETE) (\S+) HTTP/1", re.MULTILINE)


class CuttableLine:
    """Passes on whatever comes. `cut` resets all connections and new ones; `deaden` keeps them and passes nothing.

    `sent` is what the program sent, as it came, `answered` what came back.
    """

    def __init__(self, target_port: int) -> None:
        self._target = ("127.0.0.1", target_port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._passing = threading.Event()
        self._passing.set()
        self._open: set[socket.socket] = set()
        self._is_cut = self._ended = False
        self.sent: list[bytes] = []
        self.answered: list[bytes] = []
        threading.Thread(target=self._accept, name="line", daemon=True).start()

    @property
    def url(self) -> str:
        """The address to give the program."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def asked(self) -> list[tuple[str, str]]:
        """The method and path of each request that the program sent."""
        return [(method.decode(), path.decode()) for method, path in ASKED.findall(b"\n".join(self.sent))]

    def cut(self) -> None:
        """Reset every connection, and each new one until `mend`."""
        with self._lock:
            self._is_cut = True
            for end in list(self._open):
                self._reset(end)

    def deaden(self) -> None:
        """Pass nothing on from now on, without a word: a switch that lost its power."""
        self._passing.clear()

    def mend(self) -> None:
        """Pass on again; what was kept back while it was dead is lost with its connections."""
        if not self._passing.is_set():
            self.cut()
        with self._lock:
            self._is_cut = False
        self._passing.set()

    def close(self) -> None:
        """End the line."""
        self._ended = True
        self.cut()
        self._passing.set()
        # Closing a listener does not wake accept() on Linux; shutting it down does.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while not self._ended:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                if self._is_cut:
                    self._reset(near)
                    continue
            try:
                far = socket.create_connection(self._target, 10)
            except OSError:
                self._reset(near)  # the hall is away: so is what the program reaches
                continue
            with self._lock:
                self._open |= {near, far}
            for one, other, heard in ((near, far, self.sent), (far, near, self.answered)):
                threading.Thread(target=self._pass_on, args=(one, other, heard), name="line", daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, heard: list[bytes]) -> None:
        with contextlib.suppress(OSError):
            while content := one.recv(READ_BYTES):
                heard.append(content)
                self._passing.wait()
                other.sendall(content)
        with self._lock:
            for end in (one, other):
                self._reset(end)

    def _reset(self, end: socket.socket) -> None:
        # Called under the lock. Linger 0: the other side sees a reset; shutdown wakes the thread that reads.
        self._open.discard(end)
        with contextlib.suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            end.shutdown(socket.SHUT_RDWR)
        end.close()


@contextlib.contextmanager
def cuttable_line(target_port: int) -> Iterator[CuttableLine]:
    """Give a line to a hall on this machine."""
    line = CuttableLine(target_port)
    try:
        yield line
    finally:
        line.close()
