from __future__ import annotations

from typing import get_args

from counter_client import wishes


def test_every_wish_of_the_module_is_one_of_the_union() -> None:
    classes = {
        value for value in vars(wishes).values() if isinstance(value, type) and value.__module__ == wishes.__name__
    }
    assert classes == set(get_args(wishes.Wish))
    assert len(classes) >= 15
