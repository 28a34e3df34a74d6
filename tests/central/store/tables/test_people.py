"""The tables of people hold no secret in the clear."""

from __future__ import annotations

from central.store.tables.people import person


def test_the_secret_of_a_person_is_not_kept_in_the_clear() -> None:
    assert "secret" not in person.c
