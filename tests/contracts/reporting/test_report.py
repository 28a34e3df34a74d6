"""A report as another program reads it: strict, in one language."""

from __future__ import annotations

import pytest

from contracts.codec.reader import ContractError, from_json, to_json
from contracts.reporting.report import Report
from tests.helpers.figures_asked import report


def test_values_keep_what_they_are() -> None:
    table = next(table for table in from_json(Report, to_json(report())).tables if table.name == "services")
    assert table.rows == next(table for table in report().tables if table.name == "services").rows
    assert any(value is None for row in table.rows for value in row)


def test_a_report_without_its_title_is_refused() -> None:
    sent = to_json(report())
    del sent["title"]
    with pytest.raises(ContractError, match="title"):
        from_json(Report, sent)
