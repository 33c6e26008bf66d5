"""What QuickSight remembers: data sources, data sets, analyses, dashboards, templates, themes, and their versions."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from localstack.services.stores import AccountRegionBundle, BaseStore, LocalAttribute

Json = dict[str, Any]


@dataclass
class Asset:
    """What all kinds of assets have in common.

    :param permissions: who may do what, as ``ResourcePermission`` of the API; kept, not enforced
    """

    id: str
    arn: str
    name: str
    created: datetime
    updated: datetime
    permissions: list[Json] = field(default_factory=list)

    @property
    def status(self) -> str:
        return "CREATION_SUCCESSFUL" if self.created == self.updated else "UPDATE_SUCCESSFUL"


@dataclass
class DataSource(Asset):
    """A connection to Athena through a workgroup."""

    work_group: str = "primary"


@dataclass
class Ingestion:
    """One reading of a data set's rows into SPICE.

    :param status: QUEUED, RUNNING, COMPLETED, FAILED or CANCELLED
    :param request: INITIAL_INGESTION, EDIT or FULL_REFRESH
    :param error: ``ErrorInfo`` of the API, of one that failed or was cancelled
    :param size: in bytes, as it is stored
    """

    id: str
    arn: str
    created: datetime
    request: str
    status: str = "QUEUED"
    error: Json | None = None
    rows: int | None = None
    size: int | None = None
    seconds: int | None = None

    @property
    def ended(self) -> bool:
        return self.status not in ("QUEUED", "RUNNING")


@dataclass
class DataSet(Asset):
    """Rows of tables and queries, joined, filtered and calculated.

    :param physical: ``PhysicalTableMap`` of the API
    :param logical: ``LogicalTableMap`` of the API
    :param folders: ``FieldFolders`` of the API, for people who pick fields
    :param import_mode: DIRECT_QUERY or SPICE
    :param ingestions: by id, the newest last; of SPICE
    :param spice_table: the table of the rows that were ingested last, and what it was made of
    """

    physical: Json = field(default_factory=dict)
    logical: Json = field(default_factory=dict)
    folders: Json = field(default_factory=dict)
    import_mode: str = "DIRECT_QUERY"
    ingestions: dict[str, Ingestion] = field(default_factory=dict)
    spice_table: str | None = None
    spice_columns: dict[str, Json] = field(default_factory=dict)
    spice_bytes: int = 0


@dataclass
class Version:
    """One version of a definition, or of a theme's configuration.

    :param errors: what of it is not drawn, as ``DashboardError`` of the API
    :param source_arn: the analysis or template that it was made from
    """

    number: int
    definition: Json
    created: datetime
    description: str | None = None
    errors: list[Json] = field(default_factory=list)
    source_arn: str | None = None
    theme_arn: str | None = None


@dataclass
class Definitions(Asset):
    """An analysis, which has one version; a dashboard, of whose versions one is published; a template, a theme.

    :param aliases: the names of versions, of templates and themes
    :param options: ``DashboardPublishOptions`` of the API
    :param deletion: when a deleted analysis ends for good; until then it can be restored
    :param base: the theme that a theme starts from
    """

    versions: list[Version] = field(default_factory=list)
    published: int = 1
    options: Json = field(default_factory=dict)
    aliases: dict[str, int] = field(default_factory=dict)
    deletion: datetime | None = None
    base: str | None = None

    @property
    def latest(self) -> Version:
        return self.versions[-1]

    @property
    def status(self) -> str:
        return "DELETED" if self.deletion else super().status

    def version(self, number: int) -> Version | None:
        return next((each for each in self.versions if each.number == number), None)

    def version_arn(self, version: Version) -> str:
        return f"{self.arn}/version/{version.number}"


class QuickSightStore(BaseStore):
    """The assets of one account in one region, by id, and their tags, by ARN.

    All of it outlives the process (:mod:`offline_aws.kept`): a new kind of asset is a dictionary here, its values
    plain or dataclasses of this module. A field that a dataclass gains has a default, for those that were kept without.
    """

    data_sources: dict[str, DataSource] = LocalAttribute(default=dict)
    data_sets: dict[str, DataSet] = LocalAttribute(default=dict)
    analyses: dict[str, Definitions] = LocalAttribute(default=dict)
    dashboards: dict[str, Definitions] = LocalAttribute(default=dict)
    templates: dict[str, Definitions] = LocalAttribute(default=dict)
    themes: dict[str, Definitions] = LocalAttribute(default=dict)
    tags: dict[str, dict[str, str]] = LocalAttribute(default=dict)

    def data_set(self, arn: str) -> DataSet | None:
        return next((each for each in self.data_sets.values() if each.arn == arn), None)


quicksight_stores = AccountRegionBundle("quicksight", QuickSightStore)
