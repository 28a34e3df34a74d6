"""LED counter signs made of memory: they take bytes from one line, as signs on a bus do, and show numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.sign_frame import SignTemplate, frame_for


@dataclass
class FakeSigns:
    """Signs at `addresses` on one line. Each shows the ticket of the last whole frame meant for it; noise is ignored.

    `tickets` is what they can be asked to show; `unplugged` addresses take nothing.
    """

    template: SignTemplate
    addresses: tuple[int, ...]
    tickets: tuple[str, ...]
    shown: dict[int, str] = field(default_factory=dict)
    unplugged: set[int] = field(default_factory=set)
    _line: bytes = b""

    def write(self, content: bytes) -> None:
        """Take `content`, in pieces of any size."""
        self._line += content
        frames = {
            frame_for(self.template, address=address, ticket=ticket): (address, ticket)
            for address in self.addresses
            for ticket in self.tickets
        }
        longest = max(map(len, frames))
        at = 0
        while at < len(self._line):
            found = next((frame for frame in frames if self._line.startswith(frame, at)), None)
            if found is None:
                at += 1
                continue
            address, ticket = frames[found]
            if address not in self.unplugged:
                self.shown[address] = ticket
            at += len(found)
            self._line = self._line[at:]
            at = 0
        self._line = self._line[-(longest - 1) :]
