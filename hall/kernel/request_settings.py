"""What a hall is set up to register: topics, the directorates that decide, and its part of each request's number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hall.kernel.refusals import DirectorateUnknownError, PowerUnknownError, TopicUnknownError


@dataclass(frozen=True)
class Named:
    """One entry of a list: its code and its texts by language tag."""

    code: str
    names: Mapping[str, str]


TOPICS = (
    Named("land_grant", {"ar": "طلب منح أرض", "en": "Land grant"}),
    Named("housing_help", {"ar": "طلب مساعدة سكنية", "en": "Housing assistance"}),
    Named("survey", {"ar": "المساحة والكروكي", "en": "Survey and site plan"}),
    Named("ownership", {"ar": "الملكية ونقلها", "en": "Ownership and its transfer"}),
    Named("use_change", {"ar": "تغيير الاستعمال", "en": "Change of use"}),
    Named("grievance", {"ar": "تظلّم", "en": "Grievance"}),
    Named("other", {"ar": "موضوع آخر", "en": "Another matter"}),
)
DIRECTORATES = (
    Named("housing", {"ar": "مديرية الإسكان", "en": "Directorate of Housing"}),
    Named("lands", {"ar": "مديرية الأراضي", "en": "Directorate of Lands"}),
    Named("planning", {"ar": "مديرية التخطيط والمساحة", "en": "Directorate of Planning and Survey"}),
    Named("registry", {"ar": "أمانة السجل العقاري", "en": "Real Estate Registry"}),
    Named("development", {"ar": "مديرية التطوير العقاري", "en": "Directorate of Real Estate Development"}),
)
POWERS = (
    Named("head_of_hall", {"ar": "صلاحية مشرف القاعة", "en": "Powers of the hall head"}),
    Named("director", {"ar": "تفويض مدير المديرية", "en": "Delegated by the director"}),
    Named("undersecretary", {"ar": "تفويض الوكيل", "en": "Delegated by the undersecretary"}),
)


@dataclass(frozen=True)
class RequestSettings:
    """The lists of a hall; those of a hall that sets none are the ministry's usual ones."""

    topics: tuple[Named, ...] = TOPICS
    directorates: tuple[Named, ...] = DIRECTORATES
    powers: tuple[Named, ...] = POWERS
    """Under which an urgent request may be decided in the hall."""
    prefix: str | None = None
    """What the hall's request numbers begin with; None: its code in capitals."""
    phone_days: int = 30
    """Days for which a telephone number left for a reply is kept after the visitor has the reply."""

    def topic(self, code: str) -> Named:
        """Return the topic with this code; raise TopicUnknownError."""
        found = _found(self.topics, code)
        if found is None:
            raise TopicUnknownError(f"this hall has no topic {code[:40]!r}; it has {_listed(self.topics)}")
        return found

    def directorate(self, code: str) -> Named:
        """Return the directorate with this code; raise DirectorateUnknownError."""
        found = _found(self.directorates, code)
        if found is None:
            raise DirectorateUnknownError(
                f"this hall refers to no directorate {code[:40]!r}; it has {_listed(self.directorates)}"
            )
        return found

    def power(self, code: str) -> Named:
        """Return the delegated power with this code; raise PowerUnknownError."""
        found = _found(self.powers, code)
        if found is None:
            raise PowerUnknownError(f"this hall has no delegated power {code[:40]!r}; it has {_listed(self.powers)}")
        return found


def names_of(entries: Sequence[Named], code: str) -> dict[str, str]:
    """Return the texts of an entry, also of one that has left the list: then its code."""
    found = _found(entries, code)
    return dict(found.names) if found else {"en": code}


def _found(entries: Sequence[Named], code: str) -> Named | None:
    return next((one for one in entries if one.code == code), None)


def _listed(entries: Sequence[Named]) -> str:
    return ", ".join(one.code for one in entries)
