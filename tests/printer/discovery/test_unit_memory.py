"""Units are recognised, and learnt again when another one stands at the same address."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from printer.discovery.capability_file import AbilityFile
from printer.discovery.unit_memory import UnitMemory
from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.escpos.capabilities import Abilities, Known
from printer.spool.conversation import Conversation
from printer.spool.timeouts import Patience

URL = "tcp://10.0.0.9"
AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


class Renamed(MemoryPrinter):
    """A unit that gives itself another name."""

    def _answer(self, kind: str, token: bytes) -> None:
        if kind == "identity":
            self.say(b"_Another\x00")
        else:
            super()._answer(kind, token)


def memory(path: Path) -> UnitMemory:
    return UnitMemory(URL, AbilityFile(path / "printers.json"), now=lambda: AT)


def ready(printer: MemoryPrinter, units: UnitMemory) -> Conversation:
    wire = MemoryWire(printer)
    wire.open()
    talk = Conversation(wire, Patience(), units.unit.shown)
    talk.status()
    talk.learn()
    return talk


def test_a_unit_is_asked_at_the_first_meeting_and_remembered_over_a_restart(tmp_path: Path) -> None:
    printer = MemoryPrinter()
    assert memory(tmp_path).unit.learnt_at is None
    first = memory(tmp_path).meet(ready(printer, memory(tmp_path)))
    assert (first.learnt_at, first.abilities.native_qr) == (AT, Known.YES)
    units = memory(tmp_path)
    talk, before = ready(printer, units), printer.received_bytes
    assert units.meet(talk) == first
    assert printer.received_bytes - before <= 4 * 3  # its names, and nothing else


def test_another_unit_at_the_same_address_is_noticed_by_its_name_and_asked_anew(tmp_path: Path) -> None:
    units = memory(tmp_path)
    units.meet(ready(MemoryPrinter(), units))
    units.tell({"half_resolution": Known.NO})
    other = units.meet(ready(Renamed(Build(nv_bytes=0)), units))
    assert (other.identity.model, other.shown.nv_graphics) == ("Another", Known.NO)
    assert other.told == Abilities()  # that was said of the unit before


def test_another_unit_without_a_name_is_noticed_by_the_sign_it_does_not_give(tmp_path: Path) -> None:
    units = memory(tmp_path)
    units.meet(ready(MemoryPrinter(), units))
    other = units.meet(ready(MemoryPrinter(Build(answers_fences=False)), units))
    assert other.shown.fence is Known.UNKNOWN


def test_what_a_person_says_stays_through_a_new_look_at_the_same_unit(tmp_path: Path) -> None:
    units, printer = memory(tmp_path), MemoryPrinter()
    units.meet(ready(printer, units))
    units.tell({"native_qr": Known.NO})
    units.tell({"half_resolution": Known.NO})
    looked = units.look(ready(printer, units))
    assert (looked.shown.native_qr, looked.abilities.native_qr) == (Known.YES, Known.NO)
    assert looked.abilities.half_resolution is Known.NO
    assert units.tell({"native_qr": Known.UNKNOWN}).abilities.native_qr is Known.YES  # the word is taken back


def test_a_forgotten_unit_is_asked_again(tmp_path: Path) -> None:
    units, printer = memory(tmp_path), MemoryPrinter()
    units.meet(ready(printer, units))
    assert units.forget()
    assert not units.forget()
    assert units.unit.learnt_at is None


def test_a_printer_made_of_memory_is_new_each_time(tmp_path: Path) -> None:
    path = tmp_path / "printers.json"
    units = UnitMemory("memory:", AbilityFile(path), now=lambda: AT)
    assert units.meet(ready(MemoryPrinter(), units)).learnt_at == AT
    assert not path.exists()


def test_a_new_look_asks_again_for_what_was_known_to_lack(tmp_path: Path) -> None:
    units = memory(tmp_path)
    units.meet(ready(MemoryPrinter(Build(answers_tokens=False)), units))
    assert units.unit.shown.process_id is Known.NO
    assert units.look(ready(MemoryPrinter(), units)).shown.process_id is Known.YES  # its firmware is new


def test_each_unit_has_a_mark_of_its_own_beside_the_file(tmp_path: Path) -> None:
    memory(tmp_path).begun().put()
    assert memory(tmp_path).begun().stands
    other = UnitMemory("tcp://10.0.0.10", AbilityFile(tmp_path / "printers.json"))
    assert not other.begun().stands
    assert not UnitMemory("memory:", AbilityFile(tmp_path / "printers.json")).begun().stands
