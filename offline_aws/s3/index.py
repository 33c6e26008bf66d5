"""The index of the S3 data folder: what exists, with all that S3 knows of it but the bytes, in one SQLite file.

Of small files it holds the bytes as well, until they are synced (:mod:`offline_aws.s3.unsynced`).
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import NamedTuple

from offline_aws.database import Database

# The 1,000 pages that SQLite lets its log grow to, beside the 2 MiB of its cache.
FILLER_BYTES = 6 * 1024 * 1024
FORMATS = (
    """
    CREATE TABLE buckets (name TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE objects (
        position INTEGER PRIMARY KEY AUTOINCREMENT,  -- the versions of a key in their order, the current one last
        bucket TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL,
        data TEXT NOT NULL,
        file TEXT, path TEXT,                        -- NULL for a delete marker
        UNIQUE (bucket, key, version)
    );
    CREATE TABLE uploads (
        bucket TEXT NOT NULL, id TEXT NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (bucket, id)
    ) WITHOUT ROWID;
    CREATE TABLE parts (
        bucket TEXT NOT NULL, upload TEXT NOT NULL, number INTEGER NOT NULL,
        data TEXT NOT NULL, file TEXT NOT NULL, path TEXT NOT NULL,
        PRIMARY KEY (bucket, upload, number)
    ) WITHOUT ROWID;
    CREATE TABLE garbage (path TEXT PRIMARY KEY) WITHOUT ROWID;  -- of what was deleted, until the file is gone too
    """,
    """
    CREATE TABLE unsynced (file TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;  -- the bytes of small files
    """,
)


class ObjectRow(NamedTuple):
    """An object's version or a delete marker; times and the rest are in ``data`` (:mod:`offline_aws.s3.codec`).

    :param file: the name under which the file was written to ``staging/``
    :param path: where it belongs, relative to the data folder
    """

    bucket: str
    key: str
    version: str
    data: str
    file: str | None
    path: str | None


class PartRow(NamedTuple):
    bucket: str
    upload: str
    number: int
    data: str
    file: str
    path: str


class UploadRow(NamedTuple):
    bucket: str
    id: str
    data: str


class Index:
    """Reads and writes rows; each write belongs in a :meth:`transaction`.

    :raises DataFolderError: a later release wrote it
    """

    def __init__(self, file: Path) -> None:
        self._database = Database(file, FORMATS)
        self._lengthen_log()

    def _lengthen_log(self) -> None:
        """Give the log its full size, once for all: a commit that has to lengthen it takes twice as long (ext4).

        What a transaction holds beyond the cache goes to the log before it ends, and the log keeps its size when it
        is taken back. On a full disk the log grows as it must.
        """
        with suppress(sqlite3.OperationalError):
            self._database.execute("BEGIN")
            self._database.execute(f"CREATE TABLE filler AS SELECT zeroblob({FILLER_BYTES})")
        self._database.rollback()

    def transaction(self) -> AbstractContextManager[None]:
        """All writes of the block, durable when it ends, or none of them."""
        return self._database.transaction()

    def close(self) -> None:
        self._database.close()

    # --- buckets ---

    def buckets(self) -> list[tuple[str, str]]:
        return self._database.execute("SELECT name, data FROM buckets ORDER BY name").fetchall()

    def bucket(self, name: str) -> str | None:
        row = self._database.execute("SELECT data FROM buckets WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def put_bucket(self, name: str, data: str) -> None:
        self._database.execute("INSERT OR REPLACE INTO buckets VALUES (?, ?)", (name, data))

    def delete_bucket(self, name: str) -> None:
        """The bucket with all that is in it."""
        self._database.execute("DELETE FROM buckets WHERE name = ?", (name,))
        self._database.execute("DELETE FROM objects WHERE bucket = ?", (name,))
        self._database.execute("DELETE FROM uploads WHERE bucket = ?", (name,))
        self._database.execute("DELETE FROM parts WHERE bucket = ?", (name,))

    # --- objects ---

    def objects(self, bucket: str, key: str | None = None) -> Iterator[ObjectRow]:
        """The versions of a key, or of all keys of a bucket, the current one of each last."""
        columns = "SELECT bucket, key, version, data, file, path FROM objects WHERE bucket = ?"
        if key is None:
            rows = self._database.execute(f"{columns} ORDER BY position", (bucket,))
        else:
            rows = self._database.execute(f"{columns} AND key = ? ORDER BY position", (bucket, key))
        return map(ObjectRow._make, rows)

    def put_object(self, row: ObjectRow) -> None:
        """Add a version as the current one, or change it where it is."""
        self._database.execute(
            "INSERT INTO objects (bucket, key, version, data, file, path) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (bucket, key, version) DO UPDATE SET"
            " data = excluded.data, file = excluded.file, path = excluded.path",
            row,
        )

    def delete_object(self, bucket: str, key: str, version: str) -> None:
        self._database.execute(
            "DELETE FROM objects WHERE bucket = ? AND key = ? AND version = ?", (bucket, key, version)
        )

    # --- multipart uploads ---

    def uploads(self, bucket: str) -> list[UploadRow]:
        rows = self._database.execute("SELECT bucket, id, data FROM uploads WHERE bucket = ?", (bucket,))
        return list(map(UploadRow._make, rows))

    def upload(self, bucket: str, upload: str) -> UploadRow | None:
        row = self._database.execute(
            "SELECT bucket, id, data FROM uploads WHERE bucket = ? AND id = ?", (bucket, upload)
        ).fetchone()
        return UploadRow._make(row) if row else None

    def put_upload(self, row: UploadRow) -> None:
        self._database.execute("INSERT OR REPLACE INTO uploads VALUES (?, ?, ?)", row)

    def delete_upload(self, bucket: str, upload: str) -> None:
        """The upload with its parts."""
        self._database.execute("DELETE FROM uploads WHERE bucket = ? AND id = ?", (bucket, upload))
        self._database.execute("DELETE FROM parts WHERE bucket = ? AND upload = ?", (bucket, upload))

    def parts(self, bucket: str, upload: str) -> list[PartRow]:
        rows = self._database.execute(
            "SELECT bucket, upload, number, data, file, path FROM parts WHERE bucket = ? AND upload = ?",
            (bucket, upload),
        )
        return list(map(PartRow._make, rows))

    def part(self, bucket: str, upload: str, number: int) -> PartRow | None:
        row = self._database.execute(
            "SELECT bucket, upload, number, data, file, path FROM parts WHERE bucket = ? AND upload = ? AND number = ?",
            (bucket, upload, number),
        ).fetchone()
        return PartRow._make(row) if row else None

    def put_part(self, row: PartRow) -> None:
        self._database.execute("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?, ?)", row)

    # --- garbage ---

    def garbage(self) -> list[str]:
        return [path for (path,) in self._database.execute("SELECT path FROM garbage")]

    def put_garbage(self, path: str) -> None:
        self._database.execute("INSERT OR REPLACE INTO garbage VALUES (?)", (path,))

    def delete_garbage(self, path: str) -> None:
        self._database.execute("DELETE FROM garbage WHERE path = ?", (path,))

    # --- bytes of small files ---

    def bodies(self) -> dict[str, bytes]:
        """The bytes of the files that are not known to be on disk, by the files' names."""
        return dict(self._database.execute("SELECT file, body FROM unsynced"))

    def put_body(self, file: str, body: bytes) -> None:
        self._database.execute("INSERT INTO unsynced VALUES (?, ?)", (file, body))

    def delete_bodies(self, files: Iterable[str]) -> None:
        self._database.execute_each("DELETE FROM unsynced WHERE file = ?", ((file,) for file in files))
