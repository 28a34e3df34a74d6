"""What each Debian package puts on a machine: unit, settings, user, and the packages of Debian that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commands.runtime.system_packages import PLAYER_PACKAGE, SCREEN_LIBRARIES, SPEAKER

QT_LIBRARIES = (*sorted(set(SCREEN_LIBRARIES.values())),)
_CLOCK = "systemd-timesyncd | time-daemon"
_SESSION = (
    _CLOCK,
    "udev",
    "cage",
    "wlr-randr",
    "libwayland-cursor0",
    "libwayland-egl1",
    "polkitd",
    "libpam-systemd",
    PLAYER_PACKAGE,
)
_SCREEN_FILES = {
    "screen/90-dawr-screen.rules": "usr/lib/udev/rules.d/90-dawr-screen.rules",
    "screen/logind.conf": "usr/lib/systemd/logind.conf.d/dawr-screen.conf",
    "screen/sysctl.conf": "usr/lib/sysctl.d/90-dawr-screen.conf",
    "screen/usb-storage.conf": "usr/lib/modprobe.d/90-dawr-screen.conf",
}


@dataclass(frozen=True)
class Role:
    """One package. `files`: paths below deploy/ and where they go; those below etc/ are the technician's to change."""

    summary: str
    needs: tuple[str, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    conflicts: str = ""

    @property
    def conffiles(self) -> list[str]:
        """The settings, which an upgrade keeps as the technician left them."""
        return [f"/{place}" for place in self.files.values() if place.startswith("etc/")]


def _unit(path: str) -> dict[str, str]:
    return {path: f"usr/lib/systemd/system/{path.partition('/')[2]}"}


def _updates(kind: str) -> dict[str, str]:
    """Return the units by which a device is updated from its hall; the last part of their names says what it is."""
    place = "usr/lib/systemd/system"
    return {
        "device/dawr-update-device.service": f"{place}/dawr-update-{kind}.service",
        "device/dawr-update-device.timer": f"{place}/dawr-update-{kind}.timer",
        "device/dawr-recover-device.service": f"{place}/dawr-recover-{kind}.service",
    }


ROLES = {
    "hall": Role(
        "the hall service of one hall",
        (*QT_LIBRARIES, _CLOCK),  # it draws the PDF of its reports
        {
            **_unit("hall/dawr-hall.service"),
            **_unit("hall/dawr-update-recover.service"),
            **_unit("hall/dawr-update.service"),
            **_unit("hall/dawr-update.timer"),
            **_unit("hall/dawr-update-centre.service"),
            **_unit("hall/dawr-update-centre.timer"),
            **_unit("hall/dawr-backup.service"),
            **_unit("hall/dawr-backup.timer"),
            **_unit("hall/dawr-backup-centre.service"),
            **_unit("hall/dawr-backup-centre.timer"),
            "hall/hall.toml": "etc/dawr/hall.toml",
        },
    ),
    "centre": Role(
        "the centre, which stores the records of every hall",
        (_CLOCK,),
        {**_unit("central/dawr-central.service"), "central/central.toml": "etc/dawr/central.toml"},
    ),
    "kiosk": Role(
        "the touch screen that gives tickets",
        (*QT_LIBRARIES, *_SESSION),
        {
            **_unit("kiosk/dawr-kiosk.service"),
            **_updates("kiosk"),
            **_SCREEN_FILES,
            "kiosk/49-dawr-kiosk.rules": "usr/share/polkit-1/rules.d/49-dawr-kiosk.rules",
            "kiosk/kiosk.toml": "etc/dawr/kiosk.toml",
        },
        conflicts="dawr-board",  # one machine has one screen session
    ),
    "board": Role(
        "the wall board that shows and speaks calls",
        (*QT_LIBRARIES, *_SESSION, SPEAKER),
        {
            **_unit("board/dawr-board.service"),
            **_updates("board"),
            **_SCREEN_FILES,
            "board/board.toml": "etc/dawr/board.toml",
        },
        conflicts="dawr-kiosk",
    ),
    "counter": Role(
        "the program of an agent's PC",
        (*QT_LIBRARIES, PLAYER_PACKAGE),
        {
            **_updates("counter"),
            "debian/dawr-counter.sh": "usr/bin/dawr-counter",
            "debian/dawr-counter.desktop": "usr/share/applications/dawr-counter.desktop",
        },
    ),
    "devices": Role(
        "LED signs and keypads of counters, on serial lines",
        (),
        {
            **_unit("signs/dawr-signs.service"),
            **_unit("keypad/dawr-keypad@.service"),
            "signs/signs.toml": "etc/dawr/signs.toml",
            "keypad/keypad.toml": "usr/share/doc/dawr-devices/examples/keypad-N.toml",
        },
    ),
}
"""One package `dawr-ROLE` each; all stand on the package `dawr`, which holds the release."""
