"""What makes the demo live once its hall answers: more sites, colleagues, visitors, the other halls, its page."""

from __future__ import annotations

import json
import os
import random
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from central.composition import database
from central.config import CentralConfig
from commands.demo import tokens as demo_tokens
from commands.demo.how_to_start import browser_counter
from commands.demo.processes import DemoParts, output_of
from commands.demo.scenario import clock, history, other_halls
from commands.demo.scenario.agents_and_visitors import (
    PACE_S,
    Colleague,
    Switch,
    Visitors,
    send_heartbeats,
    start_all,
    take_ticket,
)  # fmt: skip
from commands.demo.scenario.control_page import DemoPage, Link, clock_text
from commands.demo.tokens import DemoTokens, is_signed_in, open_closed_day, pair, sign_in
from commands.hall_client import HallClient, HallRefusedError
from commands.runtime.process_group import Family
from common.clock.wall_clock import ahead, move_clock, utc_now
from hall.kernel.settings import HallSettings
from hall.settings.setup.file import read_setup

BEAT_S = 45.0
"""How often the other halls tell the centre how they are."""
_YOURS = "1"
_PREMIUM_AGENTS = {"1": "laila", "2": "yousuf", "3": "bank1"}
_NAMES = ("سالم البوسعيدي", "منى الريامية", "شركة الأفق للتطوير", "حمود السعدي")


def is_living(folder: Path) -> bool:
    """Return whether a demo in this folder lives: a new one does, one that was begun empty stays so."""
    made = (folder / clock.FILE).exists() or (folder / history.UNFINISHED).exists()
    return made or not (folder / "hall.toml").exists()


def prepare(folder: Path, database_url: str, stop: threading.Event) -> None:
    """Set the demo's clock; make what a new demo needs, or the next morning of one that was stopped too late."""
    history.clear_unfinished(folder)
    stopped = clock.stopped_at(folder)
    if stopped is None:
        _make_new(folder, database_url, stop)
    else:
        hours = _settings(folder).hours
        at = clock.goes_on_at(stopped, hours, other_halls.ZONE)
        move_clock(at - utc_now() + ahead())
        if at.date() != stopped.astimezone(other_halls.ZONE).date():
            history.live_next_morning(folder, database_url, at)
    clock.note_time(folder, utc_now())


def _make_new(folder: Path, database_url: str, stop: threading.Event) -> None:
    pins = history.write_setups(folder)
    begins = clock.begins_at(utc_now(), _settings(folder).hours, other_halls.ZONE)
    demo_tokens.keep(DemoTokens(pins=pins), folder)
    print("demo: making eight weeks of history for 22 halls and a call centre, at the first start only", flush=True)
    move_clock(begins - utc_now() + ahead())
    history.make(folder, database_url, stop)
    move_clock(begins - utc_now() + ahead())


def _settings(folder: Path) -> HallSettings:
    return read_setup(folder / "hall.toml").settings


@dataclass(frozen=True)
class Scene:
    """The living part of a running demo; `page` is its own page."""

    switch: Switch
    page: DemoPage
    folder: Path

    def note_time(self) -> None:
        """Note how far the demo's clock has come."""
        clock.note_time(self.folder, utc_now())

    def clock_text(self) -> str:
        """Return the demo's time as its own lines show it."""
        return clock_text(local_now(), "en")

    def stop(self) -> None:
        """Let everybody go."""
        self.switch.stopping.set()
        self.page.close()


def start_scene(family: Family, folder: Path, parts: DemoParts, *, visitors: bool) -> Scene:
    """Start the other sites, the people and the page."""
    tokens = parts.tokens
    switch = Switch(on=visitors)
    settings, chance = _settings(folder), random.Random()  # noqa: S311  # made-up people are no secret
    start_all([lambda: _tell_centre(folder, settings, switch)])
    premium, head = _start_site(family, folder, parts, history.PREMIUM)
    _, call_centre = _start_site(family, folder, parts, history.CALL_CENTRE)
    serving_s = {str(one.code): one.expected_serving_s for one in settings.services}
    people = _colleagues(parts.hall, tokens, serving_s, switch)
    kiosk = HallClient(parts.hall, tokens.kiosk)
    people.append(Visitors(kiosk, tokens.kiosk_device, switch, chance, phones=True).come)
    people += _premium_people(premium, tokens, switch)
    pcs = [HallClient(parts.hall, token) for n, token in tokens.counter_devices.items() if n != _YOURS]
    premium_pcs = [HallClient(premium, tokens.sites[f"{history.PREMIUM}/device/{n}"]) for n in _PREMIUM_AGENTS]
    people += [partial(send_heartbeats, of_hall, switch) for of_hall in (pcs, premium_pcs)]
    with suppress(HallRefusedError):
        _book(HallClient(parts.hall, tokens.admin))
    demo_tokens.keep(tokens, folder)
    start_all(people)
    links = (
        Link("صفحة مشرف القاعة", "The hall head's page", parts.head_page),
        Link("النظام المركزي: 22 قاعة", "The centre: 22 halls", parts.centre),
        Link("مشرف القاعة المميزة", "Head of the premium hall", head),
        Link("مشرف مركز الاتصال", "Head of the call centre", call_centre),
        Link("النافذة في المتصفح", "A counter in a browser", f"{parts.hall}/counter", partial(_browser_note, parts)),
        *_phone_link(HallClient(parts.hall, tokens.kiosk), tokens.kiosk_device),
    )
    return Scene(switch, DemoPage(switch, links, local_now), folder)


def _colleagues(
    hall: str, tokens: DemoTokens, serving_s: Mapping[str, float], switch: Switch
) -> list[Callable[[], None]]:
    """Return the agents at all counters but the one of the person who tries the demo."""
    people: list[Callable[[], None]] = []
    for (n, token), (agent, pin) in zip(tokens.counters.items(), tokens.pins.items(), strict=False):
        if n == _YOURS:
            continue
        again = partial(sign_in, hall, tokens.counter_devices[n], n, agent, pin)
        person = random.Random(n)  # noqa: S311  # no secret
        people.append(Colleague(int(n), HallClient(hall, token), again, serving_s, switch, person).work)
    return people


def local_now() -> datetime:
    """Return the demo's time in the hall's zone."""
    return utc_now().astimezone(other_halls.ZONE)


def _start_site(family: Family, folder: Path, parts: DemoParts, name: str) -> tuple[str, str]:
    """Start the hall service of a site, enrolled at the centre; return its address and the head's page."""
    sites, place = parts.tokens.sites, ["--data", str(folder / name)]
    settings = read_setup(folder / f"{name}.toml").settings
    if f"{name}/centre" not in sites:
        names = ["--name", settings.names["ar"], "--name-en", settings.names["en"]]
        enrol = ["--config", os.devnull, "--data", str(folder / "centre"), "enrol", "--hall", settings.hall, *names]
        sites[f"{name}/centre"] = output_of("central", *enrol).split()[-1]
        for role in ("head", "admin"):
            sites[f"{name}/{role}"] = _token(place, role)
        demo_tokens.keep(parts.tokens, folder)
    options = [
        "--no-device-limits",
        "--setup",
        str(folder / f"{name}.toml"),
        "--port",
        "0",
        "--centre",
        parts.centre,
    ]
    member = family.start("hall", [*place, *options], HALL_CENTRE_TOKEN=sites[f"{name}/centre"])
    address = family.address(member)
    return address, f"{address}/enter#{sites[f'{name}/head']}"


def _token(place: list[str], role: str) -> str:
    return str(json.loads(output_of("admin", *place, "token", role, "--name", f"demo {role}", "--json"))["token"])


def _premium_people(address: str, tokens: DemoTokens, switch: Switch) -> list[Callable[[], None]]:
    """Sign the premium hall's agents in and return them with their visitors."""
    sites, admin = tokens.sites, HallClient(address, tokens.sites[f"{history.PREMIUM}/admin"])
    if f"{history.PREMIUM}/kiosk_device" not in sites:
        sites[f"{history.PREMIUM}/kiosk"], sites[f"{history.PREMIUM}/kiosk_device"] = pair(
            admin, "kiosk", "kiosk 1", None
        )
    open_closed_day(admin)
    people: list[Callable[[], None]] = []
    for n, agent in _PREMIUM_AGENTS.items():
        device, session = f"{history.PREMIUM}/device/{n}", f"{history.PREMIUM}/{n}"
        if device not in sites:
            sites[device], _ = pair(admin, "counter", f"counter {n}", int(n))
        again = partial(sign_in, address, sites[device], n, agent, tokens.pins[agent])
        if not is_signed_in(address, n, sites.get(session)):
            sites[session] = again()
        serving_s = {"P": 900.0, "W": 480.0}
        person = random.Random(n)  # noqa: S311  # no secret
        people.append(Colleague(int(n), HallClient(address, sites[session]), again, serving_s, switch, person).work)
    kiosk = HallClient(address, sites[f"{history.PREMIUM}/kiosk"])
    chance, kiosk_device = random.Random(2), sites[f"{history.PREMIUM}/kiosk_device"]  # noqa: S311  # no secret
    people.append(Visitors(kiosk, kiosk_device, switch, chance, pace_s=5 * PACE_S).come)
    return people


def _book(admin: HallClient) -> None:
    """Book appointments with the head of department and with services, in a hall that has none yet."""
    official = admin.get("/officials/director/day")
    if official["appointments"]:
        return
    free = [one["slot_at"] for one in official["slots"] if one["state"] == "free"]
    for slot, name in zip(free[::2], _NAMES, strict=False):
        asked = {"slot_at": slot, "name": name, "purpose": "تظلّم من قرار", "phone": "+96891234567"}
        admin.post("/officials/director/appointments", asked)
    now = utc_now()
    quarter = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    for at, service in enumerate(("A", "L", "M", "A")):
        asked_at = quarter + timedelta(minutes=30 * (at + 1))
        admin.post("/appointments", {"service": service, "slot_at": asked_at.isoformat()})


def _browser_note(parts: DemoParts) -> tuple[str, str]:
    """Return what to type at the counter's page, in Arabic and English, with a new pairing code."""
    counter = browser_counter(parts)
    return counter.arabic, counter.english


def _phone_link(kiosk: HallClient, device: str) -> tuple[Link, ...]:
    """Return the page of a ticket, none while the hall gives no tickets: its head may have closed the service."""
    try:
        address = str(take_ticket(kiosk, device, {"service": "T"})["status_url"])
    except HallRefusedError:
        return ()
    return (Link("التذكرة على الهاتف", "A ticket on a phone", address),)


def _tell_centre(folder: Path, settings: HallSettings, switch: Switch) -> None:
    """Let the other halls tell the centre how they are, as long as the demo runs."""
    with database(CentralConfig(data=folder / "centre")) as engine:
        while True:
            now: datetime = utc_now()
            for one in other_halls.OTHERS:
                if not one.silent:
                    other_halls.beat(engine, one, settings, now)
            if not switch.pause(BEAT_S):
                return
