"""From inputs to the sheet that asks which documents are missing. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.state.state import Inputs, Notice, SheetKind
from counter_client.texts.names import in_language, service_name

NAME_MAX = 100
"""Characters that the name of a document may have."""


@dataclass(frozen=True)
class Document:
    """One document of the service's list; `code` is its Arabic text, as it is filed."""

    code: str
    name: str
    key: str
    chosen: bool


@dataclass(frozen=True)
class MissingView:
    """The sheet; `ready` when something is named, or the service has no list to name it from."""

    ticket: str
    service: str
    documents: tuple[Document, ...]
    other: str
    ready: bool
    notice: Notice | None
    busy: bool


def derive_missing(inputs: Inputs) -> MissingView | None:
    """Return the open sheet, None where it is not open."""
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
    """Return what a service asks its visitors to bring."""
    services = inputs.hall.services if inputs.hall else ()
    found = next((one.information for one in services if one.code == service), None)
    return found.documents if found else ()


def document_name(inputs: Inputs, service: str, code: str) -> str:
    """Return the name of a missing document in the language of the screen; one that was typed stays as it was."""
    names = next((one for one in documents_of(inputs, service) if in_language(one, "ar") == code), {})
    return in_language(names, inputs.language, code)
