"""Where a table's partitions lie: the template of a projected table, and which partition a key belongs to.

https://docs.aws.amazon.com/athena/latest/ug/partition-projection-setting-up.html#partition-projection-specifying-custom-s3-storage-locations
"""

import itertools
import re
from collections.abc import Mapping, Sequence

from offline_aws.athena.errors import NotEmulatedError, QueryError
from offline_aws.athena.sql.projection import Rule

TEMPLATE = "storage.location.template"
_PLACE = re.compile(r"\$\{([^}]+)\}")
# Above this many combinations of pinned values the common prefix is listed once instead.
MOST_PREFIXES = 100


def split_uri(uri: str) -> tuple[str, str]:
    """(bucket, key) of an s3:// URI."""
    match = re.fullmatch(r"s3[an]?://([^/]+)/?(.*)", uri, re.DOTALL)
    if not match:
        raise NotEmulatedError(f"the location '{uri}'")
    return match[1], match[2]


def check_location(location: str) -> None:
    """Refuse what is no place of a table in S3. https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html"""
    scheme, _, place = location.partition("://")
    if scheme != "s3" or not place.strip("/"):
        raise QueryError("FAILED", f"SemanticException: LOCATION is not a path of S3, s3://bucket/folder/: {location}")


def template_of(location: str, columns: Sequence[str], properties: Mapping[str, str]) -> str:
    """The table's template; without one the layout is Hive's, ``col=value/``. It names each column of a partition."""
    default = location.rstrip("/") + "/" + "".join(f"{name}=${{{name}}}/" for name in columns)
    template = properties.get(TEMPLATE, default)
    if {match[1].lower() for match in _PLACE.finditer(template)} != set(columns):
        raise QueryError(
            "HIVE_METASTORE_ERROR",
            f"Partition location template: {template} must have a placeholder for each of the partition columns "
            f"[{', '.join(columns)}]",
        )
    return template if template.endswith("/") else f"{template}/"


def prefixes(template: str, pinned: Mapping[str, set[str]], starts: Mapping[str, str] | None = None) -> list[str]:
    """The URIs to list: the template up to its first column that is not pinned to values, for each of them.

    ``starts`` is what the values of a column begin with, where that is known.
    """
    last = next((m for m in _PLACE.finditer(template) if m[1].lower() not in pinned), None)
    head = template[: last.start()] if last else template
    start = (starts or {}).get(last[1].lower(), "") if last else ""
    names = [match[1].lower() for match in _PLACE.finditer(head)]
    choices = [sorted(pinned[name]) for name in names]
    combinations = list(itertools.islice(itertools.product(*choices), MOST_PREFIXES + 1))
    if len(combinations) > MOST_PREFIXES:
        return [_PLACE.split(template)[0]]
    return [filled(head, dict(zip(names, values, strict=True))) + start for values in combinations]


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with the values of its columns, which are named in lower case."""
    return _PLACE.sub(lambda match: values[match[1].lower()], template)


def matcher(template: str, rules: Mapping[str, Rule]) -> re.Pattern[str]:
    """A pattern that matches the URI of an object in any projected partition.

    Its groups c0, c1, … are the values, by the places of their columns in ``rules``: a name may be no name of a group.
    """
    groups = {name: f"c{index}" for index, name in enumerate(rules)}
    pattern, seen = "", set()
    for index, part in enumerate(_PLACE.split(template)):
        name = part.lower()
        if index % 2 == 0:
            pattern += re.escape(part)
        elif name in seen:
            pattern += f"(?P={groups[name]})"
        else:
            seen.add(name)
            pattern += f"(?P<{groups[name]}>{rules[name].pattern})"
    return re.compile(pattern)


def is_hidden(key: str) -> bool:
    """Files whose name begins with _ or . are not read."""
    return key.rsplit("/", 1)[-1].startswith(("_", "."))
