"""Write the sentences of the hall itself, from assets/i18n/hall_*.json: messages to visitors, and why one is next."""

from __future__ import annotations

from collections.abc import Mapping

from common.text.texts import Texts, texts
from contracts.words.visitor_messages import LANGUAGES
from hall.kernel.settings import HallSettings
from hall.queue.model.calling.why_next import Reason


def written_language(language: str | None) -> str:
    """Return the language of a message for a visitor who speaks this one.

    >>> written_language("en"), written_language("ur"), written_language(None)
    ('en', 'ar', 'ar')
    """
    return language if language in LANGUAGES else LANGUAGES[0]


def message_text(language: str, key: str, settings: HallSettings, values: Mapping[str, object]) -> str:
    """Return a message in the hall's own words, or in the usual ones."""
    name = settings.names.get(language) or next(iter(settings.names.values()), "")
    words = settings.messages.get(key, {}).get(language) or _texts(language)[f"message.{key}"]
    return words.format(hall=name, **values)


def why_sentences(reason: Reason) -> dict[str, str]:
    """Return why a visitor was next as one sentence by language tag; digits are western, minutes whole.

    >>> from hall.queue.model.calling.why_next import reason_of
    >>> why_sentences(reason_of("longest_wait 1380 1200 priority 7"))["en"]
    'Next of 7 waiting (23 min, plus 20 min for priority tickets).'
    """
    return {language: _why_sentence(_texts(language), reason) for language in LANGUAGES}


def _why_sentence(words: Texts, reason: Reason) -> str:
    key = "why.only" if reason.is_only_choice else f"why.{reason.word}"
    return words.counted(key, reason.among).format(
        among=reason.among, waited=_minutes(words, reason.waited_s), head_start=_head_start(words, reason)
    )


def _head_start(words: Texts, reason: Reason) -> str:
    if reason.head_start_s < 60:
        return ""
    minutes, lane = _minutes(words, reason.head_start_s), words[f"lane.{reason.lane}"]
    return words["why.head_start"].format(head_start=minutes, lane=lane)


def _minutes(words: Texts, seconds: int) -> str:
    minutes = seconds // 60
    return words.counted("minutes", minutes).format(n=minutes) if minutes else words["under_a_minute"]


def _texts(language: str) -> Texts:
    return texts("hall", language)
