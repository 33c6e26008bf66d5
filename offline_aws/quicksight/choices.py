"""What a reader chose in a control, in the place of what a filter's author did.

By the kind of filter a choice is ``{"values": […]}``, of which none stands for all, ``{"minimum": …, "maximum": …}``,
either of which may be null, or ``{"type": "LAST", "granularity": "DAY", "amount": 7}``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from offline_aws.quicksight.date_ranges import GRANULARITIES
from offline_aws.quicksight.models import Json


@dataclass(frozen=True)
class Choices:
    """A reader's choices.

    :param parameters: the values of a parameter, by its name
    :param filters: a choice, by the filter's id
    """

    parameters: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    filters: Mapping[str, Any] = field(default_factory=dict)


class ChoiceError(ValueError):
    """The choice is not one that the filter has; the message says why."""


def chosen_filter(kind: str, content: Json, choice: Any) -> Json:
    """The filter with the choice in it; as it is without one. Raises ChoiceError."""
    if choice is None:
        return content
    if kind not in _CHOSEN or not isinstance(choice, dict):
        raise ChoiceError(f"filter {content['FilterId']}: {choice!r} is no choice for a {kind}")
    try:
        return _without_parameters(content) | _CHOSEN[kind](content, choice)
    except (ValueError, TypeError, KeyError) as error:
        raise ChoiceError(f"filter {content['FilterId']}: {choice!r} is no choice for a {kind}") from error


def _without_parameters(content: Json) -> Json:
    return {name: value for name, value in content.items() if name not in ("ParameterName", "RollingDate")}


def _category(content: Json, choice: Json) -> Json:
    name, configuration = next(iter(content["Configuration"].items()))
    values = [None if each is None else str(each) for each in choice["values"]]
    changed = {key: value for key, value in configuration.items() if key not in ("SelectAllOptions", "ParameterName")}
    if not values:
        changed["SelectAllOptions"] = "FILTER_ALL_VALUES"
    elif name == "CustomFilterConfiguration":
        (changed["CategoryValue"],) = values
    else:
        changed["CategoryValues"] = values
    return {"Configuration": {name: changed}}


def _number(content: Json, choice: Json) -> Json:
    if not choice["values"]:
        return {"SelectAllOptions": "FILTER_ALL_VALUES"}
    (value,) = choice["values"]
    return {"Value": float(value), "SelectAllOptions": None}


def _numbers(content: Json, choice: Json) -> Json:
    ends = {f"Range{end}": choice.get(end.lower()) for end in ("Minimum", "Maximum")}
    return {end: None if value is None else {"StaticValue": float(value)} for end, value in ends.items()} | {
        "SelectAllOptions": None
    }


def _time(content: Json, choice: Json) -> Json:
    (value,) = choice["values"] or [None]
    return {"Value": None if value is None else _moment(value)}


def _times(content: Json, choice: Json) -> Json:
    ends = {f"Range{end}Value": choice.get(end.lower()) for end in ("Minimum", "Maximum")}
    return {end: None if value is None else {"StaticValue": _moment(value)} for end, value in ends.items()}


def _relative(content: Json, choice: Json) -> Json:
    type_, granularity, amount = choice["type"], choice["granularity"], choice.get("amount") or 1
    if type_ not in ("PREVIOUS", "THIS", "LAST", "NOW", "NEXT") or granularity not in GRANULARITIES:
        raise ValueError(choice)
    return {"RelativeDateType": type_, "TimeGranularity": granularity, "RelativeDateValue": int(amount)}


def _moment(value: Any) -> datetime:
    given = datetime.fromisoformat(str(value))
    return given if given.tzinfo else given.replace(tzinfo=UTC)


_CHOSEN: dict[str, Callable[[Json, Json], Json]] = {
    "CategoryFilter": _category,
    "NumericEqualityFilter": _number,
    "NumericRangeFilter": _numbers,
    "TimeEqualityFilter": _time,
    "TimeRangeFilter": _times,
    "RelativeDatesFilter": _relative,
}
