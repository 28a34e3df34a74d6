"""Give the stopped centre on this machine a new key; tell what holds, and what to do."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from central.access.centre_key import FILE
from central.access.copied_key_check import check_copied
from central.composition import database
from central.config import CentralConfig
from central.maintenance.key_rotation import finish_rotation, rotate_key
from central.store.serving_lock import stopped

Add = Callable[[str, Callable[[argparse.Namespace, CentralConfig], int], str], argparse.ArgumentParser]
ROTATED = """\
the centre has a new key; start the centre again. Nobody has to do anything:
- passwords and authenticators hold: they are sealed with the new key
- tokens hold until they end or are revoked, and halls go on with the keys for settings that they have
the key of before is {old}: it opens the copies of before. Delete it when no such copy is needed any more
do now: copy {key} to the machine that takes over, save it to the stick in the safe, and make a backup
was the old key stolen? Then enrol the halls again: with it their keys for settings can be calculated"""


def add_key_command(add: Add) -> None:
    """Add `central key rotate`."""
    key = add("key", _rotate, "Give the stopped centre a new key; passwords, authenticators and tokens stay valid.")
    key.add_argument("what", choices=("rotate",))


def _rotate(_options: argparse.Namespace, config: CentralConfig) -> int:
    with database(config) as engine, stopped(engine):
        finish_rotation(engine, config.key_folder)
        check_copied(engine, config)
        old = rotate_key(engine, config.key_folder)
    print(ROTATED.format(old=old, key=config.key_folder / FILE))
    return 0
