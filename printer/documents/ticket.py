"""What is on a ticket, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LONGEST_NAME = 200
LONGEST_URL = 300
SECOND_LANGUAGES = ("ur", "hi", "bn")
_NUMBER = re.compile(r"[A-Z\u0621-\u064a]{0,2}-?[0-9]{1,5}")
_URL = re.compile(r"https?://[\x21-\x7e]+", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class TicketContentError(ValueError):
    """The content cannot be a ticket; the text names every field that is wrong."""


class TicketLanguage(StrEnum):
    """Which languages the paper speaks; with both, Arabic comes first."""

    ARABIC = "ar"
    ENGLISH = "en"
    BOTH = "both"


class Digits(StrEnum):
    """How figures and dates are written in Arabic text; English text and the ticket number keep western digits."""

    WESTERN = "western"
    ARABIC_INDIC = "arabic_indic"


def as_line(text: str) -> str:
    r"""Return a text of a hall's settings as a ticket takes it: on one line, and cut where it is too long.

    >>> as_line("Please\nwait  here")
    'Please wait here'
    """
    line = " ".join(_CONTROL.sub(" ", text).split())
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Names:
    """One text in Arabic and in English."""

    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Second:
    """The visitor's language (ur, hi, bn) where it is neither Arabic nor English, and the names in it, "" for none."""

    language: str
    hall: str = ""
    service: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class TicketContent:
    """Everything a visitor reads on the paper.

    `people_ahead` and the wait (whole minutes, low and high together) are None when nobody knows them: then the line
    is left out rather than guessed. With `called_by_staff` the hall service was away: a person calls the visitor.
    `issued_at` and `copied_at` are aware and are printed in `zone`. A set `copied_at` marks a reprint. `status_url` is
    the QR code's exact text.
    """

    hall: Names
    service: Names
    number: str
    issued_at: datetime
    status_url: str
    people_ahead: int | None = None
    wait_low_min: int | None = None
    wait_high_min: int | None = None
    notice: Names = Names("", "")
    language: TicketLanguage = TicketLanguage.BOTH
    digits: Digits = Digits.WESTERN
    copied_at: datetime | None = None
    zone: str = "Asia/Muscat"
    called_by_staff: bool = False
    priority: bool = False
    """The visitor chose the priority service, and has it."""
    staffed: bool = True
    """A counter is open for the service, or a wait is known."""
    begins_at: str = ""
    """Local HH:MM at which counters open later today, while none is open for the service."""
    second: Second | None = None
    """Stands beside the Arabic in place of English, on a paper in both languages and a link that takes pictures."""

    def __post_init__(self) -> None:
        problems = [*_name_problems(self), *_second_problems(self), *_figure_problems(self), *_time_problems(self)]
        if not _NUMBER.fullmatch(self.number):
            problems.append(
                f"number: {self.number!r} is no ticket number (like A047: at most two capitals, then digits)"
            )
        if not _URL.fullmatch(self.status_url) or len(self.status_url) > LONGEST_URL:
            problems.append(f"status_url: not an http(s) address of at most {LONGEST_URL} ASCII characters")
        if problems:
            raise TicketContentError("; ".join(problems))

    @property
    def plain_digits(self) -> bool:
        """Whether all its figures can be written in ASCII."""
        return self.language is TicketLanguage.ENGLISH or self.digits is Digits.WESTERN

    @property
    def issued_local(self) -> datetime:
        """The instant of issue in the hall's own time."""
        return self.issued_at.astimezone(ZoneInfo(self.zone))

    @property
    def copied_local(self) -> datetime | None:
        """The instant of the reprint in the hall's own time, or None for a first print."""
        return self.copied_at.astimezone(ZoneInfo(self.zone)) if self.copied_at else None


def _name_problems(content: TicketContent) -> list[str]:
    problems = []
    for field, names, needed in (
        ("hall", content.hall, True),
        ("service", content.service, True),
        ("notice", content.notice, False),
    ):
        for language in ("ar", "en"):
            text = names.ar if language == "ar" else names.en
            spoken = content.language in (TicketLanguage.BOTH, language)
            if needed and spoken and not text.strip():
                problems.append(f"{field}.{language}: empty")
            if len(text) > LONGEST_NAME:
                problems.append(f"{field}.{language}: longer than {LONGEST_NAME} characters")
            if _CONTROL.search(text):
                problems.append(f"{field}.{language}: contains a control character")
    return problems


def _second_problems(content: TicketContent) -> list[str]:
    second = content.second
    texts = (second.hall, second.service, second.notice) if second is not None else ()
    wrong = [text for text in texts if len(text) > LONGEST_NAME or _CONTROL.search(text)]
    unknown = second is not None and second.language not in SECOND_LANGUAGES
    return ["second: a name is too long or contains a control character"] * bool(wrong) + [
        f"second: no language of {', '.join(SECOND_LANGUAGES)}"
    ] * unknown


def _figure_problems(content: TicketContent) -> list[str]:
    problems = []
    if content.people_ahead is not None and not 0 <= content.people_ahead <= 9999:
        problems.append(f"people_ahead: {content.people_ahead} is not between 0 and 9999")
    low, high = content.wait_low_min, content.wait_high_min
    if (low is None) != (high is None):
        problems.append("wait_low_min, wait_high_min: give both or neither")
    elif low is not None and high is not None and not 0 <= low <= high <= 1440:
        problems.append(f"wait: {low} to {high} minutes is not a range within a day")
    return problems


def _time_problems(content: TicketContent) -> list[str]:
    problems = [
        f"{field}: has no time zone"
        for field, at in (("issued_at", content.issued_at), ("copied_at", content.copied_at))
        if at is not None and at.tzinfo is None
    ]
    try:
        ZoneInfo(content.zone)
    except (ZoneInfoNotFoundError, ValueError):
        problems.append(f"zone: {content.zone!r} is unknown on this machine")
    return problems
