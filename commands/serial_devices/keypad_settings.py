"""What `main.py keypad` is given: the counter, its keypad and sign, and who may sign in at it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from commands.serial_devices.options import add_device_options, hall_problems
from commands.serial_devices.signs_settings import SignLineSettings, beyond_model, read_sign_line
from common.configuration.device_token import device_token, token_file
from common.configuration.parser import OneOrMore, SettingsParser
from common.server.trust import hall_authority
from serial_devices.errors import DeviceAddressError
from serial_devices.keypad.reader import KeypadSettings, read_keypad
from serial_devices.signs.models import MODELS_FILE


@dataclass(frozen=True)
class KeypadOptions:
    """All settings of the program; `sign` None: the counter's sign is driven by `main.py signs`, or there is none."""

    halls: tuple[str, ...]
    token: str
    counter: int
    keypad: KeypadSettings
    sign: SignLineSettings | None
    address: int
    agents: dict[str, str]
    fixed: tuple[str, str] | None
    hall_ca: Path | None = None
    token_file: Path | None = None


def parser(description: str | None = None) -> SettingsParser:
    """Return the parser of the program's settings."""
    declared = SettingsParser("keypad", description)
    add_device_options(declared)
    add = declared.add_setting
    add("--counter", type=int, needed=True, metavar="N", help="number of this counter")
    add(
        "--keypad",
        default="",
        needed=True,
        metavar="URL",
        help="its keypad: serial:///dev/ttyUSB0 or evdev:///dev/input/event5",
    )
    add("--sign", default="", metavar="URL", help="its sign: serial:///dev/ttyUSB1?model=edi; without it none")
    add("--model", default="plain", metavar="M", help="model of the sign, or a template")
    add("--models", type=Path, metavar="FILE", help="another file of models; without it those that ship")
    add("--address", type=int, metavar="A", help="address of the sign, where it is not the counter's number")
    add("--agent", action=OneOrMore, default=[], metavar="N=CODE", help="number that an agent types, as in 12=salim")
    add(
        "--pin-file",
        type=Path,
        metavar="FILE",
        help="for a keypad without digits: file with the PIN of the one agent CODE who sits here",
    )
    return declared


def read_config(declared: SettingsParser, given: argparse.Namespace) -> KeypadOptions:
    """Return the settings that `declared` has read; raise SettingsError with all problems."""
    problems = hall_problems(given)
    token, token_problem = device_token(given)
    authority, authority_problem = hall_authority(given.hall_ca, given.token_file)
    problems += filter(None, [token_problem, authority_problem])
    if given.counter is None:
        problems.append("--counter is missing: give the number of this counter, from 1")
    elif given.counter < 1:
        problems.append(f"--counter {given.counter}: counters are numbered from 1")
    problems += _keypad_problems(given.keypad)
    address = given.counter if given.address is None else given.address
    sign = None
    try:
        sign = read_sign_line(given.sign, given.model, given.models or MODELS_FILE) if given.sign else None
    except DeviceAddressError as error:
        problems.append(f"--sign {error}")
    problems += beyond_model(sign, {given.counter: address}) if sign is not None and given.counter is not None else []
    agents, fixed, agent_problems = _agents(given)
    declared.refuse([*problems, *agent_problems])
    return KeypadOptions(
        halls=tuple(given.hall),
        token=token,
        counter=given.counter,
        keypad=read_keypad(given.keypad),
        sign=sign,
        address=address,
        agents=agents,
        fixed=fixed,
        hall_ca=authority,
        token_file=token_file(given),
    )


def _keypad_problems(url: str) -> list[str]:
    if not url:
        return ["--keypad is missing: give the keypad, as in serial:///dev/ttyUSB0"]
    try:
        read_keypad(url)
    except DeviceAddressError as error:
        return [f"--keypad {error}"]
    return []


def _agents(given: argparse.Namespace) -> tuple[dict[str, str], tuple[str, str] | None, list[str]]:
    if given.pin_file is not None:
        if len(given.agent) != 1 or "=" in given.agent[0]:
            return {}, None, ["--pin-file: give the code of the one agent who sits here, as in --agent salim"]
        try:
            pin = given.pin_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            return {}, None, [f"--pin-file {given.pin_file} cannot be read: {error}"]
        return {}, (given.agent[0], pin), []
    agents, problems = {}, []
    for text in given.agent:
        number, _, code = text.partition("=")
        if not (number.isascii() and number.isdigit() and code):
            problems.append(f"--agent {text}: expected a number and an agent's code, as in 12=salim")
        agents[number] = code
    return agents, None, problems
