import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from offline_aws.firehose.failures import of_delivery, of_invocation


def refused(code: str, operation: str, status: int = 400) -> ClientError:
    response = {"Error": {"Code": code, "Message": "S3's own"}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(response, operation)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "operation", "problem"),
    [
        ("AccessDeniedException", "Invoke", "Lambda.InvokeAccessDenied"),
        ("AccessDenied", "AssumeRole", "Lambda.AssumeRoleAccessDenied"),
        ("ResourceNotFoundException", "Invoke", "Lambda.ResourceNotFound"),
        ("TooManyRequestsException", "Invoke", "Lambda.InvokeLimitExceeded"),
        ("ServiceException", "Invoke", "Lambda.FunctionError"),
    ],
)
def test_a_refused_invocation_has_a_problem_of_its_own(code: str, operation: str, problem: str) -> None:
    assert of_invocation(refused(code, operation)).code == problem


def test_a_function_that_does_not_answer_has_failed() -> None:
    assert of_invocation(ReadTimeoutError(endpoint_url="https://lambda")).code == "Lambda.FunctionError"


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (refused("NoSuchBucket", "PutObject"), "S3.NoSuchBucket", "The specified bucket does not exist. Create"),
        (refused("AccessDeniedException", "AssumeRole"), "S3.AccessDenied", "Access was denied. Ensure that the trust"),
        (refused("KMS.NotFoundException", "PutObject"), "S3.KMS.NotFoundException", "The provided AWS KMS key"),
        (refused("KeyTooLongError", "PutObject"), "S3.KeyTooLongError", "S3's own"),
        (refused("InternalError", "PutObject", 500), "InternalError", "An internal error occurred"),
        (ReadTimeoutError(endpoint_url="https://s3"), "InternalError", "An internal error occurred"),
    ],
)
def test_a_refused_object_is_told_in_the_guides_words(error: Exception, code: str, message: str) -> None:
    problem = of_delivery(error)
    assert (problem.code, problem.message[: len(message)]) == (code, message)
