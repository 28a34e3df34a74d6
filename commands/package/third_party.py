"""The packages of others that Dawr uses: a CycloneDX list of them (SBOM), or their notices and licence texts."""

from __future__ import annotations

import json
import re
import sys
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from common.configuration.command_parser import CommandParser
from common.version import VERSION, release

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "deploy" / "requirements" / "run.txt"
TEXTS = ROOT / "deploy" / "licences"
"""The licences whose packages bring no text."""
_LICENCE_FILE = re.compile(r"(?i)^(licen[cs]e|copying|notice)[^/]*$")
_VENDORED = re.compile(
    r"^Version (?P<version>[\d.]+), (?P<licence>[\w. -]+), by .*?npm package\s+`(?P<npm>[^`]+)`", re.DOTALL
)
"""How the README of a bundled library begins, after its title."""
_NAMESPACE = uuid.UUID("6d0c3a5e-4f0b-5a52-9d55-0a8f3f6e4d11")
"""Of the SBOM's serial number, which the same packages make again."""


@dataclass(frozen=True)
class Part:
    """A package, typeface or script of others."""

    name: str
    version: str
    licence: str
    """As its author writes it; empty where its author gives only a text."""
    is_expression: bool
    """Whether `licence` is an SPDX expression."""
    source: str
    """Where it comes from: a package URL such as `pkg:pypi/six@1.17.0`."""
    texts: tuple[str, ...] = ()


def run(argv: list[str]) -> int:
    """Write the list or the notices; 1 where a package that this machine needs is not installed, with its name."""
    parser = CommandParser(prog="sbom", description=__doc__)
    parser.add_argument("--notices", action="store_true", help="the notices and licence texts as plain text")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to this file")
    given = parser.parse_args(argv)
    lock = LOCK.read_text(encoding="utf-8")
    installed = packages(distributions(), lock)
    missing = not_installed(installed, lock)
    parts = [*sorted([*installed, *missing], key=lambda part: part.name), *vendored(ROOT)]
    text = notices(parts) if given.notices else json.dumps(cyclonedx(parts), ensure_ascii=False, indent=1) + "\n"
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    for part in missing:
        print(
            f"main.py sbom: {part.name} {part.version} is not installed here, so its licence is unknown",
            file=sys.stderr,
        )
    return 1 if any(f"{part.name}=={part.version} ;" not in lock for part in missing) else 0


def packages(found: Iterable[Distribution], lock: str) -> list[Part]:
    """Return the locked packages among those found, by name."""
    locked = _locked(lock)
    parts = (_of_distribution(one) for one in found if "Name" in one.metadata and _normal(one.name) in locked)
    return sorted({part.name: part for part in parts}.values(), key=lambda part: part.name)


def not_installed(installed: Iterable[Part], lock: str) -> list[Part]:
    """Return the locked packages that are not installed here, without licence: most are for another platform."""
    here = {part.name for part in installed}
    absent = sorted((name, version) for name, version in _locked(lock).items() if name not in here)
    return [Part(name, version, "", False, f"pkg:pypi/{name}@{version}") for name, version in absent]


def vendored(root: Path) -> list[Part]:
    """Return what the folders of a program hold of others: script libraries and typefaces."""
    readmes = sorted((root / "web" / "static" / "vendor").glob("*/README.md"))
    fonts = root / "assets" / "fonts"
    return [*map(_library, readmes), *(_typeface(name, fonts) for name in _families(fonts))]


def cyclonedx(parts: Iterable[Part]) -> dict[str, object]:
    """Return the parts as a CycloneDX 1.6 document, the same for the same version and parts."""
    listed = [_component(part) for part in parts]
    content = json.dumps([release(), listed], ensure_ascii=False)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, content)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "dawr",
                "name": "dawr",
                "version": release(),
                "licenses": [{"expression": "Apache-2.0"}],
            }
        },
        "components": listed,
        "dependencies": [{"ref": "dawr", "dependsOn": [one["bom-ref"] for one in listed]}],
    }


def notices(parts: Iterable[Part]) -> str:
    """Return the names, licences and licence texts of the parts, then the licences that some parts only name."""
    qt = (
        "Qt and PySide6 are used under the LGPL, version 3. They are unmodified and in separate files: you may\n"
        "replace them by your own build. The Qt Company publishes their source."
    )
    head = f"Dawr {VERSION} (Apache-2.0) contains the following software of others.\n\n{qt}\n"
    named = ("\n".join([f"{one.name} {one.version}", one.licence or "see the text", "", *one.texts]) for one in parts)
    texts = (_read(path) for path in sorted(TEXTS.glob("*.txt")))
    line = "\n" + "-" * 80 + "\n"
    return line.join([head, *named, *texts]) + "\n"


def _component(part: Part) -> dict[str, object]:
    component: dict[str, object] = {"type": "library", "bom-ref": part.source, "name": part.name}
    if part.version:
        component["version"] = part.version
    component["purl"] = part.source
    if part.licence:
        licence = {"expression": part.licence} if part.is_expression else {"license": {"name": part.licence}}
        component["licenses"] = [licence]
    return component


def _library(readme: Path) -> Part:
    title, _, about = _read(readme).partition("\n\n")
    found = _VENDORED.match(about)
    if found is None:
        raise ValueError(f"{readme} does not begin with version, licence, author and npm package")
    texts = tuple(_read(path) for path in sorted(readme.parent.iterdir()) if "LICENSE" in path.name)
    source = f"pkg:npm/{found['npm']}@{found['version']}"
    return Part(title.removeprefix("# "), found["version"], found["licence"], True, source, texts)


def _families(fonts: Path) -> list[str]:
    """Return the names of the typefaces in a folder, as its licence text writes them."""
    families, licence = {path.name.partition("-")[0] for path in fonts.glob("*.ttf")}, _read(fonts / "OFL.txt")
    spaced = {re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", family) for family in families}
    if unknown := sorted(name for name in spaced if name not in licence):
        raise ValueError(f"{fonts / 'OFL.txt'} does not name {', '.join(unknown)}")
    return sorted(spaced)


def _typeface(name: str, fonts: Path) -> Part:
    source = f"pkg:generic/{name.replace(' ', '-')}"
    return Part(name, "", "OFL-1.1", True, source, (_read(fonts / "OFL.txt"),))


def _locked(lock: str) -> dict[str, str]:
    """Return name and version of each package of a lock."""
    return dict(re.findall(r"(?m)^([\w.-]+)==([^\s;\\]+)", lock))


def _of_distribution(found: Distribution) -> Part:
    expression = _field(found, "License-Expression")
    return Part(
        _normal(found.name),
        found.version,
        expression or _free_licence(found),
        bool(expression),
        f"pkg:pypi/{_normal(found.name)}@{found.version}",
        tuple(_licence_texts(found)),
    )


def _free_licence(found: Distribution) -> str:
    """Return the licence in its author's words: the field's first line, else the classifiers."""
    field = _field(found, "License").strip().partition("\n")[0]
    classified = [str(one) for one in found.metadata.get_all("Classifier") or ()]
    return field or " / ".join(one.rpartition(" :: ")[2] for one in classified if one.startswith("License ::"))


def _field(found: Distribution, name: str) -> str:
    return str(found.metadata[name]) if name in found.metadata else ""


def _licence_texts(found: Distribution) -> Iterator[str]:
    for file in found.files or ():
        if ".dist-info" in file.parts[0] and _LICENCE_FILE.match(file.name):
            yield file.read_text(encoding="utf-8")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
