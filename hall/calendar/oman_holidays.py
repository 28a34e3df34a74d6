"""Oman's official holidays as data: what was announced, by whom it is known, and the rules of the decree (pure).

Royal Decree 88/2022 names the occasions; 15/2025 moved the National Day to 20 and 21 November. The days are
announced each year: they may be lengthened or moved, and an occasion on the weekend is replaced by another day. A day
that only follows from the rules is therefore *expected*, never certain.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Occasion(Enum):
    """What a holiday is for."""

    ACCESSION = "accession"
    ISRA_MIRAJ = "isra_miraj"
    EID_FITR = "eid_fitr"
    EID_ADHA = "eid_adha"
    HIJRI_NEW_YEAR = "hijri_new_year"
    PROPHET_BIRTHDAY = "prophet_birthday"
    NATIONAL_DAY = "national_day"


NAMES = {
    Occasion.ACCESSION: {"ar": "يوم تولّي جلالة السلطان مقاليد الحكم في البلاد", "en": "Accession Day"},
    Occasion.ISRA_MIRAJ: {"ar": "الإسراء والمعراج", "en": "Isra and Miraj"},
    Occasion.EID_FITR: {"ar": "عيد الفطر", "en": "Eid al-Fitr"},
    Occasion.EID_ADHA: {"ar": "عيد الأضحى", "en": "Eid al-Adha"},
    Occasion.HIJRI_NEW_YEAR: {"ar": "رأس السنة الهجرية", "en": "Hijri New Year"},
    Occasion.PROPHET_BIRTHDAY: {"ar": "المولد النبوي", "en": "The Prophet's Birthday"},
    Occasion.NATIONAL_DAY: {"ar": "اليوم الوطني", "en": "National Day"},
}
EIDS = frozenset({Occasion.EID_FITR, Occasion.EID_ADHA})

HIJRI_RULES = {
    (1, 1): Occasion.HIJRI_NEW_YEAR,
    (3, 12): Occasion.PROPHET_BIRTHDAY,
    (7, 27): Occasion.ISRA_MIRAJ,
    (9, 29): Occasion.EID_FITR,
    (9, 30): Occasion.EID_FITR,
    (10, 1): Occasion.EID_FITR,
    (10, 2): Occasion.EID_FITR,
    (10, 3): Occasion.EID_FITR,
    (12, 9): Occasion.EID_ADHA,
    (12, 10): Occasion.EID_ADHA,
    (12, 11): Occasion.EID_ADHA,
    (12, 12): Occasion.EID_ADHA,
}
"""Occasions by Hijri month and day: Royal Decree 88/2022, articles 1 and 2."""

FIRST_OF_EID = frozenset({(10, 1), (12, 10)})
"""The days of an Eid that are made good where they are a Friday: article 2."""


def civil_occasion(day: date) -> Occasion | None:
    """Return the occasion of a day of the civil calendar, by the decree in force then.

    >>> civil_occasion(date(2024, 11, 18)), civil_occasion(date(2026, 11, 21)), civil_occasion(date(2026, 11, 18))
    (<Occasion.NATIONAL_DAY: 'national_day'>, <Occasion.NATIONAL_DAY: 'national_day'>, None)
    """
    if (day.month, day.day) == (1, 11):
        return Occasion.ACCESSION
    days = (20, 21) if day.year >= 2025 else (18, 19)
    return Occasion.NATIONAL_DAY if day.month == 11 and day.day in days else None


@dataclass(frozen=True)
class Announced:
    """One announcement: first and last day off, its source and the date of the source."""

    occasion: Occasion
    first: date
    last: date
    source: str
    told: date


_O = Occasion
_D = date
_LIST_OF_2026 = "Council of Ministers: gulfnews.com 1.500392367, omanet.om"
ANNOUNCED: tuple[Announced, ...] = (
    # 2023
    Announced(_O.ACCESSION, _D(2023, 1, 12), _D(2023, 1, 12), "timesofoman.com/article/125184", _D(2022, 12, 29)),
    Announced(_O.ISRA_MIRAJ, _D(2023, 2, 19), _D(2023, 2, 19), "timeanddate.com, Oman 2023", _D(2023, 2, 12)),
    Announced(_O.EID_FITR, _D(2023, 4, 20), _D(2023, 4, 24), "khaleejtimes.com, Oman Observer", _D(2023, 4, 13)),
    Announced(_O.EID_ADHA, _D(2023, 6, 27), _D(2023, 7, 1), "Oman News Agency, lokmattimes.com", _D(2023, 6, 21)),
    Announced(_O.HIJRI_NEW_YEAR, _D(2023, 7, 20), _D(2023, 7, 20), "khaleejtimes.com", _D(2023, 7, 9)),
    Announced(_O.PROPHET_BIRTHDAY, _D(2023, 9, 28), _D(2023, 9, 28), "eastcoastdaily.in", _D(2023, 9, 17)),
    Announced(_O.NATIONAL_DAY, _D(2023, 11, 22), _D(2023, 11, 23), "gulfnews.com 1.99383210", _D(2023, 11, 14)),
    # 2024
    Announced(_O.ACCESSION, _D(2024, 1, 11), _D(2024, 1, 11), "Royal Decree 88/2022", _D(2022, 12, 7)),
    Announced(_O.ISRA_MIRAJ, _D(2024, 2, 8), _D(2024, 2, 8), "eastcoastdaily.in", _D(2024, 2, 2)),
    Announced(_O.EID_FITR, _D(2024, 4, 9), _D(2024, 4, 13), "gulfnews.com 1.1712323530180", _D(2024, 4, 5)),
    Announced(_O.EID_ADHA, _D(2024, 6, 16), _D(2024, 6, 20), "Oman News Agency, June 2024", _D(2024, 6, 9)),
    Announced(_O.HIJRI_NEW_YEAR, _D(2024, 7, 7), _D(2024, 7, 7), "eastcoastdaily.in", _D(2024, 7, 2)),
    Announced(_O.PROPHET_BIRTHDAY, _D(2024, 9, 15), _D(2024, 9, 15), "zawya.com", _D(2024, 9, 9)),
    Announced(_O.NATIONAL_DAY, _D(2024, 11, 20), _D(2024, 11, 21), "eastcoastdaily.in", _D(2024, 11, 11)),
    # 2025
    Announced(_O.ACCESSION, _D(2025, 1, 12), _D(2025, 1, 12), "holidayssky.com, Oman 2025", _D(2025, 1, 2)),
    Announced(_O.ISRA_MIRAJ, _D(2025, 1, 30), _D(2025, 1, 30), "holidayssky.com, Oman 2025", _D(2025, 1, 20)),
    Announced(_O.EID_FITR, _D(2025, 3, 29), _D(2025, 4, 3), "Oman News Agency, siasat.com", _D(2025, 3, 23)),
    Announced(_O.EID_ADHA, _D(2025, 6, 5), _D(2025, 6, 9), "arabianbusiness.com", _D(2025, 5, 29)),
    Announced(_O.HIJRI_NEW_YEAR, _D(2025, 6, 29), _D(2025, 6, 29), "arabianbusiness.com", _D(2025, 6, 19)),
    Announced(_O.PROPHET_BIRTHDAY, _D(2025, 9, 7), _D(2025, 9, 7), "menafn.com/1109998857", _D(2025, 8, 31)),
    Announced(_O.NATIONAL_DAY, _D(2025, 11, 26), _D(2025, 11, 27), "Oman News Agency, gulfnews.com", _D(2025, 11, 9)),
    # 2026: told in one list, without the Eids. Eid al-Adha is not here: no source of its announcement was found.
    Announced(_O.ACCESSION, _D(2026, 1, 15), _D(2026, 1, 15), _LIST_OF_2026, _D(2025, 12, 28)),
    Announced(_O.ISRA_MIRAJ, _D(2026, 1, 18), _D(2026, 1, 18), _LIST_OF_2026, _D(2025, 12, 28)),
    Announced(_O.EID_FITR, _D(2026, 3, 19), _D(2026, 3, 23), "gulfnews.com 1.500470727", _D(2026, 3, 11)),
    Announced(_O.HIJRI_NEW_YEAR, _D(2026, 6, 18), _D(2026, 6, 18), _LIST_OF_2026, _D(2025, 12, 28)),
    Announced(_O.PROPHET_BIRTHDAY, _D(2026, 8, 27), _D(2026, 8, 27), _LIST_OF_2026, _D(2025, 12, 28)),
    Announced(_O.NATIONAL_DAY, _D(2026, 11, 25), _D(2026, 11, 26), _LIST_OF_2026, _D(2025, 12, 28)),
)  # fmt: skip
"""Days off of the State's administrative apparatus, from the first to the last, weekends between them included."""
