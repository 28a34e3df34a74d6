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
    """Write the list or the notices; 1 where a locked package is not installed, with its name."""
    parser = CommandParser(prog="sbom", description=__doc__)
    parser.add_argument("--notices", action="store_true", help="the notices and licence texts as plain text")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to this file")
    given = parser.parse_args(argv)
    parts = [*packages(distributions(), LOCK.read_text(encoding="utf-8")), *vendored()]
    text = notices(parts) if given.notices else json.dumps(cyclonedx(parts), ensure_ascii=False, indent=1) + "\n"
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


def packages(found: Iterable[Distribution], lock: str) -> list[Part]:
    """Return the locked packages among those found, by name; a package for another platform is not among them."""
    locked = dict(re.findall(r"(?m)^([\w.-]+)==([^\s;\\]+)", lock))
    parts = (_of_distribution(one) for one in found if _normal(one.name) in locked)
    return sorted({part.name: part for part in parts}.values(), key=lambda part: part.name)


def vendored() -> list[Part]:
    """Return what the project's own folders hold of others: a chart library and three typefaces."""
    charts = ROOT / "web" / "static" / "vendor" / "uplot"
    version = re.search(r"\d+\.\d+\.\d+", (charts / "README.md").read_text(encoding="utf-8"))
    open_font = (ROOT / "assets" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    fonts = ("IBM Plex Sans Arabic", "Noto Sans Bengali", "Noto Sans Devanagari")
    chart_version = version[0] if version else ""
    return [
        Part("uPlot", chart_version, "MIT", True, f"pkg:npm/uplot@{chart_version}", (_read(charts / "LICENSE"),)),
        *(Part(name, "", "OFL-1.1", True, f"pkg:generic/{name.replace(' ', '-')}", (open_font,)) for name in fonts),
    ]


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
