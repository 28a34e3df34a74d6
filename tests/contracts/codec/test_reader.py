"""The codec: there and back unchanged, and every mistake named by its path."""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import field

from contracts.codec.message import Message, Request
from contracts.codec.reader import ContractError, from_json, instant_text, problems_of, to_json
from tests.contracts.round_trip import INSTANTS

NINE = datetime(2026, 11, 24, 5, 0, 1, tzinfo=UTC)


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Leaf(Message, frozen=True):
    at: datetime
    colour: Colour = Colour.RED


class Tree(Request, frozen=True):
    name: str
    leaves: tuple[Leaf, ...] = ()
    day: date | None = None
    weights: dict[str, float] = field(default_factory=dict)
    note: str | int | None = None


TREES = st.builds(
    Tree,
    name=st.text(),
    leaves=st.lists(st.builds(Leaf, at=INSTANTS, colour=st.sampled_from(Colour))).map(tuple),
    day=st.none() | st.dates(),
    weights=st.dictionaries(st.text(), st.floats(allow_nan=False)),
    note=st.none() | st.text() | st.integers(),
)


@given(TREES)
def test_a_value_comes_back_as_it_went(tree: Tree) -> None:
    assert from_json(Tree, to_json(tree)) == tree
    assert problems_of(Tree, to_json(tree)) == []


def test_instants_travel_in_utc() -> None:
    muscat = datetime(2026, 11, 24, 9, 0, 1, tzinfo=timezone(timedelta(hours=4)))
    assert instant_text(muscat) == "2026-11-24T05:00:01Z"
    assert from_json(Leaf, {"at": "2026-11-24T09:00:01+04:00"}) == Leaf(NINE)


def test_a_naive_instant_cannot_leave() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        instant_text(NINE.replace(tzinfo=None))


MISTAKES = [
    ({}, "name", "is missing"),
    ({"name": 1}, "name", "expected a text, got 1"),
    ({"name": "x", "size": 3}, "size", "no such field"),
    ({"name": "x", "leaves": {}}, "leaves", "expected a list"),
    ({"name": "x", "leaves": [{"at": "yesterday"}]}, "leaves[0].at", "expected an instant"),
    ({"name": "x", "leaves": [{"at": "2026-11-24T05:00:01"}]}, "leaves[0].at", "needs a time zone"),
    *(
        ({"name": "x", "leaves": [{"at": at}]}, "leaves[0].at", "of the years 1900 to 2199")
        for at in ("9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "1899-12-31T00:00:00Z")
    ),
    ({"name": "x", "leaves": [{"at": instant_text(NINE), "colour": "green"}]}, "leaves[0].colour", "one of red, blue"),
    ({"name": "x", "day": "24.11.2026"}, "day", "expected a day"),
    ({"name": "x", "weights": {"a": "heavy"}}, "weights.a", "expected a number"),
    ({"name": "x", "weights": {"a": True}}, "weights.a", "expected a number"),
    ({"name": "x", "note": []}, "note", "expected a text or a whole number, got []"),
    ([], "", "expected an object"),
]


@pytest.mark.parametrize(("value", "path", "problem"), MISTAKES)
def test_a_mistake_is_named_by_its_path(value: Any, path: str, problem: str) -> None:
    with pytest.raises(ContractError) as caught:
        from_json(Tree, value)
    assert caught.value.field == path
    assert problem in caught.value.problem
    assert path in [found.field for found in problems_of(Tree, value)]


def test_all_mistakes_are_told_at_once() -> None:
    wrong = {"leaves": [{"at": 1}, {"colour": "green"}], "size": 1, "day": "x"}
    found = {problem.field for problem in problems_of(Tree, wrong)}
    assert found == {"size", "name", "leaves[0].at", "leaves[1].at", "leaves[1].colour", "day"}


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(ContractError) as caught:
        from_json(Tree, {"name": ["long"] * 50})
    assert len(caught.value.problem) < 100


@given(TREES)
def test_fields_of_a_newer_sender_are_left_out_at_any_depth(tree: Tree) -> None:
    newer = to_json(Answer(tree.name, tree.leaves))
    newer["new"] = {"deep": 1}
    for leaf in newer["leaves"]:
        leaf["newer"] = [1]
    assert from_json(Answer, newer) == Answer(tree.name, tree.leaves)


class Answer(Message, frozen=True):
    name: str
    leaves: tuple[Leaf, ...] = ()


class Branch(Message, frozen=True):
    leaf: Leaf | None = None


def test_fields_within_an_optional_part_are_left_out_too() -> None:
    newer = {"leaf": {"at": instant_text(NINE), "newer": 1}}
    assert from_json(Branch, newer) == Branch(Leaf(NINE))
    assert from_json(Branch, {"leaf": None}) == Branch()
