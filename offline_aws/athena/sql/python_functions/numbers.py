"""Numbers: decimals beyond DuckDB's, distributions, places for combinations and shuffling.

https://trino.io/docs/current/functions/math.html and decimal.html
"""

import itertools
import math
import random
from decimal import ROUND_HALF_UP, Context, Decimal
from statistics import NormalDist

from offline_aws.athena.sql.python_functions.registry import PythonFunction, fail, refuse

_EXACT = Context(prec=80, rounding=ROUND_HALF_UP)


def quotient(left: str, right: str, scale: int) -> str:
    """A decimal divided by another, rounded half up to ``scale`` digits."""
    if not Decimal(right):
        fail("DIVISION_BY_ZERO", "Division by zero")
    return _fitting(_EXACT.divide(Decimal(left), Decimal(right)), scale)


def product(left: str, right: str, scale: int) -> str:
    return _fitting(_EXACT.multiply(Decimal(left), Decimal(right)), scale)


def _fitting(value: Decimal, scale: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-scale), context=_EXACT)
    if abs(rounded.scaleb(scale, _EXACT)) >= Decimal(10) ** 38:
        fail("NUMERIC_VALUE_OUT_OF_RANGE", "Decimal overflow")
    return format(rounded, "f")


def normal_cdf(mean: float, deviation: float, value: float) -> float:
    return _normal(mean, deviation).cdf(value)


def inverse_normal_cdf(mean: float, deviation: float, share: float) -> float:
    if not 0 < share < 1:
        refuse("p must be 0 > p > 1")
    return _normal(mean, deviation).inv_cdf(share)


def _normal(mean: float, deviation: float) -> NormalDist:
    if deviation <= 0:
        refuse("standardDeviation must be > 0")
    return NormalDist(mean, deviation)


_MOST = 100_000


def combinations(size: int, length: int) -> list[list[int]]:
    """The places, from 1, of the elements of each combination, in Trino's order: by the last element first."""
    if not 0 <= length <= 5:
        refuse(
            f"combination size must not exceed 5: {length}"
            if length > 5
            else f"combination size must not be negative: {length}"
        )
    if math.comb(size, length) > _MOST:
        refuse("combinations exceed max size")
    found = sorted(itertools.combinations(range(1, size + 1), length), key=lambda places: places[::-1])
    return [list(places) for places in found]


def shuffle(size: int, row: int) -> list[int]:
    """Places from 1 in a random order; ``row`` differs from row to row, so that DuckDB asks for each."""
    return random.sample(range(1, size + 1), size)


def bitwise_shift(value: int, places: int, bits: int, kind: str) -> int:
    """``kind`` is left, right (zeros come in) or arithmetic (the sign does)."""
    if kind == "arithmetic":
        return value >> min(places, bits)
    whole = value % 2**bits
    shifted = whole >> places if kind == "right" else whole << places if places < bits else 0
    shifted %= 2**bits
    return shifted - 2**bits if shifted >= 2 ** (bits - 1) else shifted


def numeric_histogram(buckets: int, values: list[float], weights: list[float]) -> dict[float, float]:
    """Values and weights in so many buckets: the two that differ least are made one until few enough are left."""
    if buckets < 2:
        refuse("numeric_histogram bucket count must be greater than one")
    found: dict[float, float] = {}
    for value, weight in zip(values, weights, strict=True):
        found[value] = found.get(value, 0) + weight
    entries = sorted(found.items())
    while len(entries) > buckets:
        place = min(range(len(entries) - 1), key=lambda index: _penalty(entries[index], entries[index + 1]))
        (a, v), (b, w) = entries[place : place + 2]
        entries[place : place + 2] = [((a * v + b * w) / (v + w), v + w)]
    return dict(entries)


def _penalty(left: tuple[float, float], right: tuple[float, float]) -> float:
    weight = left[1] + right[1]
    return float((left[0] - right[0]) ** 2 * left[1] * right[1] / weight**2)


def grouped_places(texts: list[str | None]) -> list[list[int]]:
    """The places, from 1, of the elements that are alike, in the order in which each first occurs."""
    found: dict[str | None, list[int]] = {}
    for place, text in enumerate(texts, 1):
        found.setdefault(text, []).append(place)
    return list(found.values())


FUNCTIONS = (
    PythonFunction("grouped_places", grouped_places, ["VARCHAR[]"], "BIGINT[][]"),
    PythonFunction("bitwise_shift", bitwise_shift, ["BIGINT", "INTEGER", "INTEGER", "VARCHAR"], "BIGINT"),
    PythonFunction("numeric_histogram", numeric_histogram, ["BIGINT", "DOUBLE[]", "DOUBLE[]"], "MAP(DOUBLE, DOUBLE)"),
    PythonFunction("decimal_quotient", quotient, ["VARCHAR", "VARCHAR", "INTEGER"], "VARCHAR"),
    PythonFunction("decimal_product", product, ["VARCHAR", "VARCHAR", "INTEGER"], "VARCHAR"),
    PythonFunction("normal_cdf", normal_cdf, ["DOUBLE", "DOUBLE", "DOUBLE"], "DOUBLE"),
    PythonFunction("inverse_normal_cdf", inverse_normal_cdf, ["DOUBLE", "DOUBLE", "DOUBLE"], "DOUBLE"),
    PythonFunction("combinations", combinations, ["BIGINT", "BIGINT"], "BIGINT[][]"),
    PythonFunction("shuffle", shuffle, ["BIGINT", "BIGINT"], "BIGINT[]"),
)
