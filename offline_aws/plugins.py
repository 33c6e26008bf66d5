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
    from localstack.aws.skeleton import DispatchTable

    from offline_aws import kept
    from offline_aws.athena.provider import AthenaProvider
    from offline_aws.athena.state import ATHENA

    def table(provider: AthenaProvider) -> DispatchTable:
        # What tells of a query is kept too: queries end in the background, and a client learns it by a read.
        # A dashboard's page asks for its workgroup with each visual.
        return kept.keep(provider.dispatch_table(), ATHENA, reads=("List", "GetQueryResults", "GetWorkGroup"))

    return Service.for_provider(AthenaProvider(), dispatch_table_factory=table)


@aws_provider(api="firehose", name="offline")
def firehose() -> Service:
    from localstack.aws.skeleton import DispatchTable, create_dispatch_table

    from offline_aws import kept
    from offline_aws.firehose.provider import FirehoseProvider
    from offline_aws.firehose.state import FIREHOSE

    def table(provider: FirehoseProvider) -> DispatchTable:
        # A deletion waits for deliveries: it is kept when it is done, and holds no other operation up meanwhile.
        return kept.keep(create_dispatch_table(provider), FIREHOSE, reads=("Delete", "Describe", "List", "Put"))

    return Service.for_provider(FirehoseProvider(), dispatch_table_factory=table)


@aws_provider(api="glue", name="default")
def glue() -> Service:
    from localstack.aws.skeleton import DispatchTable

    from offline_aws import kept
    from offline_aws.glue.provider import GlueProvider
    from offline_aws.glue.state import GLUE

    def table(provider: GlueProvider) -> DispatchTable:
        return kept.keep(provider.dispatch_table(), GLUE, reads=("BatchGet", "Get", "List", "Search"))

    return Service.for_provider(GlueProvider(), dispatch_table_factory=table)


@aws_provider(api="kinesis", name="offline")
def kinesis() -> Service:
    from localstack.aws.skeleton import DispatchTable

    from offline_aws import kept
    from offline_aws.kinesis.provider import KinesisProvider
    from offline_aws.kinesis.state import KINESIS

    def table(provider: KinesisProvider) -> DispatchTable:
        # The records of a put are in a journal.
        reads = ("Describe", "Get", "List", "PutRecord", "Subscribe")
        return kept.keep(provider.dispatch_table(), KINESIS, reads)

    return Service.for_provider(KinesisProvider(), dispatch_table_factory=table)


@aws_provider(api="s3", name="offline")
def s3() -> Service:
    from offline_aws import data_folder
    from offline_aws.s3 import service

    return service.create(data_folder.configured())


@aws_provider(api="quicksight", name="default")
def quicksight() -> Service:
    from localstack.aws.skeleton import DispatchTable

    from offline_aws import kept
    from offline_aws.quicksight.provider import QuickSightProvider
    from offline_aws.quicksight.state import QUICKSIGHT

    def table(provider: QuickSightProvider) -> DispatchTable:
        return kept.keep(provider.dispatch_table(), QUICKSIGHT, reads=("Describe", "Generate", "List", "Search"))

    return Service.for_provider(QuickSightProvider(), dispatch_table_factory=table)


class ProcessRuntimeExecutorPlugin(RuntimeExecutorPlugin):
    name = "process"

    def load(self, *args: Any, **kwargs: Any) -> type:
        from offline_aws.lambda_runtime import reports
        from offline_aws.lambda_runtime.executor import ProcessRuntimeExecutor

        reports.apply()
        return ProcessRuntimeExecutor


@hooks.on_infra_start()
def quiet_readiness() -> None:
    """Leave the polling for readiness out of the log: the container's health check does it every few seconds."""
    import logging

    log = logging.getLogger("localstack.request.http")
    log.addFilter(lambda record: "/_localstack/init" not in record.getMessage())


@hooks.on_infra_start()
def patch_protocols() -> None:
    from offline_aws import answer_types, in_memory_client, json_answers, json_protocol, web_server

    answer_types.apply()
    in_memory_client.apply()
    json_answers.apply()
    json_protocol.apply()
    web_server.apply()


@hooks.on_infra_start()
def patch_apigateway() -> None:
    from offline_aws.apigateway import api_id, patch

    patch.apply()
    api_id.apply()


@hooks.on_infra_start()
def publish_metrics() -> None:
    """Have CloudWatch told what services have counted."""
    from offline_aws import statistics

    statistics.PUBLISHER.start()


@hooks.on_infra_start()
def enforce_iam() -> None:
    """With ``ENFORCE_IAM=1`` a request passes only when policies allow it."""
    import os

    from localstack.aws import handlers

    from offline_aws.iam import VARIABLE

    if os.environ.get(VARIABLE) == "1":
        from offline_aws.iam.enforcement import enforce

        handlers.serve_custom_service_request_handlers.append(enforce)


@hooks.on_infra_start(priority=100)
def open_data_folder() -> None:
    """Take the data folder, look through it and bring S3 back; the process ends when that fails."""
    import sqlite3

    from localstack.runtime.exceptions import LocalstackExit
    from localstack.services.plugins import SERVICE_PLUGINS

    from offline_aws import data_folder, kept

    if folder := data_folder.configured():
        try:
            data_folder.hold(folder)
            kept.check(folder / "state")
            SERVICE_PLUGINS.require("s3")
        except data_folder.DataFolderError as error:
            raise LocalstackExit(str(error), code=1) from error
        except (OSError, sqlite3.Error) as error:
            raise LocalstackExit(f"the data folder {folder} can't be used: {error}", code=1) from error


@hooks.on_infra_ready(priority=-1)
def resume_firehose() -> None:
    """Deliver what streams have kept, though nobody asks Firehose: after the init scripts, which deploy functions."""
    from localstack.services.plugins import SERVICE_PLUGINS

    from offline_aws import kept
    from offline_aws.firehose.state import FIREHOSE

    if kept.is_there(FIREHOSE):
        SERVICE_PLUGINS.require("firehose")


@hooks.on_infra_ready(priority=-100)
def collect_garbage() -> None:
    """The last step of a start (:mod:`offline_aws.engine`): what it has made is not looked through again."""
    import gc

    gc.collect()
    gc.freeze()
    gc.enable()


@hooks.on_infra_shutdown(priority=101)
def start_services_of_functions() -> None:
    """Start what functions and streams report to before anything stops.

    LocalStack starts these with the first report, in the background. One that starts while the others
    stop is itself never stopped, and its threads keep the process alive for good.
    """
    from localstack.services.plugins import SERVICE_PLUGINS

    if any(SERVICE_PLUGINS.is_running(each) for each in ("firehose", "kinesis", "lambda")):
        for service in ("cloudwatch", "logs", "sqs"):
            SERVICE_PLUGINS.require(service)


@hooks.on_infra_shutdown(priority=100)
def flush_firehose() -> None:
    """Deliver what Firehose has buffered: the first of the hooks, while all services and the gateway work."""
    from localstack.services.plugins import SERVICE_PLUGINS

    if SERVICE_PLUGINS.is_running("firehose"):
        SERVICE_PLUGINS.get_service("firehose").lifecycle_hook.flush()


@hooks.on_infra_shutdown(priority=99)
def stop_metrics() -> None:
    """Publish what was counted until now, while CloudWatch still runs."""
    from offline_aws import statistics

    statistics.PUBLISHER.stop()


@hooks.on_infra_shutdown(priority=99)
def keep_state() -> None:
    """Write what has changed since the last request: queries end in the background."""
    from offline_aws import kept

    kept.write_all()
