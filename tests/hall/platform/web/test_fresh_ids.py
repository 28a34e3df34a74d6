"""Ids that sort by time, and ids as clients bring them."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from hall.platform.refusals import FieldInvalidError
from hall.platform.web.fresh_ids import uuid7, visit_id

NINE = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


def test_fresh_ids_are_uuids_of_version_seven_that_sort_by_time() -> None:
    made = [uuid7(NINE + timedelta(milliseconds=n)) for n in range(200)]
    assert made == sorted(made)
    assert len(set(made)) == 200
    assert {(uuid.UUID(one).version, uuid.UUID(one).variant) for one in made} == {(7, uuid.RFC_4122)}


def test_two_ids_of_the_same_instant_differ() -> None:
    assert len({uuid7(NINE) for _ in range(1000)}) == 1000


def test_an_id_has_one_spelling() -> None:
    assert visit_id("01A21000-8800-7438-96AB-AB4DAB87BAEF", NINE) == "01a21000-8800-7438-96ab-ab4dab87baef"
    assert (
        visit_id("{01a21000880074389 6abab4dab87baef}".replace(" ", ""), NINE) == "01a21000-8800-7438-96ab-ab4dab87baef"
    )


def test_without_an_id_one_is_made() -> None:
    assert uuid.UUID(visit_id(None, NINE)).version == 7


@pytest.mark.parametrize("text", ["", "x", "01a21000-8800-7438-96ab-ab4dab87bae", "z" * 36])
def test_what_is_no_id_is_named(text: str) -> None:
    with pytest.raises(FieldInvalidError, match="visit"):
        visit_id(text, NINE)
