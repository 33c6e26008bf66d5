"""Athena: the table over the delivered clicks, made by the DDL that stands in ``queries/``.

https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
"""

from pathlib import Path

import boto3

from pipeline import athena
from pipeline.resources import Resource
from pipeline.settings import Settings

DDL = Path(__file__).parent.parent.parent / "queries" / "01_create_table.sql"


def create(settings: Settings) -> None:
    """Make the table anew. It is external: dropping it touches no click, and an edit to the DDL takes effect."""
    athena.run(f"DROP TABLE IF EXISTS {settings.table}", settings)
    athena.run(ddl(settings), settings)


def describe(settings: Settings) -> list[Resource]:
    glue = boto3.client("glue", region_name=settings.region)
    try:
        table = glue.get_table(DatabaseName=settings.database, Name=settings.table)["Table"]
    except glue.exceptions.EntityNotFoundException:
        return []
    return [Resource("Athena table", f"{settings.database}.{settings.table}", table["StorageDescriptor"]["Location"])]


def delete(settings: Settings) -> list[Resource]:
    found = describe(settings)
    if found:
        glue = boto3.client("glue", region_name=settings.region)
        glue.delete_table(DatabaseName=settings.database, Name=settings.table)
    return found


def ddl(settings: Settings) -> str:
    """The statement of ``queries/``, which is written for the default names, with the settings' names in it."""
    defaults = Settings()
    statement = DDL.read_text(encoding="utf-8")
    for default, wanted in ((defaults.bucket, settings.bucket), (defaults.table, settings.table)):
        statement = statement.replace(default, wanted)
    return statement
