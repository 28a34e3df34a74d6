"""The sentences of a ticket in Urdu, Hindi and Bengali, which then stand beside the Arabic in place of English.

They are those of the kiosk's screens, which tell the visitor what the paper will say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from printer import wording
from printer.ticket import Names, TicketContent


@dataclass(frozen=True, slots=True)
class Words:
    """One language: the labels by their English text, the waits as patterns, days from Monday on, months."""

    labels: dict[str, str]
    minutes: str
    up_to: str
    between: str
    under: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    comma: str = ","


WORDS = {
    "ur": Words(
        {
            "People ahead": "آپ سے آگے لوگ",
            "Expected wait": "متوقع انتظار",
            "A member of staff will call you": "عملے کا ایک رکن آپ کو بلائے گا",
            "Scan to follow your turn": "اپنی باری دیکھنے کے لیے اسکین کریں",
            "The code works once the system is back": "نظام واپس آنے پر کوڈ کام کرے گا",
            "Priority service": "ترجیحی خدمت",
            "No counter is open for it now": "اس کے لیے ابھی کوئی کاؤنٹر کھلا نہیں",
            "Begins at": "آغاز",
            "COPY": "نقل",
        },
        "{high} منٹ", "{high} منٹ تک", "{low} سے {high} منٹ", "ایک منٹ سے کم",
        ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"),
        ("جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"),
        "،",
    ),
    "hi": Words(
        {
            "People ahead": "आपसे आगे लोग",
            "Expected wait": "अनुमानित प्रतीक्षा",
            "A member of staff will call you": "एक कर्मचारी आपको बुलाएगा",
            "Scan to follow your turn": "अपनी बारी देखने के लिए स्कैन करें",
            "The code works once the system is back": "सिस्टम लौटने पर कोड काम करेगा",
            "Priority service": "प्राथमिकता सेवा",
            "No counter is open for it now": "इसके लिए अभी कोई काउंटर खुला नहीं है",
            "Begins at": "आरंभ",
            "COPY": "प्रति",
        },
        "{high} मिनट", "{high} मिनट तक", "{low} से {high} मिनट", "एक मिनट से कम",
        ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"),
        ("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"),
    ),
    "bn": Words(
        {
            "People ahead": "আপনার আগে অপেক্ষমাণ",
            "Expected wait": "আনুমানিক অপেক্ষা",
            "A member of staff will call you": "একজন কর্মী আপনাকে ডাকবেন",
            "Scan to follow your turn": "আপনার পালা দেখতে স্ক্যান করুন",
            "The code works once the system is back": "সিস্টেম ফিরলে কোড কাজ করবে",
            "Priority service": "অগ্রাধিকার সেবা",
            "No counter is open for it now": "এর জন্য এখন কোনো কাউন্টার খোলা নেই",
            "Begins at": "শুরু",
            "COPY": "কপি",
        },
        "{high} মিনিট", "{high} মিনিট পর্যন্ত", "{low} থেকে {high} মিনিট", "এক মিনিটের কম",
        ("সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রবিবার"),
        ("জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"),
    ),
}  # fmt: skip
"""The languages that a ticket may have beside Arabic and English."""


def spoken(content: TicketContent) -> TicketContent:
    """Return the content with its names in the second language where it has them: they stand where English did."""
    second = content.second
    if second is None:
        return content
    return replace(
        content,
        hall=Names(content.hall.ar, second.hall or content.hall.en),
        service=Names(content.service.ar, second.service or content.service.en),
        notice=Names(content.notice.ar, second.notice or content.notice.en),
    )


def label(content: TicketContent, names: Names) -> Names:
    """Return a fixed text with the second language in the place of English."""
    words = _words(content)
    return names if words is None else Names(names.ar, words.labels.get(names.en, names.en))


def not_served(content: TicketContent) -> Names | None:
    """Return why nobody is called for the service now, or None where somebody is."""
    why, words = wording.not_served(content), _words(content)
    if why is None or words is None:
        return why
    begins = f"{words.labels['Begins at']}: {content.begins_at}"
    return Names(why.ar, begins if content.begins_at else words.labels[why.en])


def wait(content: TicketContent) -> Names | None:
    """Return the expected wait, or None when nobody knows."""
    told, words = wording.wait_figure(content), _words(content)
    low, high = content.wait_low_min, content.wait_high_min
    if told is None or words is None or low is None or high is None:
        return told
    pattern = words.minutes if low == high else words.between if low else words.up_to
    return Names(told.ar, words.under if high < 1 else pattern.format(low=low, high=high))


def date(content: TicketContent) -> Names:
    """Return day and time of issue, on the twenty-four-hour clock in the second language: it needs no word."""
    at: datetime = content.issued_local
    told, words = wording.date_text(at, content.digits), _words(content)
    if words is None:
        return told
    day = f"{words.days[at.weekday()]} {at.day} {words.months[at.month - 1]} {at.year}"
    return Names(told.ar, f"{day}{words.comma} {wording.clock_24h(at)}")


def _words(content: TicketContent) -> Words | None:
    return None if content.second is None else WORDS[content.second.language]
