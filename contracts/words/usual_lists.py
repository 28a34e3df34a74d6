"""The ministry's usual lists: what a hall offers for which neither its set-up file nor the centre says otherwise."""

from __future__ import annotations

USUAL_TOPICS = {
    "land_grant": {"ar": "طلب منح أرض", "en": "Land grant"},
    "housing_help": {"ar": "طلب مساعدة سكنية", "en": "Housing assistance"},
    "survey": {"ar": "المساحة والكروكي", "en": "Survey and site plan"},
    "ownership": {"ar": "الملكية ونقلها", "en": "Ownership and its transfer"},
    "use_change": {"ar": "تغيير الاستعمال", "en": "Change of use"},
    "grievance": {"ar": "تظلّم", "en": "Grievance"},
    "other": {"ar": "موضوع آخر", "en": "Another matter"},
}
"""What a request or an enquiry may be about, by code."""
USUAL_DIRECTORATES = {
    "housing": {"ar": "مديرية الإسكان", "en": "Directorate of Housing"},
    "lands": {"ar": "مديرية الأراضي", "en": "Directorate of Lands"},
    "planning": {"ar": "مديرية التخطيط والمساحة", "en": "Directorate of Planning and Survey"},
    "registry": {"ar": "أمانة السجل العقاري", "en": "Real Estate Registry"},
    "development": {"ar": "مديرية التطوير العقاري", "en": "Directorate of Real Estate Development"},
}
"""Which directorates decide."""
USUAL_POWERS = {
    "head_of_hall": {"ar": "صلاحية مشرف القاعة", "en": "Powers of the hall head"},
    "director": {"ar": "تفويض مدير المديرية", "en": "Delegated by the director"},
    "undersecretary": {"ar": "تفويض الوكيل", "en": "Delegated by the undersecretary"},
}
"""By which delegated powers an urgent request is decided in the hall."""
USUAL_REASONS = {
    "supervisor_asked": {"ar": "بطلب من مشرف القاعة", "en": "Asked by the hall head"},
    "wrong_service": {"ar": "تذكرة لخدمة أخرى", "en": "Ticket for another service"},
    "left_and_came_back": {"ar": "خرج ثم عاد", "en": "Left and came back"},
    "special_care": {"ar": "عناية خاصة", "en": "Needs special care"},
    "other": {"ar": "سبب آخر", "en": "Another reason"},
}
"""Why an agent may move a visit out of its order."""
