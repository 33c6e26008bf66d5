from pathlib import Path

from offline_aws.firehose.kinesis_source import END, Shard, readable
from offline_aws.firehose.reader import Checkpoints

PARENT, CHILD, MERGED = Shard("1"), Shard("2", ("1",)), Shard("3", ("1", "2"))


def test_a_shard_is_read_when_all_that_it_comes_from_are_read_to_the_end() -> None:
    shards = [PARENT, CHILD, MERGED]
    assert [readable(shards, ended) for ended in ({}, {"1": "7"}, {"1": END}, {"1": END, "2": END})] == [
        [PARENT],
        [PARENT],
        [CHILD],
        [MERGED],
    ]


def test_a_parent_that_is_gone_holds_no_shard_up() -> None:
    assert readable([CHILD], {}) == [CHILD]


def test_checkpoints_are_there_for_the_next_process(tmp_path: Path) -> None:
    Checkpoints(tmp_path).move("1", "7")
    assert Checkpoints(tmp_path).by_shard == {"1": "7"}


def test_a_sandbox_that_keeps_nothing_remembers_checkpoints_for_itself() -> None:
    checkpoints = Checkpoints(None)
    checkpoints.move("1", "7")
    assert checkpoints.by_shard == {"1": "7"}
