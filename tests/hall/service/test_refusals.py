"""Each refusal has one status, and the contract's page names every code."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import hall.domain
from hall.adapters import idempotency
from hall.domain.errors import HallError
from hall.service import refusals

CONTRACT = Path("docs/contract.md").read_text(encoding="utf-8")


def _tree(error: type[HallError]) -> list[type[HallError]]:
    return [error, *(deeper for child in error.__subclasses__() for deeper in _tree(child))]


for module in pkgutil.iter_modules(hall.domain.__path__):
    importlib.import_module(f"hall.domain.{module.name}")
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
