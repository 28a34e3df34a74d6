"""What messages say, in the visitor's language; short enough for one text message where the hall's name is."""

from __future__ import annotations

from collections.abc import Mapping

_TURN = {
    "ar": "{hall}: أمامك {ahead} قبل رقمك {ticket}. يرجى الاقتراب من شاشة النداء.",
    "en": "{hall}: {ahead} before your number {ticket}. Please come near the board.",
}
_NEXT = {
    "ar": "{hall}: رقمك {ticket} هو التالي. يرجى الاقتراب من شاشة النداء.",
    "en": "{hall}: your number {ticket} is next. Please come near the board.",
}
_CALLED = {
    "ar": "{hall}: نودي على رقمك {ticket}. توجه إلى النافذة {counter}.",
    "en": "{hall}: your number {ticket} is called. Please go to counter {counter}.",
}
_REPLY = {
    "ar": "{hall}: وصل الرد على طلبك {number}: {text}",
    "en": "{hall}: there is a reply to your request {number}: {text}",
}


def spoken(language: str | None) -> str:
    """Return the language of a message for a visitor who spoke this one.

    >>> spoken("en"), spoken("ur"), spoken(None)
    ('en', 'ar', 'ar')
    """
    return language if language in _TURN else "ar"


def turn_text(language: str, hall: Mapping[str, str], ticket: str, ahead: int) -> str:
    """Return what is told when the turn comes near."""
    return (_TURN if ahead else _NEXT)[language].format(hall=_named(hall, language), ticket=ticket, ahead=ahead)


def called_text(language: str, hall: Mapping[str, str], ticket: str, counter: int) -> str:
    """Return what is told when the number is called."""
    return _CALLED[language].format(hall=_named(hall, language), ticket=ticket, counter=counter)


def reply_text(language: str, hall: Mapping[str, str], number: str, text: str) -> str:
    """Return what is told when the reply is there."""
    return _REPLY[language].format(hall=_named(hall, language), number=number, text=text)


def _named(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()), "")
