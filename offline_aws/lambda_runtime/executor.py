"""LocalStack's Lambda executor without Docker: each execution environment is a warm process.

The process runs awslambdaric, AWS's own runtime client, on this installation's Python 3.13, whatever ``python3.x``
the function names. ``docs/services/lambda.md`` lists what differs from AWS.
"""

import logging
import sys
from pathlib import Path
from typing import Any

from localstack import config
from localstack.aws.api.lambda_ import RequestTooLargeException
from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import (
    FunctionVersion,
    InitializationType,
    InvocationResult,
)
from localstack.services.lambda_.invocation.runtime_executor import LambdaRuntimeException, RuntimeExecutor

from offline_aws.lambda_runtime.environment import (
    Environment,
    EnvironmentStoppedError,
    Function,
    failure_payload,
)
from offline_aws.lambda_runtime.failures import NotEmulatedError
from offline_aws.lambda_runtime.runtime import Event
from offline_aws.lambda_runtime.support import check_supported
from offline_aws.lambda_runtime.variables import function_variables

LOG = logging.getLogger(__name__)

MAX_EVENT_BYTES = 6 * 1024 * 1024


class ProcessRuntimeExecutor(RuntimeExecutor):
    """Adapts an :class:`Environment` to what LocalStack's ``ExecutionEnvironment`` calls.

    A failure to initialise is left to the first invocation, as on AWS; only provisioned concurrency fails for it.
    A function that can't be run here is refused at the start of its environment, which is what an invocation then
    answers. Its preparation must succeed: LocalStack can't delete a function whose state is Failed.
    """

    _environment: Environment | None = None

    def start(self, env_vars: dict[str, Any]) -> None:
        version = self.function_version
        try:
            check_supported(version.config)
        except NotEmulatedError as refusal:
            raise StatusErrorException(refusal.reason(), failure_payload(refusal, self.id)) from refusal
        self._environment = Environment(
            Function(
                task_root=version.config.code.get_unzipped_code_location(),
                variables=function_variables(env_vars, version.config.environment or {}, version.config.runtime),
                memory_mb=version.config.memory_size,
                timeout=version.config.timeout,
                version=version.id.qualifier,
            ),
            # LocalStack empties its temporary folder when it starts, in case it was killed before.
            Path(config.dirs.tmp, "lambda", self.id).resolve(),
        )
        failure = self._environment.start()
        if failure and env_vars["AWS_LAMBDA_INITIALIZATION_TYPE"] == InitializationType.provisioned_concurrency:
            raise StatusErrorException("Initialization failed", payload=failure_payload(failure, self.id))

    def stop(self) -> None:
        if self._environment:
            self._environment.stop()

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        if self._environment is None:
            raise LambdaRuntimeException(f"Environment {self.id} was not started")
        event = Event(
            request_id=payload["invoke-id"],
            function_arn=payload["invoked-function-arn"],
            trace_id=payload["trace-id"],
            payload=payload["payload"].encode(),
        )
        check_size(event)
        try:
            result = self._environment.invoke(event)
        except EnvironmentStoppedError as stopped:
            raise LambdaRuntimeException(f"Environment {self.id} was stopped") from stopped
        return InvocationResult(event.request_id, result.payload, result.is_error, result.log)

    def get_address(self) -> str:
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        return "127.0.0.1"

    def get_runtime_endpoint(self) -> str:
        """Where LocalStack's own supervisor would report to; there is none here."""
        return f"http://{self.get_address()}:{config.GATEWAY_LISTEN[0].port}"

    def get_logs(self) -> str:
        """Everything that was logged has gone out with a result."""
        return ""

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        configuration = function_version.config
        if not configuration.code:  # a container image
            return
        if configuration.runtime != (own := f"python{sys.version_info.major}.{sys.version_info.minor}"):
            LOG.warning("%s runs on %s here", function_version.qualified_arn, own)
        configuration.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        """Nothing was prepared but the code, which LocalStack removes when no version uses it."""


def check_size(event: Event) -> None:
    """:raises RequestTooLargeException: the event has more bytes than Lambda takes"""
    if (size := len(event.payload)) > MAX_EVENT_BYTES:
        raise RequestTooLargeException(
            f"{size} byte payload is too large for the RequestResponse invocation type (limit {MAX_EVENT_BYTES} bytes)"
        )
