"""What of a function's configuration is taken over, and what is refused."""

from types import SimpleNamespace
from typing import Any

import pytest

from offline_aws.lambda_runtime.failures import NotEmulatedError
from offline_aws.lambda_runtime.packages import requirement_closure
from offline_aws.lambda_runtime.support import check_supported
from offline_aws.lambda_runtime.variables import function_variables


def configuration(**changes: Any) -> SimpleNamespace:
    code = SimpleNamespace(is_hot_reloading=lambda: False)
    plain = {"package_type": "Zip", "runtime": "python3.13", "layers": [], "code": code, "logging_config": {}}
    return SimpleNamespace(**{**plain, "capacity_provider_config": None, **changes})


def test_a_python_function_is_supported() -> None:
    check_supported(configuration(logging_config={"LogFormat": "Text"}))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"runtime": "nodejs22.x"}, "Runtime nodejs22.x is not emulated."),
        ({"runtime": None, "package_type": "Image"}, "Package type Image is not emulated."),
        ({"layers": ["arn"]}, "A layer is not emulated."),
        ({"logging_config": {"LogFormat": "JSON"}}, "LogFormat JSON is not emulated."),
        ({"code": SimpleNamespace(is_hot_reloading=lambda: True)}, "Hot reloading is not emulated."),
        ({"capacity_provider_config": {"arn": "x"}}, "A capacity provider is not emulated."),
    ],
)
def test_what_would_be_ignored_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(NotEmulatedError) as refused:
        check_supported(configuration(**changes))
    assert refused.value.reason() == message


def test_the_owners_variables_win_and_the_supervisors_are_left_out() -> None:
    prepared = {
        "AWS_REGION": "eu-west-1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": 128,
        "LOCALSTACK_HOSTNAME": "h",
        "EDGE_PORT": "1",
    }
    assert function_variables(prepared, {"TZ": "Europe/Berlin", "EDGE_PORT": "2"}, "python3.12") == {
        "AWS_EXECUTION_ENV": "AWS_Lambda_python3.12",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
        "AWS_REGION": "eu-west-1",
        "EDGE_PORT": "2",
        "LANG": "en_US.UTF-8",
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "TZ": "Europe/Berlin",
    }


def test_a_distributions_requirements_are_followed_without_extras() -> None:
    assert requirement_closure(("boto3",)) == {
        "boto3",
        "botocore",
        "jmespath",
        "python-dateutil",
        "s3transfer",
        "six",
        "urllib3",
    }
