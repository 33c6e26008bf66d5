"""The Athena API: one class a noun, put together.

https://docs.aws.amazon.com/athena/latest/APIReference/Welcome.html
"""

from functools import cached_property
from pathlib import Path

from localstack import config
from localstack.aws.api import RequestContext
from localstack.aws.skeleton import DispatchTable, create_dispatch_table
from localstack.aws.spec import load_service
from localstack.services.plugins import ServiceLifecycleHook

from offline_aws.athena.api import Request, checked, not_emulated
from offline_aws.athena.data_catalogs import DataCatalogs
from offline_aws.athena.metadata import Metadata
from offline_aws.athena.named_queries import NamedQueries
from offline_aws.athena.objects import LocalStackObjects
from offline_aws.athena.prepared_statements import PreparedStatements
from offline_aws.athena.query_executions import QueryExecutions
from offline_aws.athena.runner import Runner
from offline_aws.athena.tags import Tags
from offline_aws.athena.work_groups import WorkGroups


class AthenaProvider(
    QueryExecutions,
    PreparedStatements,
    NamedQueries,
    WorkGroups,
    DataCatalogs,
    Metadata,
    Tags,
    ServiceLifecycleHook,
):
    service = "athena"

    @cached_property
    def runner(self) -> Runner:  # type: ignore[override]
        """DuckDB starts with the first query."""
        folder = Path(config.dirs.tmp) / "athena"
        folder.mkdir(parents=True, exist_ok=True)
        return Runner(folder, LocalStackObjects())

    def dispatch_table(self) -> DispatchTable:
        own = create_dispatch_table(self)
        return {name: checked(own.get(name, _refuse)) for name in load_service(self.service).operation_names}

    def on_before_stop(self) -> None:
        if "runner" in self.__dict__:
            self.runner.shutdown()


def _refuse(context: RequestContext, request: Request) -> None:
    raise not_emulated(context.operation.name)
