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
        "en": "Switch the printer on, with paper in it. Press Enter: the program checks it.",
        "ar": "شغّل الطابعة وفيها ورق، ثم اضغط Enter ليفحصها البرنامج.",
    },
    "ticket": {"en": "Press Enter: one ticket comes out.", "ar": "اضغط Enter لتخرج تذكرة واحدة."},
    "ticket_question": {
        "en": "Is the ticket whole, the Arabic text easy to read, and the paper cut?",
        "ar": "هل التذكرة كاملة، والنص العربي واضح، والورق مقصوص؟",
    },
    "scanner": {
        "en": "Press Enter, then scan the QR code of this ticket with the reader.",
        "ar": "اضغط Enter ثم امسح رمز الاستجابة السريعة في هذه التذكرة بالقارئ.",
    },
    "cover": {"en": "Press Enter, then open the printer's cover.", "ar": "اضغط Enter ثم افتح غطاء الطابعة."},
    "cover_back": {"en": "Close the cover.", "ar": "أغلق الغطاء."},
    "roll": {"en": "Press Enter, then take the paper roll out.", "ar": "اضغط Enter ثم أخرج لفة الورق."},
    "roll_back": {"en": "Put in a new roll and close the cover.", "ar": "ضع لفة جديدة وأغلق الغطاء."},
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
    "tickets": {"en": "Press Enter: {count} tickets come out.", "ar": "اضغط Enter لتخرج تذاكر عددها {count}."},
    "tickets_question": {
        "en": "Are all {count} tickets there, whole, and in order?",
        "ar": "هل التذاكر كلها موجودة (عددها {count}) وكاملة ومرتبة؟",
    },
    "sound": {"en": "Press Enter: a call is spoken, in both languages.", "ar": "اضغط Enter لسماع نداء باللغتين."},
    "sound_question": {
        "en": "Is it loud and clear in the whole waiting area?",
        "ar": "هل الصوت عالٍ وواضح في منطقة الانتظار كلها؟",
    },
    "touch": {
        "en": "The touch screen, as you tried it before the kiosk was stopped. Press Enter, or s if it was not tried.",
        "ar": "شاشة اللمس كما جرّبتها قبل إيقاف جهاز التذاكر. اضغط Enter، أو s إن لم تجرّبها.",
    },
    "touch_question": {
        "en": "Did each button react at once, where you touched it, also in the corners?",
        "ar": "هل استجاب كل زر فورًا في موضع الضغط، وفي الزوايا أيضًا؟",
    },
    "hall": {"en": "Press Enter: the program checks the hall service.", "ar": "اضغط Enter ليفحص البرنامج خدمة القاعة."},
}
"""By key, then by language."""
