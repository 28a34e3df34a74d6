from __future__ import annotations

from kiosk.screens.help.presenter import EVERYWHERE, derive_assist
from kiosk.visitor.help_options import ACTS, Assist, turned


def test_only_what_this_kiosk_can_do_is_offered() -> None:
    assert [switch.act for switch in derive_assist(Assist()).switches] == ["text", "contrast", "reach"]
    everything = derive_assist(Assist(), EVERYWHERE | {"spoken", "signed"})
    assert [switch.act for switch in everything.switches] == list(ACTS)


def test_each_switch_tells_how_it_stands() -> None:
    view = derive_assist(turned(turned(Assist(), "text"), "reach"))
    assert [(switch.act, switch.on) for switch in view.switches] == [
        ("text", True),
        ("contrast", False),
        ("reach", True),
    ]
    assert view.text_percent == 150
