"""Every text that a person reads is seen by the translators' tool, and every catalogue is complete and up to date."""

from __future__ import annotations

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from qtkit.language.catalogues import I18N
from tools.catalogues import LANGUAGES, PROGRAMS, ROOT, update

CASES = [(program, language) for program in PROGRAMS for language in LANGUAGES[program]]
FORMS = {"ar": 6, "en": 2, "ur": 2, "hi": 2, "bn": 2}
SCRIPTS = {"ar": "\u0600-\u06ff", "ur": "\u0600-\u06ff", "hi": "\u0900-\u097f", "bn": "\u0980-\u09ff"}


def catalogue(program: str, language: str) -> Path:
    file = I18N / f"{program}_{language}.ts"
    if not file.exists() and not any((ROOT / program).rglob("window.py")):
        pytest.skip(f"{program} has no screens yet")
    return file


def messages(file: Path) -> list[ET.Element]:
    return list(ET.parse(file).getroot().iter("message"))  # noqa: S314 - our own file


def texts(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def source(message: ET.Element) -> str:
    return message.findtext("source") or ""


@pytest.mark.process
@pytest.mark.parametrize(("program", "language"), CASES)
def test_the_tool_would_change_nothing(program: str, language: str, tmp_path: Path) -> None:
    file = catalogue(program, language)
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    update(program, language, tmp_path)
    assert copy.read_text(encoding="utf-8") == file.read_text(encoding="utf-8"), (
        f"{file.name} is out of date: python3 -m tools.catalogues {program}, then translate what is new"
    )


@pytest.mark.parametrize(("program", "language"), CASES)
def test_nothing_is_unfinished_or_empty(program: str, language: str) -> None:
    found = messages(catalogue(program, language))
    unfinished = [source(m) for m in found if (m.find("translation").get("type") or "") in {"unfinished", "vanished"}]
    empty = [source(m) for m in found if not all(text.strip() for text in texts(m))]
    assert (unfinished, empty) == ([], [])
    if language == "ar":
        assert len(found) >= 5, "the check has lost its subject"


@pytest.mark.parametrize(("program", "language"), CASES)
def test_placeholders_survive_the_translation(program: str, language: str) -> None:
    for message in messages(catalogue(program, language)):
        wanted = set(re.findall(r"%\d|\{\w*\}", source(message)))
        for text in texts(message):
            assert set(re.findall(r"%\d|\{\w*\}", text)) == wanted, (source(message), text)
            assert text == text.strip(), f"{text!r} has a blank at an end"


@pytest.mark.parametrize(("program", "language"), CASES)
def test_counted_texts_have_every_form(program: str, language: str) -> None:
    counted = [message for message in messages(catalogue(program, language)) if message.get("numerus") == "yes"]
    for message in counted:
        assert len(texts(message)) == FORMS[language], source(message)
        assert "%n" in texts(message)[-1], source(message)


@pytest.mark.parametrize(("program", "language"), [case for case in CASES if case[1] != "en"])
def test_texts_are_in_the_script_of_their_language(program: str, language: str) -> None:
    """A text that was copied over instead of translated is found by its Latin letters; names and codes may stay."""
    names = re.compile(
        r"%\w|\{\w*\}|\bQR\b|\bPIN\b|\bF\d+\b|\bEsc\b|\bEnter\b|\bCtrl\b|\bSpace\b|\bAlt\b|\bTab\b|\bDel(ete)?\b"
    )
    script = re.compile(f"[{SCRIPTS[language]}]")
    for message in messages(catalogue(program, language)):
        if re.search("[\u0600-\u06ff]", source(message)):
            continue  # the name of the other language, on the button that leads to it
        for text in texts(message):
            rest = names.sub("", text)
            latin = [c for c in rest if c.isascii() and c.isalpha()]
            assert not latin or len(script.findall(rest)) >= len(latin), (source(message), text)
            others = [tag for tag, letters in SCRIPTS.items() if letters != SCRIPTS[language]]
            assert not [tag for tag in others if re.search(f"[{SCRIPTS[tag]}]", rest.replace("।", ""))], text


def test_pairing_has_one_word_in_arabic() -> None:
    """It is «ربط»: a person who reads «اقتران» on one screen looks for something else on the next."""
    catalogues = [*Path("assets/i18n").glob("*_ar.ts"), *Path("assets/i18n").glob("*_ar.json")]
    assert len(catalogues) > 5
    other = [path.name for path in catalogues if re.search("اقتران|إقران|[اأ]قرن", path.read_text(encoding="utf-8"))]
    assert other == []


def test_urdu_is_not_arabic_and_hindi_is_not_bengali() -> None:
    """Each language has its texts: a catalogue that was copied from a neighbour is found."""
    for one, other in (("ur", "ar"), ("hi", "bn")):
        first, second = ([texts(m)[0] for m in messages(catalogue("kiosk", tag))] for tag in (one, other))
        same = sum(a == b for a, b in zip(first, second, strict=True))
        assert same <= len(first) // 10


def calls_of_tr() -> Iterator[tuple[Path, ast.Call, list[ast.AST]]]:
    """Every call of `tr` in the programs, with the nodes it stands in."""
    for folder in sorted({part for parts in PROGRAMS.values() for part in parts}):
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield from ((file, call, path) for call, path in _calls(ast.parse(file.read_text(encoding="utf-8")), []))


def _calls(node: ast.AST, path: list[ast.AST]) -> Iterator[tuple[ast.Call, list[ast.AST]]]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
        yield node, path
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, [*path, node])


def problem_of(call: ast.Call, path: list[ast.AST]) -> str:
    """Say what would hide this text from lupdate; empty when it is seen."""
    first = call.args[0] if call.args else None
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return "tr() needs a constant text: lupdate does not see variables and f-strings"
    if any(isinstance(node, ast.JoinedStr) for node in path):
        return "tr() stands in an f-string, where lupdate does not look: give it a separate line"
    receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
    if not isinstance(receiver, ast.Name) or receiver.id != "self":
        return "tr() of another object has an empty or foreign context: call self.tr()"
    if not any(isinstance(node, ast.ClassDef) for node in path):
        return "tr() outside a class has no context"
    return ""


def test_every_text_is_seen_by_the_tool() -> None:
    found = list(calls_of_tr())
    assert len(found) >= 60, "the check has lost its subject"
    problems = [
        f"{file.relative_to(ROOT)}:{call.lineno}: {problem}"
        for file, call, path in found
        if (problem := problem_of(call, path))
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("class A:\n def f(self): return self.tr(f'{x}')", "constant"),
        ("class A:\n def f(self): return self.tr(TEXT)", "constant"),
        ("class A:\n def f(self): return f'{self.tr(\"x\")}'", "f-string"),
        ("class A:\n def f(self): return other.tr('x')", "self.tr"),
        ("def f(self): return self.tr('x')", "outside a class"),
        ("class A:\n def f(self): return self.tr('x')", ""),
    ],
)
def test_the_check_finds_what_the_tool_passes_over(code: str, word: str) -> None:
    (call, path), *_ = _calls(ast.parse(code), [])
    problem = problem_of(call, path)
    assert word in problem if word else problem == ""


ARABIC_AS_DATA = {
    "common/accounts/common_passwords.py": "rows of the keyboard",
    "central/web/texts.py": "the Arabic percent sign",
    "common/text/digits.py": "the digits themselves",
    "common/text/languages.py": "how languages call themselves",
    "hall/settings/setup/check.py": "letters that sound alike",
    "hall/calendar/oman_holidays.py": "names of holidays",
    "contracts/words/usual_lists.py": "names of topics and directorates that a hall may replace",
    "printer/documents/receipt.py": "the Arabic comma",
}
"""Arabic that is data of the code and not a text for a person to translate."""


def arabic_in(file: Path) -> list[str]:
    """Return the Arabic literals of a file, its docstrings left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if text not in docstrings and re.search("[\u0600-\u06ff]", text)]


def test_programs_without_qt_keep_their_texts_in_json() -> None:
    folders = ("hall", "central", "web", "printer", "sync", "contracts", "common", "figures")
    files = [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]
    found = {str(file.relative_to(ROOT)): arabic_in(file) for file in files}
    assert found["hall/calendar/oman_holidays.py"], "the check has lost its subject"
    assert {name: texts for name, texts in found.items() if texts and name not in ARABIC_AS_DATA} == {}
