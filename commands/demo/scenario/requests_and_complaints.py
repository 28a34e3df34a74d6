"""What else comes up in a hall on a day: requests, enquiries, complaints and suggestions, in every state."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from commands.demo.scenario.past_day import PastWork
from contracts.words.complaints import ComplaintWay, Nature
from contracts.words.enquiries import Channel
from contracts.words.requests import RequestSource
from hall.complaints.commands import complaints
from hall.enquiries.commands import enquiries
from hall.requests.commands import move_request
from hall.requests.commands.register_request import Register, register

BY = "head"
_SUBJECTS = (
    ("land_grant", "lands", "طلب تخصيص قطعة أرض سكنية في مخطط المعبيلة الثامنة"),
    ("housing_help", "housing", "طلب مساعدة سكنية لأسرة من ستة أفراد"),
    ("survey", "planning", "تصحيح إحداثيات قطعة أرض في الكروكي"),
    ("ownership", "registry", "نقل ملكية مسكن بين ورثة"),
    ("use_change", "planning", "تغيير استعمال أرض من زراعي إلى سكني"),
    ("grievance", "lands", "تظلّم من رفض طلب منح أرض"),
)
_ENQUIRIES = ("land_grant", "housing_help", "survey", "ownership", "use_change", "other")
_QUESTIONS = (
    "متى تصدر نتائج طلبات الأراضي المقدمة هذا العام؟",
    "ما المستندات المطلوبة لنقل ملكية أرض مشتركة؟",
    "كيف أعدّل بياناتي في منصة أملاك؟",
)
_WORDS = (
    (Nature.COMPLAINT, "تأخر النداء رغم وجود نوافذ خالية"),
    (Nature.SUGGESTION, "نقترح زيادة المقاعد المخصصة لكبار السن"),
    (Nature.COMPLAINT, "لم تُوضَّح المستندات المطلوبة من المرة الأولى"),
    (Nature.SUGGESTION, "نقترح شاشة إضافية قرب مدخل النساء"),
)


@dataclass(frozen=True)
class Matters:
    """How many come up on a day; `today` is the day on which the demo stands: nothing is answered after it."""

    today: date
    requests: int = 3
    enquiries: int = 5
    channel: Channel | None = None
    """The one channel of a call centre."""

    def of(self, day: date, past: PastWork) -> None:
        """Make the requests and complaints of this day, with all their later steps until the day of the demo."""
        chance = random.Random(f"{past.settings.hall} {day} matters")  # noqa: S311  # no secret
        nine = datetime.combine(day, time(8, 30), ZoneInfo(past.settings.time_zone))
        for _ in range(self.requests):
            self._request(nine + timedelta(minutes=chance.uniform(0, 100)), past, chance)
        for _ in range(self.enquiries):
            self._enquiry(nine + timedelta(minutes=chance.uniform(0, 100)), past, chance)
        # None on the day of the demo: nobody would have taken it up yet, and that is an alert.
        if self.requests and day < self.today and chance.random() < 0.5:
            self._complaint(nine + timedelta(minutes=chance.uniform(0, 100)), past, chance)

    def _over(self, at: datetime, days: int) -> datetime | None:
        """Return the instant `days` later, or None when that is the day of the demo or after it."""
        later = at + timedelta(days=days)
        return later if later.date() < self.today else None

    def _request(self, at: datetime, past: PastWork, chance: random.Random) -> None:
        topic, directorate, subject = chance.choice(_SUBJECTS)
        source = chance.choices(tuple(RequestSource), (70, 20, 10))[0]
        urgent = chance.random() < 0.12
        made = past.do(register, Register(subject, topic, directorate, source, BY, urgent=urgent), at)
        decided = self._over(at, 1) if urgent else None
        if decided is not None:
            decision = move_request.Decide(made.number, "الموافقة على الطلب", "مشرف القاعة", "head_of_hall", None, BY)
            past.do(move_request.decide, decision, decided)
            return
        referred = self._over(at, chance.choice((1, 2, 2, 3)))
        if referred is None or chance.random() < 0.03:
            return
        past.do(move_request.refer, move_request.Refer(made.number, None, BY), referred)
        replied = self._over(referred, chance.randint(4, 30))
        if replied is None:
            return
        past.do(move_request.reply, move_request.Reply(made.number, "تمت الموافقة، ويُرجى مراجعة القاعة", BY), replied)
        told = self._over(replied, chance.randint(1, 3))
        if told is not None:
            past.do(move_request.note_told, move_request.Tell(made.number, BY), told)

    def _enquiry(self, at: datetime, past: PastWork, chance: random.Random) -> None:
        channel = self.channel or chance.choices(tuple(Channel), (55, 0, 15, 20, 10))[0]
        question = chance.choice(_QUESTIONS) if chance.random() < 0.25 else None
        command = enquiries.Receive(chance.choice(_ENQUIRIES), channel, question, BY)
        made = past.do(enquiries.receive, command, at)
        if question is None:
            return
        if chance.random() < 0.4:
            past.do(enquiries.hand_on, enquiries.HandOn(made.number, "مديرية الأراضي", BY), at)
        answered = self._over(at, chance.randint(1, 6))
        if answered is None:
            return
        past.do(enquiries.answer, enquiries.Answered(made.number, "أُجيب بالتفصيل هاتفيًا", BY), answered)
        confirmed = self._over(answered, 1)
        if confirmed is not None:
            past.do(enquiries.confirm, enquiries.Confirm(made.number, BY), confirmed)

    def _complaint(self, at: datetime, past: PastWork, chance: random.Random) -> None:
        nature, words = chance.choice(_WORDS)
        way = chance.choice((ComplaintWay.COUNTER, ComplaintWay.RECEPTION, ComplaintWay.OFFICE))
        made = past.do(complaints.bring, complaints.Bring(nature, words, way, BY), at)
        steps = (
            (complaints.hand_on, complaints.HandOn(made.number, "مشرف القاعة", BY), 0),
            (complaints.answer, complaints.Answer(made.number, "شكرًا لكم، عولج الأمر", BY), chance.randint(2, 9)),
            (complaints.close, complaints.Close(made.number, BY), chance.randint(2, 6)),
        )
        for use_case, command, days in steps:
            later = self._over(at, days)
            if later is None:
                return
            at = later
            past.do(use_case, command, at)
