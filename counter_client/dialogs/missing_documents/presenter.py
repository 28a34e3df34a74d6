"""Derive the dialog that asks which documents are missing. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.state.state import Inputs, Notice, SheetKind
from counter_client.texts.names import in_language, service_name

NAME_MAX = 100
"""The most characters in the name of a document."""


@dataclass(frozen=True)
class Document:
    """One document of the service's list; `code` is its Arabic text, which is stored."""

    code: str
    name: str
    key: str
    chosen: bool


@dataclass(frozen=True)
class MissingView:
    """The dialog; `ready` when a document is named, or when the service has no list of documents."""

    ticket: str
    service: str
    documents: tuple[Document, ...]
    other: str
    ready: bool
    notice: Notice | None
    busy: bool


def derive_missing(inputs: Inputs) -> MissingView | None:
    """Return the dialog, or None if it is not open."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.MISSING:
        return None
    listed = documents_of(inputs, sheet.service or "")
    documents = tuple(
        Document(
            code, in_language(names, inputs.language, code), str(at) if at <= 9 else "", code in sheet.finish.missing
        )
        for at, (code, names) in enumerate(((in_language(one, "ar"), one) for one in listed), 1)
    )
    return MissingView(
        ticket=sheet.ticket,
        service=service_name(inputs.hall, sheet.service, inputs.language) if sheet.service else "",
        documents=documents,
        other=sheet.note,
        ready=bool(sheet.finish.missing or sheet.note.strip() or not documents),
        notice=sheet.notice,
        busy=inputs.busy is not None,
    )


def documents_of(inputs: Inputs, service: str) -> tuple[dict[str, str], ...]:
    """Return the documents that visitors of a service must bring."""
    services = inputs.hall.services if inputs.hall else ()
    found = next((one.information for one in services if one.code == service), None)
    return found.documents if found else ()


def document_name(inputs: Inputs, service: str, code: str) -> str:
    """Return a missing document's name in the screen's language; a name that the agent typed is returned as it is."""
    names = next((one for one in documents_of(inputs, service) if in_language(one, "ar") == code), {})
    return in_language(names, inputs.language, code)
