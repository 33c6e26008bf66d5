"""What QuickSight remembers: data sources, data sets, and the versions of definitions."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from localstack.services.stores import AccountRegionBundle, BaseStore, LocalAttribute

Json = dict[str, Any]


@dataclass
class Asset:
    """What data sources, data sets, analyses and dashboards have in common.

    :param permissions: who may do what, as ``ResourcePermission`` of the API; kept, not enforced
    """

    id: str
    arn: str
    name: str
    created: datetime
    updated: datetime
    permissions: list[Json] = field(default_factory=list)


@dataclass
class DataSource(Asset):
    """A connection to Athena through a workgroup."""

    work_group: str = "primary"


@dataclass
class DataSet(Asset):
    """Rows of one table or of one SQL query, with the columns renamed, chosen and cast.

    :param physical: ``PhysicalTableMap`` of the API
    :param logical: ``LogicalTableMap`` of the API
    """

    physical: Json = field(default_factory=dict)
    logical: Json = field(default_factory=dict)


@dataclass
class Version:
    """One version of a definition; ``errors`` names what of it is not drawn."""

    number: int
    definition: Json
    created: datetime
    description: str | None = None
    errors: list[Json] = field(default_factory=list)


@dataclass
class Definitions(Asset):
    """An analysis, which has one version, or a dashboard, of whose versions one is published."""

    versions: list[Version] = field(default_factory=list)
    published: int = 1
    options: Json = field(default_factory=dict)

    @property
    def latest(self) -> Version:
        return self.versions[-1]

    def version(self, number: int) -> Version | None:
        return next((each for each in self.versions if each.number == number), None)


class QuickSightStore(BaseStore):
    """The assets of one account in one region, by id, and their tags, by ARN.

    All of it outlives the process (:mod:`offline_aws.kept`): a new kind of asset is a dictionary here, its values
    plain or dataclasses of this module. A field that a dataclass gains has a default, for those that were kept without.
    """

    data_sources: dict[str, DataSource] = LocalAttribute(default=dict)
    data_sets: dict[str, DataSet] = LocalAttribute(default=dict)
    analyses: dict[str, Definitions] = LocalAttribute(default=dict)
    dashboards: dict[str, Definitions] = LocalAttribute(default=dict)
    tags: dict[str, dict[str, str]] = LocalAttribute(default=dict)


quicksight_stores = AccountRegionBundle("quicksight", QuickSightStore)
