"""The words that travel are those of the glossary."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

import pytest

from contracts.words import hall
from contracts.words.hall import (
    ArrangementKind,
    CorrectionReason,
    DeviceAct,
    Lane,
    LaneReason,
    NextAction,
    Outcome,
    OutOfOrderKind,
    PrintState,
    TransferPosition,
    VisitInHand,
    VisitorKind,
    VisitState,
)

GLOSSARY = Path(__file__).parents[3] / "docs" / "glossary.md"
ROWS = {
    Lane: "lane", LaneReason: "lane reason", VisitorKind: "visitor kind", Outcome: "outcome", VisitState: "state",
    TransferPosition: "position", PrintState: "attempt", DeviceAct: "act", ArrangementKind: "arrangement",
    OutOfOrderKind: "move out of order", CorrectionReason: "correction reason", NextAction: "next step",
    VisitInHand: "visit in hand",
}  # fmt: skip


def test_every_list_of_words_has_a_row() -> None:
    assert {one for one in vars(hall).values() if isinstance(one, type) and one.__module__ == hall.__name__} == set(
        ROWS
    )


@pytest.mark.parametrize("words", ROWS)
def test_the_glossary_has_each_word_and_in_this_order(words: type[Enum]) -> None:
    row = re.search(rf"^\| {ROWS[words]} \|[^|]*\|([^|]*)\|", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    assert row
    told = re.findall(r"[a-z_]+", row[1].rpartition(":")[2])
    assert told == [word.value for word in words]
