"""Screens speak plainly: one word for one thing in Arabic, usual words in English."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from hall.calendar.oman_holidays import NAMES
from hall.kernel.request_settings import DIRECTORATES, POWERS, TOPICS
from qtkit.language.catalogues import I18N

VOWELS = re.compile("[\u064b-\u0652\u0670]")

NEVER_ARABIC = {
    "رئيس القاعة": "مشرف القاعة",
    "(خدمة|نظام) القاعة": "النظام",
    "(تعرف|ترفض|تجب|تقبل|ترسل|تعطي|تخبرك بها|رفضت|حسبت|أنهت|سؤال|تتمسك به|تتمكن) القاعة": "النظام",
    "(الرمز|رمزك) السري": "الرقم السري",
    "رمز القراءة": "رمز الاطلاع",
    "بحسب": "حسب",
    "مشكوك": "غير مؤكد",
    "آليا|من نفسه|من تلقاء نفسه|وحدها": "تلقائيًا",
    "عطلة|عطلات|بلا عطل": "إجازة",
    r"\b(محو|يمحى|تمحى|محي)\b": "حذف",
    "استعمال|استعمل|مستعمل|تستعمل": "استخدام",
    "المدة المعتادة": "المدة المستهدفة",
    "متعطل": "معطّل",
    "في (هذه )?(ال)?نافذ(ة|ت)": "عند النافذة",
    r"\bالمس\b": "اضغط",
    "خدمة مباشرة": "خدمة بلا تذكرة",
    "العيد الوطني": "اليوم الوطني",
    "تولي السلطان": "تولّي جلالة السلطان",
    "تخدم ماذا|ليس على ما يرام": "a plain noun",
    r"\{n\} من ال": "the plural forms of the noun",
    r"\{low\} [–-] \{high\}": "من {low} إلى {high}",
    "[٠-٩]|٪": "Western digits; the hall's setting turns them",
}
"""Pattern (read without vowel signs) to what is written instead."""

NEVER_SPELT = {
    "من قِبل": "the active voice",
    "يرجى": "يُرجى",
    "جدًّا": "جدًا",
    "تلقائيًّا": "تلقائيًا",
    "مشفَّر": "مشفّر",
    "أيًا": "أيًّا",
    "تفضل ": "تفضّل",
}
"""Spellings of which one is used, with the vowel signs that tell readings apart."""

NEVER_ENGLISH = {
    "anew": "again",
    "who(so)?ever": "a person or a role",
    r"(is|are|was|were|have been|not|wait) told|tell its|tell their": "informed, announced",
    "foretold": "predicted",
    "stands|it stood|stood before": "is",
    "put(s|ting)? right": "correct",
    "by (itself|themselves)": "automatically",
    "hall (says|knows|gave|took|refused|does not (know|take)|did not accept|could not read)": "the system",
    "all the same": "still, anyway, continue",
    "of (its|their) own": "own",
    "so many": "the number",
    "br(ought|ing) forward": "complaint or suggestion",
    "hand(ed|s)? on": "forward",
    "heard of": "connected",
    "sign of life": "not responding",
    "no link to": "no connection",
    "mends?": "correct, reconnect",
    "worthless|dies": "no longer works",
    "reckon": "calculate",
    "tak(e|es|en|ing) back|took back": "undo, cancel, withdraw",
    "let wait": "return to the queue",
    "sealed": "encrypted",
    "erased?": "delete",
    "9 of 10": "90%",
    "nobody needs|nobody waits|nobody is waiting for it": "a sentence with its subject",
    "held out": "postponed",
    "the books": "still open",
    "in order": "OK, ready",
    "is (there )?none": "no",
    r"no more\b(?! (tickets|numbers))": "no longer",
    r"\d %": "the sign beside the figure",
}
"""Pattern (small letters) to what is written instead."""

ALLOWED = {
    "تغيير الاستعمال": "the name of a topic of the ministry",
    "٠٤٧": "the choice of digits in the set-up",
    "the five times must be in order.": "in sequence",
}


def texts() -> Iterator[tuple[str, str, str]]:
    """Return (language, where, text) of every text that a person reads in Arabic or English."""
    for file in sorted(I18N.glob("*_*.json")):
        family, language = file.stem.rsplit("_", 1)
        for key, value in json.loads(file.read_text(encoding="utf-8")).items():
            forms = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
            yield from ((language, f"{family}: {key}", text) for text in forms)
    for file in sorted(I18N.glob("*_*.ts")):
        program, language = file.stem.rsplit("_", 1)
        for message in ET.parse(file).getroot().iter("message"):  # noqa: S314 - our own file
            source = message.findtext("source") or ""
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            yield "en", f"{program}: source", source
            yield from ((language, f"{program}: {source}", text) for text in forms)
    named = [*NAMES.values(), *(one.names for one in (*TOPICS, *DIRECTORATES, *POWERS))]
    yield from ((language, "a name in the code", text) for names in named for language, text in names.items())


def found(language: str, never: dict[str, str], *, vowels: bool = True) -> list[str]:
    """Return what breaks the rules, with what is to be written instead."""
    every = [(where, text) for spoken, where, text in texts() if spoken == language and text not in ALLOWED]
    if language == "en":
        every = [(where, re.sub(r"\{\w+\}", "{}", text)) for where, text in every]
    assert len(every) > 1500, "the check has lost its subject"
    return sorted(
        {
            f"{where}: {text!r} ({pattern}: {instead})"
            for where, text in every
            for pattern, instead in never.items()
            if re.search(pattern, text if vowels else VOWELS.sub("", text))
        }
    )


def test_arabic_uses_the_words_of_the_term_sheet() -> None:
    assert found("ar", NEVER_ARABIC, vowels=False) == []


def test_arabic_has_one_spelling() -> None:
    assert found("ar", NEVER_SPELT) == []


def test_english_uses_the_usual_words() -> None:
    whole = {rf"(?i)(?<!\w)({pattern})(?!\w)": instead for pattern, instead in NEVER_ENGLISH.items()}
    assert found("en", whole) == []


@pytest.mark.parametrize(
    ("pattern", "text"), [("في (هذه )?(ال)?نافذ(ة|ت)", "مسجّل الدخول في هذه النافذة"), ("بحسب", "مرتبة بحسب: المدة")]
)
def test_the_check_finds_what_is_not_to_be_written(pattern: str, text: str) -> None:
    assert pattern in NEVER_ARABIC
    assert re.search(pattern, VOWELS.sub("", text))
