from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.hall.network import network_of_program
from tests.helpers.fake_hall import running_hall


def test_there_is_one_for_the_whole_application(qapp: QCoreApplication) -> None:
    network = network_of_program()
    assert network_of_program() is network
    assert network.parent() is qapp
    assert [child for child in qapp.children() if isinstance(child, QNetworkAccessManager)] == [network]


def test_callers_may_go_right_after_their_answer(qtbot: QtBot) -> None:
    """With a separate manager for each, some of these crash the process."""
    seen: list[object] = []
    for number in range(30):
        with running_hall() as hall:
            calls = HallCalls(HallAddresses([hall.url]), hall.token)
            calls.call("POST", "/devices/kiosk/state", {"state": "ok"}, lambda *answer: seen.append(answer))
            qtbot.waitUntil(lambda wanted=number + 1: len(seen) == wanted)
            del calls
    assert seen == [(None, None)] * 30
