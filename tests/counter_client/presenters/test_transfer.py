from __future__ import annotations

from dataclasses import replace

import pytest

from contracts.hall_words import TransferPosition
from counter_client.actions import Action
from counter_client.inputs import Sheet, SheetKind, TargetKind
from counter_client.presenters.transfer import TransferView, derive_transfer
from tests.counter_client.builders import HALL, at_work, serving

SHEET = Sheet(SheetKind.TRANSFER, ticket="A047", service="A")


def derived(sheet: Sheet, **changes: object) -> TransferView:
    view = derive_transfer(replace(at_work(serving(), sheet=sheet), **changes))  # type: ignore[arg-type]  # a test's shorthand
    assert view is not None
    return view


def test_without_its_sheet_there_is_no_view() -> None:
    assert derive_transfer(at_work()) is None
    assert derive_transfer(at_work(sheet=Sheet(SheetKind.BREAK))) is None


def test_the_own_service_counter_and_agent_are_no_targets() -> None:
    services = derived(SHEET).targets
    counters = derived(replace(SHEET, transfer=replace(SHEET.transfer, target_kind=TargetKind.COUNTER))).targets
    agents = derived(replace(SHEET, transfer=replace(SHEET.transfer, target_kind=TargetKind.AGENT))).targets
    assert [target.code for target in services] == ["B", "C", "D", "E", "F", "G"]
    assert [target.number for target in counters] == [1, 2, 4, 5, 6, 7, 8]
    assert [target.code for target in agents] == ["badr", "huda", "maryam", "salma", "yusuf"]


def test_the_chosen_target_is_marked_and_makes_it_ready() -> None:
    view = derived(replace(SHEET, transfer=replace(SHEET.transfer, target="C")))
    assert [target.code for target in view.targets if target.chosen] == ["C"]
    assert view.ready
    assert not derived(SHEET).ready


@pytest.mark.parametrize(
    ("position", "reason", "needed"),
    [
        (TransferPosition.FIRST, None, True),
        (TransferPosition.FIRST, "special_care", False),
        (TransferPosition.BY_ISSUE, None, False),
        (TransferPosition.LAST, None, False),
    ],
)
def test_only_first_in_the_queue_needs_a_reason(position: TransferPosition, reason: str | None, needed: bool) -> None:
    view = derived(replace(SHEET, transfer=replace(SHEET.transfer, target="B", position=position), reason=reason))
    assert (view.reason_needed, view.ready) == (needed, not needed)


def test_what_was_typed_is_shown_and_the_halls_reasons_are_offered() -> None:
    view = derived(replace(SHEET, note="original deed"))
    assert (view.note, view.reasons, view.service) == ("original deed", HALL.reasons, "Housing assistance")


def test_it_cannot_be_sent_twice() -> None:
    assert not derived(replace(SHEET, transfer=replace(SHEET.transfer, target="B")), busy=Action.TRANSFER).ready


def test_the_way_back_is_shown_as_it_was_chosen() -> None:
    assert [
        derived(SHEET).and_back,
        derived(replace(SHEET, transfer=replace(SHEET.transfer, and_back=True))).and_back,
    ] == [False, True]
