"""Nested JSON values read by DuckDB at once, where it reads them exactly as ``serde.py`` would.

The structure of a value says which keys its objects have and of which kinds its scalars are. From a structure and a
column's type comes the type that DuckDB reads the value as, with the value's own keys, and the expression that gives
the column's value from that. A structure for which that is not exact (text in a number's place, a list in a row's …)
has none.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from offline_aws.athena.sql.identifiers import literal, quoted
from offline_aws.athena.sql.serde import Options

PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")
_WHOLE = {"UBIGINT", "BIGINT", "HUGEINT"}
# Hive type → the DuckDB type that a scalar is read as, and the kinds of scalar for which that is right.
_SCALARS = {
    exp.DType.TEXT: ("VARCHAR", {"VARCHAR", "BOOLEAN"}),
    exp.DType.BOOLEAN: ("BOOLEAN", {"BOOLEAN"}),
    exp.DType.TINYINT: ("HUGEINT", _WHOLE),
    exp.DType.SMALLINT: ("HUGEINT", _WHOLE),
    exp.DType.INT: ("HUGEINT", _WHOLE),
    exp.DType.BIGINT: ("HUGEINT", _WHOLE),
    exp.DType.DOUBLE: ("DOUBLE", {*_WHOLE, "DOUBLE"}),
}


@dataclass(frozen=True)
class Plan:
    """How a value is read.

    ``read_as`` is a DuckDB type. ``value`` and ``distinct`` are SQL, with {} for what they are about: the value of the
    column, from the value of that type; whether no key comes twice, from the JSON, as DuckDB takes the first of two.
    """

    read_as: str
    value: str = "{}"
    distinct: str = ""


def is_nested(hive_type: str) -> bool:
    return "<" in hive_type


def is_readable(hive_type: str) -> bool:
    """Whether a nested type is made of scalars that DuckDB can read; keys of maps are strings."""
    kind = exp.DataType.build(hive_type, dialect="hive")
    maps = [kind, *kind.find_all(exp.DataType)]
    return all(
        item.this in _SCALARS
        or item.this in (exp.DType.ARRAY, exp.DType.STRUCT)
        or (item.this == exp.DType.MAP and item.expressions[0].this == exp.DType.TEXT)
        for item in maps
    )


def signature(value: str, hive_type: str) -> str:
    """SQL of the structure of a JSON value: of a map, that of its values, whatever keys it has."""
    if not hive_type.startswith("map"):
        return f"json_structure({value})"
    values = f"json_structure(to_json(json_extract({value}, '$.*')))"
    return f"CASE json_type({value}) WHEN 'OBJECT' THEN {values} WHEN 'NULL' THEN '\"NULL\"' ELSE '\"JSON\"' END"


def plan_of(structure: str | None, hive_type: str, options: Options) -> Plan | None:
    """The plan for a value by its signature; None if it must be read one by one."""
    kind = exp.DataType.build(hive_type, dialect="hive")
    found = json.loads(structure) if structure else "NULL"
    if kind.this == exp.DType.MAP and isinstance(found, list):
        return _map(found[0], kind, options, 0)
    return _plan(found, kind, options, 0)


def _plan(structure: Any, kind: exp.DataType, options: Options, level: int) -> Plan | None:
    if structure == "NULL":
        return Plan("VARCHAR", "NULL")
    match kind.this, structure:
        case exp.DType.ARRAY, [inner]:
            return _array(inner, kind, options, level)
        case exp.DType.STRUCT, dict() if structure:
            return _struct(structure, kind, options, level)
        case (found, str()) if found in _SCALARS:
            read_as, kinds = _SCALARS[found]
            return Plan(read_as) if structure in kinds else None
    return None


def _array(inner: Any, kind: exp.DataType, options: Options, level: int) -> Plan | None:
    if not (item := _plan(inner, kind.expressions[0], options, level + 1)):
        return None
    name = f"e{level}"
    value = "{}" if item.value == "{}" else f"list_transform({{}}, lambda {name}: {item.value.replace('{}', name)})"
    distinct = item.distinct and (
        f"coalesce(list_bool_and(list_transform(json_extract({{}}, '$[*]'), lambda {name}: "
        f"{item.distinct.replace('{}', name)})), true)"
    )
    return Plan(f"{item.read_as}[]", value, distinct)


def _struct(fields: Mapping[str, Any], kind: exp.DataType, options: Options, level: int) -> Plan | None:
    """A row of objects by their keys; a key in another letter case is the same, where it is for the SerDe."""
    keys = {options.normal_key(key): key for key in fields}
    if len(keys) != len(fields) or not all(map(PLAIN_KEY.fullmatch, fields)):
        return None
    read, values, distinct = [], [], ["coalesce(len(list_distinct(json_keys({}))) = len(json_keys({})), true)"]
    for field in kind.expressions:
        name = field.name.lower()
        if (key := keys.get(name)) is None:
            values.append(f"{quoted(name)} := NULL")
            continue
        if not (plan := _plan(fields[key], field.args["kind"], options, level + 1)):
            return None
        read.append(f"{quoted(key)} {plan.read_as}")
        values.append(f"{quoted(name)} := {plan.value.replace('{}', f'({{}}).{quoted(key)}')}")
        if plan.distinct:
            distinct.append(plan.distinct.replace("{}", f"json_extract({{}}, {literal(f'$.{quoted(key)}')})"))
    if not read:
        return None
    packed = f"CASE WHEN {{}} IS NOT NULL THEN struct_pack({', '.join(values)}) END"
    return Plan(f"STRUCT({', '.join(read)})", packed, " AND ".join(distinct))


def _map(inner: Any, kind: exp.DataType, options: Options, level: int) -> Plan | None:
    if not (item := _plan(inner, kind.expressions[1], options, level + 1)):
        return None
    name = f"e{level}"
    values = f"list_transform(map_values({{}}), lambda {name}: {item.value.replace('{}', name)})"
    value = "{}" if item.value == "{}" else f"map(map_keys({{}}), {values})"
    distinct = "coalesce(len(list_distinct(json_keys({}))) = len(json_keys({})), true)"
    if item.distinct:
        inner_keys = f"list_transform(json_extract({{}}, '$.*'), lambda {name}: {item.distinct.replace('{}', name)})"
        distinct = f"{distinct} AND coalesce(list_bool_and({inner_keys}), true)"
    return Plan(f"MAP(VARCHAR, {item.read_as})", value, distinct)
