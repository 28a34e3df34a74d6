"""The signed file in which a technician states that a machine with its printer was tried, step by step."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from common.files.durable import write_whole
from common.releases.signature import PublicKey, SignatureError, sign_text, verify_text

_PURPOSE = "acceptance"
LEAST_TICKETS = 50
"""Tickets of the long trial without which nothing is accepted."""


class Result(StrEnum):
    """How a step ended."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class TriedStep:
    """One step: how it ended, why it failed, and how long it took."""

    name: str
    result: Result
    note: str
    seconds: int


@dataclass(frozen=True)
class Acceptance:
    """What was tried, by whom, where and on what; `emulated`: a program played the printer."""

    at: str
    technician: str
    place: str
    version: str
    machine: str
    printer: str
    emulated: bool
    tickets: int
    """Tickets that the long trial was to print."""
    steps: tuple[TriedStep, ...]
    needed: tuple[str, ...]
    """Names of the steps that nobody may skip."""

    @property
    def accepted(self) -> bool:
        """Say whether no step failed, every needed one passed, and the long trial was long enough."""
        results = {step.name: step.result for step in self.steps}
        passed = all(results.get(name) is Result.PASSED for name in self.needed)
        return passed and Result.FAILED not in results.values() and self.tickets >= LEAST_TICKETS


def write_acceptance(file: Path, acceptance: Acceptance, private: Path, passphrase: bytes | None) -> None:
    """Write the signed file; raise SignatureError when the key cannot be used, OSError when it cannot be written."""
    report = json.dumps(asdict(acceptance), ensure_ascii=False)
    signed = {"report": report, "signature": sign_text(report, _PURPOSE, private, passphrase)}
    write_whole(file, json.dumps(signed, ensure_ascii=False, indent=1) + "\n", mode=0o644)


def read_acceptance(file: Path, keys: Sequence[PublicKey]) -> Acceptance:
    """Return what a file states; raise SignatureError when it is not one, or no known key has signed it as it is."""
    try:
        signed = json.loads(file.read_text(encoding="utf-8"))
        report, signature = str(signed["report"]), str(signed["signature"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SignatureError(f"{file} is no acceptance file") from error
    verify_text(report, _PURPOSE, signature, keys)
    try:
        found = json.loads(report)
        steps = tuple(TriedStep(**{**one, "result": Result(one["result"])}) for one in found["steps"])
        return Acceptance(**{**found, "steps": steps, "needed": tuple(found["needed"])})
    except (ValueError, KeyError, TypeError) as error:
        raise SignatureError(f"{file} was written by another version: verify it with that one") from error
