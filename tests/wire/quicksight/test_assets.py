"""QuickSight's assets by stock boto3."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.unit.quicksight.samples import Json
from tests.wire.quicksight.requests import (
    ACCOUNT,
    athena,
    definition,
    embed_url,
    filtered,
    refusal,
    set_request,
)


def test_a_data_source_is_described_as_created(quicksight: Any, source: str) -> None:
    described = quicksight.describe_data_source(AwsAccountId=ACCOUNT, DataSourceId="wire")["DataSource"]
    kept = {name: described[name] for name in ("Arn", "Type", "Status", "DataSourceParameters")}
    assert kept == {
        "Arn": source,
        "Type": "ATHENA",
        "Status": "CREATION_SUCCESSFUL",
        "DataSourceParameters": athena(),
    }


def test_a_data_set_shows_its_columns(quicksight: Any, data_set: str) -> None:
    described = quicksight.describe_data_set(AwsAccountId=ACCOUNT, DataSetId="wire")["DataSet"]
    assert [(each["Name"], each["Type"]) for each in described["OutputColumns"]] == [
        ("item", "STRING"),
        ("seconds", "INTEGER"),
    ]


def test_a_request_beyond_the_apis_model_is_refused(quicksight: Any, source: str) -> None:
    with pytest.raises(ClientError) as error:
        quicksight.create_data_set(**set_request(source, DataSetId="long", Name="x" * 129))
    code, message = refusal(error)
    assert (code, "Member must have length less than or equal to 128" in message) == (
        "InvalidParameterValueException",
        True,
    )


def test_an_operation_that_is_not_emulated_says_so(quicksight: Any) -> None:
    with pytest.raises(ClientError) as error:
        quicksight.list_topics(AwsAccountId=ACCOUNT)
    assert refusal(error) == ("InvalidParameterValueException", "ListTopics: not emulated")


def test_a_dashboard_is_the_definition_that_was_given(quicksight: Any, data_set: str, place: Json) -> None:
    given = definition(data_set)
    quicksight.create_dashboard(**place, Name="Orders", Definition=given)
    assert quicksight.describe_dashboard_definition(**place)["Definition"] == given


def test_a_visual_that_is_not_drawn_is_refused_by_name(quicksight: Any, data_set: str, place: Json) -> None:
    sankey = {"SankeyDiagramVisual": {"VisualId": "v"}}
    with pytest.raises(ClientError) as error:
        quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set, sankey))
    message = "Sheets[0].Visuals[0].SankeyDiagramVisual: not emulated"
    assert refusal(error) == ("InvalidParameterValueException", message)


def test_a_lenient_dashboard_lists_what_is_not_drawn(quicksight: Any, data_set: str, place: Json) -> None:
    sankey = definition(data_set, {"SankeyDiagramVisual": {"VisualId": "v"}})
    quicksight.create_dashboard(**place, Name="Orders", Definition=sankey, ValidationStrategy={"Mode": "LENIENT"})
    errors = quicksight.describe_dashboard_definition(**place)["Errors"]
    assert [each["Message"] for each in errors] == ["Sheets[0].Visuals[0].SankeyDiagramVisual: not emulated"]


def test_an_update_is_shown_once_it_is_published(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    quicksight.update_dashboard(**place, Name="Orders", Definition=definition(data_set) | {"Sheets": []})
    before = quicksight.describe_dashboard(**place)["Dashboard"]["Version"]["Sheets"]
    quicksight.update_dashboard_published_version(**place, VersionNumber=2)
    after = quicksight.describe_dashboard(**place)["Dashboard"]["Version"]["Sheets"]
    assert (before, after) == ([{"SheetId": "s", "Name": "Sheet"}], [])


def test_permissions_are_granted_and_revoked(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    actions = ["quicksight:DescribeDashboard", "quicksight:QueryDashboard"]
    quicksight.update_dashboard_permissions(**place, GrantPermissions=[{"Principal": "reader", "Actions": actions}])
    revoked = [{"Principal": "reader", "Actions": actions[:1]}]
    left = quicksight.update_dashboard_permissions(**place, RevokePermissions=revoked)["Permissions"]
    assert left == [{"Principal": "reader", "Actions": actions[1:]}]


def test_a_deleted_dashboard_is_gone(quicksight: Any, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="Orders", Definition=definition(data_set))
    quicksight.delete_dashboard(**place)
    with pytest.raises(quicksight.exceptions.ResourceNotFoundException):
        quicksight.describe_dashboard(**place)


def test_a_calculated_field_that_makes_no_sense_is_refused(quicksight: Any, data_set: str, place: Json) -> None:
    given = filtered(data_set)
    given["CalculatedFields"][0]["Expression"] = "{nope} + 1"
    with pytest.raises(ClientError) as error:
        quicksight.create_dashboard(**place, Name="Orders", Definition=given)
    assert "CalculatedFields[0] kind: there is no column nope" in refusal(error)[1]


def test_an_analysis_that_was_deleted_is_restored(quicksight: Any, data_set: str, place: Json) -> None:
    analysis = {"AwsAccountId": ACCOUNT, "AnalysisId": place["DashboardId"]}
    quicksight.create_analysis(**analysis, Name="a", Definition=definition(data_set))
    quicksight.delete_analysis(**analysis, RecoveryWindowInDays=7)
    deleted = quicksight.describe_analysis(**analysis)["Analysis"]["Status"]
    quicksight.restore_analysis(**analysis)
    restored = quicksight.describe_analysis(**analysis)["Analysis"]["Status"]
    quicksight.delete_analysis(**analysis, ForceDeleteWithoutRecovery=True)
    with pytest.raises(quicksight.exceptions.ResourceNotFoundException):
        quicksight.describe_analysis(**analysis)
    assert (deleted, restored) == ("DELETED", "CREATION_SUCCESSFUL")


def test_dashboards_are_found_by_name_and_by_owner(quicksight: Any, data_set: str, place: Json) -> None:
    owner = f"arn:aws:quicksight:us-east-1:{ACCOUNT}:user/default/{place['DashboardId']}"
    grant = [{"Principal": owner, "Actions": ["quicksight:DeleteDashboard", "quicksight:DescribeDashboard"]}]
    name = f"Search {place['DashboardId']}"
    quicksight.create_dashboard(**place, Name=name, Definition=definition(data_set), Permissions=grant)
    by_name = {"Operator": "StringLike", "Name": "DASHBOARD_NAME", "Value": name.lower()}
    by_owner = {"Operator": "StringEquals", "Name": "QUICKSIGHT_OWNER", "Value": owner}
    for filter_ in (by_name, by_owner):
        found = quicksight.search_dashboards(AwsAccountId=ACCOUNT, Filters=[filter_])["DashboardSummaryList"]
        assert [each["DashboardId"] for each in found] == [place["DashboardId"]]


def test_an_action_that_there_is_not_can_not_be_granted(quicksight: Any, data_set: str, place: Json) -> None:
    grant = [{"Principal": "reader", "Actions": ["quicksight:DescribeDataSet"]}]
    with pytest.raises(ClientError) as error:
        quicksight.create_dashboard(**place, Name="d", Definition=definition(data_set), Permissions=grant)
    message = (
        "ResourcePermission list contains unsupported permission sets [quicksight:DescribeDataSet] for this resource."
    )
    assert refusal(error) == ("InvalidParameterValueException", message)


def test_a_user_who_is_not_registered_gets_no_url(quicksight: Any, user: str, data_set: str, place: Json) -> None:
    quicksight.create_dashboard(**place, Name="d", Definition=definition(data_set))
    experience = {"Dashboard": {"InitialDashboardId": place["DashboardId"]}}
    request = {"AwsAccountId": ACCOUNT, "ExperienceConfiguration": experience}
    given = quicksight.generate_embed_url_for_registered_user(**request, UserArn=user)["EmbedUrl"]
    assert given == embed_url(quicksight, place)
    with pytest.raises(quicksight.exceptions.QuickSightUserNotFoundException):
        quicksight.generate_embed_url_for_registered_user(**request, UserArn=f"{user}x")


def test_the_account_has_one_namespace(quicksight: Any) -> None:
    listed = quicksight.list_namespaces(AwsAccountId=ACCOUNT)["Namespaces"]
    subscription = quicksight.describe_account_subscription(AwsAccountId=ACCOUNT)["AccountInfo"]
    assert ([each["Name"] for each in listed], subscription["AccountSubscriptionStatus"]) == (
        ["default"],
        "ACCOUNT_CREATED",
    )
