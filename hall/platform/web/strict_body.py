"""Decode request bodies strictly: Litestar's own decoding takes `"3"` for 3 and names the first problem only."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, ClassVar

from litestar.dto import AbstractDTO
from litestar.dto._backend import DTOBackend
from litestar.dto.data_structures import DTOFieldDefinition
from litestar.openapi.spec import Reference, Schema
from litestar.typing import FieldDefinition

from hall.platform.web.bodies import parse


class StrictBody(AbstractDTO[Any]):
    """Reads the `data` of a handler with `parse`: limits kept, and every field that is wrong named."""

    _classes: ClassVar[dict[str, type]] = {}
    """The class of the contract by handler."""

    @classmethod
    def create_for_field_definition(
        cls,
        field_definition: FieldDefinition,
        handler_id: str,
        backend_cls: type[DTOBackend] | None = None,  # noqa: ARG003  # the interface of Litestar
    ) -> None:
        """Note which class a handler's body has."""
        cls._classes[handler_id] = field_definition.annotation

    @classmethod
    def create_openapi_schema(
        cls,
        field_definition: FieldDefinition,
        handler_id: str,  # noqa: ARG003  # the interface of Litestar
        schema_creator: Any,  # noqa: ANN401  # its type is private to Litestar
    ) -> Reference | Schema:
        """Describe the class as it is."""
        described: Reference | Schema = schema_creator.for_field_definition(field_definition)
        return described

    def decode_bytes(self, value: bytes) -> object:
        """Return the body as its class; raise BodyUnreadableError or FieldInvalidError."""
        handler = self.asgi_connection.route_handler
        return parse(self._classes[handler.handler_id], value)

    @classmethod
    def generate_field_definitions(
        cls,
        model_type: type[Any],  # noqa: ARG003  # as above
    ) -> Generator[DTOFieldDefinition, None, None]:
        """Take no field apart: the class is used as it is."""
        yield from ()

    @classmethod
    def detect_nested_field(cls, field_definition: FieldDefinition) -> bool:  # noqa: ARG003  # as above
        """Take no field apart: the class is used as it is."""
        return False
