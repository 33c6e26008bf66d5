from offline_aws.quicksight.changes import Changes


def test_only_writes_to_other_buckets_than_athenas_are_news() -> None:
    changes = Changes()
    for bucket in ("data", "results", "data"):
        changes.add(bucket)
    assert changes.count({"results"}) == 2


def test_a_follower_hears_the_count_at_once_and_again_without_news() -> None:
    changes = Changes()
    changes.add("data")
    assert list(changes.follow(set(), heartbeat=0, lifetime=2)) == [1, 1]


def test_a_follower_is_let_go_when_the_sandbox_stops() -> None:
    changes = Changes()
    changes.stop()
    assert list(changes.follow(set(), heartbeat=60, lifetime=2)) == []
