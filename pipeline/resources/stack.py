"""All resources, in the order in which one needs the other; ``init/ready.d`` follows the same order."""

from collections.abc import Iterator

from pipeline.resources import (
    Resource,
    api,
    bucket,
    bucket_policy,
    dashboard,
    function,
    roles,
    stream,
    table,
    workgroup,
)
from pipeline.settings import Settings

# Deleted from the end: the stream delivers what it holds while the function, the bucket and the roles are there.
ORDER = (roles, bucket, function, stream, bucket_policy, api, workgroup, table, dashboard)


def create(settings: Settings) -> Iterator[Resource]:
    """Make or update every resource; yields each as it is there."""
    for module in ORDER:
        module.create(settings)
        yield from module.describe(settings)


def describe(settings: Settings) -> Iterator[Resource]:
    """Every resource that exists."""
    for module in ORDER:
        yield from module.describe(settings)


def destroy(settings: Settings) -> Iterator[Resource]:
    """Delete every resource that exists; yields each as it is gone."""
    for module in reversed(ORDER):
        yield from module.delete(settings)
