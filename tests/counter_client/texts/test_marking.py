from __future__ import annotations

from counter_client.texts.marking import QT_TRANSLATE_NOOP


def test_marking_changes_nothing() -> None:
    assert QT_TRANSLATE_NOOP("counter", "Hold") == "Hold"
