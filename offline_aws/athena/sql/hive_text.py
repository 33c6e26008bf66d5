"""Values as LazySimpleSerDe writes them, in DuckDB's SQL: what is nested between delimiters of its own level.

https://docs.aws.amazon.com/athena/latest/ug/lazy-simple-serde.html
"""

from dataclasses import dataclass

from sqlglot import exp

from offline_aws.athena.sql.identifiers import literal, quoted


@dataclass(frozen=True)
class TextForm:
    """The delimiters, from outside to inside, and how NULL is written."""

    delimiters: tuple[str, ...] = tuple(map(chr, range(1, 9)))
    null: str = r"\N"


DEFAULT_TEXT = TextForm()


def text_of_column(name: str, kind: str, form: TextForm) -> str:
    """A column as it is copied: a plain one as it is, a nested one as text, bytes as Base64."""
    hive = exp.DataType.build(kind, dialect="hive")
    if not hive.args.get("nested") and hive.this not in (exp.DType.BINARY, exp.DType.VARBINARY):
        return quoted(name)
    return f"{_text(quoted(name), hive, 1, form)} AS {quoted(name)}"


def _text(value: str, kind: exp.DataType, level: int, form: TextForm) -> str:
    """The text of a value, NULL where it is; its parts stand between the delimiters of a level, counted from 0."""
    inner = f"v{level}"
    match kind.this:
        case exp.DType.ARRAY:
            item = _or_null(inner, kind.expressions[0], level + 1, form)
            return f"array_to_string(list_transform({value}, lambda {inner}: {item}), {_delimiter(level, form)})"
        case exp.DType.MAP:
            key, item = (
                _or_null(f"{inner}.{part}", each, level + 2, form)
                for part, each in zip(("key", "value"), kind.expressions, strict=True)
            )
            pair = f"{key} || {_delimiter(level + 1, form)} || {item}"
            entries = f"list_transform(map_entries({value}), lambda {inner}: {pair})"
            return f"array_to_string({entries}, {_delimiter(level, form)})"
        case exp.DType.STRUCT:
            fields = ", ".join(
                _or_null(f"({value}).{quoted(field.name.lower())}", field.args["kind"], level + 1, form)
                for field in kind.expressions
            )
            return f"CASE WHEN {value} IS NOT NULL THEN concat_ws({_delimiter(level, form)}, {fields}) END"
        case exp.DType.BINARY | exp.DType.VARBINARY:
            return f"to_base64({value})"
        case _:
            return f"CAST({value} AS VARCHAR)"


def _delimiter(level: int, form: TextForm) -> str:
    return literal(form.delimiters[level])


def _or_null(value: str, kind: exp.DataType, level: int, form: TextForm) -> str:
    return f"coalesce({_text(value, kind, level, form)}, {literal(form.null)})"
