"""Where a table's partitions lie: the template of a projected table, and which partition a key belongs to.

https://docs.aws.amazon.com/athena/latest/ug/partition-projection-setting-up.html#partition-projection-specifying-custom-s3-storage-locations
"""

import itertools
import re
from collections.abc import Mapping, Sequence

from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql.projection import Rule

TEMPLATE = "storage.location.template"
_PLACE = re.compile(r"\$\{(\w+)\}")
# Above this many combinations of pinned values the common prefix is listed once instead.
MOST_PREFIXES = 100


def split_uri(uri: str) -> tuple[str, str]:
    """(bucket, key) of an s3:// URI."""
    match = re.fullmatch(r"s3[an]?://([^/]+)/?(.*)", uri, re.DOTALL)
    if not match:
        raise NotEmulatedError(f"the location '{uri}'")
    return match[1], match[2]


def template_of(location: str, columns: Sequence[str], properties: Mapping[str, str]) -> str:
    """The table's template; without one the layout is Hive's, ``col=value/``."""
    default = location.rstrip("/") + "/" + "".join(f"{name}=${{{name}}}/" for name in columns)
    template = properties.get(TEMPLATE, default)
    return template if template.endswith("/") else f"{template}/"


def prefixes(template: str, pinned: Mapping[str, set[str]]) -> list[str]:
    """The URIs to list: the template up to its first column that is not pinned to values, for each of them."""
    last = next((m for m in _PLACE.finditer(template) if m[1].lower() not in pinned), None)
    head = template[: last.start()] if last else template
    names = [match[1] for match in _PLACE.finditer(head)]
    choices = [sorted(pinned[name.lower()]) for name in names]
    combinations = list(itertools.islice(itertools.product(*choices), MOST_PREFIXES + 1))
    if len(combinations) > MOST_PREFIXES:
        return [_PLACE.split(template)[0]]
    return [_filled(head, dict(zip(names, values, strict=True))) for values in combinations]


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda match: values[match[1]], template)


def matcher(template: str, rules: Mapping[str, Rule]) -> re.Pattern[str]:
    """A pattern that matches the URI of an object in any projected partition; its groups are the values."""
    pattern, seen = "", set()
    for index, part in enumerate(_PLACE.split(template)):
        name = part.lower()
        if index % 2 == 0:
            pattern += re.escape(part)
        elif name in seen:
            pattern += f"(?P={name})"
        else:
            seen.add(name)
            pattern += f"(?P<{name}>{rules[name].pattern})"
    return re.compile(pattern)


def is_hidden(key: str) -> bool:
    """Files whose name begins with _ or . are not read."""
    return key.rsplit("/", 1)[-1].startswith(("_", "."))
