from offline_aws.firehose.buffer import MIB, ZERO_INTERVAL, Buffer, Hints
from offline_aws.firehose.models import Record


def record(size: int) -> Record:
    return Record("id", 0, b"x" * size)


def buffer_of(*sizes: int, hints: Hints) -> Buffer:
    buffer = Buffer(hints)
    buffer.add([record(size) for size in sizes], now=100.0)
    return buffer


def test_an_empty_buffer_is_never_due() -> None:
    assert Buffer(Hints(10, 60)).due_at() is None


def test_a_buffer_is_due_when_its_oldest_record_has_waited_the_interval() -> None:
    buffer = buffer_of(1, hints=Hints(10, 60))
    buffer.add([record(1)], now=130.0)
    assert buffer.due_at() == 160.0


def test_a_buffer_that_reaches_its_size_is_due_at_once() -> None:
    assert buffer_of(5, 5, hints=Hints(10, 60)).due_at() == 100.0


def test_a_buffer_one_byte_short_of_its_size_waits() -> None:
    assert buffer_of(5, 4, hints=Hints(10, 60)).due_at() == 160.0


def test_a_batch_is_the_oldest_records_that_just_reach_the_size() -> None:
    buffer = buffer_of(4, 4, 4, 4, hints=Hints(10, 60))
    assert ([len(r.data) for r in buffer.take()], len(buffer)) == ([4, 4, 4], 1)


def test_a_batch_has_so_many_records_at_most() -> None:
    buffer = buffer_of(1, 1, 1, hints=Hints(10, 60, most=2))
    assert (buffer.due_at(), len(buffer.take()), buffer.due_at()) == (100.0, 2, 160.0)


def test_records_behind_a_batch_keep_their_own_age() -> None:
    buffer = buffer_of(10, hints=Hints(10, 60))
    buffer.add([record(1)], now=130.0)
    buffer.take()
    assert buffer.due_at() == 190.0


def test_records_without_bytes_are_taken_too() -> None:
    assert len(buffer_of(0, 0, hints=Hints(10, 60)).take()) == 2


def test_changed_hints_hold_for_what_is_buffered() -> None:
    buffer = buffer_of(1, hints=Hints(10, 300))
    buffer.hints = Hints(10, 60)
    assert buffer.due_at() == 160.0


def test_sizes_are_given_in_mebibytes() -> None:
    assert Hints.of(5, 300) == Hints(5 * MIB, 300)


def test_an_interval_of_zero_waits_a_moment_for_company() -> None:
    assert Hints.of(0.2, 0) == Hints(209715, ZERO_INTERVAL)


def test_each_partition_fills_and_waits_for_itself() -> None:
    a, b = (Record("id", 0, b"x" * 6, partition=(("key", key),)) for key in "ab")
    buffer = Buffer(Hints(10, 60))
    buffer.add([a, b, b], now=100.0)
    assert (buffer.due_at(), buffer.take(), buffer.due_at(), buffer.take(), buffer.partitions) == (
        100.0,
        [b, b],
        160.0,
        [a],
        frozenset(),
    )
