from __future__ import annotations

from hall.adapters.tables import metadata
from hall.adapters.tables_trust import out_of_order


def test_a_move_out_of_order_is_kept_under_the_number_of_its_fact() -> None:
    assert out_of_order.name in metadata.tables
    assert [column.name for column in out_of_order.primary_key] == ["seq"]
