"""Where an expression begins in the query text, as Trino's errors name it.

The parser knows the places of names, literals and calls. The others follow: an operator's place is that of its sign,
which stands between its sides; CASE, NOT and their like begin with a word before their first part.
"""

import bisect
import re

from sqlglot import exp

_SIGNS: dict[type[exp.Expr], str] = {
    exp.EQ: "=", exp.NEQ: "<>|!=", exp.GT: ">", exp.GTE: ">=", exp.LT: "<", exp.LTE: "<=", exp.Add: r"\+",
    exp.Sub: "-", exp.Mul: r"\*", exp.Div: "/", exp.Mod: "%", exp.DPipe: r"\|\|", exp.Union: "union",
    exp.Except: "except", exp.Intersect: "intersect", exp.NullSafeEQ: "is", exp.NullSafeNEQ: "is",
    exp.Between: "between", exp.In: "in",
}  # fmt: skip
_WORDS: dict[type[exp.Expr], str] = {
    exp.Neg: "-", exp.Not: "not", exp.Case: "case", exp.Array: r"array\s*\[", exp.Exists: "exists",
    exp.Paren: r"\(", exp.Interval: "interval", exp.Select: r"select(?:\s+distinct)?",
    exp.Tuple: r"\(", exp.Subquery: r"\(",
    exp.Fetch: r"fetch\s+(?:first|next)", exp.Lateral: "lateral", exp.Unnest: r"unnest\s*\(", exp.Values: "values",
    exp.Order: r"order\s+by",
}  # fmt: skip


def mark_places(tree: exp.Expr, sql: str) -> exp.Expr:
    """Write ``meta["place"]``, (line, column) counted from 1, on the nodes whose place is known."""
    lines = [0, *(match.end() for match in re.finditer("\n", sql))]
    spans: dict[int, tuple[int, int]] = {}
    for node in reversed(list(tree.walk(bfs=False))):
        span = _span(node, spans, sql)
        if span is None:
            continue
        spans[id(node)] = span
        start = _sign(node, spans, sql) or span[0]
        node.meta["place"] = _place(start, lines)
        if isinstance(node, exp.Values) and (bracket := re.search(r"\(\s*\Z", sql[: span[0]])):
            node.meta["bracket"] = _place(bracket.start(), lines)
        if isinstance(node, exp.Window):
            _mark_window(node, spans, sql, lines)
    return tree


def _place(start: int, lines: list[int]) -> tuple[int, int]:
    line = bisect.bisect_right(lines, start)
    return line, start - lines[line - 1] + 1


def _mark_window(node: exp.Window, spans: dict[int, tuple[int, int]], sql: str, lines: list[int]) -> None:
    """Write the places of what stands in the brackets of a window, and of its frame, which begins with a word."""
    begin = max((spans[id(part)][1] for part in (node.this,) if id(part) in spans), default=0)
    opening = re.compile(r"[^(]*?(?:over|as)\s*\(\s*", re.IGNORECASE).match(sql, begin)
    if not opening:
        return
    node.meta["specification"] = _place(opening.end(), lines)
    parts = (*(node.args.get("partition_by") or ()), node.args.get("order"))
    after = max((spans[id(part)][1] for part in parts if id(part) in spans), default=opening.end())
    frame = node.args.get("spec")
    if frame is not None and (found := re.compile(r"\b(?:rows|range|groups)\b", re.IGNORECASE).search(sql, after)):
        frame.meta["place"] = _place(found.start(), lines)


def _span(node: exp.Expr, spans: dict[int, tuple[int, int]], sql: str) -> tuple[int, int] | None:
    """(start, end) of the text that the node was read from, as far as it is known."""
    parts = [spans[id(child)] for child in node.iter_expressions() if id(child) in spans]
    if "start" in node.meta:
        parts.append((node.meta["start"], node.meta["end"] + 1))
    if not parts:
        return None
    start, end = min(part[0] for part in parts), max(part[1] for part in parts)
    word = _WORDS.get(type(node))
    if type(node) is exp.Cast and "start" not in node.meta:
        node.meta["is_typed_literal"] = True
        word = r"\w+"
    before = re.search(rf"{word}\s*\Z", sql[:start], re.IGNORECASE) if word else None
    return before.start() if before else start, end


def _sign(node: exp.Expr, spans: dict[int, tuple[int, int]], sql: str) -> int | None:
    """Where an operator's sign stands."""
    sign, left = _SIGNS.get(type(node)), spans.get(id(node.args.get("this")))
    right = spans.get(id(node.args.get("expression")))
    if not sign or not (left or right):
        return None
    if left:
        found = re.compile(sign, re.IGNORECASE).search(sql, left[1])
    else:
        found = re.search(rf"({sign})\s*\Z", sql[: right[0]], re.IGNORECASE) if right else None
    return found.start() if found else None
