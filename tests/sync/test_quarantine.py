"""The list of refused entries: each once, there after a restart, whatever happened to its last line."""

from __future__ import annotations

from pathlib import Path

from contracts.centre.sync_api import QuarantinedEntry
from sync.quarantine import QuarantineList, Refused

AT = "2026-11-24T05:00:00+00:00"


def test_each_refused_entry_is_noted_once(tmp_path: Path) -> None:
    listed = QuarantineList(tmp_path / "quarantine.jsonl")
    assert listed.add("s", [QuarantinedEntry(3, "سبب"), QuarantinedEntry(4, "bad")], at=AT)
    assert listed.add("s", [QuarantinedEntry(3, "سبب")], at=AT) == []
    assert listed.add("s2", [QuarantinedEntry(3, "bad")], at=AT) == [Refused("s2", 3, "bad", AT)]
    assert len(listed) == 3


def test_the_list_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "quarantine.jsonl"
    QuarantineList(path).add("s", [QuarantinedEntry(3, "سبب")], at=AT)
    assert QuarantineList(path).rows() == (Refused("s", 3, "سبب", AT),)


def test_a_line_cut_by_a_power_cut_is_left_out_and_the_next_is_not_glued_to_it(tmp_path: Path) -> None:
    path = tmp_path / "quarantine.jsonl"
    QuarantineList(path).add("s", [QuarantinedEntry(3, "a"), QuarantinedEntry(4, "b")], at=AT)
    path.write_bytes(path.read_bytes()[:-10])
    QuarantineList(path).add("s", [QuarantinedEntry(4, "b")], at=AT)
    assert [row.seq for row in QuarantineList(path).rows()] == [3, 4]


def test_without_a_path_it_lives_in_memory() -> None:
    listed = QuarantineList()
    listed.add("s", [QuarantinedEntry(1, "x")], at=AT)
    assert len(listed) == 1
