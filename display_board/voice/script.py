"""What each clip of a voice says: the script a human speaker reads, and the list a voice is checked against.

Arabic texts are fully vocalised and in pausal form, so that clips can stand in any order.
"""

from __future__ import annotations

from collections.abc import Mapping

HOLDER = "holder"
GO_TO_COUNTER = "go_to_counter"

_AR_UNITS = (
    "صِفْر", "وَاحِد", "اِثْنَان", "ثَلَاثَة", "أَرْبَعَة", "خَمْسَة", "سِتَّة", "سَبْعَة", "ثَمَانِيَة", "تِسْعَة",
    "عَشَرَة", "أَحَدَ عَشَر", "اِثْنَا عَشَر", "ثَلَاثَةَ عَشَر", "أَرْبَعَةَ عَشَر", "خَمْسَةَ عَشَر", "سِتَّةَ عَشَر", "سَبْعَةَ عَشَر",
    "ثَمَانِيَةَ عَشَر", "تِسْعَةَ عَشَر",
)  # fmt: skip
_AR_TENS = ("عِشْرُون", "ثَلَاثُون", "أَرْبَعُون", "خَمْسُون", "سِتُّون", "سَبْعُون", "ثَمَانُون", "تِسْعُون")
_AR_HUNDREDS = (
    "مِئَة", "مِئَتَان", "ثَلَاثُمِئَة", "أَرْبَعُمِئَة", "خَمْسُمِئَة", "سِتُّمِئَة", "سَبْعُمِئَة", "ثَمَانُمِئَة", "تِسْعُمِئَة",
)  # fmt: skip
_EN_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

ARABIC_LETTERS: Mapping[str, tuple[str, str, str]] = {
    "ا": ("alif", "أَلِف", "Alif"), "ب": ("ba", "بَاء", "Baa"), "ت": ("ta", "تَاء", "Taa"),
    "ث": ("tha", "ثَاء", "Thaa"), "ج": ("jim", "جِيم", "Jeem"), "ح": ("hha", "حَاء", "Haa"),
    "خ": ("kha", "خَاء", "Kha"), "د": ("dal", "دَال", "Daal"), "ذ": ("dhal", "ذَال", "Thaal"),
    "ر": ("ra", "رَاء", "Raa"), "ز": ("zay", "زَاي", "Zay"), "س": ("sin", "سِين", "Seen"),
    "ش": ("shin", "شِين", "Sheen"), "ص": ("sad", "صَاد", "Saad"), "ض": ("dad", "ضَاد", "Daad"),
    "ط": ("tta", "طَاء", "Taa"), "ظ": ("zza", "ظَاء", "Zaa"), "ع": ("ayn", "عَيْن", "Ayn"),
    "غ": ("ghayn", "غَيْن", "Ghayn"), "ف": ("fa", "فَاء", "Faa"), "ق": ("qaf", "قَاف", "Qaaf"),
    "ك": ("kaf", "كَاف", "Kaaf"), "ل": ("lam", "لَام", "Laam"), "م": ("mim", "مِيم", "Meem"),
    "ن": ("nun", "نُون", "Noon"), "ه": ("ha", "هَاء", "Haa"), "و": ("waw", "وَاو", "Waaw"),
    "ي": ("ya", "يَاء", "Yaa"),
}  # fmt: skip
"""Arabic letter → (name in clip ids, Arabic name, English name). Letters that sound alike are the set-up's to avoid."""

_LATIN_IN_ARABIC = (
    "إِيه", "بِي", "سِي", "دِي", "إِي", "إِف", "جِي", "إِتْش", "آي", "جِيه", "كِيه", "إِل", "إِم",
    "إِن", "أُو", "پِي", "كِيُو", "آر", "إِس", "تِي", "يُو", "ڤِي", "دَبِلْيُو", "إِكْس", "وَاي", "زِد",
)  # fmt: skip
LATIN_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def unit_clip(number: int) -> str:
    """Return the clip id of a number that is one clip (0 to 19, tens, in Arabic hundreds).

    >>> unit_clip(7)
    'n7'
    """
    return f"n{number}"


def and_clip(number: int) -> str:
    """Return the id of the Arabic clip of `number` with «و» before it."""
    return f"and_n{number}"


def letter_clip(letter: str) -> str | None:
    """Return the clip id of a ticket's letter, Latin or Arabic in any hamza form, or None for another character.

    >>> letter_clip("a"), letter_clip("أ"), letter_clip("?")
    ('letter_a', 'letter_alif', None)
    """
    plain = letter.translate(str.maketrans("أإآىة", "ااايه")).upper()
    if plain in ARABIC_LETTERS:
        return f"letter_{ARABIC_LETTERS[plain][0]}"
    return f"letter_{plain.lower()}" if len(plain) == 1 and plain in LATIN_LETTERS else None


def script(language: str) -> dict[str, str]:
    """Return clip id → what it says, for `ar` or `en`; each id is a file name without its ending."""
    return _arabic() if language == "ar" else _english()


def _arabic() -> dict[str, str]:
    numbers = dict(enumerate(_AR_UNITS))
    numbers |= {10 * tens: text for tens, text in enumerate(_AR_TENS, start=2)}
    texts = {HOLDER: "صَاحِبُ الرَّقْمِ", GO_TO_COUNTER: "يُرْجَى التَّوَجُّهُ إِلَى النَّافِذَةِ رَقْم"}
    texts |= {unit_clip(number): text for number, text in numbers.items()}
    texts |= {and_clip(number): f"وَ{text}" for number, text in numbers.items() if number}
    texts |= {unit_clip(100 * hundreds): text for hundreds, text in enumerate(_AR_HUNDREDS, start=1)}
    texts |= {f"letter_{letter.lower()}": text for letter, text in zip(LATIN_LETTERS, _LATIN_IN_ARABIC, strict=True)}
    return texts | {f"letter_{name}": arabic for name, arabic, _english_name in ARABIC_LETTERS.values()}


def _english() -> dict[str, str]:
    texts = {HOLDER: "Number", GO_TO_COUNTER: "please go to counter", "hundred": "hundred", "and": "and"}
    texts |= {unit_clip(number): text for number, text in enumerate(_EN_UNITS)}
    texts |= {unit_clip(10 * tens): text for tens, text in enumerate(_EN_TENS, start=2)}
    texts |= {f"letter_{letter.lower()}": letter for letter in LATIN_LETTERS}
    return texts | {f"letter_{name}": english for name, _arabic_name, english in ARABIC_LETTERS.values()}
