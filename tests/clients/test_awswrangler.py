"""awswrangler (AWS SDK for pandas), unmodified."""

from collections.abc import Callable, Iterator
from typing import Any

import awswrangler as wr
import pandas as pd
import pytest

from offline_aws.sandbox import Sandbox

BUCKET = "data-of-awswrangler"
DATABASE = "of_awswrangler"
RESULTS = {"database": DATABASE, "s3_output": f"s3://{BUCKET}/results/"}


@pytest.fixture(scope="module", autouse=True)
def database(sandbox: Sandbox, client: Callable[[str], Any]) -> Iterator[None]:
    client("s3").create_bucket(Bucket=BUCKET)
    wr.config.athena_query_wait_polling_delay = 0.05
    wr.catalog.create_database(DATABASE)
    yield
    wr.catalog.delete_database(DATABASE)


@pytest.fixture
def clicks() -> Iterator[str]:
    """A table of three clicks on two days, in Parquet."""
    frame = pd.DataFrame(
        {
            "dish": ["soup", "tea", None],
            "seconds": [1, 2, 3],
            "at": pd.to_datetime(["2026-11-23 12:00:00"] * 3),
            "day": ["mon", "tue", "tue"],
        }
    )
    wr.s3.to_parquet(
        frame, path=f"s3://{BUCKET}/clicks/", dataset=True, database=DATABASE, table="clicks", partition_cols=["day"]
    )
    yield "clicks"
    wr.catalog.delete_table_if_exists(DATABASE, "clicks")
    wr.s3.delete_objects(f"s3://{BUCKET}/clicks/")


@pytest.mark.parametrize(
    "way",
    [
        {"ctas_approach": True, "unload_approach": False},
        {"ctas_approach": False, "unload_approach": True, "s3_output": f"s3://{BUCKET}/unloaded/"},
        {"ctas_approach": False, "unload_approach": False},
    ],
    ids=["ctas", "unload", "plain"],
)
def test_a_query_becomes_a_frame(clicks: str, way: dict[str, Any]) -> None:
    query = "SELECT dish, seconds, day FROM clicks WHERE day = :day ORDER BY seconds"
    frame = wr.athena.read_sql_query(query, params={"day": "tue"}, **(RESULTS | way))
    assert frame["seconds"].tolist() == [2, 3]
    assert frame["dish"].isna().tolist() == [False, True]
    assert frame["day"].tolist() == ["tue", "tue"]


def test_a_query_comes_in_chunks(clicks: str) -> None:
    chunks = wr.athena.read_sql_query("SELECT * FROM clicks", ctas_approach=False, chunksize=2, **RESULTS)
    assert sorted(len(chunk) for chunk in chunks) == [1, 2]


def test_datasets_are_appended_to_and_overwritten(clicks: str) -> None:
    def written(day: str, mode: str) -> int:
        frame = pd.DataFrame({"dish": ["cake"], "seconds": [9], "at": [pd.Timestamp("2026-11-24")], "day": [day]})
        place = {"path": f"s3://{BUCKET}/clicks/", "database": DATABASE, "table": "clicks"}
        wr.s3.to_parquet(frame, dataset=True, mode=mode, partition_cols=["day"], **place)
        found = wr.athena.read_sql_query("SELECT count(*) AS n FROM clicks", ctas_approach=False, **RESULTS)
        return int(found["n"][0])

    assert written("wed", "append") == 4
    assert written("tue", "overwrite_partitions") == 3
    assert written("wed", "overwrite") == 1
    assert len(wr.s3.read_parquet_table(table="clicks", database=DATABASE)) == 1


def test_the_catalog_is_read(clicks: str) -> None:
    assert wr.catalog.get_table_types(DATABASE, "clicks") == {
        "dish": "string",
        "seconds": "bigint",
        "at": "timestamp",
        "day": "string",
    }
    assert sorted(wr.catalog.get_partitions(DATABASE, "clicks").values()) == [["mon"], ["tue"]]
    found = wr.catalog.get_partitions(DATABASE, "clicks", expression="day = 'tue'")
    assert list(found) == [f"s3://{BUCKET}/clicks/day=tue/"]
    assert wr.catalog.does_table_exist(DATABASE, "clicks")
    assert "clicks" in [item["Name"] for item in wr.catalog.search_tables("clicks")]
    assert wr.catalog.get_columns_comments(DATABASE, "clicks")["dish"] in (None, "")
    wr.catalog.upsert_table_parameters({"owner": "guest"}, DATABASE, "clicks")
    assert wr.catalog.get_table_parameters(DATABASE, "clicks")["owner"] == "guest"


def test_tables_are_shown_described_and_repaired(clicks: str) -> None:
    assert "PARTITIONED BY" in wr.athena.show_create_table("clicks", **RESULTS)
    described = wr.athena.describe_table("clicks", **RESULTS)
    assert described["Column Name"].tolist()[:2] == ["dish", "seconds"]
    assert wr.athena.repair_table("clicks", **RESULTS) == "SUCCEEDED"


def test_a_query_is_started_waited_for_and_its_results_fetched(clicks: str) -> None:
    query_id = wr.athena.start_query_execution("SELECT seconds FROM clicks ORDER BY 1", **RESULTS)
    assert wr.athena.wait_query(query_id)["Status"]["State"] == "SUCCEEDED"
    assert wr.athena.get_query_results(query_id)["seconds"].tolist() == [1, 2, 3]
    assert wr.athena.get_query_columns_types(query_id) == {"seconds": "bigint"}


def test_csv_datasets_are_tables() -> None:
    frame = pd.DataFrame({"dish": ["soup", "tea"], "price": [4.5, 2.0]})
    place = {"path": f"s3://{BUCKET}/menu/", "database": DATABASE, "table": "menu"}
    wr.s3.to_csv(frame, dataset=True, index=False, **place)
    found = wr.athena.read_sql_table("menu", ctas_approach=False, **RESULTS)
    assert found.sort_values("price")["dish"].tolist() == ["tea", "soup"]
    wr.catalog.delete_table_if_exists(DATABASE, "menu")


def test_a_failed_query_raises_its_reason() -> None:
    with pytest.raises(wr.exceptions.QueryFailed, match="TABLE_NOT_FOUND"):
        wr.athena.read_sql_query("SELECT * FROM nope", ctas_approach=False, **RESULTS)


def test_results_that_athena_keeps_need_no_place(clicks: str, client: Callable[[str], Any]) -> None:
    managed = {"ManagedQueryResultsConfiguration": {"Enabled": True}}
    client("athena").create_work_group(Name="managed-of-awswrangler", Configuration=managed)
    asked = {"database": DATABASE, "workgroup": "managed-of-awswrangler", "ctas_approach": False}
    frame = wr.athena.read_sql_query("SELECT seconds FROM clicks ORDER BY 1", **asked)
    assert frame["seconds"].tolist() == [1, 2, 3]
    assert "ResultConfiguration" not in frame.query_metadata
