"""Messages in the hall's own words: placeholders are checked, what is missing is the usual text."""

from __future__ import annotations

from pathlib import Path

import pytest

from contracts.words.visitor_messages import (
    LANGUAGES,
    LONGEST_LETTERS,
    NEEDED,
    PLACEHOLDERS,
    all_messages,
    usual_text,
)
from hall.queue.queries.sentences import message_text
from hall.settings.setup.file import check_setup, read_setup
from tests.hall.settings.setup.test_requests import written
from tests.helpers.example_hall import SETTINGS
from tests.helpers.replacing import replace

OWN = """
[messages.next]
en = "{ticket} is next at {hall}."
"""


def test_a_message_is_written_in_the_halls_own_words_and_the_others_in_the_usual_ones(tmp_path: Path) -> None:
    settings = read_setup(written(tmp_path, OWN)).settings
    assert settings.messages == {"next": {"en": "{ticket} is next at {hall}."}}
    hall = replace(SETTINGS, messages=settings.messages, names={"en": "Test Hall"})
    assert message_text("en", "next", hall, {"ticket": "A047"}) == "A047 is next at Test Hall."
    assert message_text("ar", "next", hall, {"ticket": "A047"}) == message_text(
        "ar", "next", replace(hall, messages={}), {"ticket": "A047"}
    )


def test_an_empty_text_and_the_usual_one_are_no_words_of_the_halls_own(tmp_path: Path) -> None:
    usual = usual_text("called", "en")
    more = f'\n[messages.called]\nar = " "\nen = "{usual}"\n'
    assert read_setup(written(tmp_path, more)).settings.messages == {}
    assert all_messages({})["called"]["en"] == usual


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_the_usual_texts_stand_their_own_check(tmp_path: Path, name: str) -> None:
    texts = {tag: usual_text(name, tag) for tag in LANGUAGES}
    more = f"\n[messages.{name}]\n" + "".join(f'{tag} = "{text} "\n' for tag, text in texts.items())
    assert check_setup(written(tmp_path, more)) == []
    assert set(NEEDED[name]) <= set(PLACEHOLDERS[name])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[messages.nxet]\nen = "{ticket}"', "messages.nxet"),
        ('[messages.next]\nur = "{ticket}"', "messages.next.ur"),
        ('[messages.next]\nen = "next"', "messages.next.en"),
        ('[messages.next]\nen = "{ticket} {counter}"', "messages.next.en"),
        ('[messages.next]\nen = "{ticket.real}{ticket}"', "messages.next.en"),
        ('[messages.next]\nen = "{ticket!r}{ticket}"', "messages.next.en"),
        ('[messages.next]\nen = "{ticket:>9999}{ticket}"', "messages.next.en"),
        ('[messages.next]\nen = "{ticket"', "messages.next.en"),
        (f'[messages.next]\nen = "{{ticket}}{"x" * LONGEST_LETTERS}"', "messages.next.en"),
    ],
)
def test_each_mistake_is_named(tmp_path: Path, text: str, key: str) -> None:
    assert {problem.key for problem in check_setup(written(tmp_path, f"\n{text}\n"))} == {key}
