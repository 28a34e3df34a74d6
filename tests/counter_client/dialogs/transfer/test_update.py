from __future__ import annotations

from typing import Any

import pytest

from contracts.codec.reader import to_json
from contracts.queue.bodies import TransferRequest
from contracts.words.hall import TransferPosition
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.intents import CloseSheet, Do, WriteNote
from counter_client.state.state import NOTE_MAX, Inputs, Notice, Tone
from counter_client.state.transfer_sheet import (
    MoveTarget,
    PickPosition,
    PickReason,
    PickTarget,
    Seek,
    SendTransfer,
    ShowDetails,
    Target,
    TargetKind,
    ToggleBack,
    TransferSheet,
    TransferWish,
)
from counter_client.update.decide import decide
from counter_client.update.fill import fill
from tests.counter_client.helpers.builders import at_work, serving, sheet_of
from tests.helpers.replacing import replace

LANDS, TITLES = Target(TargetKind.SERVICE, "B"), Target(TargetKind.SERVICE, "C")
SHEET = TransferSheet(visit="visit-A047", ticket="A047", service="A")
CHOSEN = replace(SHEET, target=LANDS, notice=Notice(Tone.WARNING, "no_answer"))


def after(sheet: TransferSheet, wish: TransferWish) -> tuple[TransferSheet, Post | None]:
    inputs, post = decide(at_work(serving(), sheet=sheet), wish)
    left = sheet_of(inputs)
    assert isinstance(left, TransferSheet)
    return left, post


def body(post: Post | None) -> Any:
    assert post is not None
    return to_json(post.body)


def test_it_opens_for_the_visit_in_hand() -> None:
    opened, post = decide(at_work(serving()), Do(Action.TRANSFER))
    assert (opened.sheet, post) == (SHEET, None)


@pytest.mark.parametrize(
    ("wish", "changes"),
    [
        (Seek("هدى"), {"sought": "هدى", "target": None}),
        (PickTarget(TITLES), {"target": TITLES}),
        (MoveTarget(1), {"target": TITLES}),
        (MoveTarget(-1), {"target": LANDS}),
        (ShowDetails(shown=True), {"details": True}),
        (PickPosition(TransferPosition.LAST), {"position": TransferPosition.LAST}),
        (PickReason("other"), {"reason": "other"}),
        (ToggleBack(), {"and_back": True}),
    ],
)
def test_what_is_wanted_changes_the_sheet_and_drops_its_old_notice(
    wish: TransferWish, changes: dict[str, object]
) -> None:
    assert after(CHOSEN, wish) == (replace(CHOSEN, notice=None, **changes), None)  # type: ignore[arg-type]  # a test's shorthand


def test_the_note_is_kept_as_far_as_it_may_be_long() -> None:
    assert sheet_of(fill(at_work(serving(), sheet=CHOSEN), WriteNote("x" * 999))).note == "x" * NOTE_MAX


def test_the_same_reason_again_takes_it_back() -> None:
    assert after(replace(CHOSEN, reason="other"), PickReason("other"))[0].reason is None


def test_the_first_step_down_comes_to_the_first_and_up_to_the_last() -> None:
    assert after(SHEET, MoveTarget(1))[0].target == LANDS
    assert after(SHEET, MoveTarget(-1))[0].target == Target(TargetKind.AGENT, "yusuf")
    assert after(replace(SHEET, sought="no such place"), MoveTarget(1))[0].target is None


def test_one_digit_is_the_whole_transfer() -> None:
    sheet, post = after(SHEET, SendTransfer(TITLES))
    assert post == Post(Action.TRANSFER, "/counters/3/transfer", TransferRequest(service="C"), "A047")
    assert sheet == replace(SHEET, target=TITLES)  # it stays until the answer


def test_what_is_typed_and_sent_goes_to_the_first_that_was_found() -> None:
    assert body(after(replace(SHEET, sought="huda"), SendTransfer())[1])["agent"] == "huda"


def test_without_a_target_the_sheet_says_what_is_missing() -> None:
    for wish in (SendTransfer(), ShowDetails(shown=True)):
        sheet, post = after(SHEET, wish)
        assert (sheet, post) == (replace(SHEET, notice=Notice(Tone.WARNING, "choose_target")), None)


def test_first_in_the_queue_without_a_reason_comes_to_where_reasons_are() -> None:
    sheet, post = after(replace(SHEET, position=TransferPosition.FIRST), SendTransfer(LANDS))
    assert (sheet.notice, sheet.details, post) == (Notice(Tone.WARNING, "choose_reason"), True, None)


@pytest.mark.parametrize(
    ("target", "named"),
    [
        (LANDS, {"service": "B", "counter": None, "agent": None}),
        (Target(TargetKind.COUNTER, "5"), {"service": None, "counter": 5, "agent": None}),
        (Target(TargetKind.AGENT, "huda"), {"service": None, "counter": None, "agent": "huda"}),
    ],
)
def test_a_transfer_names_exactly_one_target(target: Target, named: dict[str, object]) -> None:
    sheet = replace(SHEET, position=TransferPosition.FIRST, reason="special_care", note="  deed ", and_back=True)
    kept = {"position": "first", "reason": "special_care", "note": "deed", "and_back": True}
    assert body(after(sheet, SendTransfer(target))[1]) == {**named, **kept, "outcome": None, "transactions": []}


def test_esc_goes_one_step_back() -> None:
    inputs = at_work(serving(), sheet=replace(CHOSEN, details=True))
    first = fill(inputs, CloseSheet())
    assert first.sheet == replace(CHOSEN, notice=None)
    assert fill(first, CloseSheet()).sheet is None


def test_while_a_command_is_on_its_way_nothing_changes() -> None:
    sent = at_work(serving(), sheet=CHOSEN, busy=Action.TRANSFER)
    for wish in (Seek("x"), SendTransfer(TITLES), ToggleBack()):
        assert decide(sent, wish) == (sent, None)


def test_what_comes_after_the_sheet_has_gone_does_nothing() -> None:
    inputs: Inputs = at_work(serving())
    assert decide(inputs, SendTransfer(LANDS)) == (inputs, None)
