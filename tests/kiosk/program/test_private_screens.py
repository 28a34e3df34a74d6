from __future__ import annotations

import pytest

from kiosk.program import private_screens
from kiosk.program.private_screens import PUBLIC_STEPS, is_private
from kiosk.visitor.session import Step
from tests.helpers.examples import assert_examples_hold


@pytest.mark.parametrize("step", Step)
def test_only_the_steps_named_as_public_are_pictured(step: Step) -> None:
    assert is_private(step, staff_menu_open=False) is (step not in PUBLIC_STEPS)


@pytest.mark.parametrize("step", Step)
def test_the_staff_menu_is_never_pictured(step: Step) -> None:
    assert is_private(step, staff_menu_open=True)


def test_who_tells_what_he_is_is_not_watched() -> None:
    assert is_private(Step.VISITOR_KIND, staff_menu_open=False)


def test_the_examples_hold() -> None:
    assert_examples_hold(private_screens)
