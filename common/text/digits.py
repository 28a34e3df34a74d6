"""Digits and direction of short codes inside running text; pure, no Qt.

>>> in_digits("A047", "arabic_indic")
'A٠٤٧'
>>> in_digits("A٠٤٧", "western")
'A047'
>>> in_digits("A০४۷", "western")
'A047'
"""

from __future__ import annotations

WESTERN = "western"
ARABIC_INDIC = "arabic_indic"

_WESTERN_DIGITS = "0123456789"
_ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
_OTHER_DIGITS = (_ARABIC_DIGITS, "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯")
"""As Arabic, Urdu, Hindi and Bengali write them: a ticket's number must look as it does on paper and board."""
_TO_ARABIC = str.maketrans(_WESTERN_DIGITS, _ARABIC_DIGITS)
_TO_WESTERN = str.maketrans("".join(_OTHER_DIGITS), _WESTERN_DIGITS * len(_OTHER_DIGITS))

_LEFT_TO_RIGHT_ISOLATE = "\u2066"
_FIRST_STRONG_ISOLATE = "\u2068"
_END_OF_ISOLATE = "\u2069"


def in_digits(text: str, digits: str) -> str:
    """Return `text` with every digit written as `digits` (western or arabic_indic) asks.

    Characters are exchanged one by one: QLocale would add group marks to a ticket number.
    """
    return text.translate(_TO_ARABIC if digits == ARABIC_INDIC else _TO_WESTERN)


def isolated(code: str) -> str:
    r"""Return a code, time, range or telephone number so that right-to-left text around it cannot turn it round.

    >>> isolated("09:30") == "\u206609:30\u2069"
    True
    """
    return f"{_LEFT_TO_RIGHT_ISOLATE}{code}{_END_OF_ISOLATE}"


def quoted(text: str) -> str:
    r"""Return what somebody typed, in the direction of its script, whatever text is around it.

    >>> quoted("abc?") == "\u2068abc?\u2069"
    True
    """
    return f"{_FIRST_STRONG_ISOLATE}{text}{_END_OF_ISOLATE}"
