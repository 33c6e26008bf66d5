"""``"<table>$partitions"``: the partitions that are registered of a table, a row each, its keys for columns.

https://docs.aws.amazon.com/athena/latest/ug/querying-glue-catalog.html
"""

from sqlglot import exp

from offline_aws.athena.catalog import Catalog, Table
from offline_aws.athena.errors import NotEmulatedError
from offline_aws.athena.sql import projection
from offline_aws.athena.sql.hive_types import trino_type
from offline_aws.athena.sql.information_schema import rows_as_query

SUFFIX = "$partitions"


def query_of(table: Table, catalog: Catalog) -> exp.Expr:
    """The query that gives the rows.

    :raises NotEmulatedError: the partitions are projected
    """
    if projection.is_projected(table.parameters):
        raise NotEmulatedError(f"{SUFFIX} of a table with projected partitions")
    columns = [(name, trino_type(kind)) for name, kind in table.partition_keys]
    return rows_as_query(columns, (partition.keys for partition in catalog.partitions(table)))
