"""Touch places of a Wayland screen, one after the other: `python3 wayland_finger.py X,Y ...`, on 1000 by 1000 points.

It runs with Debian's Python in a machine that has a compositor and nothing of the project, and speaks the little of
Wayland's wire protocol that it needs (wlr-virtual-pointer-unstable-v1).
"""

from __future__ import annotations

import os
import socket
import struct
import sys
import time

DISPLAY, REGISTRY, CALLBACK, MANAGER, POINTER = 1, 2, 3, 4, 5
GET_REGISTRY, SYNC, BIND, CREATE = 1, 0, 0, 0
MOVE, BUTTON, FRAME = 1, 2, 4
LEFT = 0x110
PEOPLE_S = 2.0
"""People do not touch sooner; the program must also have seen that there is a finger now."""
POINTERS = "zwlr_virtual_pointer_manager_v1"


def request(wire: socket.socket, to: int, what: int, words: bytes = b"") -> None:
    """Send one request."""
    wire.sendall(struct.pack("=II", to, (8 + len(words)) << 16 | what) + words)


def number_of(wire: socket.socket, interface: str) -> int:
    """Return the number under which the compositor offers an interface."""
    request(wire, DISPLAY, GET_REGISTRY, struct.pack("=I", REGISTRY))
    request(wire, DISPLAY, SYNC, struct.pack("=I", CALLBACK))
    found = 0
    with wire.makefile("rb") as stream:
        while True:
            sender, size = struct.unpack("=II", stream.read(8))
            words = stream.read((size >> 16) - 8)
            if sender == CALLBACK:
                return found
            if sender == REGISTRY and words[8:].startswith(interface.encode() + b"\0"):
                found = struct.unpack("=I", words[:4])[0]


def main(places: list[str]) -> None:
    """Touch each place."""
    with socket.socket(socket.AF_UNIX) as wire:
        wire.connect(f"{os.environ['XDG_RUNTIME_DIR']}/{os.environ['WAYLAND_DISPLAY']}")
        name = POINTERS.encode() + b"\0"
        number = number_of(wire, POINTERS)
        words = struct.pack("=II", number, len(name)) + name.ljust(-len(name) % 4 + len(name), b"\0")
        request(wire, REGISTRY, BIND, words + struct.pack("=II", 1, MANAGER))
        request(wire, MANAGER, CREATE, struct.pack("=II", 0, POINTER))
        for place in places:
            time.sleep(PEOPLE_S)
            x, y = (int(one) for one in place.split(","))
            request(wire, POINTER, MOVE, struct.pack("=IIIII", 0, x, y, 1000, 1000))
            request(wire, POINTER, FRAME)
            for pressed in (1, 0):
                request(wire, POINTER, BUTTON, struct.pack("=III", 0, LEFT, pressed))
                request(wire, POINTER, FRAME)
        time.sleep(PEOPLE_S)


if __name__ == "__main__":
    main(sys.argv[1:])
