"""Glue, Athena and QuickSight are there again after a SIGKILL; a data folder has one sandbox."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offline_aws import native
from offline_aws.sandbox import Sandbox, SandboxError
from tests.restartable import Restartable
from tests.unit.quicksight.samples import bar, category
from tests.waiting import eventually

ACCOUNT = "000000000000"
Ask = Callable[[], dict[str, Any]]


def answers(asks: list[Ask]) -> list[dict[str, Any]]:
    """What the operations answer, less what is another with each request."""
    beside = ("ResponseMetadata", "RequestId")
    return [{name: value for name, value in ask().items() if name not in beside} for ask in asks]


def make_catalog(restartable: Restartable) -> list[Ask]:
    """A database with a table of two versions and a partition; what to ask of it."""
    glue = restartable.client("glue")
    columns = {"Columns": [{"Name": "a", "Type": "int"}], "Location": "s3://kept-results/t/"}
    table = {"Name": "t", "StorageDescriptor": columns, "PartitionKeys": [{"Name": "p", "Type": "string"}]}
    glue.create_database(DatabaseInput={"Name": "kept"})
    glue.create_table(DatabaseName="kept", TableInput=table)
    glue.update_table(DatabaseName="kept", TableInput=table | {"Description": "changed"})
    glue.create_partition(
        DatabaseName="kept", TableName="t", PartitionInput={"Values": ["x"], "StorageDescriptor": columns}
    )
    return [
        lambda: glue.get_databases(),
        lambda: glue.get_tables(DatabaseName="kept"),
        lambda: glue.get_table_versions(DatabaseName="kept", TableName="t"),
        lambda: glue.get_partitions(DatabaseName="kept", TableName="t"),
    ]


def make_queries(restartable: Restartable) -> list[Ask]:
    """A workgroup, a query with its result, one that is named and one that is prepared; what to ask of them."""
    athena = restartable.client("athena")
    location = {"ResultConfiguration": {"OutputLocation": "s3://kept-results/"}}
    athena.create_work_group(Name="kept", Configuration=location)
    athena.create_prepared_statement(StatementName="kept", WorkGroup="kept", QueryStatement="SELECT ?")
    named = athena.create_named_query(Name="n", Database="kept", QueryString="SELECT 2", WorkGroup="kept")
    query = athena.start_query_execution(QueryString="SELECT 1 AS one", WorkGroup="kept")["QueryExecutionId"]
    execution = eventually(
        lambda: athena.get_query_execution(QueryExecutionId=query)["QueryExecution"],
        lambda it: it["Status"]["State"] == "SUCCEEDED",
    )
    assert execution["Status"]["State"] == "SUCCEEDED"
    return [
        lambda: athena.get_work_group(WorkGroup="kept"),
        lambda: athena.get_query_execution(QueryExecutionId=query),
        lambda: athena.get_query_results(QueryExecutionId=query),
        lambda: athena.get_prepared_statement(StatementName="kept", WorkGroup="kept"),
        lambda: athena.get_named_query(NamedQueryId=named["NamedQueryId"]),
    ]


def make_dashboard(restartable: Restartable) -> list[Ask]:
    """A dashboard of two versions, with what it stands on, permissions, tags and a user; what to ask of them."""
    quicksight = restartable.client("quicksight")
    account = {"AwsAccountId": ACCOUNT}
    user = quicksight.register_user(
        **account, Namespace="default", IdentityType="IAM", Email="a@example.com", UserRole="READER", UserName="kept"
    )["User"]["Arn"]
    athena = {"AthenaParameters": {"WorkGroup": "primary"}}
    source = quicksight.create_data_source(
        **account, DataSourceId="kept", Name="Kept", Type="ATHENA", DataSourceParameters=athena
    )["Arn"]
    columns = [{"Name": "item", "Type": "STRING"}]
    sql = {"DataSourceArn": source, "Name": "t", "SqlQuery": "SELECT 'tea' AS item", "Columns": columns}
    data_set = quicksight.create_data_set(
        **account, DataSetId="kept", Name="Kept", ImportMode="DIRECT_QUERY", PhysicalTableMap={"t": {"CustomSql": sql}}
    )["Arn"]
    sheet = {"SheetId": "s", "Name": "Sheet", "Visuals": [bar({"Category": [category("item")], "Values": []})]}
    declarations = [{"Identifier": "clicks", "DataSetArn": data_set}]
    definition = {"DataSetIdentifierDeclarations": declarations, "Sheets": [sheet]}
    dashboard = {**account, "DashboardId": "kept"}
    reader = {"Principal": user, "Actions": ["quicksight:DescribeDashboard"]}
    tags = [{"Key": "team", "Value": "kitchen"}]
    arn = quicksight.create_dashboard(**dashboard, Name="Kept", Definition=definition, Permissions=[reader], Tags=tags)[
        "Arn"
    ]
    quicksight.update_dashboard(**dashboard, Name="Kept", Definition=definition, VersionDescription="again")
    quicksight.update_dashboard_published_version(**dashboard, VersionNumber=2)
    return [
        lambda: quicksight.describe_data_source(**account, DataSourceId="kept"),
        lambda: quicksight.describe_data_set(**account, DataSetId="kept"),
        lambda: quicksight.describe_dashboard(**dashboard),
        lambda: quicksight.describe_dashboard_definition(**dashboard),
        lambda: quicksight.list_dashboard_versions(**dashboard),
        lambda: quicksight.describe_dashboard_permissions(**dashboard),
        lambda: quicksight.list_tags_for_resource(ResourceArn=arn),
        lambda: quicksight.list_users(**account, Namespace="default"),
    ]


def test_catalog_queries_and_dashboards_survive_a_kill(restartable: Restartable) -> None:
    restartable.client("s3").create_bucket(Bucket="kept-results")
    made = [make(restartable) for make in (make_catalog, make_queries, make_dashboard)]
    asks = list(itertools.chain.from_iterable(made))
    before = answers(asks)
    restartable.kill()
    restartable.start()
    assert answers(asks) == before


@pytest.fixture
def second(tmp_path: Path, new_port: Callable[[], int]) -> Sandbox:
    (tmp_path / "init").mkdir()
    (tmp_path / "sandbox").mkdir()
    return Sandbox(tmp_path / "sandbox", tmp_path / "init", new_port())


def test_a_second_sandbox_on_a_data_folder_is_refused(restartable: Restartable, second: Sandbox) -> None:
    second.data.symlink_to(restartable.sandbox.data)
    with pytest.raises(SandboxError, match=r"is in use by another sandbox \(PID \d+\): stop that one first"):
        native.start(second)
