"""Windows: their names, their frames, and what may be ordered and offset by.

Trino's StatementAnalyzer (resolveWindowSpecification) and ExpressionAnalyzer (analyzeWindow).
https://trino.io/docs/current/functions/window.html
"""

from sqlglot import exp

from offline_aws.athena.errors import QueryError
from offline_aws.athena.sql.analysis import operators as ops
from offline_aws.athena.sql.analysis.kinds import DAY_TO_SECOND, YEAR_TO_MONTH, Type, type_of
from offline_aws.athena.sql.dialect import place

_NUMBERS = ("integer", "double", "decimal")
_MOMENTS = ("date", "time", "timestamp", "moment", "time with time zone")


def check_window_names(tree: exp.Expr) -> None:
    """A window is named once, and before it is referred to by another one's definition."""
    for select in tree.find_all(exp.Select):
        known: dict[str, exp.Expr] = {}
        for window in select.args.get("windows") or ():
            name = window.this
            if name.name.lower() in known:
                message = f"WINDOW name '{name.name}' specified more than once"
                raise QueryError.at("DUPLICATE_WINDOW_NAME", place(name), message)
            _check_reference(window, known)
            known[name.name.lower()] = window
        for window in select.find_all(exp.Window):
            if window.arg_key != "windows" and window.find_ancestor(exp.Select) is select:
                _check_reference(window, known)


def _check_reference(window: exp.Expr, known: dict[str, exp.Expr]) -> None:
    """What a window takes over from a named one it does not say anew."""
    reference = window.args.get("alias")
    if reference is None:
        return
    named = known.get(reference.name.lower())
    if named is None:
        message = f"Cannot resolve WINDOW name {reference.name}"
        raise QueryError.at("INVALID_WINDOW_REFERENCE", place(reference), message)
    if keys := window.args.get("partition_by"):
        message = "WINDOW specification with named WINDOW reference cannot specify PARTITION BY"
        raise QueryError.at("INVALID_PARTITION_BY", place(keys[0]), message)
    if (order := window.args.get("order")) and _inherited("order", named, known):
        message = "Cannot specify ORDER BY if referenced named WINDOW specifies ORDER BY"
        raise QueryError.at("INVALID_ORDER_BY", place(order), message)
    if named.args.get("spec") and "specification" in window.meta:
        message = "Cannot reference named WINDOW containing frame specification"
        raise QueryError.at("INVALID_WINDOW_REFERENCE", place(reference), message)


def _inherited(part: str, window: exp.Expr, known: dict[str, exp.Expr]) -> exp.Expr | None:
    """A part of a window, or of the one that it refers to."""
    if found := window.args.get(part):
        return found
    reference = window.args.get("alias")
    return _inherited(part, known[reference.name.lower()], known) if reference is not None else None


def check_window(window: exp.Window) -> None:
    """Check a window whose parts are typed."""
    order = window.args.get("order")
    for item in order.expressions if order else ():
        if not ops.is_orderable(type_of(item)):
            message = f"{type_of(item)} is not orderable, and therefore cannot be used in window function ORDER BY"
            raise ops.mismatch(item.this, message)
    if frame := window.args.get("spec"):
        _check_ends(frame)
        for side in ("start", "end"):
            offset = frame.args.get(side)
            if isinstance(offset, exp.Expr):
                _OFFSETS[frame.args["kind"].upper()](window, side, offset)


def _check_ends(frame: exp.Expr) -> None:
    start, end = _bound(frame, "start"), _bound(frame, "end")
    message = ""
    if start == "UNBOUNDED FOLLOWING":
        message = "Window frame start cannot be UNBOUNDED FOLLOWING"
    elif end == "UNBOUNDED PRECEDING":
        message = "Window frame end cannot be UNBOUNDED PRECEDING"
    elif (start, end) in (("CURRENT ROW", "PRECEDING"), ("FOLLOWING", "PRECEDING"), ("FOLLOWING", "CURRENT ROW")):
        message = f"Window frame starting from {start} cannot end with {end}"
    if message:
        raise QueryError.at("INVALID_WINDOW_FRAME", place(frame), message)


def _bound(frame: exp.Expr, side: str) -> str:
    """UNBOUNDED PRECEDING, CURRENT ROW, FOLLOWING …; a frame without an end ends with the current row."""
    value, direction = frame.args.get(side) or "CURRENT ROW", frame.args.get(f"{side}_side") or ""
    return f"{value} {direction}".strip() if isinstance(value, str) else direction


def _check_rows(window: exp.Window, side: str, offset: exp.Expr) -> None:
    kind, frame = type_of(offset), window.args["spec"].args["kind"].upper()
    if kind.family != "integer" and kind.name and not (kind.name == "decimal" and kind.arguments[1] == 0):
        message = f"Window frame {frame} {side} value type must be exact numeric type with scale 0 (actual {kind})"
        raise ops.mismatch(offset, message)


def _check_groups(window: exp.Window, side: str, offset: exp.Expr) -> None:
    _require_order(window, "GROUPS")
    _check_rows(window, side, offset)


def _check_range(window: exp.Window, side: str, offset: exp.Expr) -> None:
    """The offset is of what the rows are ordered by."""
    order = _require_order(window, "RANGE")
    if order is None:
        return
    if len(order.expressions) != 1:
        message = (
            "Window frame of type RANGE PRECEDING or FOLLOWING requires single sort item in ORDER BY "
            f"(actual: {len(order.expressions)})"
        )
        raise QueryError.at("INVALID_ORDER_BY", place(order), message)
    key = order.expressions[0].this
    kind = type_of(key)
    if kind.name and kind.family not in (*_NUMBERS, *_MOMENTS):
        message = (
            "Window frame of type RANGE PRECEDING or FOLLOWING requires that sort item type be numeric, datetime or "
            f"interval (actual: {kind})"
        )
        raise ops.mismatch(key, message)
    if not _is_offset_of(type_of(offset), kind):
        message = f"Window frame RANGE value type ({type_of(offset)}) not compatible with sort item type ({kind})"
        raise ops.mismatch(offset, message)


def _is_offset_of(offset: Type, kind: Type) -> bool:
    if not kind.name or not offset.name:
        return True
    return offset.family in _NUMBERS if kind.family in _NUMBERS else offset in (DAY_TO_SECOND, YEAR_TO_MONTH)


def _require_order(window: exp.Window, kind: str) -> exp.Expr | None:
    """The ORDER BY of a window; None if it is that of the window that it refers to."""
    order = window.args.get("order")
    if order is None and window.args.get("alias") is None:
        message = f"Window frame of type {kind} PRECEDING or FOLLOWING requires ORDER BY"
        raise QueryError.at("MISSING_ORDER_BY", window.meta.get("specification"), message)
    return order


_OFFSETS = {"ROWS": _check_rows, "GROUPS": _check_groups, "RANGE": _check_range}
