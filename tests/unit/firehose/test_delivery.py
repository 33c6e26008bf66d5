import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from offline_aws.firehose.delivery import problem_of


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("AccessDeniedException", "Lambda.InvokeAccessDenied"),
        ("ResourceNotFoundException", "Lambda.ResourceNotFound"),
        ("TooManyRequestsException", "Lambda.FunctionError"),
    ],
)
def test_a_refused_invocation_has_a_problem_of_its_own(code: str, problem: str) -> None:
    error = ClientError({"Error": {"Code": code, "Message": ""}}, "Invoke")
    assert problem_of(error).code == problem


def test_a_function_that_does_not_answer_has_failed() -> None:
    assert problem_of(ReadTimeoutError(endpoint_url="https://lambda")).code == "Lambda.FunctionError"
