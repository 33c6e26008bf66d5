"""A visual of a definition as what is to be queried and drawn: its kind, its fields and its options.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_Visual.html
"""

from dataclasses import dataclass, field

from offline_aws.quicksight.fields import ADDITIVE, Dimension, Limit, Measure, Sort
from offline_aws.quicksight.models import Json

_RANKED = {"bar", "pie", "line", "combo", "heat"}


@dataclass(frozen=True)
class Visual:
    """What to query and how to draw it.

    :param kind: bar, pie, line, combo, scatter, heat, box, histogram, kpi, table or pivot
    :param limits: how many values of a dimension are shown at most, for those that are limited
    :param options: what the drawing needs to know beside the rows
    :param labels: what a field is called instead of its column's name, by its id
    """

    id: str
    kind: str
    title: str
    subtitle: str
    alt_text: str
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    sort: tuple[Sort, ...] = ()
    limits: tuple[Limit, ...] = ()
    options: Json = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[Dimension | Measure, ...]:
        """The dimensions and then the measures: the columns of the visual's query."""
        return (*self.dimensions, *self.measures)

    @property
    def grouped(self) -> bool:
        """Whether rows become groups; a plain table shows them as they are."""
        return bool(self.options.get("grouped", True))

    @property
    def by_measure(self) -> bool:
        """Whether the first sort is by a value, which is so where no sort is given."""
        return not self.sort or self.sort[0].field_id in {each.field_id for each in self.measures}

    @property
    def ranked(self) -> bool:
        """Whether the values of its dimensions must be ranked over all rows before the visual's groups are made.

        So it is for a limit that keeps the rest as Other, for any limit or sort of its own beside a second dimension,
        and where categories of several colors are sorted by a value that does not add up over the colors.
        """
        if self.kind not in _RANKED:
            return False
        if len(self.dimensions) < 2:
            return any(limit.other for limit in self.limits)
        of_second = any(sort.of == self.dimensions[1].field_id for sort in self.sort)
        return bool(self.limits) or of_second or (self.by_measure and self.measures[0].function not in ADDITIVE)

    @property
    def data_set(self) -> str | None:
        """The identifier of the data set, None when no field names one."""
        return next((each.data_set for each in self.fields if each.data_set), None)

    def limit_of(self, dimension: Dimension) -> Limit | None:
        return next((each for each in self.limits if each.field_id == dimension.field_id), None)
