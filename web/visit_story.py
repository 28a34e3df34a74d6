"""Facts of one visit as plain sentences in the reader's language: who did what, and why (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from contracts.live import FactMessage

PRAYER = "prayer"
"""Stands in place of a person's name for a visit that went back to the queue at prayer; the reason names the prayer."""

VISITOR = "visitor"
"""Who acts from the page behind a ticket's code."""
_OWN_SENTENCES = {"visit_reinstated": {PRAYER}, "visit_cancelled": {VISITOR}, "visit_undone": {VISITOR}}
"""Who of no staff has a sentence of his own for what he did."""
_FOR_AN_AGENT = {"visit_returned", "visit_finished"}
"""What the hall head may do in the place of an agent who has to leave."""


@dataclass(frozen=True)
class Names:
    """Names of services, people and devices for the reader; a code without a name is shown as it is."""

    services: Mapping[str, str]
    people: Mapping[str, str]
    """Agents and devices by code."""
    notes: bool = False
    """Whether the notes between agents may be shown."""
    zone: str = "UTC"
    """In which times inside a sentence are local."""


def sentence_of(fact: FactMessage, names: Names, texts: Mapping[str, str]) -> str:
    """Return the fact as one sentence, with the reason after it; a kind without words comes back as its name."""
    told = texts.get(f"story.{_variant(fact)}")
    if told is None:
        return fact.kind
    parts = _parts(fact, names, texts)
    whole = told.format_map(_Known(parts))
    reasons = [texts[f"story.{said}"].format_map(_Known(parts)) for said in ("reason", "note") if parts.get(said)] + (
        [texts[f"story.why_{fact.detail['why']}"]] if fact.detail.get("why") else []
    )
    return texts["story.then"].join([whole, *reasons]) + texts["story.end"]


def who_of(fact: FactMessage, names: Names) -> str:
    """Return the name of the person who did it, or nothing if the hall did it automatically."""
    instead = fact.detail.get("by") if fact.kind in _FOR_AN_AGENT else None
    code = instead or fact.agent or fact.detail.get("by") or fact.detail.get("device") or ""
    return "" if code == PRAYER else names.people.get(code, code)


class _Known(dict[str, str]):
    """Parts of a sentence; one that a fact does not have is left out."""

    def __missing__(self, key: str) -> str:
        return ""


def _variant(fact: FactMessage) -> str:
    """Return which sentence of its kind tells the fact."""
    detail = fact.detail
    match fact.kind:
        case "visit_called" if detail.get("reason"):
            return "visit_called_chosen"
        case "visit_recalled" if detail.get("look"):
            return "visit_recalled_look"
        case "visit_reinstated" | "visit_cancelled" | "visit_undone" if detail.get("by") in _OWN_SENTENCES[fact.kind]:
            return f"{fact.kind}_{detail['by']}"
        case "visit_transferred":
            to = next((one for one in ("counter", "agent") if detail.get(f"to_{one}")), "service")
            return f"visit_transferred_{to}"
        case "ticket_printed":
            return f"ticket_printed_{detail['state']}"
        case "lane_changed":
            return "lane_changed_priority" if detail["lane"] == "priority" else "lane_changed_back"
        case "visit_handed_in" if detail.get("was"):
            return "visit_handed_in_for"
    return fact.kind


def _parts(fact: FactMessage, names: Names, texts: Mapping[str, str]) -> dict[str, str]:
    detail = fact.detail
    parts = {
        "who": _isolated(who_of(fact, names)),
        "ticket": _isolated(str(detail.get("ticket", ""))) or texts["story.no_ticket"],
        "counter": str(fact.counter or ""),
        "service": _isolated(names.services.get(detail.get("service", ""), detail.get("service", ""))),
        "to_counter": str(detail.get("to_counter") or ""),
        "was": _isolated(str(detail.get("was") or "")),
        "number": _isolated(str(detail.get("number") or "")),
    }
    was = str(detail.get("was") or "")
    parts["was_service"] = _isolated(names.services.get(was, was))
    to_service, to_agent = detail.get("to_service", ""), detail.get("to_agent") or ""
    parts["to_service"] = _isolated(names.services.get(to_service, to_service))
    parts["to_agent"] = _isolated(names.people.get(to_agent, to_agent))
    for name, family in (("outcome", "outcome"), ("undone", "state"), ("position", "position")):
        parts[name] = _word_text(family, detail.get(name), texts)
    parts["state"] = _word_text("state", detail.get("was"), texts)
    if detail.get("by") != PRAYER and isinstance(detail.get("reason"), str):
        parts["reason"] = _word_text("reason", detail["reason"], texts)
    note = detail.get("note") or detail.get("remark")
    if names.notes and note:
        parts["note"] = _isolated(note)
    if "changed" in detail:
        told = (_change(one, names, texts) for one in detail["changed"])
        parts["changes"] = texts["story.and"].join(told)
    return parts


def _change(one: Mapping[str, str | None], names: Names, texts: Mapping[str, str]) -> str:
    """Return one value before and after, as the reader says it."""
    what = str(one["what"])

    def told(value: str | None) -> str:
        if value is None:
            return texts["story.nothing"]
        if what in {"begun", "ended"}:
            return datetime.fromisoformat(value).astimezone(ZoneInfo(names.zone)).strftime("%H:%M:%S")
        if what == "service":
            return _isolated(names.services.get(value, value))
        return _word_text(what, value, texts)

    return texts[f"story.changed_{what}"].format(was=told(one["was"]), now=told(one["now"]))


def _word_text(family: str, word: object, texts: Mapping[str, str]) -> str:
    """Return a word of a closed list as the reader says it; the hall's own reasons come as they were written."""
    return texts.get(f"{family}.{word}", str(word)) if word else ""


def _isolated(text: str) -> str:
    """Return a name that keeps its own direction inside a sentence of the other."""
    return f"\u2068{text}\u2069" if text else ""
