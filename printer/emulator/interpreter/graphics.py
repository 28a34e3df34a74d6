"""Pictures that the memory printer keeps by GS ( L: in NV over a power cut, in RAM until the power goes or ESC @."""

from __future__ import annotations

from dataclasses import dataclass, field

from printer.escpos.stored_graphics import Memory
from printer.render.bitmap import Bitmap

DEFINITION_HEADER = 15
_CODES_A_BLOCK = 40
_DEFINE = {memory.value[2]: memory for memory in Memory}
_PRINT = {memory.value[3]: memory for memory in Memory}
_DELETE = {memory.value[1]: memory for memory in Memory}
_LIST = {memory.value[0]: memory for memory in Memory}
_ROOM = {3: Memory.NV, 51: Memory.NV, 4: Memory.RAM, 52: Memory.RAM}
_ROOM_IDENTIFIER = {Memory.NV: 0x31, Memory.RAM: 0x32}
_IDENTIFIER = {Memory.NV: 0x72, Memory.RAM: 0x73}


@dataclass(slots=True)
class Definition:
    """A picture whose bytes are still coming in; `memory` None when there is nowhere to keep it."""

    memory: Memory | None
    key: bytes
    width: int
    missing: int
    data: bytearray = field(default_factory=bytearray)

    def take(self, buffer: bytearray) -> bool:
        """Take what the buffer has of it; say whether that was all."""
        part = buffer[: self.missing]
        del buffer[: len(part)]
        self.data += part
        self.missing -= len(part)
        return self.missing == 0


class Graphics:
    """Two memories for pictures; a size of 0 bytes means that the printer has no such memory."""

    def __init__(self, nv_bytes: int, ram_bytes: int) -> None:
        self.kept: dict[Memory, dict[bytes, Bitmap]] = {Memory.NV: {}, Memory.RAM: {}}
        self.nv_writes = 0
        self._room = {Memory.NV: nv_bytes, Memory.RAM: ram_bytes}
        self._to_tell: list[bytes] = []

    def lose_ram(self) -> None:
        """Forget what does not outlive ESC @ or a power cut."""
        self.kept[Memory.RAM].clear()

    def begin(self, header: bytes) -> Definition:
        """Return the definition that a header begins; its data follow."""
        memory = _DEFINE.get(header[6])
        size = int.from_bytes(header[3:5], "little") - (DEFINITION_HEADER - 5)
        known = memory is not None and self._room[memory] > 0
        return Definition(memory if known else None, header[7:9], header[10] | header[11] << 8, size)

    def store(self, definition: Definition) -> None:
        """Keep a picture that has come in whole; one for which there is no room is dropped, as printers do."""
        memory = definition.memory
        width = -(-definition.width // 8) * 8
        if memory is None or not width or len(definition.data) % (width // 8):
            return
        others = {key: picture for key, picture in self.kept[memory].items() if key != definition.key}
        if sum(len(picture.data) for picture in others.values()) + len(definition.data) > self._room[memory]:
            return
        self.kept[memory] = others | {definition.key: Bitmap(width, bytes(definition.data))}
        self.nv_writes += memory is Memory.NV

    def knows(self, body: bytes) -> bool:
        """Return whether the printer has this function of GS ( L."""
        memory = (_DEFINE | _PRINT | _DELETE | _LIST | _ROOM).get(body[1]) if len(body) > 1 else None
        return memory is not None and self._room[memory] > 0 and body[0] == 0x30

    def obey(self, body: bytes) -> Bitmap | bytes | None:
        """Carry out a known function: return the picture to print, or the answer to send, or None."""
        function = body[1]
        if function in _PRINT:
            return self._picture(_PRINT[function], body)
        if function in _LIST:
            return self._tell_keys(_LIST[function])
        if function in _ROOM:
            return self._tell_room(_ROOM[function])
        self._delete(_DELETE[function], body[2:4])
        return None

    def acknowledged(self) -> bytes:
        """Return the next block of key codes, empty after the last one."""
        return self._to_tell.pop(0) if self._to_tell else b""

    def _picture(self, memory: Memory, body: bytes) -> Bitmap | None:
        picture = self.kept[memory].get(body[2:4])
        doubled = picture is not None and body[4:6] == b"\x02\x02"
        return Bitmap(picture.width, picture.data, 2) if picture is not None and doubled else picture

    def _tell_room(self, memory: Memory) -> bytes:
        free = self._room[memory] - sum(len(picture.data) for picture in self.kept[memory].values())
        return b"\x37" + bytes((_ROOM_IDENTIFIER[memory],)) + str(free).encode() + b"\x00"

    def _delete(self, memory: Memory, key: bytes) -> None:
        gone = self.kept[memory].pop(key, None)
        self.nv_writes += gone is not None and memory is Memory.NV

    def _tell_keys(self, memory: Memory) -> bytes:
        """Return the first block; the next comes when the host acknowledges this one."""
        keys = sorted(self.kept[memory])
        blocks = [keys[at : at + _CODES_A_BLOCK] for at in range(0, len(keys), _CODES_A_BLOCK)] or [[]]
        self._to_tell = [
            bytes((0x37, _IDENTIFIER[memory], 0x41 if block is not blocks[-1] else 0x40)) + b"".join(block) + b"\x00"
            for block in blocks
        ]
        return self._to_tell.pop(0)


def is_definition(command: bytes) -> bool:
    """Return whether this is the head of a picture to keep, with its data still to come."""
    return len(command) == DEFINITION_HEADER and command[5] == 0x30 and command[6] in _DEFINE
