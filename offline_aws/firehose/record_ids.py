"""The ids that puts are answered with."""

import itertools
import time

# They rise, over restarts as well, and look like AWS's: 56 digits and a sub-sequence number.
_sequence = itertools.count(496 * 10**53 + time.time_ns() * 10**25)


def next_id() -> str:
    return f"{next(_sequence)}000000"
