"""What every operation of the API shares: the exceptions it raises, refusal of what is not honoured, paging."""

import re
from collections.abc import Mapping
from typing import Any

from localstack.aws.api import ServiceException

Request = Mapping[str, Any]
Response = dict[str, Any]


class InvalidRequestException(ServiceException):
    """A request that Athena refuses. ``AthenaErrorCode`` is a member of the response."""

    code = "InvalidRequestException"
    status_code = 400
    sender_fault = True

    def __init__(self, message: str, athena_code: str = "INVALID_INPUT") -> None:
        super().__init__(message)
        self.AthenaErrorCode = athena_code


class MetadataException(ServiceException):
    """A database or table of the catalog that is not there."""

    code = "MetadataException"
    status_code = 400
    sender_fault = True


def not_emulated(what: str) -> InvalidRequestException:
    return InvalidRequestException(f"{what} is not emulated")


def refuse(request: Request, allowed: set[str], where: str = "") -> None:
    """Refuse members that carry a value and are not honoured."""
    for name, value in request.items():
        if name not in allowed and value not in (None, False, {}, [], ""):
            raise not_emulated(f"{where}{name}")


def page_of(items: list[Any], request: Request, most: int) -> tuple[list[Any], Response]:
    """The page that NextToken points to, and the token of the next one. A token is an offset."""
    size = request.get("MaxResults") or most
    if not 1 <= size <= most:
        raise InvalidRequestException(f"MaxResults must be between 1 and {most}")
    token = request.get("NextToken") or "0"
    if not token.isdecimal():
        raise InvalidRequestException("NextToken is invalid")
    start = int(token)
    rest = {"NextToken": str(start + size)} if start + size < len(items) else {}
    return items[start : start + size], rest


def checked_location(location: str) -> str:
    if not re.fullmatch(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?", location, re.DOTALL):
        raise InvalidRequestException("outputLocation is not a valid S3 path.")
    return location if location.endswith("/") else f"{location}/"
