from __future__ import annotations

import pytest

from contracts.words.hall import TransferPosition
from counter_client.keyboard.shortcuts import (
    KEY_DOWN,
    KEY_ESCAPE,
    KEY_F1,
    KEY_LEFT,
    KEY_RETURN,
    KEY_RIGHT,
    KEY_SPACE,
    KEY_UP,
)
from counter_client.state.intents import CloseSheet, Wish
from counter_client.state.state import Inputs
from counter_client.state.transfer_sheet import (
    MoveTarget,
    PickPosition,
    PickReason,
    SendTransfer,
    ShowDetails,
    Target,
    TargetKind,
    ToggleBack,
    TransferSheet,
)
from counter_client.update.keys import wish_of
from tests.counter_client.helpers.builders import at_work, changed, serving
from tests.helpers.replacing import replace

WHERE = at_work(serving(), sheet=TransferSheet(ticket="A047", service="A"))
ARABIC = changed(WHERE, language="ar")
DETAILS = at_work(serving(), sheet=TransferSheet(ticket="A047", service="A", details=True))

TABLE: list[tuple[str, Inputs, int, str, Wish | None]] = [
    ("a digit transfers there at once", WHERE, ord("2"), "2", SendTransfer(Target(TargetKind.SERVICE, "C"))),
    ("an Arabic digit too", WHERE, 0x667, "٧", SendTransfer(Target(TargetKind.COUNTER, "1"))),
    ("0 is no target", WHERE, ord("0"), "0", None),
    ("down goes on in the list", WHERE, KEY_DOWN, "", MoveTarget(1)),
    ("up goes back in it", WHERE, KEY_UP, "", MoveTarget(-1)),
    ("enter transfers to the chosen one", WHERE, KEY_RETURN, "\r", SendTransfer()),
    ("right opens the details in English", WHERE, KEY_RIGHT, "", ShowDetails(shown=True)),
    ("left opens them in Arabic", ARABIC, KEY_LEFT, "", ShowDetails(shown=True)),
    ("right goes back in Arabic", ARABIC, KEY_RIGHT, "", ShowDetails(shown=False)),
    ("left goes back in English", DETAILS, KEY_LEFT, "", ShowDetails(shown=False)),
    ("space is a letter of the filter", WHERE, KEY_SPACE, " ", None),
    ("1 puts it first", DETAILS, ord("1"), "1", PickPosition(TransferPosition.FIRST)),
    ("3 puts it last", DETAILS, 0x663, "٣", PickPosition(TransferPosition.LAST)),
    ("4 lets the visitor come back", DETAILS, ord("4"), "4", ToggleBack()),
    ("5 gives the first reason", DETAILS, ord("5"), "5", PickReason("supervisor_asked")),
    ("9 gives the fifth", DETAILS, ord("9"), "9", PickReason("other")),
    ("the list is left alone in the details", DETAILS, KEY_DOWN, "", None),
    ("enter sends from the details", DETAILS, KEY_RETURN, "\r", SendTransfer()),
    ("esc leaves", WHERE, KEY_ESCAPE, "", CloseSheet()),
]


@pytest.mark.parametrize(
    ("inputs", "key", "text", "wish"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE]
)
def test_a_key_means(inputs: Inputs, key: int, text: str, wish: Wish | None) -> None:
    assert wish_of(key, text, inputs) == wish


@pytest.mark.parametrize("inputs", [WHERE, DETAILS], ids=["where", "details"])
def test_function_keys_mean_nothing_on_the_sheet(inputs: Inputs) -> None:
    assert [wish_of(KEY_F1 + number, "", inputs) for number in range(1, 10)] == [None] * 9


def test_reasons_beyond_the_digits_have_none() -> None:
    assert DETAILS.hall is not None
    many = replace(DETAILS, hall=replace(DETAILS.hall, reasons=tuple(f"reason_{n}" for n in range(12))))
    wishes = [wish_of(ord(digit), digit, many) for digit in "56789"]
    assert wishes == [PickReason(f"reason_{n}") for n in range(5)]
