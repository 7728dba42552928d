"""Takes fields out of a TOML file of the kit; every complaint names the file, the table and the field."""

import math
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from grader.errors import KitError


class Fields:
    """The fields of one file. `where` says in a few words which of its tables is meant."""

    def __init__(self, path: Path, table: Mapping[str, Any]) -> None:
        self.path = path
        self.table = table

    def tables(self, key: str) -> list[Mapping[str, Any]]:
        tables = self.table.get(key, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.wrong("the lesson", key, f"tables headed [[{key}]]", tables)
        return tables

    def only(self, table: Mapping[str, Any], known: Collection[str], where: str) -> None:
        """A field with a slip in its name would be as good as missing."""
        for key in table:
            if key not in known:
                raise KitError(f"{self.path}: {where}: {key} is unknown; known are {', '.join(known)}")

    def text(self, table: Mapping[str, Any], key: str, where: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(where, key, "a text that is not empty", value)
        return value

    def texts(self, table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
        values = table.get(key, [])
        if not isinstance(values, list) or not all(isinstance(v, str) and v.strip() for v in values):
            raise self.wrong(where, key, "a list of texts", values)
        return tuple(values)

    def positive(self, table: Mapping[str, Any], key: str, where: str) -> float:
        value = table.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < math.inf:
            raise self.wrong(where, key, "a number above 0", value)
        return float(value)

    def wrong(self, where: str, key: str, expected: str, came: object) -> KitError:
        found = "nothing" if came is None else f"{came!r}"
        return KitError(f"{self.path}: {where}: {key} should be {expected}, but there is {found}")
