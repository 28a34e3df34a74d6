from __future__ import annotations

from tests.helpers.first_paint_process import modules_at_first_paint

AFTER_THE_FIRST_PAINT = {
    "counter_client.app", "counter_client.program", "counter_client.hall_contact", "counter_client.folding",
    "counter_client.views.workplace", "counter_client.views.sheets", "counter_client.views.practice_band",
    "counter_client.presenters.workplace", "counter_client.presenters.choices", "counter_client.hot_keys.desktop",
    "contracts.hall_answers", "contracts.hall_requests", "contracts.hall_view", "contracts.live", "contracts.codec",
    "qtkit.hall_calls", "qtkit.hall_link", "qtkit.network", "PySide6.QtNetwork", "PySide6.QtSvg",
    "devices.keypad", "serial", "printer", "escpos", "requests", "urllib3", "sqlalchemy", "uuid", "asyncio",
}  # fmt: skip
"""What an agent does not see before the sign-in. Each, with what it reads itself, costs milliseconds of a start."""
MOST_MODULES = 66
"""Of our own; a start has read 58 of them by its first paint."""
OURS = {"commands", "contracts", "counter_client", "devices", "qtkit"}


def test_a_counter_is_painted_before_it_reads_what_its_workplace_needs() -> None:
    read = modules_at_first_paint("counter", "--counter", "3", "--size", "1100x720")
    assert "counter_client.views.window" in read
    assert AFTER_THE_FIRST_PAINT.intersection(read) == set()
    ours = [name for name in read if name.partition(".")[0] in OURS]
    assert 25 < len(ours) <= MOST_MODULES
