"""Slices: parts that add up to their total, and a difference that leaves no trace."""

from __future__ import annotations

from figures.slices import PARTS, Slice, joined, slice_of
from figures.stage_rows import StageRow

ROW = StageRow("A", "standard", "citizen", 3, 9, True, 600, 10, 300, False)


def slice_with(*rows: StageRow) -> Slice:
    found = Slice()
    for row in rows:
        found.add(row, 7, 900)
    found.sum_up()
    return found


def test_every_way_to_part_it_adds_up_to_the_total() -> None:
    found = slice_with(ROW, ROW._replace(hour=10, lane="priority"), ROW._replace(counter=None, visitor_kind=""))
    assert found.total.called == 3
    for name in PARTS:
        assert sum(tally.called for tally in found.parts[name].values()) == 3, name
    assert sorted(found.parts["heat"]) == ["7-10", "7-9"]
    assert sorted(found.parts["counters"]) == ["", "3"]


def test_texts_bring_back_all_or_the_total_alone() -> None:
    found = slice_with(ROW, ROW._replace(hour=10))
    found.count("state:finished", 2)
    again = slice_of(found.total_text(), found.parts_text())
    assert (again.total_text(), again.parts_text()) == (found.total_text(), found.parts_text())
    brief = slice_of(found.total_text())
    assert brief.counts == {"state:finished": 2}
    assert not any(brief.parts.values())


def test_taking_away_what_was_added_leaves_nothing() -> None:
    first, second = slice_with(ROW), slice_with(ROW._replace(lane="priority"))
    first.count("walk_ups")
    both = joined([first, second])
    assert both.total.called == 2
    both.merge(first, -1)
    assert (both.total_text(), both.parts_text()) == (second.total_text(), second.parts_text())
    both.merge(second, -1)
    assert both.empty
    assert not any(both.parts.values())


def test_joining_leaves_the_parts_of_the_whole_as_they_were() -> None:
    first = slice_with(ROW)
    before = first.parts_text()
    joined([first, first])
    assert first.parts_text() == before


def test_a_part_that_moved_from_one_hour_to_another_is_a_difference() -> None:
    change = slice_with(ROW)
    change.merge(slice_with(ROW._replace(hour=10)), -1)
    assert change.total.empty
    assert sorted(change.parts["heat"]) == ["7-10", "7-9"]
