"""What each printer unit has shown, kept from one start to the next.

One JSON file in the kiosk's data folder, a row for each unit. It is a memory and no setting: without it, or with one
that cannot be read, the units are asked again, which takes a second each.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from common.files.durable import write_whole
from printer.escpos.capabilities import ABILITY_NAMES, Abilities, Known

FILE_NAME = "printers.json"
_LOG = logging.getLogger(__name__)


def default_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where this user's programs remember printers: the kiosk and the commands share it."""
    home = environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(home) / "dawr" / FILE_NAME


@dataclass(frozen=True, slots=True)
class Identity:
    """What a unit says that it is (GS I), empty where it is silent. Clones bear others' names: compared only."""

    maker: str = ""
    model: str = ""
    firmware: str = ""
    serial: str = ""

    @property
    def text(self) -> str:
        """The names in one line for a person."""
        return " ".join(dict.fromkeys(part for part in (self.maker, self.model, self.firmware, self.serial) if part))


@dataclass(frozen=True, slots=True)
class Unit:
    """One printer: where it was met, what it says that it is, what it has shown, and what a person set for it."""

    url: str
    identity: Identity = field(default_factory=Identity)
    shown: Abilities = field(default_factory=Abilities)
    told: Abilities = field(default_factory=Abilities)
    learnt_at: datetime | None = None

    @property
    def abilities(self) -> Abilities:
        """What to go by: a person's word first (who has seen the paper), then what the unit showed."""
        return self.told.kept_from(self.shown)


class AbilityFile:
    """The units known to this machine. A `path` of None keeps them for this process only."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._units: dict[str, Unit] = {}
        self._read()

    def units(self) -> dict[str, Unit]:
        """Return all units by their keys."""
        return dict(self._units)

    def find(self, key: str) -> Unit | None:
        """Return the unit of a key, None when it was never met."""
        return self._units.get(key)

    def beside(self, name: str) -> Path | None:
        """Return where a file of that name lies beside this one; None where nothing is kept."""
        return self._path.with_name(name) if self._path is not None else None

    def keep(self, key: str, unit: Unit) -> None:
        """Store a unit. A disk that refuses is logged: the unit is still known until the process ends."""
        self._read()  # what another process has learnt meanwhile stays
        self._units[key] = unit
        self._write()

    def forget(self, key: str) -> bool:
        """Forget a unit, so that it is asked again; say whether there was one."""
        self._read()
        known = self._units.pop(key, None) is not None
        if known:
            self._write()
        return known

    def _read(self) -> None:
        if self._path is None or not self._path.exists():
            return
        try:
            rows = json.loads(self._path.read_text("utf-8"))["units"]
            self._units |= {str(key): _unit(row) for key, row in rows.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            _LOG.warning("%s cannot be read, printers are asked again what they can do: %s", self._path, error)

    def _write(self) -> None:
        if self._path is None:
            return
        rows = {key: _row(unit) for key, unit in sorted(self._units.items())}
        try:
            write_whole(self._path, json.dumps({"units": rows}, indent=1) + "\n")
        except OSError as error:
            _LOG.warning("%s cannot be written, printers will be asked again at the next start: %s", self._path, error)


def _row(unit: Unit) -> dict[str, object]:
    return {
        "url": unit.url,
        "identity": asdict(unit.identity),
        "shown": {name: word.value for name, word in unit.shown.by_name.items()},
        "told": {name: word.value for name, word in unit.told.by_name.items() if word is not Known.UNKNOWN},
        "learnt_at": unit.learnt_at.isoformat() if unit.learnt_at else None,
    }


def _unit(row: dict[str, object]) -> Unit:
    identity, learnt_at = row.get("identity"), row.get("learnt_at")
    names = identity if isinstance(identity, dict) else {}
    return Unit(
        url=str(row["url"]),
        identity=Identity(**{name: str(names.get(name, "")) for name in ("maker", "model", "firmware", "serial")}),
        shown=_abilities(row.get("shown")),
        told=_abilities(row.get("told")),
        learnt_at=datetime.fromisoformat(str(learnt_at)).astimezone(UTC) if learnt_at else None,
    )


def _abilities(stored: object) -> Abilities:
    """Return stored abilities; a word or an ability that another version wrote counts as not known."""
    rows = stored if isinstance(stored, dict) else {}
    words = {word.value for word in Known}
    return Abilities(**{name: Known(rows[name]) for name in ABILITY_NAMES if rows.get(name) in words})


def known(abilities: Abilities, name: str) -> bool:
    """Return whether one ability is YES or NO."""
    return abilities.by_name[name] is not Known.UNKNOWN
