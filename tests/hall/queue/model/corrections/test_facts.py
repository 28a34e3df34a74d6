from __future__ import annotations

from hall.queue.model.corrections.facts import CHANGE_FIGURES


def test_moves_and_corrections_may_change_a_figure_and_what_only_tells_does_not() -> None:
    assert {"visit_corrected", "correction_taken_back", "visit_handed_in", "visit_undone"} <= CHANGE_FIGURES
    only_tell = {"story_read", "ticket_printed", "ticket_asked", "code_renewed", "phone_left", "phone_erased"}
    assert not (only_tell | {"day_closed"}) & CHANGE_FIGURES
