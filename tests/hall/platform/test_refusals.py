"""Each refusal has one status, and the contract's page names every code."""

from __future__ import annotations

from pathlib import Path

import pytest

from hall.kernel.refusals import HallError
from hall.platform import refusals
from hall.platform.db.writer import idempotency
from tests.helpers.hall_modules import engine_modules

CONTRACT = Path("docs/contract.md").read_text(encoding="utf-8")


def _tree(error: type[HallError]) -> list[type[HallError]]:
    return [error, *(deeper for child in error.__subclasses__() for deeper in _tree(child))]


engine_modules()  # all refusals are in the tree now
assert idempotency.KeyReusedError in HallError.__subclasses__()  # the adapters' one refusal is in the tree too
CODES = sorted({error.code for error in _tree(HallError)})


def test_every_refusal_of_the_tree_has_a_status() -> None:
    assert len(CODES) >= 50
    assert [code for code in CODES if code not in refusals.STATUS] == []


def test_no_status_is_kept_for_a_code_that_nobody_raises() -> None:
    assert sorted(set(refusals.STATUS) - set(CODES)) == []


@pytest.mark.parametrize("code", [code for code in CODES if code != "refused"])
def test_the_contract_names_the_code(code: str) -> None:
    assert f"`{code}`" in CONTRACT


def test_every_status_says_whose_fault_it_is() -> None:
    for code, status in refusals.STATUS.items():
        assert 400 <= status < 500 or code in {"bug", "forecast_unavailable", "hall_away", "report_not_made"}, code
    assert refusals.status_of("pin_locked") == 423
