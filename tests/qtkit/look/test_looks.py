from __future__ import annotations

from qtkit.look.looks import TEXT_STEPS, Looks, next_text


def test_text_grows_step_by_step_and_begins_anew() -> None:
    assert TEXT_STEPS[-1] == 200, "WCAG 1.4.4 asks for 200 %"
    assert [next_text(percent) for percent in TEXT_STEPS] == [*TEXT_STEPS[1:], TEXT_STEPS[0]]


def test_a_size_from_elsewhere_leads_back_to_the_normal_one() -> None:
    assert next_text(130) == 100


def test_the_usual_looks_change_nothing() -> None:
    assert Looks() == Looks(100, high_contrast=False, reach=False)
    assert Looks().text_scale == 1.0
