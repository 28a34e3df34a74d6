"""Why this visitor was next: a short account kept with the call, and the sentence it becomes in each language.

>>> text = 'longest_wait 1380 1200 priority 7'
>>> sentences(text)["en"]
'First of the 7 who wait for you: 23 min waited, and a 20 min head start of the priority lane.'
"""

from __future__ import annotations

from common.languages import minutes_ar
from hall.domain.calling_rule import Choice, Why

_LANES = {
    "standard": ("العادي", "standard"),
    "priority": ("الأولوية", "priority"),
    "premium": ("المميز", "premium"),
    "appointment": ("المواعيد", "appointment"),
    "returning": ("العائدين", "returning"),
}
_RULES = {
    Why.SENT_FIRST.value: (
        "أُرسل هذا المراجع إلى أول الدور من نافذة أخرى",
        "This visitor was sent to the head of the queue from another counter",
    ),
    Why.PREFERRED_SERVICE.value: (
        "خدمته أولى خدماتك التي لها منتظرون",
        "Of the first of your services for which somebody waits",
    ),
    Why.WAITED_TOO_LONG.value: (
        "طال انتظاره حتى تقدّم على ترتيب الخدمات",
        "Waited so long that this visitor goes before the order of services",
    ),
    Why.BEST_KNOWN.value: (
        "خدمته من الخدمات التي تتقنها أكثر ممن ينتظرون غيرها",
        "Of the services that you know best",
    ),
    Why.RESERVED_LANE.value: ("نافذتك مخصصة لمساره", "Your counter is reserved for this lane"),
    Why.HELPS_OTHERS.value: (
        "لا أحد ينتظر في المسار المخصص لنافذتك، فأنت تساعد غيره",
        "Nobody of your counter's own lane waits, so you help the others",
    ),
    Why.LANE_TURN.value: ("جاء دور مساره في التناوب", "It is the turn of this lane"),
}


def account(choice: Choice) -> str:
    """Return what is kept: the word of the rule, seconds waited, head start, lane, and among how many."""
    lane = choice.waiting.lane.value
    return f"{choice.why.value} {round(max(0.0, choice.waited_s))} {choice.head_start_s} {lane} {choice.among}"


def word_of(text: str) -> str:
    """Return the word of the rule in an account."""
    return text.split(maxsplit=1)[0]


def sentences(text: str) -> dict[str, str]:
    """Return an account as one sentence by language tag; digits are western, minutes whole."""
    word, waited_s, head_s, lane, among = text.split()
    waited, head, many = int(waited_s) // 60, int(head_s) // 60, int(among)
    ar_lane, en_lane = _LANES[lane]
    ar_head = f"، ويُضاف له سبق {minutes_ar(head)} لمسار {ar_lane}" if head else ""
    en_head = f", and a {head} min head start of the {en_lane} lane" if head else ""
    if word in _RULES:
        ar_rule, en_rule = _RULES[word]
        return {
            "ar": f"{ar_rule}؛ انتظر {minutes_ar(waited)}{ar_head}.",
            "en": f"{en_rule}; {minutes_en(waited)} waited{en_head}.",
        }
    if many == 1:
        return {
            "ar": f"هو الوحيد الذي ينتظرك؛ انتظر {minutes_ar(waited)}.",
            "en": f"The only visitor who waits for you: {minutes_en(waited)} waited.",
        }
    return {
        "ar": f"هو الأسبق بين {many} ينتظرونك: انتظر {minutes_ar(waited)}{ar_head}.",
        "en": f"First of the {many} who wait for you: {minutes_en(waited)} waited{en_head}.",
    }


def minutes_en(minutes: int) -> str:
    """Return whole minutes as the counter's lists tell them beside this sentence.

    >>> minutes_en(0), minutes_en(23)
    ('under 1 min', '23 min')
    """
    return f"{minutes} min" if minutes else "under 1 min"
