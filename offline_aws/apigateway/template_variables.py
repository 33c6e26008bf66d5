"""``$input`` and ``$util`` of mapping templates, where LocalStack's differ from AWS's.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
"""

import base64
import json
import re
from functools import lru_cache
from typing import Any

from jsonpath_ng.ext import parse  # type: ignore[import-untyped]
from localstack.services.apigateway.next_gen.execute_api.template_mapping import (
    VelocityInput,
    VelocityUtilApiGateway,
    cast_to_vtl_json_object,
)

from offline_aws.apigateway.jackson import as_jackson_reads
from offline_aws.apigateway.java_string import JavaString, with_java_strings

_INDEFINITE = re.compile(r"\.\.|\*|\[\s*\?|\[[^\]'\"]*[:,]")
"""What makes a path one of several values: descent, wildcard, filter, slice, union."""

_ESCAPED = re.compile("[\\\\\"'\x00-\x1f\x80-\U0010ffff]")
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", "\\": "\\\\", '"': '\\"', "'": "\\'"}


class Input(VelocityInput):
    """``$input``; the strings in it have Java's methods."""

    def _extract_json_path(self, path: str) -> Any:
        """What a JSONPath finds in the body, None in an empty one.

        :raises json.JSONDecodeError: the body is no JSON
        """
        if not self.value:
            return None
        document = as_jackson_reads(self.value) if isinstance(self.value, str) else self.value
        return document if path == "$" else found_at(path, document)

    def path(self, path: str) -> Any:
        return cast_to_vtl_json_object(with_java_strings(self._extract_json_path(path)))

    def json(self, path: str) -> JavaString:
        """The JSON text of what is found, ``""`` of nothing."""
        found = self._extract_json_path(path or "$")
        return JavaString(json.dumps("" if found is None else found, ensure_ascii=False))


class Util(VelocityUtilApiGateway):
    """``$util``; the strings that it returns have Java's methods."""

    def base64Encode(self, value: Any) -> JavaString:  # noqa: N802
        return JavaString(super().base64Encode(value))

    def base64Decode(self, value: str) -> JavaString:  # noqa: N802
        """The text, in which bytes that are no UTF-8 are replaced."""
        return JavaString(base64.b64decode(value).decode(errors="replace"))

    def urlEncode(self, value: str) -> JavaString:  # noqa: N802
        return JavaString(super().urlEncode(value))

    def urlDecode(self, value: str) -> JavaString:  # noqa: N802
        return JavaString(super().urlDecode(value))

    def escapeJavaScript(self, value: Any) -> JavaString:  # noqa: N802
        r"""By JavaScript's rules for strings: a single quote becomes ``\'``, which in JSON the template has to mend.

        What is empty becomes ``{}``, as LocalStack has seen it on AWS.
        """
        if isinstance(value, str) and value.strip():
            return JavaString(_ESCAPED.sub(_escape, value))
        return JavaString(super().escapeJavaScript(value))


def found_at(path: str, document: Any) -> Any:
    """What a JSONPath finds: a list if it may find several values, else the one or None."""
    found = [match.value for match in _parsed(path).find(document)]
    if _INDEFINITE.search(path):
        return found
    return found[0] if found else None


@lru_cache(maxsize=1024)
def _parsed(path: str) -> Any:
    return parse(path)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in _SHORT:
        return _SHORT[character]
    units = character.encode("utf-16-be").hex().upper()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
