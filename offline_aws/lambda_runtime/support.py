"""What of a function's configuration this runtime honours, and the refusal of the rest."""

from collections.abc import Callable
from typing import Any

from offline_aws.lambda_runtime.failures import NotEmulatedError

# What is refused: whether a configuration asks for it, and its name. Only a zip has code, so package type goes first.
REFUSALS: tuple[tuple[Callable[[Any], bool], Callable[[Any], str]], ...] = (
    (lambda c: c.package_type != "Zip", lambda c: f"Package type {c.package_type}"),
    # A retired version is run too: AWS goes on running functions that were made for it.
    (lambda c: not (c.runtime or "").startswith("python3."), lambda c: f"Runtime {c.runtime}"),
    (lambda c: bool(c.layers), lambda c: "A layer"),
    (lambda c: c.code.is_hot_reloading(), lambda c: "Hot reloading"),
    (lambda c: bool(c.capacity_provider_config), lambda c: "A capacity provider"),
    (lambda c: c.logging_config.get("LogFormat", "Text") != "Text", lambda c: "LogFormat JSON"),
)


def check_supported(configuration: Any) -> None:
    """
    :param configuration: LocalStack's ``VersionFunctionConfiguration``
    :raises NotEmulatedError: it asks for something that would otherwise be ignored
    """
    for applies, name in REFUSALS:
        if applies(configuration):
            raise NotEmulatedError(name(configuration))
