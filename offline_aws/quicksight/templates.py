"""Templates: a definition with placeholders in the place of data sets.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_TemplateVersionDefinition.html
"""

from typing import Any

from offline_aws.quicksight.data_set import FindDataSet, rows_of
from offline_aws.quicksight.models import Json


class TemplateError(ValueError):
    """Data sets and placeholders do not go together; the message says which."""


def template_of(definition: Json, references: list[Json], find: FindDataSet) -> Json:
    """The template of an analysis' definition.

    :param references: the placeholder for each of its data sets, as ``DataSetReference`` of the API
    :raises TemplateError: a data set has none
    """
    placeholders = {each["DataSetArn"]: each["DataSetPlaceholder"] for each in references}
    renamed, configurations = {}, []
    for declared in definition["DataSetIdentifierDeclarations"]:
        arn = declared["DataSetArn"]
        if arn not in placeholders:
            raise TemplateError(f"data set {arn} has no placeholder among the DataSetReferences")
        renamed[declared["Identifier"]] = placeholders[arn]
        configurations.append(_configuration(placeholders[arn], arn, find))
    content = {name: value for name, value in definition.items() if name != "DataSetIdentifierDeclarations"}
    return {"DataSetConfigurations": configurations} | _renamed(content, renamed)


def _configuration(placeholder: str, arn: str, find: FindDataSet) -> Json:
    """What a data set must have to take the placeholder's place."""
    data_set = find(arn)
    if data_set is None:
        raise TemplateError(f"data set {arn} does not exist")
    columns = rows_of(data_set, find).columns.values()
    schema = [{"Name": each.name, "DataType": each.type} for each in columns]
    return {"Placeholder": placeholder, "DataSetSchema": {"ColumnSchemaList": schema}, "ColumnGroupSchemaList": []}


def _renamed(node: Any, names: dict[str, str]) -> Any:
    """With other identifiers of data sets."""
    if isinstance(node, list):
        return [_renamed(each, names) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        name: names.get(value, value)
        if name == "DataSetIdentifier" and isinstance(value, str)
        else _renamed(value, names)
        for name, value in node.items()
    }


def instance_of(template: Json, references: list[Json]) -> Json:
    """The definition of a dashboard or an analysis, with data sets in the place of the template's placeholders.

    :raises TemplateError: a placeholder has no data set
    """
    arns = {each["DataSetPlaceholder"]: each["DataSetArn"] for each in references}
    wanted = [each["Placeholder"] for each in template["DataSetConfigurations"]]
    if missing := [placeholder for placeholder in wanted if placeholder not in arns]:
        raise TemplateError(f"placeholder {', '.join(missing)} has no data set among the DataSetReferences")
    declared = [{"Identifier": placeholder, "DataSetArn": arns[placeholder]} for placeholder in wanted]
    content = {name: value for name, value in template.items() if name != "DataSetConfigurations"}
    return {"DataSetIdentifierDeclarations": declared} | content
