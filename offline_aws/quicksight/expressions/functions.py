"""The functions and operators that are reckoned value by value.

https://docs.aws.amazon.com/quicksight/latest/user/functions-by-category.html
"""

from collections.abc import Sequence

from sqlglot import exp

from offline_aws.quicksight.expressions.signatures import Build, Signature, filled, signature
from offline_aws.quicksight.expressions.values import ExpressionError, Value

_UNITS = {
    "YYYY": "year", "Q": "quarter", "MM": "month", "DD": "day", "WK": "week", "HH": "hour", "MI": "minute",
    "SS": "second", "MS": "millisecond",
}  # fmt: skip


def _unit(value: Value, allowed: Sequence[str]) -> str:
    period = str(value.literal).upper()
    if period not in allowed:
        raise ExpressionError(f"period {value.literal!r} is not one of {', '.join(allowed)}")
    return period


def _trunc_date(values: Sequence[Value]) -> exp.Expr:
    """Weeks start on Sunday. https://docs.aws.amazon.com/quicksight/latest/user/truncDate-function.html"""
    period = _unit(values[0], list(_UNITS))
    sql = "date_trunc(:unit, :date)"
    if period == "WK":
        sql = "date_add('day', -1, date_trunc('week', date_add('day', 1, :date)))"
    return filled(sql, {"unit": exp.Literal.string(_UNITS[period]), "date": values[1].sql})


def _extract(values: Sequence[Value]) -> exp.Expr:
    """Sunday is day 1 of the week. https://docs.aws.amazon.com/quicksight/latest/user/extract-function.html"""
    period = _unit(values[0], ("YYYY", "Q", "MM", "DD", "WD", "HH", "MI", "SS", "MS"))
    names = _UNITS | {"WD": "day_of_week"}
    sql = {
        "WD": "day_of_week(:date) % 7 + 1",
        "MS": "millisecond(CAST(:date AS timestamp))",
    }.get(period, f"{names[period]}(CAST(:date AS timestamp))")
    return filled(sql, {"date": values[1].sql})


def _add_date_time(values: Sequence[Value]) -> exp.Expr:
    unit = exp.Literal.string(_UNITS[_unit(values[1], list(_UNITS))])
    arguments = {"amount": values[0].sql, "unit": unit, "date": values[2].sql}
    return filled("date_add(:unit, :amount, CAST(:date AS timestamp))", arguments)


def _date_diff(values: Sequence[Value]) -> exp.Expr:
    """Whole periods from the first to the second. https://docs.aws.amazon.com/quicksight/latest/user/dateDiff-function.html"""
    unit = exp.Literal.string(_UNITS[_unit(values[2], list(_UNITS))] if len(values) > 2 else "day")
    arguments = {"unit": unit, "a": values[0].sql, "b": values[1].sql}
    return filled("date_diff(:unit, CAST(:a AS timestamp), CAST(:b AS timestamp))", arguments)


def _by_case(sql: str, folded: str) -> Build:
    """A comparison of texts that is sensitive to case, or not, by its third argument."""

    def build(values: Sequence[Value]) -> exp.Expr:
        mode = values[2].literal
        if mode not in ("CASE_SENSITIVE", "CASE_INSENSITIVE"):
            raise ExpressionError(f"{mode} is neither CASE_SENSITIVE nor CASE_INSENSITIVE")
        chosen = sql if mode == "CASE_SENSITIVE" else folded
        return filled(chosen, {"a": values[0].sql, "b": values[1].sql})

    return build


_CONTAINS = "strpos(:a, :b) > 0", "strpos(lower(:a), lower(:b)) > 0"
_STARTS = "starts_with(:a, :b)", "starts_with(lower(:a), lower(:b))"
_ENDS = "substr(:a, -length(:b)) = :b", "substr(lower(:a), -length(:b)) = lower(:b)"
_ISO = "'yyyy-MM-dd''T''HH:mm:ss.SSS''Z'''"
_PARSED = "CAST(try(parse_datetime(:a, :b)) AS timestamp)"

_STRINGS = (
    signature("contains(string, string): boolean", _CONTAINS[0]),
    signature("contains(string, string, keyword): boolean", _by_case(*_CONTAINS)),
    signature("endsWith(string, string): boolean", _ENDS[0]),
    signature("endsWith(string, string, keyword): boolean", _by_case(*_ENDS)),
    signature("left(string, integer): string", "substr(:a, 1, :b)"),
    signature("locate(string, string): integer", "strpos(:a, :b)"),
    signature(
        "locate(string, string, integer): integer",
        "CASE WHEN strpos(substr(:a, :c), :b) = 0 THEN 0 ELSE strpos(substr(:a, :c), :b) + :c - 1 END",
    ),
    signature("ltrim(string): string", "ltrim(:a)"),
    # A value that is no number is NULL; AWS documents that its row is skipped.
    signature("parseDecimal(string): decimal", "try_cast(:a AS double)"),
    signature(
        "parseInt(string): integer",
        "coalesce(try_cast(:a AS bigint), try_cast(floor(try_cast(:a AS double)) AS bigint))",
    ),
    signature("parseJson(string, text): string", "json_extract_scalar(:a, :b)"),
    signature("replace(string, string, string): string", "replace(:a, :b, :c)"),
    signature("right(string, integer): string", "substr(:a, greatest(length(:a) - :b + 1, 1))"),
    signature("rtrim(string): string", "rtrim(:a)"),
    signature("split(string, string, integer): string", "element_at(filter(split(:a, :b), x -> x <> ''), :c)"),
    signature("startsWith(string, string): boolean", _STARTS[0]),
    signature("startsWith(string, string, keyword): boolean", _by_case(*_STARTS)),
    signature("strlen(string): integer", "length(:a)"),
    signature("substring(string, integer, integer): string", "substr(:a, :b, :c)"),
    signature("toLower(string): string", "lower(:a)"),
    signature("toString(datetime): string", f"format_datetime(CAST(:a AS timestamp), {_ISO})"),
    signature("toString(any): string", "CAST(:a AS varchar)"),
    signature("toUpper(string): string", "upper(:a)"),
    signature("trim(string): string", "trim(:a)"),
)
_NUMBERS = (
    signature("abs(same): same", "abs(:a)"),
    signature("ceil(number): integer", "CAST(ceil(:a) AS bigint)"),
    signature("decimalToInt(number): integer", "CAST(truncate(:a) AS bigint)"),
    signature("exp(number): decimal", "exp(:a)"),
    signature("floor(number): integer", "CAST(floor(:a) AS bigint)"),
    signature("intToDecimal(integer): decimal", "CAST(:a AS double)"),
    signature("ln(number): decimal", "ln(:a)"),
    signature("log(number): decimal", "log10(:a)"),
    signature("mod(integer, integer): integer", "mod(:a, :b)"),
    signature("round(number): decimal", "round(CAST(:a AS double))"),
    signature("round(number, integer): decimal", "round(CAST(:a AS double), :b)"),
    signature("sqrt(number): decimal", "sqrt(:a)"),
)
_DATES = (
    signature("addDateTime(integer, text, datetime): datetime", _add_date_time),
    signature("dateDiff(datetime, datetime): integer", _date_diff),
    signature("dateDiff(datetime, datetime, text): integer", _date_diff),
    signature("epochDate(integer): datetime", "CAST(from_unixtime(:a) AS timestamp)"),
    signature("extract(text, datetime): integer", _extract),
    signature("formatDate(datetime): string", f"format_datetime(CAST(:a AS timestamp), {_ISO})"),
    signature("formatDate(datetime, text): string", "format_datetime(CAST(:a AS timestamp), :b)"),
    signature(
        "formatDate(datetime, text, text): string",
        "format_datetime(at_timezone(with_timezone(CAST(:a AS timestamp), 'UTC'), :c), :b)",
    ),
    signature("now(): datetime", "CAST(now() AS timestamp)"),
    signature("parseDate(string): datetime", "CAST(try(parse_datetime(:a, 'yyyy-MM-dd')) AS timestamp)"),
    signature("parseDate(string, text): datetime", _PARSED),
    signature(
        "parseDate(string, text, text): datetime",
        f"CAST(at_timezone(with_timezone({_PARSED}, :c), 'UTC') AS timestamp)",
    ),
    signature("truncDate(text, datetime): datetime", _trunc_date),
)
_OPERATORS = (
    *(
        way
        for sign in "+-*"
        for way in (
            signature(f"{sign}(integer, integer): integer", f":a {sign} :b"),
            signature(f"{sign}(number, number): decimal", f":a {sign} :b"),
        )
    ),
    # 3/2 is 1.5; what is divided by zero is NULL.
    signature("/(number, number): decimal", "CAST(:a AS double) / nullif(:b, 0)"),
    signature("%(integer, integer): integer", "mod(:a, :b)"),
    signature("^(number, number): decimal", "power(:a, :b)"),
    signature("negative(same): same", "-:a"),
    *(signature(f"{sign}(same, same): boolean", f":a {sign} :b") for sign in ("=", "<>", "<", "<=", ">", ">=")),
    signature("and(boolean, boolean): boolean", ":a AND :b"),
    signature("or(boolean, boolean): boolean", ":a OR :b"),
    signature("not(boolean): boolean", "NOT :a"),
)
_CONDITIONS = (
    signature("isNotNull(any): boolean", ":a IS NOT NULL"),
    signature("isNull(any): boolean", ":a IS NULL"),
    signature("nullIf(same, same): same", "nullif(:a, :b)"),
)


def by_name(ways: Sequence[Signature]) -> dict[str, list[Signature]]:
    """The ways to call each function, by its name in lower case."""
    table: dict[str, list[Signature]] = {}
    for way in ways:
        table.setdefault(way.name.lower(), []).append(way)
    return table


FUNCTIONS = by_name((*_STRINGS, *_NUMBERS, *_DATES, *_OPERATORS, *_CONDITIONS))
