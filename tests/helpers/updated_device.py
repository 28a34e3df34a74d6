"""A kiosk's machine that updates itself from its hall: releases in a folder, and the real program without a screen."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import requests

from tests.helpers.updated_machine import START_S, InstalledMachine, UpdatedMachine, install_release
from tools.qt_driver.driven_program import until


@dataclass
class UpdatedKiosk(InstalledMachine):
    """The machine of a kiosk that is paired with a hall."""

    hall: UpdatedMachine
    device: str
    program: ClassVar[str] = "kiosk"

    def shown(self) -> dict[str, Any]:
        """Return what the hall's page of devices knows of it."""
        headers = {"Authorization": f"Bearer {self.hall.hall.tokens['head']}"}
        devices = requests.get(f"{self.hall.base}/api/v1/devices", headers=headers, timeout=60).json()
        found: dict[str, Any] = next(one for one in devices if one["device"] == self.device)
        return found

    @property
    def update_shown(self) -> tuple[str, str, str]:
        """The version, the state and the word of its newest update, as the hall's page has them."""
        update = self.shown()["update"]
        return update["version"], update["state"], update["code"]

    def start(self) -> None:
        """Start the program and wait until its hall hears it."""
        super().start()
        self.await_version(str(self.links[0]))

    def await_version(self, version: str) -> None:
        """Wait until its hall hears this version."""
        heard = lambda: (self.shown()["version"] or "").partition("+")[0] == version and not self.shown()["silent"]  # noqa: E731
        until(heard, f"the hall hears {version}", self.log, timeout_s=START_S)


@contextlib.contextmanager
def updated_kiosk(hall: UpdatedMachine, folder: Path, name: str) -> Iterator[UpdatedKiosk]:
    """Pair a kiosk with a running hall and start its program."""
    folder = folder / name
    folder.mkdir()
    token, device = _paired(hall, name)
    kiosk = UpdatedKiosk(folder, hall, device)
    install_release(kiosk)
    shutil.copytree(hall.folder / "keys", folder / "keys")
    (folder / "kiosk.token").write_text(token, encoding="utf-8")
    settings = [f'hall = ["{hall.base}"]', f'token_file = "{folder}/kiosk.token"', f'device = "{device}"']
    settings += ['printer = "memory:"', f'own_numbers = "{folder}/own"', 'size = "800x600"']
    (folder / "kiosk.toml").write_text("\n".join(settings) + "\n", encoding="utf-8")
    try:
        kiosk.start()
        yield kiosk
    finally:
        kiosk.cut_power()


def _paired(hall: UpdatedMachine, name: str) -> tuple[str, str]:
    """Return the token and the device's id of a new kiosk."""
    api, head = f"{hall.base}/api/v1", {"Authorization": f"Bearer {hall.hall.tokens['head']}"}
    code = requests.post(f"{api}/devices/codes", json={"kind": "kiosk", "name": name}, headers=head, timeout=60)
    spent = {"kind": "kiosk", "code": code.json()["code"]}
    paired = requests.post(f"{api}/devices/pair", json=spent, timeout=60)
    assert paired.status_code == 201, paired.text
    return paired.json()["token"], paired.json()["device"]
