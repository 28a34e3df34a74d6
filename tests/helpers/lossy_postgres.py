"""A TCP proxy before PostgreSQL that can lose the answer to a COMMIT: it is stored, and the client hears nothing."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator

READ_BYTES = 65_536
COMMIT = b"COMMIT\x00"
RESET = struct.pack("ii", 1, 0)


class LossyPostgres:
    """Passes everything on; `lose_commits(n)` loses the answers to the next n COMMITs and resets their connections.

    With `keeps_sessions` the server does not notice that, as behind a silent network.
    """

    def __init__(self, port: int) -> None:
        self._target = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._seen = 0
        self._to_lose: frozenset[int] = frozenset()
        self.keeps_sessions = False
        self._kept: list[socket.socket] = []
        self.lost = threading.Event()
        """Set when an answer was lost."""
        threading.Thread(target=self._accept, name="lossy-postgres", daemon=True).start()

    @property
    def port(self) -> int:
        """Where clients connect."""
        return int(self._listener.getsockname()[1])

    def lose_commits(self, count: int) -> None:
        """Lose the answers to the next `count` COMMITs."""
        self.lose_these(*range(1, count + 1))

    def lose_these(self, *numbers: int) -> None:
        """Lose the answers to these of the next COMMITs, the next one being 1."""
        with self._lock:
            self._seen, self._to_lose = 0, frozenset(numbers)

    def close(self) -> None:
        """Take no more connections."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for server in self._kept:
            server.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(self._target)
            threading.Thread(target=self._pass_on, args=(client, server), daemon=True).start()

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        answering = threading.Event()
        answering.set()
        back = threading.Thread(target=self._pass_back, args=(server, client, answering), daemon=True)
        back.start()
        with contextlib.suppress(OSError):
            while asked := client.recv(READ_BYTES):
                if COMMIT in asked and self._loses_this():
                    answering.clear()
                server.sendall(asked)
        if answering.is_set() or not self.keeps_sessions:
            with contextlib.suppress(OSError):
                server.shutdown(socket.SHUT_WR)

    def _pass_back(self, server: socket.socket, client: socket.socket, answering: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while answer := server.recv(READ_BYTES):
                if not answering.is_set():
                    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                    self.lost.set()
                    break
                client.sendall(answer)
        # shutdown wakes the thread that reads from the client; close alone would not.
        kept = [server] if self.keeps_sessions and not answering.is_set() else []
        self._kept += kept
        for end in [client] if kept else [client, server]:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _loses_this(self) -> bool:
        with self._lock:
            self._seen += 1
            return self._seen in self._to_lose


@contextlib.contextmanager
def lossy_postgres(port: int) -> Iterator[LossyPostgres]:
    """Run the proxy before a server on this machine's `port`."""
    proxy = LossyPostgres(port)
    try:
        yield proxy
    finally:
        proxy.close()
