"""A click: the moment a guest leaves a menu item, and how long they looked at it."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Click:
    """One look at one menu item."""

    element_clicked: str
    time_spent: int  # seconds
    source_menu: str
    created_at: datetime

    def body(self) -> bytes:
        """The request's body; `created_at` is UTC, to the second."""
        fields = {**vars(self), "created_at": f"{self.created_at.astimezone(UTC):%Y-%m-%d %H:%M:%S}"}
        return json.dumps(fields, ensure_ascii=False).encode()


def bodies_of(lines: Iterable[bytes], on_malformed: Callable[[int, str], None]) -> Iterator[bytes]:
    """The lines of a JSON Lines file as request bodies, byte for byte, without their line ends.

    A line that is no JSON object goes to `on_malformed`, with its number from 1 and the reason; an empty line
    holds no click and is passed over.
    """
    for number, line in enumerate(lines, start=1):
        body = line.rstrip(b"\r\n")
        if not body.strip():
            continue
        try:
            if not isinstance(json.loads(body.decode()), dict):
                raise ValueError("not a JSON object")
        except (ValueError, RecursionError) as error:
            on_malformed(number, str(error))
        else:
            yield body
