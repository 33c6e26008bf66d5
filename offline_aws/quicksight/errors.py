"""QuickSight's exceptions, as its API names them.

https://docs.aws.amazon.com/quicksight/latest/APIReference/CommonErrors.html
"""

from collections.abc import Iterable

from localstack.aws.api import ServiceException


class InvalidParameterValueException(ServiceException):
    code = "InvalidParameterValueException"
    status_code = 400
    sender_fault = True


class AccessDeniedException(ServiceException):
    code = "AccessDeniedException"
    status_code = 401
    sender_fault = True


class ResourceNotFoundException(ServiceException):
    code = "ResourceNotFoundException"
    status_code = 404
    sender_fault = True


class ConflictException(ServiceException):
    code = "ConflictException"
    status_code = 409
    sender_fault = True


class QuickSightUserNotFoundException(ServiceException):
    code = "QuickSightUserNotFoundException"
    status_code = 404
    sender_fault = True


class ResourceExistsException(ServiceException):
    code = "ResourceExistsException"
    status_code = 409
    sender_fault = True


def not_emulated(names: Iterable[str]) -> InvalidParameterValueException:
    """The refusal of parameters, values or operations that have no effect here."""
    return InvalidParameterValueException(f"{', '.join(names)}: not emulated")
