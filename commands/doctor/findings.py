"""What `doctor` finds: PASS, WARN or FAIL, what it looked at, what it saw and what to do."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum


class Verdict(Enum):
    """How a check ended; a warning may stand, a failure may not."""

    PASS = "PASS"  # noqa: S105  # a verdict, not a word to enter with
    WARN = "WARN"
    FAIL = "FAIL"


@dataclass(frozen=True)
class Finding:
    """One line of the page: `seen` in a few words, `to_do` one sentence, empty for a pass."""

    what: str
    verdict: Verdict
    seen: str
    to_do: str = ""


def passed(what: str, seen: str) -> Finding:
    """Return a pass."""
    return Finding(what, Verdict.PASS, seen)


def warned(what: str, seen: str, to_do: str) -> Finding:
    """Return a warning."""
    return Finding(what, Verdict.WARN, seen, to_do)


def failed(what: str, seen: str, to_do: str) -> Finding:
    """Return a failure."""
    return Finding(what, Verdict.FAIL, seen, to_do)


def page(findings: list[Finding]) -> str:
    """Return the page for a person: one line a check, what to do below it, and a closing line.

    >>> print(page([passed("disk", "12 GB free"), failed("clock", "off by 1 h", "Turn on network time.")]))
    PASS  disk                 12 GB free
    FAIL  clock                off by 1 h
                               → Turn on network time.
    1 of 2 checks passed, 1 failed.
    """
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{finding.verdict.value}  {finding.what:<20} {finding.seen}")
        if finding.to_do:
            lines.append(f"{'':<27}→ {finding.to_do}")
    good = sum(finding.verdict is Verdict.PASS for finding in findings)
    bad = sum(finding.verdict is Verdict.FAIL for finding in findings)
    return "\n".join([*lines, f"{good} of {len(findings)} checks passed, {bad} failed."])


def as_json(findings: list[Finding]) -> list[dict[str, str]]:
    """Return the findings for a script."""
    return [{**asdict(finding), "verdict": finding.verdict.value} for finding in findings]
