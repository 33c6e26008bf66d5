"""How `make test` shares the tests between two processes, by pytest-xdist.

The tests of the run's one LocalStack are begun by one of them. The other begins with those that start a LocalStack of
their own; then both take files of the unit tests until none is left. The order is that of the folders' names.
"""

from xdist.scheduler import LoadScopeScheduling

APART = ("/own_sandbox/", "tests/unit/")


class OneLocalStack(LoadScopeScheduling):
    """Never gives the one LocalStack's tests to two processes: each would start it."""

    def _split_scope(self, nodeid: str) -> str:
        """The name of what stays together: pytest-xdist runs all tests of a name in one process."""
        return nodeid.split("::")[0] if any(folder in nodeid for folder in APART) else "one LocalStack"
