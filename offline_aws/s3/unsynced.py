"""Small files are synced in batches, off the path of a request; until then the index holds their bytes.

So a small put waits for one sync, that of the index. A batch takes its bytes out of the index again; a start after a
crash writes the files of the last batch from there (:mod:`offline_aws.s3.recovery`).
"""

import logging
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

from offline_aws.s3.files import DataFile, FileStore
from offline_aws.s3.index import Index

LOG = logging.getLogger(__name__)

# With SMALL_BYTES this bounds what the index holds of bytes, and what a start has to write.
BATCH = 256


class Unsynced:
    """The small files that were recorded since the last batch.

    :param lock: held by whoever writes to the index, and calls :meth:`add`
    """

    def __init__(self, store: FileStore, index: Index, lock: threading.RLock) -> None:
        self._store = store
        self._index = index
        self._lock = lock
        self._files: list[DataFile] = []
        self._thread = ThreadPoolExecutor(1, "s3-sync")

    def add(self, file: DataFile) -> None:
        self._files.append(file)
        if len(self._files) >= BATCH:
            self._thread.submit(self._sync, self._take())

    def close(self) -> None:
        """Sync all there is."""
        with self._lock:
            self._thread.submit(self._sync, self._take())
        self._thread.shutdown()

    def _take(self) -> list[DataFile]:
        files, self._files = self._files, []
        return files

    def _sync(self, files: list[DataFile]) -> None:
        """What fails here stays in the index, from which the next start makes the files again."""
        try:
            self._store.sync(files)
            with self._lock, self._index.transaction():
                self._index.delete_bodies(file.id for file in files)
        except (OSError, sqlite3.Error) as error:
            LOG.warning("%d small files are not synced: %s", len(files), error)
