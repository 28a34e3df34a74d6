from __future__ import annotations

from typing import get_args

from counter_client.state import intents


def test_every_wish_of_the_module_is_one_of_the_union() -> None:
    classes = {
        value for value in vars(intents).values() if isinstance(value, type) and value.__module__ == intents.__name__
    }
    assert classes == set(get_args(intents.Wish))
    assert len(classes) >= 15
