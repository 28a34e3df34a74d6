"""The pictures of the documentation: the counter's screens and the pages of a busy hall; all of them take minutes."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
import requests

from tests.commands.demo.test_screen_pictures import colours
from tests.tools.pictures.busy import busy_hall_in_a_thread
from tools.pictures import command


@pytest.mark.full
def test_the_counters_screens_differ_from_each_other(tmp_path: Path) -> None:
    with busy_hall_in_a_thread(tmp_path) as (hall, tokens, _):
        taken = list(command._counter(hall.base, tokens, "en", tmp_path, tmp_path))
    names = ["counter_workplace_en.png", "counter_transfer_en.png", "counter_bar_en.png", "counter_sign_in_en.png"]
    assert [path.name for path in taken] == names
    assert len({path.read_bytes() for path in taken}) == 4
    assert min(colours(path) for path in taken) > 10


@pytest.mark.full
def test_the_kiosks_staff_menu_and_its_change_of_paper_are_taken(tmp_path: Path) -> None:
    with busy_hall_in_a_thread(tmp_path) as (hall, tokens, _):
        taken = list(command._staff_menu(hall.base, tokens, "ar", tmp_path, tmp_path))
    assert [path.name for path in taken] == ["kiosk_staff_menu_ar.png", "kiosk_paper_change_ar.png"]
    assert min(colours(path) for path in taken) > 10
    assert taken[0].read_bytes() != taken[1].read_bytes()


@pytest.mark.full
@pytest.mark.parametrize("without", [("head_", "help"), ()], ids=["a page of each program", "all"])
def test_the_pages_are_taken_and_one_that_does_not_answer_is_no_failure(
    tmp_path: Path, without: tuple[str, ...]
) -> None:
    with busy_hall_in_a_thread(tmp_path) as (hall, tokens, phone), ExitStack() as stack:
        setup = command._setup_page(stack, tmp_path)
        assert requests.get(setup, timeout=60).status_code == 200
        demo = {"hall": hall.base, "centre": "http://127.0.0.1:9"}
        pages = command._addresses(demo, tokens, phone, setup, "ar")
        asked = {name: page for name, page in pages.items() if not name.startswith(without)}
        taken = {path.name: path for path in command._pages(asked, "ar", tmp_path)}
    assert {"head_ar.png", "phone_ar.png", "setup_ar.png", "centre_ar.png"} <= set(taken)
    assert min(colours(taken[name]) for name in ("head_ar.png", "phone_ar.png", "setup_ar.png")) > 10


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    assert command.run(["--out", str(file)]) == 1
    assert f"pictures: {file} cannot be used" in capsys.readouterr().err
