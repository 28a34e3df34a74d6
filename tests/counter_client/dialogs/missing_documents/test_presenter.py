from __future__ import annotations

from counter_client.dialogs.missing_documents.presenter import derive_missing, document_name
from counter_client.state.state import FinishDraft, Sheet, SheetKind
from tests.counter_client.helpers.builders import at_work, serving, with_documents

SHEET = Sheet(SheetKind.MISSING, ticket="A047", service="A", finish=FinishDraft(missing=("سند الملكية",)))


def test_without_its_sheet_there_is_no_view() -> None:
    assert derive_missing(at_work()) is None
    assert derive_missing(at_work(sheet=Sheet(SheetKind.OUTCOME))) is None


def test_the_list_of_the_service_is_numbered_and_ticked_by_its_arabic_text() -> None:
    view = derive_missing(at_work(serving(), hall=with_documents(), sheet=SHEET))
    assert view is not None
    assert [(one.code, one.name, one.key, one.chosen) for one in view.documents] == [
        ("سند الملكية", "Title deed", "1", True),
        ("البطاقة الشخصية", "Identity card", "2", False),
    ]
    assert view.ready


def test_something_must_be_named_where_there_is_a_list_to_name_it_from() -> None:
    def ready(service: str, note: str) -> bool:
        sheet = Sheet(SheetKind.MISSING, service=service, note=note)
        view = derive_missing(at_work(serving(), hall=with_documents(), sheet=sheet))
        return view is not None and view.ready

    assert [ready("A", " "), ready("A", "site plan"), ready("B", "")] == [False, True, True]


def test_a_document_that_was_typed_is_told_as_it_was() -> None:
    inputs = at_work(hall=with_documents())
    assert document_name(inputs, "A", "سند الملكية") == "Title deed"
    assert document_name(inputs, "A", "site plan") == "site plan"
    assert document_name(inputs, "Z", "سند الملكية") == "سند الملكية"
