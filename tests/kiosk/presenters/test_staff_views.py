from __future__ import annotations

import dataclasses
import inspect

from kiosk.presenters import staff_views


def test_every_view_is_frozen_so_that_equal_views_are_equal_screens() -> None:
    classes = [c for _, c in inspect.getmembers(staff_views, inspect.isclass) if c.__module__ == staff_views.__name__]
    assert len(classes) >= 7
    assert all(dataclasses.is_dataclass(c) and c.__dataclass_params__.frozen for c in classes)
