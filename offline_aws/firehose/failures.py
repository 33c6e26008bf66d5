"""What Firehose calls the failures of the services that it calls, by the codes and words of its guide.

https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html
"""

from botocore.exceptions import ClientError

from offline_aws.firehose.outcome import Problem
from offline_aws.firehose.transform import FUNCTION_ERROR

_DENIED = ("AccessDenied", "AccessDeniedException")

ASSUME_ROLE_ACCESS_DENIED = Problem(
    "Lambda.AssumeRoleAccessDenied",
    "Access was denied. Ensure that the trust policy for the provided IAM role allows Amazon Data Firehose to assume "
    "the role.",
)
_OF_LAMBDA = {
    **dict.fromkeys(
        _DENIED,
        Problem(
            "Lambda.InvokeAccessDenied",
            "Access was denied. Ensure that the access policy allows access to the Lambda function.",
        ),
    ),
    "ResourceNotFoundException": Problem(
        "Lambda.ResourceNotFound",
        "The specified Lambda function does not exist. Use a different function that does exist.",
    ),
    "TooManyRequestsException": Problem(
        "Lambda.InvokeLimitExceeded",
        "The Lambda concurrent execution limit is exceeded. Increase the concurrent execution limit.",
    ),
}
_OF_S3 = {
    "AccessDenied": (
        "Access was denied. Ensure that the trust policy for the provided IAM role allows Amazon Data Firehose to "
        "assume the role, and the access policy allows access to the S3 bucket."
    ),
    "NoSuchBucket": (
        "The specified bucket does not exist. Create the bucket or use a different bucket that does exist."
    ),
    "MethodNotAllowed": (
        "The specified method is not allowed against this resource. Modify the bucket's policy to allow the correct "
        "Amazon S3 operation permissions."
    ),
    "KMS.NotFoundException": (
        "The provided AWS KMS key was not found. If you are using what you believe to be a valid AWS KMS key with the "
        "correct role, check if there is a problem with the account to which the AWS KMS key is attached."
    ),
}
INTERNAL_ERROR = Problem(
    "InternalError",
    "An internal error occurred while attempting to deliver data. Delivery will be retried; if the error persists, "
    "then it will be reported to AWS for resolution.",
)


def of_invocation(error: Exception) -> Problem:
    """A call of the function that was refused, or that was not answered."""
    if not isinstance(error, ClientError):
        return FUNCTION_ERROR
    if error.operation_name == "AssumeRole":
        return ASSUME_ROLE_ACCESS_DENIED
    return _OF_LAMBDA.get(error.response["Error"]["Code"], FUNCTION_ERROR)


def of_delivery(error: Exception) -> Problem:
    """A call of S3 that was refused, or that was not answered; what the guide has no words for is in S3's."""
    if not isinstance(error, ClientError) or error.response["ResponseMetadata"]["HTTPStatusCode"] >= 500:
        return INTERNAL_ERROR
    code, message = error.response["Error"]["Code"], error.response["Error"]["Message"]
    code = "AccessDenied" if code in _DENIED else code
    return Problem(f"S3.{code}", _OF_S3.get(code, message))
