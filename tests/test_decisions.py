"""Decision records: numbers without gaps, a status, a title that states the decision, one line each in the index."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "adr"
INDEX = FOLDER / "README.md"
DECISIONS = sorted(FOLDER.glob("[0-9]*.md"))

decision = pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name[:4])


def title_and_status(path: Path) -> tuple[str, str]:
    """Return the title without its number, and the status."""
    title, empty, status = path.read_text(encoding="utf-8").split("\n")[:3]
    assert title.startswith(f"# {int(path.name[:4])}. "), title
    assert empty == ""
    return title.partition(". ")[2], status


def index_lines() -> list[tuple[str, str, str]]:
    """Return number, title and file of each line of the index."""
    return re.findall(r"^- \[(\d+)\. (.+?)\]\((\d{4}-[\w-]+\.md)\)", INDEX.read_text(encoding="utf-8"), re.MULTILINE)


def test_numbers_have_no_gap():
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1)), "take the next free number"
    assert len(DECISIONS) > 100


@decision
def test_a_title_names_its_subject_and_then_states_the_decision(path: Path) -> None:
    title, _ = title_and_status(path)
    subject, colon, stated = title.partition(": ")
    assert subject
    assert colon
    assert stated
    assert not title.endswith(".")
    assert len(title) <= 80


@decision
def test_a_decision_is_accepted_or_names_its_successor_which_names_it(path: Path) -> None:
    _, status = title_and_status(path)
    if status == "Status: accepted":
        return
    successor = re.fullmatch(r"Status: superseded by \[ADR (\d+)\]\((\d{4}-[\w-]+\.md)\)", status)
    assert successor, status
    assert int(successor[1]) == int(successor[2][:4])
    assert f"({path.name})" in (FOLDER / successor[2]).read_text(encoding="utf-8")


def test_the_index_has_each_decision_once_with_its_title():
    listed = sorted((file, number, title) for number, title, file in index_lines())
    assert listed == [(path.name, str(int(path.name[:4])), title_and_status(path)[0]) for path in DECISIONS]


@decision
def test_a_link_to_a_decision_shows_its_number(path: Path) -> None:
    for words, file in re.findall(r"\[([^]]+)\]\((\d{4})-[\w-]+\.md\)", path.read_text(encoding="utf-8")):
        assert words == f"ADR {int(file)}"


@decision
def test_an_accepted_decision_names_files_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if "Status: accepted" not in text:
        return
    named = re.findall(r"`([a-z_]+(?:/[\w.]+)+\.(?:py|js|css|toml|svg|sh))`", text)
    assert [file for file in named if not (ROOT / file).exists()] == []
