"""Which facts leave a hall for the centre's audit log, and with which fields."""

from __future__ import annotations

from contracts.centre.audit_kinds import AUDIT_KINDS, DETAILS


def test_each_kind_that_leaves_says_which_of_its_fields_leave() -> None:
    assert set(DETAILS) == AUDIT_KINDS


def test_no_field_in_which_people_write_freely_leaves() -> None:
    assert {"remark", "texts", "note", "text"} & {name for names in DETAILS.values() for name in names} == set()
