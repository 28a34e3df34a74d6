from __future__ import annotations

from hall.platform.db.tables.core import metadata
from hall.platform.db.tables.visitors import appointment, visit_phone


def test_both_belong_to_the_halls_tables_and_hold_nobodys_name() -> None:
    assert {visit_phone.name, appointment.name} <= set(metadata.tables)
    for table in (visit_phone, appointment):
        assert not {"name", "phone", "civil_number"} & set(table.columns.keys())
