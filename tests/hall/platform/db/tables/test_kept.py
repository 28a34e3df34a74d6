"""What a hall keeps from day to day: no secret of it in the clear, and no token for two."""

from __future__ import annotations

import pytest
from sqlalchemy import UniqueConstraint

from hall.platform.db.tables.kept import agent_pin, device, pairing_code, staff_token


@pytest.mark.parametrize("table", [agent_pin, device, pairing_code, staff_token], ids=str)
def test_secrets_are_kept_as_hashes_only(table) -> None:
    names = {column.name for column in table.columns}
    assert not names & {"token", "pin", "code", "secret", "password"}
    assert [name for name in names if name.endswith("_hash")]


def test_one_token_stands_for_one_device_or_person() -> None:
    unique = [tuple(c.columns.keys()) for c in device.constraints if isinstance(c, UniqueConstraint)]
    assert ("token_hash",) in unique
    assert staff_token.primary_key.columns.keys() == ["token_hash"]
    assert pairing_code.primary_key.columns.keys() == ["code_hash"]
