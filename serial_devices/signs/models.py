"""The models of LED signs that ship, read from assets/sign_models.toml, and one written in an address."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from serial_devices.errors import DeviceAddressError
from serial_devices.signs.frame import LARGEST_ADDRESS, SignTemplate, SignTemplateError, read_template

MODELS_FILE = Path(__file__).resolve().parents[2] / "assets" / "sign_models.toml"


@dataclass(frozen=True)
class SignModel:
    """One model: its frame, its line's usual form, and the addresses it knows."""

    code: str
    name: str
    template: SignTemplate
    text: str
    baud: int = 9600
    stop: int = 1
    addresses: tuple[int, int] = (0, LARGEST_ADDRESS)
    source: str = ""
    tried: str = "ours"


def read_models(file: Path = MODELS_FILE) -> dict[str, SignModel]:
    """Return the models of a file by code; raise DeviceAddressError naming the entry that cannot be used."""
    try:
        entries: dict[str, dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["models"]
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise DeviceAddressError(f"{file}: the sign models cannot be read: {error}") from error
    return {code: _model(file, code, entry) for code, entry in entries.items()}


def find_model(named: str, models: dict[str, SignModel]) -> SignModel:
    """Return the model called `named`, or made of it where it is a template itself; raise DeviceAddressError."""
    if named in models:
        return models[named]
    if "{" not in named:
        raise DeviceAddressError(f"no sign model {named}: known are {', '.join(models)}, or a template with {{num}}")
    try:
        return SignModel("template", "a template", read_template(named), named)
    except SignTemplateError as error:
        raise DeviceAddressError(f"sign model {error}") from error


def _model(file: Path, code: str, entry: dict[str, Any]) -> SignModel:
    try:
        lowest, highest = entry["addresses"]
        return SignModel(
            code,
            entry["name"],
            read_template(entry["template"]),
            entry["template"],
            entry.get("baud", 9600),
            entry.get("stop", 1),
            (lowest, highest),
            entry["source"],
            entry["tried"],
        )
    except (KeyError, ValueError, TypeError) as error:
        raise DeviceAddressError(f"{file}: model {code}: {error}") from error
