"""The settings of `main.py signs`: lines with their models, which counters are on each, and the times."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from commands.serial_devices.options import add_device_options, hall_problems
from common.configuration.device_token import device_token, token_file
from common.configuration.parser import OneOrMore, SettingsError, SettingsParser
from common.server.trust import hall_authority
from serial_devices.errors import DeviceAddressError
from serial_devices.line.address import SerialAddress, read_serial_address
from serial_devices.signs.frame import SignFrameError, frame_for
from serial_devices.signs.models import MODELS_FILE, SignModel, find_model, read_models
from serial_devices.signs.schedule import SignTimes

LONGEST_NUMBER = 4
SHORTEST_REPEAT_S, LONGEST_REPEAT_S = 1.0, 60.0


@dataclass(frozen=True)
class SignLineSettings:
    """One line: its port, its model, and the counters on it (None: every counter of the hall)."""

    port: SerialAddress
    model: SignModel
    counters: frozenset[int] | None

    def addresses(self, counters: Iterable[int], set_by_hand: Mapping[int, int]) -> dict[int, int]:
        """Return the sign's address of each counter on this line: its own number unless set otherwise."""
        mine = [counter for counter in counters if self.counters is None or counter in self.counters]
        return {counter: set_by_hand.get(counter, counter) for counter in mine}


@dataclass(frozen=True)
class SignsSettings:
    """All settings of the program. `addresses` has those that are not the counter's number."""

    halls: tuple[str, ...]
    token: str
    lines: tuple[SignLineSettings, ...]
    addresses: Mapping[int, int]
    times: SignTimes
    device: str
    hall_ca: Path | None = None
    token_file: Path | None = None


def parser(description: str | None = None) -> SettingsParser:
    """Return the parser of the program's settings."""
    declared = SettingsParser("signs", description)
    add_device_options(declared)
    add = declared.add_setting
    add("--device", default="", metavar="ID", help="id of the token's device: tells the hall how the lines are")
    add(
        "--url",
        action=OneOrMore,
        default=[],
        needed=True,
        metavar="URL",
        help="a line of signs: serial:///dev/ttyS1?baud=9600&counters=1-4,7&model=evs",
    )
    add("--model", default="plain", metavar="M", help="model of lines that name none, or a template")
    add(
        "--address",
        action=OneOrMore,
        default=[],
        metavar="N=A",
        help="address of counter N's sign, where it is not N itself, as in 3=17",
    )
    add("--models", type=Path, metavar="FILE", help="another file of models; without it those that ship")
    add("--repeat-s", type=float, default=3.0, metavar="S", help="seconds between repetitions, 1 to 60")
    add("--blink-s", type=float, default=6.0, metavar="S", help="seconds a call blinks; 0: never")
    add("--dim-after-s", type=float, default=600.0, metavar="S", help="seconds without the hall until signs go dark")
    return declared


def read_config(declared: SettingsParser, given: argparse.Namespace, *, with_hall: bool = True) -> SignsSettings:
    """Return the settings; raise SettingsError with all problems. Without a hall its settings need not be there."""
    problems = hall_problems(given) if with_hall else []
    token, token_problem = device_token(given) if with_hall else ("", "")
    authority, authority_problem = hall_authority(given.hall_ca, given.token_file)
    problems += [*filter(None, [token_problem, authority_problem]), *_time_problems(given)]
    addresses, address_problems = _pairs(given.address)
    problems += address_problems
    lines: list[SignLineSettings] = []
    if not given.url:
        problems.append("--url is missing: give the line of the signs, as in serial:///dev/ttyS1?baud=9600")
    for url in given.url:
        try:
            lines.append(read_sign_line(url, given.model, given.models or MODELS_FILE))
        except DeviceAddressError as error:
            problems.append(f"--url {error}")
    problems += _doubled(lines)
    declared.refuse(problems)
    times = SignTimes(given.repeat_s, given.blink_s, given.dim_after_s)
    return SignsSettings(
        tuple(given.hall), token, tuple(lines), addresses, times, given.device, authority, token_file(given)
    )


def beyond_model(line: SignLineSettings, addresses: Mapping[int, int]) -> list[str]:
    """Return what is wrong with these addresses on this line: out of the model's range, or two counters on one."""
    low, high = line.model.addresses
    problems = []
    for counter, address in addresses.items():
        if not low <= address <= high:
            problems.append(
                f"{line.port.path}: counter {counter} has address {address}; {line.model.code} knows {low} to {high}: "
                f"give --address {counter}=A, or leave the counter out by counters="
            )
    doubled = {address for address in addresses.values() if list(addresses.values()).count(address) > 1}
    problems += [f"{line.port.path}: two counters have the address {address}" for address in sorted(doubled)]
    return problems


def read_test(text: str, settings: SignsSettings) -> list[tuple[SignLineSettings, bytes]]:
    """Return the frames of `--test N=TICKET`, by line; raise SettingsError."""
    counter, _, ticket = text.partition("=")
    if not counter.isascii() or not counter.isdigit() or not ticket:
        raise SettingsError([f"--test {text}: expected a counter and what its sign is to show, as in 3=A047"])
    frames = []
    for line in settings.lines:
        for address in line.addresses([int(counter)], settings.addresses).values():
            try:
                frames.append((line, frame_for(line.model.template, address=address, ticket=ticket)))
            except SignFrameError as error:
                raise SettingsError([f"--test {text}: {error}"]) from error
    if not frames:
        raise SettingsError([f"--test {text}: no line has counter {counter}"])
    return frames


def read_sign_line(url: str, model: str, models: Path) -> SignLineSettings:
    """Return the settings of one line of signs; raise DeviceAddressError."""
    own = ("model", "counters")
    # Twice: the model says what the form of the line is where the address does not.
    options = read_serial_address(url, own=own).own
    found = find_model(options.get("model", model), read_models(models))
    port = read_serial_address(url, own=own, baud=found.baud, stop=found.stop)
    counters = options.get("counters")
    return SignLineSettings(port, found, None if counters is None else _counters(url, counters))


def _counters(url: str, text: str) -> frozenset[int]:
    counters: set[int] = set()
    for piece in text.split(","):
        first, dash, last = piece.partition("-")
        if not _is_number(first) or (dash and not _is_number(last)):
            raise DeviceAddressError(f"{url}: counters={text}: expected numbers and ranges, as in 1-4,7")
        counters |= set(range(int(first), int(last if dash else first) + 1))
    return frozenset(counters)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER


def _pairs(texts: list[str]) -> tuple[dict[int, int], list[str]]:
    pairs, problems = {}, []
    for text in texts:
        left, _, right = text.partition("=")
        if _is_number(left) and _is_number(right):
            pairs[int(left)] = int(right)
        else:
            problems.append(f"--address {text}: expected counter=address, as in 3=17")
    return pairs, problems


def _doubled(lines: list[SignLineSettings]) -> list[str]:
    ports = [line.port.path for line in lines]
    return [f"--url: {port} is given twice" for port in sorted({port for port in ports if ports.count(port) > 1})]


def _time_problems(given: argparse.Namespace) -> list[str]:
    problems = []
    if not SHORTEST_REPEAT_S <= given.repeat_s <= LONGEST_REPEAT_S:
        problems.append(f"--repeat-s {given.repeat_s:g}: expected {SHORTEST_REPEAT_S:g} to {LONGEST_REPEAT_S:g}")
    problems += [
        f"--{name.replace('_', '-')} {seconds:g}: expected 0 or more"
        for name, seconds in (("blink_s", given.blink_s), ("dim_after_s", given.dim_after_s))
        if not seconds >= 0
    ]
    return problems
