"""What the technician reads, in Arabic and English."""

from __future__ import annotations

LANGUAGES = ("ar", "en")

TEXTS: dict[str, dict[str, str]] = {
    "begin": {
        "en": "The trial takes about 30 minutes. Enter goes on, s skips a step, q ends without a result.",
        "ar": "تستغرق التجربة نحو 30 دقيقة. اضغط Enter للمتابعة، أو s لتخطي الخطوة، أو q للإنهاء بلا نتيجة.",
    },
    "again": {
        "en": "Enter: go on with the next step. r: try this step again.",
        "ar": "Enter: الانتقال إلى الخطوة التالية. r: إعادة هذه الخطوة.",
    },
    "yes_or_no": {"en": "y (yes) or n (no)", "ar": "اكتب y (نعم) أو n (لا)"},
    "passed": {"en": "passed", "ar": "ناجحة"},
    "failed": {"en": "FAILED", "ar": "فاشلة"},
    "skipped": {"en": "skipped", "ar": "لم تُنفَّذ"},
    "waiting": {"en": "Waiting for it, {seconds} seconds at most.", "ar": "في انتظار ذلك، {seconds} ثانية على الأكثر."},
    "accepted": {"en": "ACCEPTED. The signed file: {file}", "ar": "مقبول. الملف الموقَّع: {file}"},
    "refused": {"en": "NOT accepted. The signed file: {file}", "ar": "غير مقبول. الملف الموقَّع: {file}"},
    "printer": {
        "en": "The program checks the printer. Switch it on, with paper in it.",
        "ar": "يفحص البرنامج حالة الطابعة. شغّلها وفيها ورق.",
    },
    "ticket": {"en": "One ticket comes out now.", "ar": "تخرج الآن تذكرة واحدة."},
    "ticket_question": {
        "en": "Is the ticket whole, the Arabic text easy to read, and the paper cut?",
        "ar": "هل التذكرة كاملة، والنص العربي واضح، والورق مقصوص؟",
    },
    "scanner": {
        "en": "Scan the QR code of this ticket with the reader.",
        "ar": "امسح رمز الاستجابة السريعة في هذه التذكرة بالقارئ.",
    },
    "cover": {"en": "Press Enter, then open the printer's cover.", "ar": "اضغط Enter ثم افتح غطاء الطابعة."},
    "cover_back": {"en": "Close the cover.", "ar": "أغلق الغطاء."},
    "roll": {"en": "Press Enter, then take the paper roll out.", "ar": "اضغط Enter ثم أخرج بكرة الورق."},
    "roll_back": {"en": "Put in a new roll and close the cover.", "ar": "ضع بكرة جديدة وأغلق الغطاء."},
    "cable": {
        "en": "Press Enter, then pull the printer's data cable (USB, network or serial).",
        "ar": "اضغط Enter ثم انزع كابل بيانات الطابعة (USB أو الشبكة أو التسلسلي).",
    },
    "cable_back": {"en": "Plug the cable in again.", "ar": "أعد توصيل الكابل."},
    "power": {
        "en": "Press Enter, then pull the printer's power cord.",
        "ar": "اضغط Enter ثم انزع كابل كهرباء الطابعة.",
    },
    "power_back": {
        "en": "Plug it in again. When the printer is ready, one ticket comes out.",
        "ar": "أعد توصيله. تخرج تذكرة واحدة عندما تصبح الطابعة جاهزة.",
    },
    "tickets": {"en": "{count} tickets come out now.", "ar": "تخرج الآن تذاكر عددها {count}."},
    "tickets_question": {
        "en": "Are all {count} tickets there, whole, and in order?",
        "ar": "هل التذاكر كلها موجودة (عددها {count}) وكاملة ومرتبة؟",
    },
    "sound": {"en": "A call is spoken now, in both languages.", "ar": "يُسمع الآن نداء باللغتين."},
    "sound_question": {
        "en": "Is it loud and clear in the whole waiting area?",
        "ar": "هل الصوت عالٍ وواضح في منطقة الانتظار كلها؟",
    },
    "touch": {
        "en": "Touch each button of the kiosk's screen, also those in the corners.",
        "ar": "اضغط كل زر في شاشة جهاز التذاكر، والأزرار في الزوايا أيضًا.",
    },
    "touch_question": {
        "en": "Does each button react at once, where you touch it?",
        "ar": "هل يستجيب كل زر فورًا في موضع الضغط؟",
    },
    "hall": {"en": "The program checks the hall service.", "ar": "يفحص البرنامج خدمة القاعة."},
}
"""By key, then by language."""
