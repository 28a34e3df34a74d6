"""The demo's tokens: made once for a folder, kept in it, and got the way a real hall gets them: by pairing and PIN."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from commands.hall_client import HallClient, HallRefusedError
from common.files.durable import write_whole

FILE = "demo-tokens.json"


class TokensError(Exception):
    """The folder's tokens cannot be read; the text says what to do."""


@dataclass
class DemoTokens:
    """Tokens by what they are for; `counters` are sessions of signed-in agents, `counter_devices` their PCs."""

    head: str = ""
    admin: str = ""
    centre: str = ""
    kiosk: str = ""
    kiosk_device: str = ""
    board: str = ""
    counter_devices: dict[str, str] = field(default_factory=dict)
    counters: dict[str, str] = field(default_factory=dict)
    pins: dict[str, str] = field(default_factory=dict)
    """The agents' PINs by agent code, in the order of the counters at which they sit."""
    sites: dict[str, str] = field(default_factory=dict)
    """Tokens of the living demo's other sites, as `premium/head`."""
    staff_pin: str = ""
    """The PIN that opens the kiosk's staff menu."""

    def described(self) -> dict[str, Any]:
        """Return what demo.json tells of them."""
        names = ("kiosk", "counters", "board", "head", "admin")
        return {name: getattr(self, name) for name in names}


def load(folder: Path) -> DemoTokens:
    """Return the folder's tokens, or empty ones for a new demo; raise TokensError for a damaged file."""
    path = folder / FILE
    if not path.exists():
        return DemoTokens()
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        tokens = DemoTokens(**kept)
    except (ValueError, TypeError) as error:
        raise _damaged(path, str(error)) from error
    empty = DemoTokens()
    for name, value in asdict(tokens).items():
        right = isinstance(value, type(getattr(empty, name)))
        if not right or (isinstance(value, dict) and not all(isinstance(token, str) for token in value.values())):
            raise _damaged(path, f"{name} is {value!r:.40}")
    return tokens


def _damaged(path: Path, why: str) -> TokensError:
    return TokensError(
        f"{path} is damaged ({why}): remove the folder to begin a new demo, or choose another: --data DIR"
    )


def keep(tokens: DemoTokens, folder: Path) -> None:
    """Store the tokens in the folder, readable by its owner only, in one step."""
    write_whole(folder / FILE, json.dumps(asdict(tokens), indent=1))


def sign_in_told(tokens: DemoTokens, folder: Path) -> str:
    """Return how the first counter's agent comes back, and where the others' PINs are read."""
    agent, pin = next(iter(tokens.pins.items()))
    return f"{agent} signs in again with PIN {pin} (the others' PINs: {folder / FILE})"


def enrol(tokens: DemoTokens, hall: str) -> None:
    """Pair the devices that have no token yet, and sign in an agent at every counter where none is.

    Each is named by kind and number: every screen shows such a name in its own language.
    """
    admin = HallClient(hall, tokens.admin)
    open_closed_day(admin)
    counters = [str(counter["counter"]) for counter in admin.get("/hall")["counters"]]
    if not tokens.kiosk:
        tokens.kiosk, tokens.kiosk_device = pair(admin, "kiosk", "kiosk 1", None)
    if not tokens.board:
        tokens.board, _ = pair(admin, "board", "board 1", None)
    for number, (agent, pin) in zip(counters, tokens.pins.items(), strict=False):
        if number not in tokens.counter_devices:
            tokens.counter_devices[number], _ = pair(admin, "counter", f"counter {number}", int(number))
        if not is_signed_in(hall, number, tokens.counters.get(number)):
            tokens.counters[number] = sign_in(hall, tokens.counter_devices[number], number, agent, pin)


def open_closed_day(admin: HallClient) -> None:
    """Open the hall's day again where it was closed in the demo: on a closed day nobody takes a ticket."""
    if admin.get("/day")["state"] == "closed":
        admin.post("/day/open", {})


def pair(admin: HallClient, kind: str, name: str, counter: int | None) -> tuple[str, str]:
    """Pair a new device and return its token and its id."""
    code = admin.post("/devices/codes", {"kind": kind, "name": name, "counter": counter})["code"]
    paired = HallClient(admin.base, "").post("/devices/pair", {"code": code, "kind": kind})
    return paired["token"], paired["device"]


def sign_in(hall: str, device: str, number: str, agent: str, pin: str) -> str:
    """Sign an agent in at a counter's PC and return the token of the session."""
    return str(HallClient(hall, device).post(f"/counters/{number}/sign-in", {"agent": agent, "pin": pin})["token"])


def is_signed_in(hall: str, number: str, session: str | None) -> bool:
    """Return whether this session token is that of somebody signed in at the counter."""
    if session is None:
        return False
    try:
        return HallClient(hall, session).get(f"/counters/{number}")["session"] is not None
    except HallRefusedError:
        return False
