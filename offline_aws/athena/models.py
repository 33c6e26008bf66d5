"""Athena's state: query executions, workgroups and what else is kept, plain data that can be pickled."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from localstack.aws.api import RequestContext
from localstack.services.stores import AccountRegionBundle, BaseStore, LocalAttribute

from offline_aws.athena.sql.prepared import PreparedStatement
from offline_aws.athena.sql.types import Column

QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELLED = "QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED"
FINAL = (SUCCEEDED, FAILED, CANCELLED)

PRIMARY = "primary"
# The engine versions that a workgroup may select; the second is the one that there is.
AUTO, ENGINE = ENGINES = ("AUTO", "Athena engine version 3")


@dataclass
class QueryExecution:
    """One run of a statement. ``output`` is the URI of the result file."""

    id: str
    query: str
    kind: str
    substatement: str
    database: str
    catalog: str
    work_group: str
    output: str
    submitted: datetime
    parameters: list[str] = field(default_factory=list)
    state: str = QUEUED
    reason: str | None = None
    error: dict[str, Any] | None = None
    started: datetime | None = None
    completed: datetime | None = None
    scanned: int = 0
    enforced: bool = False  # the location is the workgroup's and no choice of the client's
    written: int | None = None  # rows, of a statement that writes
    manifest: str | None = None  # the URI of the list of objects that were written
    columns: list[Column] = field(default_factory=list)
    result_settings: dict[str, Any] | None = None  # ResultConfiguration, but for its location
    reuse: dict[str, Any] | None = None  # ResultReuseByAgeConfiguration, where it is enabled
    reused: bool = False
    planned: datetime | None = None  # when the engine began to execute
    input_rows: int = 0
    output_rows: int = 0
    output_bytes: int = 0
    cutoff: int | None = None  # the most bytes that it may scan
    metrics: bool = False  # whether CloudWatch is told of it
    managed: bool = False  # whether Athena itself keeps the result
    engine: str = AUTO  # the version that the workgroup has selected

    @property
    def counts_as_dml(self) -> bool:
        """As :attr:`Statement.counts_as_dml`."""
        return self.kind == "DML" or self.substatement == "CREATE_TABLE_AS_SELECT"


@dataclass
class WorkGroup:
    """Settings that queries share. ``enforced``: the workgroup's results settings win over the client's."""

    name: str
    created: datetime
    description: str = ""
    state: str = "ENABLED"
    output_location: str | None = None
    enforced: bool = True
    result_settings: dict[str, Any] | None = None  # ResultConfiguration, but for its location
    cutoff: int | None = None  # the most bytes that one of its queries may scan
    metrics: bool = False  # whether CloudWatch is told of its queries
    managed: bool = False  # whether Athena itself keeps the results of its queries
    engine: str = AUTO  # the version that was selected


@dataclass(frozen=True)
class DataCatalog:
    """A catalog that was registered. Queries know none but Glue's own."""

    name: str
    type: str
    description: str = ""
    parameters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NamedQuery:
    """A query that is kept to be looked up. ``token`` is the client's, by which it is made once."""

    id: str
    name: str
    database: str
    query: str
    work_group: str
    description: str = ""
    token: str | None = None


class AthenaStore(BaseStore):
    # workgroup → name → statement
    prepared: dict[str, dict[str, PreparedStatement]] = LocalAttribute(default=dict)
    named_queries: dict[str, NamedQuery] = LocalAttribute(default=dict)
    executions: dict[str, QueryExecution] = LocalAttribute(default=dict)
    work_groups: dict[str, WorkGroup] = LocalAttribute(default=dict)
    data_catalogs: dict[str, DataCatalog] = LocalAttribute(default=dict)
    # ARN of a workgroup or data catalog → its tags
    tags: dict[str, dict[str, str]] = LocalAttribute(default=dict)
    # ClientRequestToken → (request without the token, query execution id)
    tokens: dict[str, tuple[dict[str, Any], str]] = LocalAttribute(default=dict)


athena_stores = AccountRegionBundle("athena", AthenaStore)


def engine_version(selected: str) -> dict[str, str]:
    """EngineVersion as the API shows it."""
    return {"SelectedEngineVersion": selected, "EffectiveEngineVersion": ENGINE}


def store_of(context: RequestContext) -> AthenaStore:
    return athena_stores[context.account_id][context.region]
