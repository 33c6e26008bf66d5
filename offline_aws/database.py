"""A SQLite file of the data folder: what a transaction wrote is there after a crash, and its format has a number.

The write-ahead log makes a transaction durable before it returns (``synchronous=FULL``): https://www.sqlite.org/wal.html
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from offline_aws.data_folder import DataFolderError


class Database:
    """A file of the last of some formats, made when there is none.

    :param formats: the statements that make each format of the one before, the first of an empty file. One that was
        released stays as it is: a change that an earlier release can't read is one more
    :raises DataFolderError: a later release wrote it
    """

    def __init__(self, file: Path, formats: Sequence[str]) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self.execute("PRAGMA journal_mode = WAL")
        self.execute("PRAGMA synchronous = FULL")
        (version,) = self.execute("PRAGMA user_version").fetchone()
        if version > len(formats):
            raise DataFolderError(
                f"{file} has format {version}, and this release reads formats up to {len(formats)}: "
                "use the release that wrote it, or make reset to start empty"
            )
        for number, statements in enumerate(formats[version:], version + 1):
            self._connection.executescript(f"BEGIN; {statements}; PRAGMA user_version = {number}; COMMIT")

    def execute(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        return self._connection.execute(statement, values)

    def execute_each(self, statement: str, values: Iterator[Sequence[Any]]) -> None:
        self._connection.executemany(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes of the block, durable when it ends, or none of them."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self.rollback()
            raise

    def rollback(self) -> None:
        """Take back what was begun, unless a full disk has."""
        self._connection.rollback()

    def close(self) -> None:
        self._connection.close()


@contextmanager
def reading(file: Path, remedy: str, errors: tuple[type[Exception], ...] = (sqlite3.DatabaseError,)) -> Iterator[None]:
    """
    :param remedy: what to do when it is damaged
    :param errors: what says that it is
    :raises DataFolderError: what the block reads of the file is damaged
    """
    try:
        yield
    except sqlite3.OperationalError:
        # The disk's fault (full, read only), not the file's.
        raise
    except errors as error:
        raise DataFolderError(f"{file} can't be read ({error}): {remedy}") from error
