"""Statistics to the last digit: the moments are added up value by value as Trino does.

https://en.wikipedia.org/wiki/Algorithms_for_calculating_variance, and https://trino.io/docs/current/functions/aggregate.html
"""

import math
from collections.abc import Callable

from offline_aws.athena.sql.python_functions.registry import PythonFunction


def _moments(values: list[float]) -> tuple[float, float, float]:
    """The second, third and fourth central moment, added up as Trino does."""
    mean = squares = cubes = fourths = 0.0
    for count, value in enumerate(values, 1):
        delta = value - mean
        part = delta / count
        square = part * part
        step = delta * part * (count - 1)
        mean += part
        fourths += step * square * (float(count * count) - 3 * count + 3) + 6 * square * squares - 4 * part * cubes
        cubes += step * part * (count - 2) - 3 * part * squares
        squares += step
    return squares, cubes, fourths


def skewness(values: list[float]) -> float | None:
    """Of the values themselves."""
    squares, cubes, _ = _moments(values)
    if len(values) < 3:
        return None
    return math.sqrt(len(values)) * cubes / squares**1.5 if squares else math.nan


def kurtosis(values: list[float]) -> float | None:
    """The excess of the population that the values are a sample of."""
    squares, _, fourths = _moments(values)
    n = float(len(values))
    if n < 4:
        return None
    if not squares:
        return math.nan
    rest = (n - 2) * (n - 3)
    return ((n - 1) * n * (n + 1)) / rest * fourths / (squares * squares) - 3 * ((n - 1) * (n - 1)) / rest


class _CoMoments:
    """Of pairs of a dependent value y and an independent one x."""

    def __init__(self, ys: list[float], xs: list[float]) -> None:
        self.mean_x = self.mean_y = self.both = self.squares_x = self.squares_y = 0.0
        for count, (y, x) in enumerate(zip(ys, xs, strict=True), 1):
            old_x, old_y = self.mean_x, self.mean_y
            self.mean_x += (x - old_x) / count
            self.mean_y += (y - old_y) / count
            self.both += (x - old_x) * (y - self.mean_y)
            self.squares_x += (x - old_x) * (x - self.mean_x)
            self.squares_y += (y - old_y) * (y - self.mean_y)

    @property
    def correlation(self) -> float | None:
        if not self.squares_x:
            return None
        return _quotient(self.both / math.sqrt(self.squares_x), math.sqrt(self.squares_y))

    @property
    def slope(self) -> float | None:
        return _quotient(self.both, self.squares_x)

    @property
    def intercept(self) -> float | None:
        slope = self.slope
        return None if slope is None else self.mean_y - slope * self.mean_x


def _quotient(dividend: float, divisor: float) -> float | None:
    """None for what is not finite."""
    found = dividend / divisor if divisor else math.nan
    return found if math.isfinite(found) else None


def _of_pairs(name: str) -> Callable[[list[float], list[float]], float | None]:
    return lambda ys, xs: getattr(_CoMoments(ys, xs), name)


FUNCTIONS = (
    PythonFunction("kurtosis", kurtosis, ["DOUBLE[]"], "DOUBLE"),
    PythonFunction("skewness", skewness, ["DOUBLE[]"], "DOUBLE"),
    PythonFunction("corr", _of_pairs("correlation"), ["DOUBLE[]", "DOUBLE[]"], "DOUBLE"),
    PythonFunction("regr_slope", _of_pairs("slope"), ["DOUBLE[]", "DOUBLE[]"], "DOUBLE"),
    PythonFunction("regr_intercept", _of_pairs("intercept"), ["DOUBLE[]", "DOUBLE[]"], "DOUBLE"),
)
