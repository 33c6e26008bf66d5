"""Numbers as Java writes them. https://docs.oracle.com/javase/8/docs/api/java/lang/Double.html#toString-double-"""

import struct
from decimal import Decimal


def java_double(value: float, text: str | None = None) -> str:
    """A double as Java's Double.toString writes it: 1.0, 1.0E7, 1.0E-4, NaN, Infinity."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return repr(value)
    digits = Decimal(text or repr(value)).normalize()
    if 1e-3 <= abs(value) < 1e7:
        plain = format(digits, "f")
        return plain if "." in plain else f"{plain}.0"
    sign, figures, _ = digits.as_tuple()
    fraction = "".join(map(str, figures[1:])) or "0"
    return f"{'-' if sign else ''}{figures[0]}.{fraction}E{digits.adjusted()}"


def java_float(value: float) -> str:
    """The shortest text that reads back as the same 32-bit float."""
    for precision in range(1, 10):
        text = f"{value:.{precision}g}"
        if struct.pack("f", float(text)) == struct.pack("f", value):
            return java_double(value, text)
    return java_double(value)
