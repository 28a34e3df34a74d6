from __future__ import annotations

from hall.adapters.tables import metadata
from hall.adapters.tables_reports import report_delivery


def test_a_report_of_a_period_is_there_once_on_each_way() -> None:
    assert report_delivery.name in metadata.tables
    assert [column.name for column in report_delivery.primary_key] == ["report", "first", "way"]
