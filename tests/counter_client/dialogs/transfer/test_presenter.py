from __future__ import annotations

import pytest

from contracts.words.hall import TransferPosition
from counter_client.dialogs.transfer.presenter import TransferView, derive_transfer
from counter_client.state.actions import Action
from counter_client.state.state import Sheet, SheetKind
from counter_client.state.transfer_sheet import Target, TargetKind, TransferSheet
from tests.counter_client.helpers.builders import HALL, at_work, serving
from tests.helpers.replacing import replace

SHEET = TransferSheet(ticket="A047", service="A")
LANDS = Target(TargetKind.SERVICE, "B")


def derived(sheet: TransferSheet, **changes: object) -> TransferView:
    view = derive_transfer(replace(at_work(serving(), sheet=sheet), **changes))  # type: ignore[arg-type]  # a test's shorthand
    assert view is not None
    return view


def found(sought: str) -> list[str]:
    return [row.target.code for row in derived(replace(SHEET, sought=sought)).rows]


def test_without_its_sheet_there_is_no_view() -> None:
    assert derive_transfer(at_work()) is None
    assert derive_transfer(at_work(sheet=Sheet(SheetKind.BREAK))) is None


def test_services_counters_and_agents_are_one_list_without_the_visits_own() -> None:
    rows = derived(SHEET).rows
    assert [row.target.code for row in rows] == [
        *["B", "C", "D", "E", "F", "G"],
        *["1", "2", "4", "5", "6", "7", "8"],
        *["badr", "huda", "maryam", "salma", "yusuf"],
    ]
    assert [row.number for row in rows if row.target.kind is TargetKind.COUNTER] == [1, 2, 4, 5, 6, 7, 8]


def test_the_first_nine_have_a_digit() -> None:
    assert [row.key for row in derived(SHEET).rows][:11] == [*"123456789", "", ""]


def test_what_is_typed_leaves_what_it_is_part_of_and_numbers_it_again() -> None:
    rows = derived(replace(SHEET, sought="huda")).rows
    assert [(row.target.code, row.key, row.chosen) for row in rows] == [("huda", "1", True)]
    assert found("no such place") == []


@pytest.mark.parametrize("sought", ["counter", "نافذة", "نافذه"])
def test_counters_are_found_by_the_word_for_them(sought: str) -> None:
    assert found(sought) == ["1", "2", "4", "5", "6", "7", "8"]


def test_names_are_found_in_either_language_and_spelling() -> None:
    name = {"ar": "الإعانة الإضافية", "en": "Extra aid"}
    hall = replace(HALL, services=(*HALL.services[:-1], replace(HALL.services[-1], names=name)))
    for sought in ("الاعانة", "إِعانه", "aid ext", "ألإعانة اضافيه"):
        view = derived(replace(SHEET, sought=sought), hall=hall)
        assert [row.target.code for row in view.rows] == ["G"], sought


def test_nothing_is_chosen_until_a_target_is_typed_or_picked() -> None:
    assert derived(SHEET).chosen is None
    assert not derived(SHEET).ready
    chosen = derived(replace(SHEET, target=LANDS))
    assert chosen.chosen is not None
    assert (chosen.chosen.target, chosen.ready) == (LANDS, True)


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
    view = derived(replace(SHEET, target=LANDS, position=position, reason=reason))
    assert (view.reason_needed, view.ready) == (needed, not needed)


def test_what_was_typed_is_shown_and_the_halls_reasons_are_offered() -> None:
    view = derived(replace(SHEET, note="original deed"))
    assert (view.note, view.reasons, view.service) == ("original deed", HALL.reasons, "Housing assistance")


def test_it_cannot_be_sent_twice() -> None:
    assert not derived(replace(SHEET, target=LANDS), busy=Action.TRANSFER).ready
