"""The definitions of the figures of how the kiosks were used (pure).

>>> from datetime import date
>>> rows = [UseRow("k1", date(2026, 11, 29), 9, UseKind.STARTED, "", 4),
...         UseRow("k1", date(2026, 11, 29), 9, UseKind.ABANDONED, "services", 1)]
>>> kiosk_figures(rows, {}).total.abandoned_share
25.0
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from contracts.devices.kiosk_figures import KioskFigures, KioskPart, KiosksFigured, KioskShare
from contracts.devices.kiosk_use import UseKind, UseRow
from figures.percentiles import share


def kiosk_figures(rows: Sequence[UseRow], names: Mapping[str, str], *, by_month: bool = False) -> KiosksFigured:
    """Return the figures of all kiosks and of each part; `names` has what a kiosk is called, by its id."""

    def step(row: UseRow) -> str:
        return (row.day.replace(day=1) if by_month else row.day).isoformat()

    total = _figures(rows)
    kiosks = _parts(rows, lambda row: row.device)
    return KiosksFigured(
        total,
        tuple(KioskPart(key, figures, names.get(key, "")) for key, figures in kiosks),
        tuple(KioskPart(f"{int(key)}", figures) for key, figures in _parts(rows, lambda row: f"{row.hour:02}")),
        tuple(KioskPart(key, figures) for key, figures in _parts(rows, step)),
        _shares(rows, UseKind.ABANDONED, total.abandoned),
        _shares(rows, UseKind.LANGUAGE, total.started),
        _shares(rows, UseKind.HELP, total.started),
    )


def _figures(rows: Iterable[UseRow]) -> KioskFigures:
    counted: Counter[UseKind] = Counter()
    for row in rows:
        counted[row.kind] += row.many
    started, abandoned, paper = (counted[one] for one in (UseKind.STARTED, UseKind.ABANDONED, UseKind.PAPER))
    return KioskFigures(
        started=started,
        tickets=counted[UseKind.TICKET],
        refused=counted[UseKind.REFUSED],
        abandoned=abandoned,
        abandoned_share=share(abandoned, started),
        to_paper_s=round(counted[UseKind.PAPER_S] / paper, 1) if paper else None,
    )


def _parts(rows: Sequence[UseRow], key: Callable[[UseRow], str]) -> list[tuple[str, KioskFigures]]:
    parts: dict[str, list[UseRow]] = {}
    for row in rows:
        parts.setdefault(key(row), []).append(row)
    return [(one, _figures(parts[one])) for one in sorted(parts)]


def _shares(rows: Iterable[UseRow], kind: UseKind, whole: int) -> tuple[KioskShare, ...]:
    """Return the keys of a kind, the most frequent first."""
    counted: Counter[str] = Counter()
    for row in rows:
        if row.kind is kind:
            counted[row.key] += row.many
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return tuple(KioskShare(key, many, share(many, whole)) for key, many in ordered)
