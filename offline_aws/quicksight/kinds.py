"""The kinds of assets, as a table: what their operations have in common depends on nothing but this.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_Operations.html
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from localstack.aws.spec import load_service

from offline_aws.quicksight.models import Asset, DataSet, DataSource, Definitions, Json, QuickSightStore

# What may be granted that is no operation of the API.
_PASSED = {
    "DataSource": {"PassDataSource"},
    "DataSet": {"PassDataSet"},
    "Dashboard": {"QueryDashboard"},
    "Analysis": {"QueryAnalysis"},
}


@dataclass(frozen=True)
class Kind:
    """A kind of asset.

    :param name: as in the names of its operations: ``Dashboard``
    :param plural: the same of those that are about many
    :param arn: as in its ARNs
    :param assets: where they are
    :param summary: an asset as a list has it
    :param listed: the member with the summaries, in the answers to List operations
    :param searched: the same for Search operations; None where there is none
    :param name_filter: what a search by name is called
    """

    name: str
    plural: str
    arn: str
    assets: Callable[[QuickSightStore], dict[str, Any]]
    summary: Callable[[Any], Json]
    listed: str
    searched: str | None = None
    name_filter: str = ""
    aliased: bool = False

    @property
    def id_member(self) -> str:
        return f"{self.name}Id"

    @cached_property
    def actions(self) -> set[str]:
        """What may be granted on one: the operations that take its id, and what is not an operation by itself."""
        service = load_service("quicksight")
        operations = (service.operation_model(name) for name in service.operation_names)
        about = {each.name for each in operations if each.input_shape and self.id_member in each.input_shape.members}
        return {f"quicksight:{name}" for name in about | _PASSED.get(self.name, set())}

    def named(self, asset: Asset) -> Json:
        """ARN and id, as most answers have them."""
        return {"Arn": asset.arn, self.id_member: asset.id}


def dated(kind_id: str, asset: Asset) -> Json:
    return {
        "Arn": asset.arn,
        kind_id: asset.id,
        "Name": asset.name,
        "CreatedTime": asset.created,
        "LastUpdatedTime": asset.updated,
    }


def _source(source: DataSource) -> Json:
    return dated("DataSourceId", source) | {
        "Type": "ATHENA",
        "Status": source.status,
        "DataSourceParameters": {"AthenaParameters": {"WorkGroup": source.work_group}},
        "SslProperties": {"DisableSsl": False},
    }


def _set(data_set: DataSet) -> Json:
    return dated("DataSetId", data_set) | {
        "ImportMode": data_set.import_mode,
        "RowLevelPermissionTagConfigurationApplied": False,
        "ColumnLevelPermissionRulesApplied": False,
    }


def _analysis(analysis: Definitions) -> Json:
    return dated("AnalysisId", analysis) | {"Status": analysis.status}


def _dashboard(dashboard: Definitions) -> Json:
    published = dashboard.version(dashboard.published)
    return dated("DashboardId", dashboard) | {
        "PublishedVersionNumber": dashboard.published,
        "LastPublishedTime": (published or dashboard.latest).created,
    }


def _template(template: Definitions) -> Json:
    return dated("TemplateId", template) | {"LatestVersionNumber": template.latest.number}


def _theme(theme: Definitions) -> Json:
    return dated("ThemeId", theme) | {"LatestVersionNumber": theme.latest.number}


DATA_SOURCE = Kind(
    "DataSource", "DataSources", "datasource", lambda store: store.data_sources, _source, "DataSources",
    "DataSourceSummaries", "DATASOURCE_NAME",
)  # fmt: skip
DATA_SET = Kind(
    "DataSet", "DataSets", "dataset", lambda store: store.data_sets, _set, "DataSetSummaries",
    "DataSetSummaries", "DATASET_NAME",
)  # fmt: skip


def _analyses(store: QuickSightStore) -> dict[str, Definitions]:
    """Without those that were deleted and can't be restored any more."""
    ended = [id_ for id_, each in store.analyses.items() if each.deletion and each.deletion <= datetime.now(UTC)]
    for id_ in ended:
        store.tags.pop(store.analyses.pop(id_).arn, None)
    return store.analyses


ANALYSIS = Kind(
    "Analysis", "Analyses", "analysis", _analyses, _analysis, "AnalysisSummaryList",
    "AnalysisSummaryList", "ANALYSIS_NAME",
)  # fmt: skip
DASHBOARD = Kind(
    "Dashboard", "Dashboards", "dashboard", lambda store: store.dashboards, _dashboard, "DashboardSummaryList",
    "DashboardSummaryList", "DASHBOARD_NAME",
)  # fmt: skip
TEMPLATE = Kind(
    "Template", "Templates", "template", lambda store: store.templates, _template, "TemplateSummaryList", aliased=True
)  # fmt: skip
THEME = Kind("Theme", "Themes", "theme", lambda store: store.themes, _theme, "ThemeSummaryList", aliased=True)
KINDS = (DATA_SOURCE, DATA_SET, ANALYSIS, DASHBOARD, TEMPLATE, THEME)
VERSIONED = (DASHBOARD, TEMPLATE, THEME)
