"""Texts of a set-up file: what no screen shows, or nobody reads to its end, is refused by its place."""

from __future__ import annotations

import pytest

from hall.settings.setup.texts import LONGEST_LETTERS, text_findings


def test_ordinary_texts_of_both_languages_and_a_line_break_may_stand() -> None:
    setup = {"hall": {"names": {"ar": "قاعة صُحار", "en": "Sohar hall"}}, "notice": [{"ar": "سطر\nوسطر"}], "count": 3}
    assert list(text_findings(setup)) == []


@pytest.mark.parametrize("unseen", ["\x00", "\x1b", "\x7f", "\t"])
def test_a_character_that_no_screen_shows_is_told_by_its_place_and_number(unseen: str) -> None:
    found = list(text_findings({"service": [{"names": {"ar": "ا"}}, {"names": {"ar": f"خ{unseen}دمة"}}]}))
    assert [finding.key for finding in found] == ["service[1].names.ar"]
    assert f"U+{ord(unseen):04X}" in found[0].text
    assert not found[0].warning


def test_the_longest_text_may_stand_and_one_letter_more_may_not() -> None:
    assert list(text_findings({"a": "x" * LONGEST_LETTERS})) == []
    (found,) = text_findings({"a": "x" * (LONGEST_LETTERS + 1)})
    assert found.key == "a"
    assert "at most 1000" in found.text
