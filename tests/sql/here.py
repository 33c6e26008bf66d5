"""What the emulator answers to a statement, as the case files have it."""

import json
from pathlib import Path
from typing import Any

from offline_aws.athena.errors import QueryError, QuerySyntaxError
from offline_aws.athena.sql.classify import classify
from offline_aws.athena.sql.engine import Engine
from offline_aws.athena.sql.plan import plan
from offline_aws.athena.sql.select import select


class EmptyCatalog:
    """No table: the cases bring their rows along as VALUES."""

    def table(self, database: str, name: str) -> None:
        return None

    def database(self, name: str) -> dict[str, Any] | None:
        return {"Name": name} if name == "default" else None


class Here:
    """The emulator's engine without the API."""

    def __init__(self, folder: Path) -> None:
        self._engine = Engine(folder)

    def answer(self, sql: str) -> list[str]:
        """The lines of a case; a refusal is the one line ``refused: what``."""
        try:
            return self._rows(sql)
        except QuerySyntaxError as error:
            return [f"error SYNTAX_ERROR: {error}"]
        except QueryError as error:
            text = str(error).removeprefix("NOT_SUPPORTED: ")
            if text.endswith(" is not emulated"):
                return [f"refused: {text.removesuffix(' is not emulated')}"]
            return [f"error {error}"]

    def _rows(self, sql: str) -> list[str]:
        prepared = plan(classify(sql).tree, "default", EmptyCatalog())  # type: ignore[arg-type]
        selection = select(self._engine.connect(), prepared, None)  # type: ignore[arg-type]
        header = [f"{column.name} {column.signature}" for column in selection.columns]
        return [json.dumps(line, ensure_ascii=False) for line in [header, *selection.rows]]
