"""Refusals have stable codes, each its own, and all are in the contract."""

from __future__ import annotations

import re
from pathlib import Path

from hall.kernel.refusals import HallError
from hall.queue.model.refusals import VisitOpenError
from tests.helpers.hall_modules import engine_modules

CONTRACT = Path(__file__).parents[3] / "docs" / "contract.md"


def classes() -> dict[str, type]:
    found: dict[str, type] = {}
    for module in engine_modules("refusals"):
        for name, cls in vars(module).items():
            if isinstance(cls, type) and cls.__module__.startswith("hall."):
                found[name] = cls
    return found


REFUSALS = [cls for cls in classes().values() if issubclass(cls, HallError)]


def test_the_modules_of_refusals_hold_nothing_else():
    assert [name for name, cls in classes().items() if not issubclass(cls, HallError)] == []


def test_each_refusal_has_a_code_of_its_own():
    codes = [cls.code for cls in REFUSALS]
    assert len(codes) > 30
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z_]+", code) for code in codes)


def test_the_code_is_the_class_name():
    for cls in REFUSALS:
        if cls is not HallError:
            name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__.removesuffix("Error")).lower()
            assert cls.code == name


def test_the_contract_knows_every_refusal():
    text = CONTRACT.read_text(encoding="utf-8")
    missing = [cls.code for cls in REFUSALS if cls is not HallError and f"`{cls.code}`" not in text]
    assert missing == []


def test_a_refusal_carries_its_sentence():
    refusal = VisitOpenError("counter 3 still has L047")
    assert (str(refusal), refusal.detail, refusal.code) == ("counter 3 still has L047",) * 2 + ("visit_open",)
