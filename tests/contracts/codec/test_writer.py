"""What leaves as JSON; `test_codec` reads it again."""

from __future__ import annotations

import enum
import json
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from contracts.codec.message import Request
from contracts.codec.reader import ContractError, from_json
from contracts.codec.writer import instant_text, to_json, without_defaults
from contracts.queue.bodies import FinishRequest
from contracts.requests.bodies import NewRequest
from contracts.words.hall import Outcome

NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


class Colour(enum.Enum):
    RED = "red"


class Level(int, enum.Enum):
    HIGH = 3


@dataclass(frozen=True)
class Leaf:
    at: datetime
    colour: Colour | None = None


@dataclass(frozen=True)
class Tree:
    name: str
    leaves: tuple[Leaf, ...]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (7, 7),
        (Colour.RED, "red"),
        (Level.HIGH, 3),
        (NINE, "2026-11-24T05:00:00Z"),
        (NINE.astimezone(timezone(timedelta(hours=4))), "2026-11-24T05:00:00Z"),
        (NINE.replace(microsecond=5), "2026-11-24T05:00:00.000005Z"),
        (date(2026, 11, 24), "2026-11-24"),
        (OrderedDict({Colour.RED: NINE}), {"Colour.RED": "2026-11-24T05:00:00Z"}),
        ({1: (Colour.RED,)}, {"1": ["red"]}),
        (frozenset({4}), [4]),
        ([date(2026, 1, 2), None], ["2026-01-02", None]),
        (Leaf(NINE), {"at": "2026-11-24T05:00:00Z", "colour": None}),
        (
            Tree("t", (Leaf(NINE, Colour.RED),)),
            {"name": "t", "leaves": [{"at": "2026-11-24T05:00:00Z", "colour": "red"}]},
        ),
    ],
)
def test_each_value_becomes_what_json_takes(value: object, expected: object) -> None:
    assert to_json(value) == expected == json.loads(json.dumps(to_json(value)))


def test_the_same_type_is_written_the_same_again() -> None:
    assert to_json(Leaf(NINE)) == to_json(Leaf(NINE))


def test_a_naive_instant_cannot_leave() -> None:
    with pytest.raises(ValueError, match="time zone"):
        to_json(Leaf(NINE.replace(tzinfo=None)))
    with pytest.raises(ValueError, match="time zone"):
        instant_text(NINE.replace(tzinfo=None))


class OlderFinish(Request, frozen=True):
    """What a hall knows of a finish that was installed before numbers for the reply were taken with it."""

    outcome: Outcome
    requests: tuple[NewRequest, ...] = ()
    receipt: bool = True


def test_an_older_hall_is_told_a_newer_field_only_where_it_says_something() -> None:
    land = NewRequest("A plot", "lands", "land_grant")
    plain = FinishRequest(Outcome.REQUEST_REGISTERED, requests=(land,), receipt=False)
    with pytest.raises(ContractError):
        from_json(OlderFinish, to_json(plain))
    assert from_json(OlderFinish, without_defaults(plain)) == OlderFinish(plain.outcome, (land,), receipt=False)
    assert without_defaults(FinishRequest(Outcome.COMPLETED)) == {"outcome": "completed"}
    told = FinishRequest(Outcome.COMPLETED, phone="+96891234567")
    assert from_json(FinishRequest, without_defaults(told)) == told
    assert without_defaults(None) is None
