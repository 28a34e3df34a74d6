"""Names of services, counters and agents in the language of the screen; a code where the hall gave no name."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from contracts.settings.hall_view import HallView

SPELLINGS = str.maketrans("ىةؤئ", "يهءء", "ـ")
"""Arabic letters that people write in two ways."""


def folded(text: str) -> str:
    """Return `text` as it is compared: without vowel signs, and different spellings of a letter as one letter.

    >>> folded("الإسكان الميسّر"), folded("Lands")
    ('الاسكان الميسر', 'lands')
    """
    plain = unicodedata.normalize("NFKD", text.translate(SPELLINGS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def in_language(names: Mapping[str, str], language: str, fallback: str = "") -> str:
    """Return the text for `language`, else Arabic, else English, else `fallback`.

    >>> in_language({"ar": "الأراضي", "en": "Lands"}, "en"), in_language({}, "ar", "B")
    ('Lands', 'B')
    """
    return names.get(language) or names.get("ar") or names.get("en") or fallback


def hall_name(hall: HallView | None, language: str) -> str:
    """Return the hall's name, empty before it is known."""
    return in_language(hall.names, language, hall.hall) if hall else ""


def service_name(hall: HallView | None, code: str, language: str) -> str:
    """Return the name of service `code`."""
    services = hall.services if hall else ()
    return next((in_language(service.names, language, code) for service in services if service.code == code), code)


def agent_name(hall: HallView | None, code: str | None, language: str) -> str:
    """Return the name of agent `code`, empty for nobody."""
    agents = hall.agents if hall else ()
    return next(
        (in_language(agent.names, language, agent.agent) for agent in agents if agent.agent == code), code or ""
    )


def counter_name(hall: HallView | None, number: int, language: str) -> str:
    """Return the counter's own name, empty if it has only a number."""
    counters = hall.counters if hall else ()
    return next((in_language(counter.names, language) for counter in counters if counter.counter == number), "")
