"""A service's name on its tile: larger text never paints it smaller, whatever other help is switched on."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contracts.settings.hall_view import HallView, ServiceView
from kiosk.screens.presenter import derive_screen
from kiosk.screens.view_data.visitor import KioskView
from kiosk.screens.widgets.tile_grid import TileGrid
from kiosk.screens.window import KioskWindow
from kiosk.state.conditions import Conditions, PrinterCondition
from kiosk.visitor.help_options import HELP, Assist
from kiosk.visitor.session import Session, Step
from qtkit.language.language import Language
from qtkit.look.looks import TEXT_STEPS, Looks
from qtkit.look.theme import TYPE_SIZES
from tests.helpers.fake_hall import example_hall, example_queues
from tests.helpers.replacing import replace
from tests.helpers.speeds import some
from tests.kiosk.accessibility.test_large_text import Drawn, drawn
from tests.kiosk.screens.test_window import SPOKEN, window_at
from tools.catalogues import LANGUAGES

__all__ = ["drawn"]

SIZES = [
    (1080, 1920, 21.5),
    (1080, 1920, 32.0),
    (1920, 1080, 21.5),
    (1280, 1024, 19.0),
    (1024, 768, 15.0),
    (768, 1024, 15.0),
]
HALLS_OWN = ("ar", "en")
SMALLEST_OF_EACH = (SIZES[0], SIZES[4])
"""Upright and lying: visitors' other languages share the layout, but their letters are taller or wider."""
USUAL = ((SIZES[0], "ar"), (SIZES[4], "bn"))
SHORT = {"ar": "الأراضي", "en": "Lands", "ur": "زمینیں", "hi": "भूमि", "bn": "জমি"}
LONG = {
    "ar": "توثيق التصرفات العقارية وإصدار سندات الملكية للأفراد والمؤسسات",
    "en": "Registration of real-estate transactions and issue of title deeds",
    "ur": "جائیداد کے سودوں کی رجسٹری اور ملکیتی دستاویزات کا اجراء",
    "hi": "अचल संपत्ति के लेन-देन का पंजीकरण और स्वामित्व विलेख जारी करना",
    "bn": "স্থাবর সম্পত্তির লেনদেন নিবন্ধন এবং মালিকানা দলিল প্রদান",
}


def hall_of(count: int) -> HallView:
    """Return a hall of `count` services: the first has the shortest name, the second the longest."""
    services = list(example_hall().services[:count])
    services[:2] = [_named(services[0], SHORT), _named(services[1], LONG)]
    return replace(example_hall(), services=tuple(services), languages=LANGUAGES["kiosk"])


def _named(service: ServiceView, names: dict[str, str]) -> ServiceView:
    return replace(service, names=names)


def smallest_letters(
    window: KioskWindow, grid_of: Callable[[], TileGrid], view: KioskView, drawn: list[Drawn]
) -> dict[str, int]:
    """Show `view` and return the px in which the name of each of its tiles is painted, over all pages."""
    window.show_view(view)
    QApplication.processEvents()
    grid = grid_of()
    names = {tile.content.title for tile in grid.tiles}
    seen: dict[str, int] = {}
    for _ in range(len(names)):  # as many pages at most
        drawn.clear()
        grid.grab()
        for one in drawn:
            if one.text in names:
                assert one.inside, f"{one.text} is cut off"
                seen[one.text] = min(one.got_px, seen.get(one.text, one.got_px))
        if seen.keys() == names:
            break
        grid.pages.after.click()
    assert seen.keys() == names
    return seen


def measured(
    window: KioskWindow, grid_of: Callable[[], TileGrid], view: KioskView, drawn: list[Drawn], looks: Looks
) -> list[dict[str, int]]:
    """Return the smallest letters of `view` in each size of text, in these looks otherwise."""
    sizes = [replace(looks, text_percent=text) for text in TEXT_STEPS]
    return [smallest_letters(window, grid_of, replace(view, looks=one), drawn) for one in sizes]


@pytest.mark.parametrize(
    ("size", "tag"),
    [
        pytest.param(size, tag, marks=[] if (size, tag) in USUAL else pytest.mark.full)
        for size in SIZES
        for tag in LANGUAGES["kiosk"]
        if tag in HALLS_OWN or size in SMALLEST_OF_EACH
    ],
    ids=lambda one: one if isinstance(one, str) else f"{one[0]}x{one[1]}-{one[2]}",
)
def test_larger_text_never_paints_the_name_of_a_service_smaller(
    qtbot: QtBot, language: Language, drawn: list[Drawn], size: tuple[int, int, float], tag: str
) -> None:
    window = window_at(qtbot, language, size)
    conditions = Conditions(
        True, hall_of(3 if window.theme.portrait else 7), example_queues(), PrinterCondition(None, "ok")
    )
    view = derive_screen(Session(tag, Step.SERVICES), conditions, SPOKEN)
    least, smaller = window.theme.px(TYPE_SIZES["body"]), []
    for reach, contrast in itertools.product((False, True), repeat=2):
        looks = Looks(100, contrast, reach)
        usual, *larger = measured(window, lambda: window.bodies.services.grid, view, drawn, looks)
        smaller += [
            f"{name} at {text} %, contrast {contrast}, reach {reach}: {px[name]} px, at 100 % {usual[name]} px"
            for text, px in zip(TEXT_STEPS, (usual, *larger), strict=True)
            for name in usual
            if px[name] < max(usual[name], least)
        ]
    assert not smaller, "\n".join(smaller)


@pytest.mark.parametrize("size", some(SIZES, SIZES[4]), ids=lambda size: f"{size[0]}x{size[1]}-{size[2]}")
def test_larger_text_never_paints_the_name_of_a_switch_smaller(
    qtbot: QtBot, language: Language, drawn: list[Drawn], size: tuple[int, int, float]
) -> None:
    window = window_at(qtbot, language, size)
    conditions = Conditions(True, hall_of(3), example_queues(), PrinterCondition(None, "ok"))
    view = derive_screen(Session("en", Step.SERVICES, assist=Assist(HELP)), conditions, SPOKEN)

    for reach in (False, True):
        usual, *larger = measured(window, lambda: window.bodies.assist.grid, view, drawn, Looks(reach=reach))
        assert [name for px in larger for name in px if px[name] < usual[name]] == []


@pytest.mark.parametrize("size", some(SIZES, SIZES[4]), ids=lambda size: f"{size[0]}x{size[1]}-{size[2]}")
@pytest.mark.parametrize("tag", HALLS_OWN)
@pytest.mark.parametrize("reach", some([False, True], True), ids=["everywhere", "within_reach"])
def test_larger_text_stays_under_the_finger_that_touched_it(
    qtbot: QtBot, language: Language, size: tuple[int, int, float], reach: bool, tag: str
) -> None:
    window = window_at(qtbot, language, size)
    conditions = Conditions(True, hall_of(3), example_queues(), PrinterCondition(None, "ok"))
    view = derive_screen(Session(tag, Step.SERVICES, assist=Assist(HELP)), conditions, SPOKEN)

    window.show_view(replace(view, body=derive_screen(Session(tag, Step.SERVICES), conditions, SPOKEN).body))
    QApplication.processEvents()

    def switch(percent: int) -> QRect:
        window.show_view(replace(view, looks=Looks(percent, reach=reach)))
        QApplication.processEvents()
        tile = next(tile for tile in window.bodies.assist.grid.tiles if tile.content.key == "text")
        return QRect(tile.mapTo(window, QPoint(0, 0)), tile.size())

    finger = switch(100).center()
    missed = [percent for percent in (150, 200, 100) if not switch(percent).contains(finger)]
    assert not missed
