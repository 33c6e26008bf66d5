"""What Trino answers to a statement, as the case files have it.

The values are shown as Athena shows them: in its CSV files a timestamp has three decimals whatever its precision.
https://trino.io/docs/current/develop/client-protocol.html
"""

import base64
import json
import re
from collections.abc import Iterator
from typing import Any

import urllib3

from offline_aws.athena.sql.grammar.tokens import tokens_of

HEADERS = {"X-Trino-User": "oracle", "X-Trino-Time-Zone": "UTC"}


def answer(url: str, sql: str, schema: str = "") -> list[str]:
    """The lines of a case: columns and rows as JSON, or ``error CODE: message``.

    :param schema: that of the connector Hive in which the query finds its tables
    """
    columns, rows = [], []
    for page in _pages(url, with_doubles(sql), schema):
        if "error" in page:
            return [f"error {page['error']['errorName']}: {_athenas_words(page['error']['message'])}"]
        columns = page.get("columns") or columns
        rows += page.get("data", ())
    types = [column["typeSignature"] for column in columns]
    header = [f"{column['name']} {_name(kind)}" for column, kind in zip(columns, types, strict=True)]
    shown = [[_show(kind, value) for kind, value in zip(types, row, strict=True)] for row in rows]
    return [json.dumps(line, ensure_ascii=False) for line in [header, *shown]]


def signatures(url: str) -> Iterator[str]:
    """Name, result, parameters, kind and constraints of each function, apart by tabs."""
    forms = {tuple(row[:4]) for page in _pages(url, "SHOW FUNCTIONS") for row in page.get("data", ())}
    texts = {name: _expected(url, name) for name in {form[0] for form in forms}}
    for name, returns, parameters, kind in sorted(forms):
        start = f"{name}({parameters})"
        constraints = next((text[len(start) :].strip() for text in texts[name] if text.startswith(start)), "")
        yield "\t".join((name, returns, parameters, kind, constraints))


def _expected(url: str, name: str) -> list[str]:
    """The forms of a function as the error says them to one who gives it too many arguments of no common type."""
    nonsense = ", ".join(["current_date", "'x'"] * 15)
    *_, page = _pages(url, f'SELECT "{name}"({nonsense})')
    _, _, forms = page.get("error", {}).get("message", "").partition("Expected: ")
    return re.split(rf", (?={name}\()", forms)


def _pages(url: str, sql: str, schema: str = "") -> Iterator[Any]:
    place = {"X-Trino-Catalog": "hive", "X-Trino-Schema": schema} if schema else {}
    page = _json("POST", f"{url}/v1/statement", sql.encode(), place)
    yield page
    while "nextUri" in page:
        page = _json("GET", page["nextUri"])
        yield page


def _athenas_words(message: str) -> str:
    """Athena does not say whether a column is unknown or forbidden."""
    whole = r"(Column '.*' cannot be resolved)\Z"
    return re.sub(whole, r"\1 or requester is not authorized to access requested resources", message.split("\n")[0])


def with_doubles(sql: str) -> str:
    """Each ``1.5`` as ``1.5e0``: a literal with a point is a double on Athena and a decimal in stock Trino."""
    for token in reversed(tokens_of(sql)):
        if token.kind == "<decimal>":
            end = token.start + len(token.text)
            sql = f"{sql[: token.start]}{token.text.replace('_', '')}e0{sql[end:]}"
    return sql


def _json(method: str, url: str, body: bytes | None = None, place: dict[str, str] = {}) -> Any:  # noqa: B006
    response = urllib3.request(method, url, body=body, headers=HEADERS | place)
    # Doubles stay the text that Java wrote.
    return json.loads(response.data, parse_float=str)


def _name(kind: Any) -> str:
    """Athena's name: no lengths of varchar, three decimals of a second."""
    arguments = [argument["value"] for argument in kind["arguments"]]
    match kind["rawType"]:
        case "varchar":
            return "varchar"
        case "timestamp" | "time" | "timestamp with time zone" | "time with time zone" as name:
            return (
                name.replace("timestamp", "timestamp(3)") if "timestamp" in name else name.replace("time", "time(3)", 1)
            )
        case "row":
            fields = ((field.get("fieldName"), field["typeSignature"]) for field in arguments)
            return (
                f"row({', '.join(f'{name["name"]} {_name(item)}' if name else _name(item) for name, item in fields)})"
            )
        case name:
            inner = [_name(item) if isinstance(item, dict) else str(item) for item in arguments]
            separator = "," if name == "decimal" else ", "
            return f"{name}({separator.join(inner)})" if inner else name


def _show(kind: Any, value: Any) -> str | None:
    return None if value is None else _text(kind, value)


def _text(kind: Any, value: Any) -> str:
    arguments = [argument["value"] for argument in kind["arguments"]]
    match kind["rawType"]:
        case "boolean":
            return "true" if value else "false"
        case "array":
            return f"[{', '.join(_nested(arguments[0], item) for item in value)}]"
        case "map":
            pairs = (f"{key}={_nested(arguments[1], item)}" for key, item in value.items())
            return f"{{{', '.join(pairs)}}}"
        case "row":
            return f"{{{', '.join(_fields(arguments, value))}}}"
        case "varbinary":
            return base64.b64decode(value).hex(" ")
        case "timestamp" | "timestamp with time zone" | "time":
            return _milliseconds(value)
        case _:
            return str(value)


def _nested(kind: Any, value: Any) -> str:
    return "null" if value is None else _text(kind, value)


def _fields(fields: Any, values: Any) -> list[str]:
    names = [(field.get("fieldName") or {}).get("name", f"field{index}") for index, field in enumerate(fields)]
    kinds = [field["typeSignature"] for field in fields]
    return [f"{name}={_nested(kind, value)}" for name, kind, value in zip(names, kinds, values, strict=True)]


def _milliseconds(value: str) -> str:
    """``2026-11-23 22:00:00.5 UTC`` with three decimals."""
    clock = value.split(" UTC")[0] if value.endswith(" UTC") else value
    zone = value[len(clock) :]
    if clock.count(" ") == 2:
        clock, _, name = clock.rpartition(" ")
        zone = f" {name}"
    whole, _, fraction = clock.partition(".")
    return f"{whole}.{fraction[:3]:0<3}{zone}"
