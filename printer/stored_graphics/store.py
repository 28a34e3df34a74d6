"""Keep a ticket's fixed parts in the printer: put them there while it is idle, and believe only what it names.

A picture is used when this process, or an earlier one by its memo, has stored it in this unit, and the unit names all
keys of the memo. One missing key means another printer, a power cut or a foreign hand: then nothing is believed,
tickets carry their pictures themselves, and the parts are stored again.
"""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from common.clock.wall_clock import utc_now
from printer.escpos.capabilities import Abilities
from printer.escpos.pieces import ArtGroup
from printer.escpos.stored_graphics import KeptArt, Memory, digest_of, key_for
from printer.render.bitmap import Bitmap
from printer.stored_graphics.nv_memory import ArtFile, ArtMemo
from printer.stored_graphics.transfer import Talk, define, delete, kept_keys

_LOG = logging.getLogger(__name__)
_LEAST_BYTES = 200
"""Below this a picture is sent sooner than its upkeep is worth."""
_MOST_WANTED = 160


@dataclass(slots=True)
class _Shelf:
    """One memory of the connected printer: the pictures that are probably in it, and all keys that it lists."""

    memory: Memory
    memo: ArtMemo
    named: frozenset[bytes] = frozenset()
    usable: bool = False
    full: bool = False

    def believe(self, named: frozenset[bytes] | None) -> None:
        """Read the keys that the printer lists; if one is missing, forget what was known of its memory."""
        self.usable = named is not None
        self.named = named or frozenset()
        if not self.memo.salt or not self.named.issuperset(self.memo.keys.values()):
            self.memo.forget(os.urandom(4).hex())


@dataclass(slots=True)
class ArtStore:
    """The pictures of one printer. One thread at a time.

    `file` None keeps nothing in NV, because its writes could not be counted; RAM needs no count.
    """

    file: ArtFile | None = None
    today: Callable[[], date] = lambda: utc_now().date()
    _unit: str = ""
    _wanted: OrderedDict[ArtGroup, None] = field(default_factory=OrderedDict)
    _shelves: dict[Memory, _Shelf] = field(default_factory=dict)

    def want(self, groups: Iterable[ArtGroup]) -> None:
        """Note what tickets are made of, the newest last."""
        for group in groups:
            self._wanted[group] = None
            self._wanted.move_to_end(group)
        while len(self._wanted) > _MOST_WANTED:
            self._wanted.popitem(last=False)

    def find(self, picture: Bitmap) -> KeptArt | None:
        """Return where the printer keeps this picture, None when it is to be sent."""
        digest = digest_of(picture)
        for shelf in self._shelves.values():
            if shelf.usable and digest in shelf.memo.keys:
                return KeptArt(shelf.memory, shelf.memo.keys[digest])
        return None

    @property
    def missing(self) -> int:
        """How many bytes of the pictures wanted go with every ticket, because the printer does not keep them."""
        groups = (group for group in self._wanted if self.find(group.whole) is None)
        return sum(len(part.data) for group in groups for part in self._missing_parts(group))

    def _missing_parts(self, group: ArtGroup) -> list[Bitmap]:
        return [part for part in group.parts if len(part.data) >= _LEAST_BYTES and self.find(part) is None]

    def meet(self, talk: Talk, unit: str, able: Abilities) -> None:
        """Ask a printer just connected what it keeps; `unit` names it from one start to the next. Raises WireError."""
        ram = self._shelves.get(Memory.RAM) if unit == self._unit else None
        self._unit, self._shelves = unit, {}
        if not able.fence.yes:
            return  # nothing would tell that a picture has come in whole
        if able.nv_graphics.yes and self.file is not None:
            self._shelves[Memory.NV] = _Shelf(Memory.NV, self.file.load(unit))
        if able.ram_graphics.yes:
            self._shelves[Memory.RAM] = _Shelf(Memory.RAM, ram.memo if ram else ArtMemo())
        for shelf in self._shelves.values():
            shelf.believe(kept_keys(talk, shelf.memory))
            if shelf.memory is Memory.RAM:
                self._sweep(talk, shelf)

    @staticmethod
    def _sweep(talk: Talk, shelf: _Shelf) -> None:
        """Delete from RAM what an earlier process put there: after some restarts it would be full of it."""
        for key in sorted(shelf.named - set(shelf.memo.keys.values())):
            delete(talk, KeptArt(shelf.memory, key))
        shelf.named = frozenset(shelf.memo.keys.values())

    def check(self, talk: Talk) -> None:
        """Before a ticket: see that RAM still holds what is believed of it. Raises WireError."""
        shelf = self._shelves.get(Memory.RAM)
        if shelf is not None and shelf.usable and shelf.memo.keys:
            shelf.believe(kept_keys(talk, Memory.RAM))

    def let_go(self) -> None:
        """The connection is gone: believe nothing until the printer is met again."""
        for shelf in self._shelves.values():
            shelf.usable = False

    def add_one(self, talk: Talk) -> bool:
        """Store the next picture that is wanted and missing; say whether there may be more. Raises WireError.

        Takes as long as the link needs for one picture: some 0.4 s at 115,200 baud, 5 s at 9,600.
        """
        found = self._next()
        if found is None:
            return False
        self._put(talk, *found)
        return True

    @property
    def has_work(self) -> bool:
        """Whether something is wanted that the printer could keep and does not."""
        return self._next() is not None

    def _next(self) -> tuple[_Shelf, Bitmap] | None:
        """Return the next picture and where to put it.

        NV lasts but wears, so a group is one picture there; RAM is small, so it takes the cropped parts.
        """
        shelves = {memory: shelf for memory in Memory if (shelf := self._open_shelf(memory)) is not None}
        for group in self._wanted if shelves else ():
            if self.find(group.whole) is None and (parts := self._missing_parts(group)):
                shelf = next(iter(shelves.values()))
                return shelf, group.whole if shelf.memory is Memory.NV else parts[0]
        return None

    def _open_shelf(self, memory: Memory) -> _Shelf | None:
        """Return a memory that takes one more picture."""
        shelf = self._shelves.get(memory)
        if shelf is None or not shelf.usable or shelf.full:
            return None
        return shelf if memory is Memory.RAM or shelf.memo.may_write(self.today()) else None

    def _put(self, talk: Talk, shelf: _Shelf, picture: Bitmap) -> None:
        memo, digest = shelf.memo, digest_of(picture)
        art = KeptArt(shelf.memory, key_for(digest, memo.salt, shelf.named.union(memo.keys.values())))
        if not self._counted(shelf):
            return
        if define(talk, art, picture):
            memo.keys[digest] = art.key
            shelf.named |= {art.key}
            self._save(shelf)
        else:
            self._make_room(talk, shelf)

    def _make_room(self, talk: Talk, shelf: _Shelf) -> None:
        """The printer did not keep a picture: delete one of ours that no ticket uses any more, or give up for now."""
        wanted = {digest_of(one) for group in self._wanted for one in (group.whole, *group.parts)}
        stale = next((digest for digest in shelf.memo.keys if digest not in wanted), None)
        if stale is None or not self._counted(shelf):
            shelf.full = True
            _LOG.info("the printer's %s takes no more pictures; tickets carry the rest", shelf.memory.name)
            return
        delete(talk, KeptArt(shelf.memory, shelf.memo.keys.pop(stale)))
        self._save(shelf)

    def _counted(self, shelf: _Shelf) -> bool:
        """Count a write before it is made; False when it may not be made, or cannot be counted."""
        if shelf.memory is Memory.RAM:
            return True
        if not shelf.memo.may_write(self.today()):
            return False
        shelf.memo.count_write(self.today())
        return self._save(shelf)

    def _save(self, shelf: _Shelf) -> bool:
        if shelf.memory is Memory.RAM or self.file is None:
            return True
        try:
            self.file.save(self._unit, shelf.memo)
        except OSError as error:
            _LOG.warning("what the printer keeps cannot be noted, so nothing more is put into its NV: %s", error)
            shelf.full = True
            return False
        return True
