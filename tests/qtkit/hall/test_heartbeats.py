from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from common.version import release
from qtkit.hall import heartbeats
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.hall.heartbeats import BEAT_MS, LARGEST_BYTES, SignsOfLife, encoded, masked_like, pictured, small
from tests.helpers.examples import assert_examples_hold
from tests.helpers.fake_hall import TOKEN, FakeHall, running_hall

RED, BLUE = QColor(200, 0, 0), QColor(0, 0, 200)


@pytest.fixture
def hall() -> Iterator[FakeHall]:
    with running_hall() as fake:
        yield fake


@pytest.fixture
def window(qtbot: QtBot) -> QLabel:
    label = QLabel("A047")
    qtbot.addWidget(label)
    label.resize(800, 1200)
    label.setStyleSheet("background: rgb(200, 0, 0); color: white; font-size: 300px")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.show()
    return label


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def signs_to(hall: FakeHall, window: QLabel, *, masked: bool = False) -> SignsOfLife:
    return SignsOfLife(HallCalls(HallAddresses([hall.url]), TOKEN), window, masked=lambda: masked)


def kinds(hall: FakeHall) -> list[str]:
    with hall.lock:
        return [kind for kind, _, _ in hall.signs]


def test_the_hall_hears_at_once_and_gets_a_small_picture(qtbot: QtBot, hall: FakeHall, window: QLabel) -> None:
    signs = signs_to(hall, window)
    signs.start()
    qtbot.waitUntil(lambda: kinds(hall) == ["alive"], timeout=60_000)
    assert hall.agents == {f"dawr/{release()}"}
    signs.show()
    qtbot.waitUntil(lambda: "picture" in kinds(hall), timeout=60_000)
    signs.stop()
    _, media_type, content = next(sign for sign in hall.signs if sign[0] == "picture")
    picture = QImage.fromData(content)
    assert media_type == "image/png"
    assert picture.size() == QSize(320, 480)
    assert near(picture.pixelColor(5, 5), RED)
    colours = {picture.pixelColor(x, 240).lightness() > 180 for x in range(320)}
    assert colours == {True, False}, "the number is on the picture"


def test_a_masked_screen_sends_its_shape_and_nothing_of_it(qtbot: QtBot, hall: FakeHall, window: QLabel) -> None:
    signs = signs_to(hall, window, masked=True)
    signs.start()
    signs.show()
    qtbot.waitUntil(lambda: "picture" in kinds(hall), timeout=60_000)
    signs.stop()
    picture = QImage.fromData(next(content for kind, _, content in hall.signs if kind == "picture"))
    assert picture.size() == QSize(320, 480)
    seen = {picture.pixelColor(x, y).getRgb() for x in range(0, 320, 7) for y in range(0, 480, 7)}
    assert len(seen) == 1


def test_one_beat_is_on_its_way_at_a_time(qtbot: QtBot, hall: FakeHall, window: QLabel) -> None:
    signs = signs_to(hall, window)
    for _ in range(5):
        signs.beat()
    qtbot.waitUntil(lambda: kinds(hall) == ["alive"], timeout=60_000)
    qtbot.waitUntil(lambda: not signs._beat_out, timeout=60_000)
    signs.beat()
    qtbot.waitUntil(lambda: kinds(hall) == ["alive"] * 2, timeout=60_000)


def test_a_hall_that_is_away_is_tried_again_by_the_clock(qtbot: QtBot, window: QLabel) -> None:
    signs = SignsOfLife(HallCalls(HallAddresses(["http://127.0.0.1:9"]), TOKEN), window)
    signs.beat()
    assert signs._beat_out
    qtbot.waitUntil(lambda: not signs._beat_out, timeout=60_000)
    assert BEAT_MS == 2_000


def test_nothing_is_pictured_once_it_is_stopped(qtbot: QtBot, hall: FakeHall, window: QLabel) -> None:
    signs = signs_to(hall, window)
    signs.start()
    qtbot.waitUntil(lambda: kinds(hall) == ["alive"], timeout=60_000)
    signs.stop()
    signs.show()
    assert kinds(hall) == ["alive"]


def test_even_a_picture_of_noise_is_small_enough() -> None:
    chance = random.Random(1)
    picture = QImage(480, 480, QImage.Format.Format_RGB32)
    for x in range(480):
        for y in range(480):
            picture.setPixel(x, y, chance.getrandbits(24))
    content, kind = encoded(picture)
    assert kind == "image/jpeg"
    assert 0 < len(content) <= LARGEST_BYTES


@pytest.mark.parametrize(
    ("size", "expected"), [((1920, 1080), (480, 270)), ((3840, 2160), (480, 270)), ((1080, 1920), (270, 480))]
)
def test_every_screen_has_a_picture_of_its_own_shape(size: tuple[int, int], expected: tuple[int, int]) -> None:
    assert small(QSize(*size)).toTuple() == expected
    assert masked_like(QSize(*size)).size().toTuple() == expected


def test_the_window_is_painted_small_and_whole(window: QLabel) -> None:
    window.setStyleSheet("border: 40px solid rgb(0, 0, 200); background: rgb(200, 0, 0)")
    picture = pictured(window)
    for x, y in ((4, 4), (315, 4), (4, 475), (315, 475)):
        assert near(picture.pixelColor(x, y), BLUE)
    assert near(picture.pixelColor(160, 60), RED)


def test_the_examples_hold() -> None:
    assert_examples_hold(heartbeats)
