"""The table of requests is the one that the migrations make."""

from hall.adapters.tables import metadata
from hall.adapters.tables_requests import request


def test_the_table_is_the_databases() -> None:
    assert metadata.tables["request"] is request
    assert request.c.external.unique
