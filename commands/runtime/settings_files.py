"""Which programs read a settings file, and the module that declares their settings."""

from __future__ import annotations

PROGRAMS = {
    "hall": "hall.config",
    "kiosk": "kiosk.config",
    "counter": "counter_client.config",
    "board": "display_board.config",
    "central": "commands.central.options",
    "signs": "commands.serial_devices.signs_settings",
    "keypad": "commands.serial_devices.keypad_settings",
}
"""Each program and the module of its settings, with `parser()` and `read_config(parser, given)`."""
