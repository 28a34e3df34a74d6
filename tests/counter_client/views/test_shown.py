from __future__ import annotations

import pytest

from common.digits import ARABIC_INDIC, WESTERN
from counter_client.views.shown import Shown
from qtkit.language import Language

pytestmark = pytest.mark.process


def test_only_another_value_is_painted_anew(english: Language) -> None:
    shown = Shown(english)
    assert shown.becomes("A047", 3)
    assert not shown.becomes("A047", 3)
    assert shown.becomes("A047", 4)
    assert shown.becomes()


def test_the_same_in_other_digits_or_another_language_is_painted_anew(arabic: Language) -> None:
    shown = Shown(arabic)
    shown.becomes(12)
    arabic.set_digits(ARABIC_INDIC)
    assert shown.becomes(12)
    arabic.set_digits(WESTERN)
    assert shown.becomes(12)
    arabic.show("en")
    assert shown.becomes(12)
    assert not shown.becomes(12)
