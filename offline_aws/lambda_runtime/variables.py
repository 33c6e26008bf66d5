"""The environment variables of a function: what AWS sets, and what its owner set; nothing of the emulator's own.

https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
"""

from collections.abc import Mapping

# Taken from what LocalStack prepares, which holds settings of its own supervisor as well.
PREPARED = (
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_ENDPOINT_URL",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_XRAY_CONTEXT_MISSING",
    "AWS_XRAY_DAEMON_ADDRESS",
    "_HANDLER",
)
CONSTANT = {"LANG": "en_US.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "TZ": ":UTC"}


def function_variables(prepared: Mapping[str, object], owner: Mapping[str, str], runtime: str) -> dict[str, str]:
    """
    :param prepared: what LocalStack would hand to its own supervisor; numbers among the values
    :param owner: the function's ``Environment.Variables``, which win
    :param runtime: such as ``python3.13``
    """
    from_prepared = {name: str(prepared[name]) for name in PREPARED if name in prepared}
    return {**CONSTANT, "AWS_EXECUTION_ENV": f"AWS_Lambda_{runtime}", **from_prepared, **owner}
