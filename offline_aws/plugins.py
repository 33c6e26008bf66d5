"""Entry points by which LocalStack finds this package; each imports what it needs only when it is loaded.

LocalStack finds plugins through plux, which reads the entry points that ``pyproject.toml`` declares:

- ``localstack.aws.provider``: one function a service, returning a ``Service``. A provider named ``default`` stands
  in for a service that LocalStack lacks; another name is chosen by ``PROVIDER_OVERRIDE_<SERVICE>``.
- ``localstack.lambda.runtime_executor``: chosen by ``LAMBDA_RUNTIME_EXECUTOR``.
- ``localstack.hooks.*``: functions that run when the infrastructure starts, is ready or stops.
"""

from typing import Any

from localstack.runtime import hooks
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.plugins import Service, aws_provider


@aws_provider(api="athena", name="default")
def athena() -> Service:
    from offline_aws.athena.provider import AthenaProvider

    return Service.for_provider(AthenaProvider())


@aws_provider(api="firehose", name="offline")
def firehose() -> Service:
    from offline_aws.firehose.provider import FirehoseProvider

    return Service.for_provider(FirehoseProvider())


@aws_provider(api="glue", name="default")
def glue() -> Service:
    from offline_aws.glue.provider import GlueProvider

    return Service.for_provider(GlueProvider(), dispatch_table_factory=GlueProvider.dispatch_table)


class ProcessRuntimeExecutorPlugin(RuntimeExecutorPlugin):
    name = "process"

    def load(self, *args: Any, **kwargs: Any) -> type:
        from offline_aws.lambda_runtime.executor import ProcessRuntimeExecutor

        return ProcessRuntimeExecutor


@hooks.on_infra_start()
def quiet_readiness() -> None:
    """Leave the polling for readiness out of the log: the container's health check does it every few seconds."""
    import logging

    log = logging.getLogger("localstack.request.http")
    log.addFilter(lambda record: "/_localstack/init" not in record.getMessage())


@hooks.on_infra_start()
def patch_apigateway() -> None:
    from offline_aws.apigateway import patch

    patch.apply()


@hooks.on_infra_shutdown(priority=101)
def start_services_of_functions() -> None:
    """Start what functions report to before anything stops.

    LocalStack starts these with a function's first invocation, in the background. One that starts while the others
    stop is itself never stopped, and its threads keep the process alive for good.
    """
    from localstack.services.plugins import SERVICE_PLUGINS

    if SERVICE_PLUGINS.is_running("lambda"):
        for service in ("cloudwatch", "logs", "sqs"):
            SERVICE_PLUGINS.require(service)


@hooks.on_infra_shutdown(priority=100)
def flush_firehose() -> None:
    """Deliver what Firehose has buffered: the first of the hooks, while all services and the gateway work."""
    from localstack.services.plugins import SERVICE_PLUGINS

    if SERVICE_PLUGINS.is_running("firehose"):
        SERVICE_PLUGINS.get_service("firehose").lifecycle_hook.flush()
