"""JSON values of another type than the API's model has: AWS refuses them, LocalStack takes what Python makes of them.

The words are AWS's as far as clients have shown them, https://github.com/aarondfrancis/sidecar/issues/148 and
https://github.com/amazon-archives/aws-apigateway-importer/issues/5; those for other types follow their form.
"""

import base64
import contextlib
from collections.abc import Callable
from typing import Any, NamedTuple

from botocore.model import Shape
from localstack.aws.protocol.parser import JSONRequestParser, ProtocolParserError, RestJSONRequestParser

Handler = Callable[..., Any]


class MistypedError(ProtocolParserError):
    """A value has not the type that the model gives it; the message is AWS's."""


class Kind(NamedTuple):
    """What JSON has for a type of the model, and what AWS's Java calls it."""

    accepted: tuple[type, ...]
    java: str


KINDS = {
    "string": Kind((str,), "a String"),
    "integer": Kind((int, float), "an Integer"),
    "long": Kind((int, float), "a Long"),
    "boolean": Kind((bool,), "a Boolean"),
    "list": Kind((list,), "a List"),
    "map": Kind((dict,), "a Map"),
    "structure": Kind((dict,), "a Structure"),
}
BLOB = Kind((str, bytes), "a Blob")


def apply() -> None:
    """Check each value before LocalStack's parser converts it."""
    JSONRequestParser._parse_blob = blob
    for name, kind in KINDS.items():
        for parser in (JSONRequestParser, RestJSONRequestParser):
            handler = getattr(parser, f"_parse_{name}", parser._noop_parser)
            setattr(parser, f"_parse_{name}", checked(handler, kind))


def checked(handler: Handler, kind: Kind) -> Handler:
    """The parser's method for a type, after a look at the value."""

    def parse(self: Any, request: Any, shape: Shape, value: Any, *others: Any) -> Any:
        # In a path, a query string or a header everything is text.
        if type(value) not in kind.accepted and "location" not in shape.serialization:
            raise MistypedError(refusal(value, kind))
        return handler(self, request, shape, value, *others)

    return parse


def refusal(value: Any, kind: Kind) -> str:
    match value:
        case dict():
            return "Start of structure or map found where not expected."
        case list():
            return "Start of list found where not expected"
        case bool():
            return f"{str(value).upper()}_VALUE can not be converted to {kind.java}"
        case str():
            return f"STRING_VALUE can not be converted to {kind.java}"
        case _:
            return f"NUMBER_VALUE can not be converted to {kind.java}"


def blob(self: Any, request: Any, shape: Shape, value: str | bytes, *others: Any) -> bytes:
    """Base64, in which white space counts for nothing; CBOR has the bytes themselves."""
    match value:
        case bytes():
            return value
        case str():
            with contextlib.suppress(ValueError):
                return base64.b64decode(value, validate=True)
            return spaced_base64(value)
    raise MistypedError(refusal(value, BLOB))


def spaced_base64(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except ValueError as error:
        raise MistypedError(refusal(text, BLOB)) from error
