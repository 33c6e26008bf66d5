"""What every operation of the API shares: the exceptions it raises, refusal of what is not honoured."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from localstack.aws.api import CommonServiceException, RequestContext, ServiceException
from localstack.aws.connect import connect_to

from offline_aws.constraints import check_request

Request = Mapping[str, Any]
Response = dict[str, Any]
Handler = Callable[[RequestContext, Any], Any]


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


class ResourceNotFoundException(ServiceException):
    """A prepared statement, or a resource with tags, that is not there."""

    code = "ResourceNotFoundException"
    status_code = 400
    sender_fault = True


class TooManyRequestsException(ServiceException):
    """A query beyond those that an account may have at a time. ``Reason`` is a member of the response."""

    code = "TooManyRequestsException"
    status_code = 400
    sender_fault = True
    Reason = "CONCURRENT_QUERY_LIMIT_EXCEEDED"


def checked(answer: Handler) -> Handler:
    """The same operation; a request that violates the API model is refused first, as Athena says it."""

    def check_and_answer(context: RequestContext, request: Any) -> Any:
        try:
            check_request(context.operation.input_shape, request)
        except CommonServiceException as violation:
            raise InvalidRequestException(violation.message) from violation
        return answer(context, request)

    return check_and_answer


def not_emulated(what: str) -> InvalidRequestException:
    return InvalidRequestException(f"{what} is not emulated")


def refuse(request: Request, allowed: set[str], where: str = "") -> None:
    """Refuse members that carry a value and are not honoured."""
    for name, value in request.items():
        if name not in allowed and value not in (None, False, {}, [], ""):
            raise not_emulated(f"{where}{name}")


def checked_location(location: str) -> str:
    if not re.fullmatch(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?", location, re.DOTALL):
        raise InvalidRequestException("outputLocation is not a valid S3 path.")
    return location if location.endswith("/") else f"{location}/"


def clients_of(context: RequestContext) -> Any:
    """boto3 clients of this LocalStack, in the caller's account and region."""
    return connect_to(aws_access_key_id=context.account_id, region_name=context.region)
