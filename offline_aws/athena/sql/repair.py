"""MSCK REPAIR TABLE. https://docs.aws.amazon.com/athena/latest/ug/msck-repair-table.html"""

from urllib.parse import unquote

from offline_aws.athena.catalog import Table
from offline_aws.athena.sql import files, locations
from offline_aws.athena.sql.alter import create_partitions
from offline_aws.athena.sql.hive_statements import RepairTable
from offline_aws.athena.sql.show import printed
from offline_aws.athena.sql.statements import DDL_TASK, Context, Printed, failed, named_table

Values = tuple[str, ...]


def repair_table(statement: RepairTable, context: Context) -> Printed:
    """Register the partitions that lie under the table's location as ``a=x/b=y/`` and are not known.

    What is known and does not lie there is told, and stays.
    """
    table = named_table(statement.table, context)
    if not table.partition_keys:
        raise failed(f"{DDL_TASK} Table {table.name} is not a partitioned table")
    known = {partition.values: partition.location for partition in context.catalog.partitions(table)}
    found = _laid_out(table, context)
    new = sorted(set(found) - set(known))
    create_partitions(table, {values: found[values] for values in new}, context)
    gone = [values for values in sorted(set(known) - set(found)) if not _has_objects(known[values], context)]
    lines = [
        f"{title}:\t{chr(9).join(_shown(table, values) for values in listed)}"
        for title, listed in (("Partitions not in metastore", new), ("Partitions missing from filesystem", gone))
        if listed
    ]
    lines += [f"Repair: Added partition to metastore {_shown(table, values)}" for values in new]
    return printed(["result"], lines)


def _shown(table: Table, values: Values) -> str:
    keys = [name for name, _ in table.partition_keys]
    return f"{table.name}:{files.partition_path(keys, values).rstrip('/')}"


def _has_objects(location: str, context: Context) -> bool:
    return bool(context.queries.objects.list(*locations.split_uri(location.rstrip("/") + "/")))


def _laid_out(table: Table, context: Context) -> dict[Values, str]:
    """The partitions that have an object: their values, and where they lie.

    A folder in capital letters is none, nor is one with a colon in its value; the page calls that a known issue.
    """
    bucket, start = locations.split_uri(table.location.rstrip("/") + "/")
    keys = [name for name, _ in table.partition_keys]
    found = {}
    for item in context.queries.objects.list(bucket, start):
        folders = item.key.removeprefix(start).split("/")[:-1][: len(keys)]
        pairs = [folder.partition("=") for folder in folders]
        if [name for name, _, _ in pairs] == keys and not any(":" in folder for folder in folders):
            values = tuple(unquote(value) for _, _, value in pairs)
            found[values] = f"s3://{bucket}/{start}{'/'.join(folders)}/"
    return found
