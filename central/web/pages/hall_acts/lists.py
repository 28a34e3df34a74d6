"""Lists and texts that the centre gives to halls: what changes where is shown first, then it is given; and undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from litestar import post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from sqlalchemy import Engine

from central.access.path_table import ADMIN
from central.errors import CentralError
from central.halls.current_state import HallNow, halls_now
from central.halls.given_settings import GivenHere, acts_of, give, mark_of, standing, undo
from central.halls.governorates import GOVERNORATES
from central.web.dependencies import Database, Form, Now, Who
from central.web.pages.hall_acts.chosen_halls import chosen_halls
from central.web.pages.hall_acts.list_parts import (
    PARTS,
    Part,
    ReadForm,
    Wrong,
    differences_of,
    read_part,
    rows_in,
    rows_of,
    with_blank_rows,
)
from central.web.rendering import AskedPage, Page, get_page
from central.web.set_up_texts import SetUpTexts
from contracts.administration.changes import SettingsDifference
from contracts.centre.settings_document import CentreValue
from contracts.codec.reader import to_json
from contracts.words.hall import LONGEST_WAIT_MIN
from contracts.words.visitor_messages import LANGUAGES, LONGEST_LETTERS, PLACEHOLDERS, all_messages, usual_text

MAX_BYTES = 128 * 1024
"""A form with a long list in Arabic."""
GIVE, LOCK, STOP = "give", "lock", "stop"
MODES = (GIVE, LOCK, STOP)
EVERYWHERE = "everywhere"
"""The field that chooses all halls that the person sees."""
NOTICES = frozenset({"given", "undone"})
SHOWN_ERRORS = frozenset({"settings_changed", "already_so"})


@dataclass(frozen=True)
class Touched:
    """Halls to which the same is given now, and what would differ there; None: nothing is given there yet."""

    halls: Sequence[GivenHere]
    differences: Sequence[SettingsDifference] | None
    locked: bool


@dataclass(frozen=True)
class Asked:
    """What a form asks for."""

    part: Part
    mode: str
    halls: Sequence[str]
    read: ReadForm

    @property
    def value(self) -> CentreValue | None:
        """The value to give; None: give none any longer."""
        return None if self.mode == STOP else CentreValue(self.read.value, locked=self.mode == LOCK)


@get_page("/lists")
def lists_page(
    page: AskedPage, engine: Database, part: FromQuery[str] = "", hall: FromQuery[str] = "", told: FromQuery[str] = ""
) -> Template:
    """Show a list as it is given to the halls, the form that changes it, and the acts of before."""
    return _shown(page, engine, PARTS.get(part, PARTS["topics"]), hall=hall, told=told if told in NOTICES else "")


@post("/lists/check", include_in_schema=False, sync_to_thread=True, request_max_body_size=MAX_BYTES)
def check_list(page: AskedPage, form: Form, engine: Database, now: Now) -> Template:
    """Show what would change in which halls; nothing is changed.

    `back` or `more` in the form: show it again as it was filled in, `more` with more empty rows.
    """
    if "back" in form or "more" in form:
        return _shown(page, engine, PARTS.get(form.get("part", ""), PARTS["topics"]), form=form)
    asked = _asked(form, halls_now(engine, now=now))
    if asked.read.wrong:
        return _shown(page, engine, asked.part, form=form, wrong=asked.read.wrong, status=422)
    return _shown(page, engine, asked.part, form=form, asked=asked)


@post("/lists", include_in_schema=False, sync_to_thread=True, request_max_body_size=MAX_BYTES)
def give_list(page: AskedPage, form: Form, engine: Database, who: Who, now: Now) -> Template | Redirect:
    """Give it to the halls."""
    asked = _asked(form, halls_now(engine, now=now))
    if asked.read.wrong:
        return _shown(page, engine, asked.part, form=form, wrong=asked.read.wrong, status=422)
    try:
        seen = form.get("seen", "")
        give(engine, asked.halls, asked.part.setting, asked.value, by=who, now=now, seen=seen)
    except CentralError as refusal:
        return _refused(page, engine, asked.part, refusal, form)
    return page.to("/lists", part=asked.part.setting, told="given")


@post("/lists/{act:str}/undo", include_in_schema=False, sync_to_thread=True)
def undo_list(
    page: AskedPage, act: FromPath[str], form: Form, engine: Database, who: Who, now: Now
) -> Template | Redirect:
    """Put back what stood before an act."""
    part = PARTS.get(form.get("part", ""), PARTS["topics"])
    try:
        undo(engine, act, by=who, now=now)
    except CentralError as refusal:
        return _refused(page, engine, part, refusal)
    return page.to("/lists", part=part.setting, told="undone")


def _refused(
    page: Page, engine: Engine, part: Part, refusal: CentralError, form: Mapping[str, str] | None = None
) -> Template:
    if refusal.code not in SHOWN_ERRORS:
        raise refusal
    if form:
        # With the mark of what is given now: after this page, a second try is one about what it shows.
        form = {name: text for name, text in form.items() if name != "seen"}
    return _shown(page, engine, part, form=form, wrong=[Wrong(refusal.code)], status=refusal.status)


def _asked(form: Mapping[str, str], found: Sequence[HallNow]) -> Asked:
    part, mode = PARTS.get(form.get("part", ""), PARTS["topics"]), form.get("mode", GIVE)
    halls = [one.hall for one in found] if EVERYWHERE in form else chosen_halls(form, found)
    read = ReadForm() if mode == STOP else read_part(part, form)
    if not halls:
        read.wrong.insert(0, Wrong("halls"))
    if mode not in MODES:
        read.wrong.append(Wrong("mode"))
    return Asked(part, mode, halls, read)


def _shown(
    page: Page, engine: Engine, part: Part, *, hall: str = "", form: Mapping[str, str] | None = None,
    told: str = "", wrong: Sequence[Wrong] = (), asked: Asked | None = None, status: int = 200,
) -> Template:  # fmt: skip
    found, given = halls_now(engine, now=page.now), standing(engine, part.setting)
    begin = next((one.value for one in given if one.hall == hall and one.value), None) or _most_given(given)
    if form and not asked:
        form = {**form, **_ticks(form, found)}
    value = begin.value if begin else part.usual
    shown: dict[str, Any] = {
        "halls": [(place, [one for one in found if one.governorate == place]) for place in (*GOVERNORATES, "")],
        "parts": list(PARTS.values()),
        "acts": [(act, _of_act(part, act.before, act.after)) for act in acts_of(engine, part.setting)],
        "names": {one.hall: one.names for one in given},
        "may_give": page.caller is not None and page.caller.kind == ADMIN,
        "mode": (form or {}).get("mode") or (LOCK if begin and begin.locked else GIVE),
        "seen": (form or {}).get("seen") or mark_of(given),
        "touched": _touched(asked, given) if asked else [],
        "rows": _rows(form, value) if part.is_list else [],
        "texts": (form or _texts(part, value)) if not part.is_list else {},
    }
    return page.template(
        "lists.html", status=status, **shown, part=part, given=given, form=form or {}, told=told, wrong=wrong,
        asked=asked, words=SetUpTexts(page.texts), modes=MODES, placeholders=PLACEHOLDERS, usual_text=usual_text,
        writes_in=LANGUAGES, letters=LONGEST_LETTERS, longest_wait=LONGEST_WAIT_MIN,
    )  # fmt: skip


def _ticks(form: Mapping[str, str], found: Sequence[HallNow]) -> dict[str, str]:
    """Return the ticks of a form that names its halls, as the page that asks once more does."""
    named = chosen_halls(form, found) if form.get("halls") else []
    everywhere = bool(named) and len(named) == len(found)
    return {EVERYWHERE: "on"} if everywhere else {f"hall_{hall}": "on" for hall in named}


def _rows(form: Mapping[str, str] | None, value: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    if not form:
        return rows_of(value)
    return with_blank_rows(rows_in(form)) if "more" in form else rows_in(form)


def _most_given(given: Sequence[GivenHere]) -> CentreValue | None:
    """Return what most halls are given, or None while none is given anything."""
    values = [one.value for one in given if one.value is not None]
    many = Counter(repr(to_json(one)) for one in values)
    return max(values, key=lambda one: many[repr(to_json(one))], default=None)


def _texts(part: Part, value: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of a form that is no list."""
    if part.setting == "kiosk":
        return {"long_wait_min": str(round(value["long_wait_s"] / 60)), "phone": "yes" if value["phone"] else "no"}
    if part.setting != "messages":
        return dict(value)
    own = {f"{name}_{tag}": text for name, texts in value.items() for tag, text in texts.items()}
    return {f"{name}_{tag}": own.get(f"{name}_{tag}", "") for name in all_messages({}) for tag in LANGUAGES}


def _touched(asked: Asked, given: Sequence[GivenHere]) -> Sequence[Touched]:
    """Return the chosen halls, those together to which the same is given now."""
    groups: dict[str, list[GivenHere]] = {}
    for one in given:
        if one.hall in set(asked.halls):
            groups.setdefault(repr(to_json(one.value) if one.value else None), []).append(one)
    return [Touched(ones, *_would_differ(asked, ones[0].value)) for ones in groups.values()]


def _would_differ(asked: Asked, before: CentreValue | None) -> tuple[Sequence[SettingsDifference] | None, bool]:
    if before is None or asked.value is None:
        return None, before is not None and before.locked
    return differences_of(asked.part, before.value, asked.value.value), before.locked


def _of_act(part: Part, before: CentreValue | None, after: CentreValue | None) -> Sequence[SettingsDifference]:
    """Return what an act changed, in its first hall; of what was not given before, nothing in particular."""
    return differences_of(part, before.value, after.value) if before and after else ()
