"""Strings with the methods that Java's have, which mapping templates call.

https://docs.oracle.com/javase/8/docs/api/java/lang/String.html
"""

import re
from typing import Any


class JavaString(str):
    """A string; what its methods return has them again."""

    def toString(self) -> "JavaString":  # noqa: N802
        return self

    def length(self) -> int:
        return len(self)

    def isEmpty(self) -> bool:  # noqa: N802
        return not self

    def trim(self) -> "JavaString":
        return JavaString(self.strip())

    def toLowerCase(self) -> "JavaString":  # noqa: N802
        return JavaString(self.lower())

    def toUpperCase(self) -> "JavaString":  # noqa: N802
        return JavaString(self.upper())

    def concat(self, text: str) -> "JavaString":
        return JavaString(self + text)

    def charAt(self, place: int) -> "JavaString":  # noqa: N802
        return JavaString(self[place])

    def substring(self, begin: int, end: int | None = None) -> "JavaString":
        return JavaString(self[begin:end])

    def equals(self, other: Any) -> bool:
        return bool(self == other)

    def equalsIgnoreCase(self, other: str) -> bool:  # noqa: N802
        return self.lower() == other.lower()

    def contains(self, text: str) -> bool:
        return text in self

    def startsWith(self, prefix: str) -> bool:  # noqa: N802
        return self.startswith(prefix)

    def endsWith(self, suffix: str) -> bool:  # noqa: N802
        return self.endswith(suffix)

    def indexOf(self, text: str) -> int:  # noqa: N802
        return self.find(text)

    def lastIndexOf(self, text: str) -> int:  # noqa: N802
        return self.rfind(text)

    def matches(self, pattern: str) -> bool:
        return re.fullmatch(pattern, self) is not None

    def replace(self, old: str, new: str) -> "JavaString":  # type: ignore[override]
        return JavaString(str.replace(self, old, new))

    def replaceAll(self, pattern: str, replacement: str) -> "JavaString":  # noqa: N802
        """``replacement`` names groups as Java does: ``$1``."""
        return JavaString(re.sub(pattern, replacement.replace("$", "\\"), self))

    def replaceFirst(self, pattern: str, replacement: str) -> "JavaString":  # noqa: N802
        return JavaString(re.sub(pattern, replacement.replace("$", "\\"), self, count=1))

    def split(self, pattern: str) -> list[str]:  # type: ignore[override]
        """The pieces between what matches, without the empty ones at the end."""
        pieces = re.split(pattern, self)
        while len(pieces) > 1 and not pieces[-1]:
            pieces.pop()
        return [JavaString(piece) for piece in pieces]


def with_java_strings(value: Any) -> Any:
    """A copy of a JSON value, in which strings have Java's methods."""
    if isinstance(value, dict):
        return {name: with_java_strings(each) for name, each in value.items()}
    if isinstance(value, list):
        return [with_java_strings(each) for each in value]
    return JavaString(value) if isinstance(value, str) else value
