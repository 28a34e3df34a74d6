"""The check of plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import plain_words


def found(folder: Path, name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(plain_words, "ROOT", folder)
    (folder / name).write_text(text, encoding="utf-8")
    return list(plain_words.wrong(folder / name))


def test_the_clean_folders_are_still_read() -> None:
    read = list(plain_words.files(plain_words.CLEAN))
    assert len(read) > 500
    assert plain_words.ROOT / "docs" / "contract.md" in read


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("page.md", "# Title\n\nWhoever reads it is told so.\n", 3),
        ("module.py", '"""A module.\n\nIt begins anew.\n"""\n', 3),
        ("module.py", "x = 1  # so many seconds\n", 1),
        ("module.py", "print(f'{1} all the same')\n", 1),
        ("module.py", '"""Start it again should it ever end."""\n', 1),
        ("module.py", '"""A module with a table of its\nown."""\n', 1),
        ("script.sh", "# a file of its own\n", 1),
        ("unit.service", "[Unit]\n# a user of its own\n", 2),
        ("page.js", "go(1);\ngo(2); // anew\n", 2),
        ("page.js", "/**\n * Whoever asks.\n */\n", 2),
        ("page.js", "/**\n * A page of its\n * own.\n */\n", 2),
        ("page.css", "a {} /* anew */\n", 1),
        ("page.html", "<p>\n<!-- anew -->\n", 2),
        ("module.py", "x = 1  # runs on the writer lane\n", 1),
    ],
)
def test_a_word_is_found_in_pages_docstrings_comments_and_messages(
    name: str, text: str, line: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = found(tmp_path, name, text, monkeypatch)
    assert lines
    assert lines[0].startswith(f"{name}:{line}: ")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.md", "`whoever`\n```\nanew\n```\nRenewed; nobody retold it.\n"),
        ("module.py", "whoever = anew = 1\n"),
        ("module.py", '"""Ask whether it should be. One way in which it works; where there is none, it is None."""\n'),
        ("page.js", "const anew = 1;\n"),
        ("page.html", '<form action="/anew"></form>\n'),
    ],
)
def test_names_and_code_are_not_prose(name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(tmp_path, name, text, monkeypatch) == []
