"""Run the few statements of every command without SQLAlchemy's price for each execution (50 µs, ten times SQLite's).

The statement is still SQLAlchemy's, written once for both databases and typed by the tables; it is compiled once for
each dialect and then goes straight to the driver. Rows come back as the driver gives them: for numbers and texts only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import Executable

Processor = Callable[[Any], Any]


@dataclass(frozen=True)
class _Compiled:
    """A statement as the driver takes it: its text, the order of its values, and what makes each fit for the driver."""

    sql: str
    in_order: bool
    """Whether the driver takes the values in order, and not by name."""
    values: tuple[tuple[str, Processor | None], ...]
    constants: Mapping[str, Any]
    """The values that the statement itself names."""

    def bound(self, parameters: Mapping[str, Any]) -> Any:  # noqa: ANN401 - what the driver takes
        given = {**self.constants, **parameters} if self.constants else parameters
        if self.in_order:
            return tuple([given[name] if process is None else process(given[name]) for name, process in self.values])
        return {name: given[name] if process is None else process(given[name]) for name, process in self.values}


class Prepared:
    """One statement, ready to run many times; `columns` are those an INSERT or UPDATE without values shall set."""

    def __init__(self, statement: Executable, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def run(self, connection: Connection, parameters: Mapping[str, Any]) -> int:
        """Run it once and return how many rows it changed."""
        cursor = self._cursor(connection, parameters)
        count: int = cursor.rowcount
        cursor.close()
        return count

    def first(self, connection: Connection, parameters: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """Run it once and return its first row, or None."""
        cursor = self._cursor(connection, parameters)
        row: tuple[Any, ...] | None = cursor.fetchone()
        cursor.close()
        return row

    def _cursor(self, connection: Connection, parameters: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a driver's cursor
        compiled = self._for(connection)
        return execute_raw(connection, compiled.sql, compiled.bound(parameters))

    def _for(self, connection: Connection) -> _Compiled:
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = _compile(self._statement, self._columns, dialect)
        return compiled


class PreparedUpdate:
    """An UPDATE of one row, which names the row by parameters of its own."""

    def __init__(self, statement: Update, columns: Sequence[str], keys: Sequence[str]) -> None:
        self._columns = tuple(columns)
        self._prepared = Prepared(statement, [*columns, *keys])

    def run(self, connection: Connection, new: Mapping[str, Any], keys: Mapping[str, Any]) -> int:
        """Store the columns and return how many rows there were."""
        return self._prepared.run(connection, {**{name: new[name] for name in self._columns}, **keys})


def execute_raw(connection: Connection, sql: str, bound: Any = ()) -> Any:  # noqa: ANN401 - drivers have no common types
    """Run SQL on the driver's own cursor within the connection's transaction; errors are SQLAlchemy's."""
    cursor = _driver_cursor(connection)
    try:
        cursor.execute(sql, bound)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _translated(error, sql, bound, connection.dialect) from error
    return cursor


def _driver_cursor(connection: Connection) -> Any:  # noqa: ANN401 - a driver's cursor
    driver = connection.connection.driver_connection
    if driver is None:
        raise AssertionError("the connection is closed")
    return driver.cursor()


def _translated(error: Exception, sql: str, bound: Any, dialect: Dialect) -> DBAPIError:  # noqa: ANN401
    return DBAPIError.instance(sql, bound, error, dialect.loaded_dbapi.Error, dialect=dialect)  # type: ignore[return-value]


def _compile(statement: Executable, columns: Sequence[str] | None, dialect: Dialect) -> _Compiled:
    compiled = statement.compile(  # type: ignore[attr-defined]  # every statement compiles; the base class does not say so
        dialect=dialect, column_keys=columns
    )
    if not isinstance(compiled, SQLCompiler):
        raise TypeError(f"{statement} is no statement with parameters")
    processors = {
        name: parameter.type.dialect_impl(dialect).bind_processor(dialect)
        for parameter, name in compiled.bind_names.items()
    }
    in_order = compiled.positiontup is not None
    names = compiled.positiontup if compiled.positiontup is not None else processors
    given = compiled.construct_params(_check=False)
    constants = {name: given[name] for parameter, name in compiled.bind_names.items() if not parameter.required}
    return _Compiled(str(compiled), in_order, tuple((name, processors[name]) for name in names), constants)
