"""The capabilities below the satellites are imported without one of them: no import at first use, no list of all."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SATELLITES = ("contact", "requests", "enquiries", "complaints", "surveys", "appointments")
BESIDES = {
    "hall.surveys",
    "hall.surveys.model",
    "hall.surveys.model.ports",
    "hall.surveys.model.refusals",
    "hall.surveys.model.survey",
}
"""Of the one exception that `pyproject.toml` names: the whole figures read the faces that visitors chose."""


@pytest.mark.process
def test_what_stands_below_the_satellites_loads_none_of_them() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["name"] == "Between the capabilities of the hall")
    at = next(number for number, layer in enumerate(layers) if "complaints" in layer)
    below = [name.strip() for layer in layers[at + 1 :] for name in layer.split("|")]
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for capability in below
        for path in (ROOT / "hall" / capability).rglob("*.py")
        if "migrations" not in path.parts
    ]
    assert {"queue", "waits", "devices", "platform"} <= set(below)
    program = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\nprint(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program, *modules], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    satellites = {name for name in loaded if name.startswith(tuple(f"hall.{one}" for one in SATELLITES))}
    assert satellites <= BESIDES
