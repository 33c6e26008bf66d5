"""Templates and themes."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.unit.quicksight.samples import Json
from tests.wire.quicksight.requests import (
    ACCOUNT,
    definition,
    embed_url,
    fetched,
    refusal,
)


def test_a_dashboard_is_made_from_a_template(quicksight: Any, data_set: str, place: Json) -> None:
    name = place["DashboardId"]
    analysis = quicksight.create_analysis(
        AwsAccountId=ACCOUNT, AnalysisId=name, Name="a", Definition=definition(data_set)
    )
    references = [{"DataSetPlaceholder": "orders", "DataSetArn": data_set}]
    template = {"AwsAccountId": ACCOUNT, "TemplateId": name}
    made = quicksight.create_template(
        **template, SourceEntity={"SourceAnalysis": {"Arn": analysis["Arn"], "DataSetReferences": references}}
    )
    quicksight.create_template_alias(**template, AliasName="prod", TemplateVersionNumber=1)
    configuration = quicksight.describe_template(**template)["Template"]["Version"]["DataSetConfigurations"][0]
    source = {"Arn": f"{made['Arn']}/alias/prod", "DataSetReferences": references}
    quicksight.create_dashboard(**place, Name="d", SourceEntity={"SourceTemplate": source})
    version = quicksight.describe_dashboard(**place)["Dashboard"]["Version"]
    assert (configuration["Placeholder"], version["DataSetArns"], version["SourceEntityArn"]) == (
        "orders",
        [data_set],
        source["Arn"],
    )
    assert fetched(f"{embed_url(quicksight, place)}/visuals/v")["rows"] == [["tea", 2], ["soup", 1]]


def test_a_template_needs_its_data_sets(quicksight: Any, data_set: str, place: Json) -> None:
    content = {name: value for name, value in definition(data_set).items() if name != "DataSetIdentifierDeclarations"}
    given = content | {"DataSetConfigurations": [{"Placeholder": "clicks"}]}
    made = quicksight.create_template(AwsAccountId=ACCOUNT, TemplateId=place["DashboardId"], Definition=given)
    source = {"Arn": made["Arn"], "DataSetReferences": [{"DataSetPlaceholder": "other", "DataSetArn": data_set}]}
    with pytest.raises(ClientError) as error:
        quicksight.create_dashboard(**place, Name="d", SourceEntity={"SourceTemplate": source})
    message = "SourceEntity: placeholder clicks has no data set among the DataSetReferences"
    assert refusal(error) == ("InvalidParameterValueException", message)


def test_a_theme_goes_with_the_dashboard_that_names_it(quicksight: Any, data_set: str, place: Json) -> None:
    theme = {"AwsAccountId": ACCOUNT, "ThemeId": place["DashboardId"], "BaseThemeId": "CLASSIC"}
    palette = {"DataColorPalette": {"Colors": ["#AA0000", "#00AA00"]}}
    arn = quicksight.create_theme(**theme, Name="Red", Configuration=palette)["Arn"]
    quicksight.create_dashboard(**place, Name="d", Definition=definition(data_set), ThemeArn=arn)
    told = fetched(f"{embed_url(quicksight, place)}/sheets")["theme"]
    assert (told, quicksight.describe_dashboard(**place)["Dashboard"]["Version"]["ThemeArn"]) == (palette, arn)
