"""What a request changed is on disk before the client is answered, whole or not at all.

1. LocalStack's provider handles the request. Bytes are written to ``staging/``, and synced unless they are few.
2. :meth:`Durability.commit` compares what the request may have touched with the index and writes the difference in one
   transaction, few bytes included: from here on the change survives a crash, and a crash before it leaves no trace.
3. Files are moved where their keys say, and those of deleted objects removed. What a crash leaves undone of this is
   done at the next start (:mod:`offline_aws.s3.recovery`).
4. The client is answered.

When step 2 fails (a full disk), the models are set back to what the index says, and the client gets an error.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from localstack.aws.api import CommonServiceException
from localstack.services.s3.models import S3Bucket, S3Object

from offline_aws.s3 import codec, layout, memory, recovery
from offline_aws.s3.files import DataFile, FileStore, Written
from offline_aws.s3.index import Index, ObjectRow, PartRow, UploadRow
from offline_aws.s3.touched import KeyName, PartName, Touched, UploadName
from offline_aws.s3.unsynced import Unsynced

LOG = logging.getLogger(__name__)


class Move(NamedTuple):
    file: DataFile
    path: str
    previous: str | None


class Deletion(NamedTuple):
    path: str
    file: str | None


@dataclass
class FileChanges:
    """What follows on disk from a transaction."""

    moves: list[Move] = field(default_factory=list)
    deletions: list[Deletion] = field(default_factory=list)


class Durability:
    def __init__(self, store: FileStore, index: Index) -> None:
        self._store = store
        self._index = index
        self._lock = threading.RLock()
        self._unsynced = Unsynced(store, index, self._lock)
        # Deleted files that the index still lists.
        self._swept: list[str] = []

    def close(self) -> None:
        """Leave nothing for the next start to do."""
        self._unsynced.close()
        self._index.close()

    @contextmanager
    def request(self, touched: Callable[[], Touched]) -> Iterator[None]:
        """Keep what the block changes, also when it raises: LocalStack does not undo what it did until then.

        :param touched: asked when the block has ended
        """
        with self._store.request() as written:
            try:
                yield
            finally:
                self.commit(with_written(touched(), written))

    def commit(self, touched: Touched) -> None:
        """Make the index say what LocalStack's models say.

        :raises OSError, sqlite3.Error: it could not; the models now say what the index says
        """
        changes = FileChanges()
        with self._lock:
            try:
                with self._index.transaction():
                    for path in self._swept:
                        self._index.delete_garbage(path)
                    self._record(touched, changes)
            except BaseException:
                recovery.restore(self._store, self._index, touched)
                raise
            self._swept.clear()
            self._apply(changes)

    # --- from the models to the index ---

    def _record(self, touched: Touched, changes: FileChanges) -> None:
        for name in touched.buckets:
            self._record_bucket(name, changes)
        for key in touched.keys:
            if bucket := memory.find_bucket(key.bucket):
                self._record_key(bucket, key, changes)
        for upload in touched.uploads:
            if bucket := memory.find_bucket(upload.bucket):
                self._record_upload(bucket, upload, changes)
        for part in touched.parts:
            if bucket := memory.find_bucket(part.bucket):
                self._record_part(bucket, part, changes)

    def _record_bucket(self, name: str, changes: FileChanges) -> None:
        bucket, known = memory.find_bucket(name), self._index.bucket(name)
        folder = str(layout.bucket_folder(name))
        if bucket is None:
            if known:
                self._index.delete_bucket(name)
                self._discard(folder, None, changes)
            return
        data = codec.encode_bucket(bucket, memory.bucket_tags(bucket))
        if data != known:
            self._index.put_bucket(name, data)
            self._index.delete_garbage(folder)

    def _record_key(self, bucket: S3Bucket, name: KeyName, changes: FileChanges) -> None:
        held = memory.versions(bucket, name.key)
        known = {row.version: row for row in self._index.objects(*name)}
        for version, row in known.items():
            if version not in held:
                self._index.delete_object(*name, version)
                self._discard(row.path, row.file, changes)
        for version, item in held.items():
            self._record_version(bucket, version, item, known.get(version), changes)

    def _record_version(
        self, bucket: S3Bucket, version: str, item: memory.Version, known: ObjectRow | None, changes: FileChanges
    ) -> None:
        file = self._file_of(item) if isinstance(item, S3Object) else None
        data = codec.encode_object(item, memory.object_tags(bucket, item.key, version))
        if known and (known.data, known.file) == (data, file.id if file else None):
            return
        path = known.path if known else None
        if file and not path:
            path = self._free_path(bucket.name, item.key, version)
        self._index.put_object(
            ObjectRow(bucket.name, item.key, version, data, file.id if file else None, path if file else None)
        )
        if file and path and not file.recorded:
            self._place(Move(file, path, known.file if known else None), changes)
        elif not file and known:
            self._discard(known.path, known.file, changes)

    def _record_upload(self, bucket: S3Bucket, name: UploadName, changes: FileChanges) -> None:
        if upload := bucket.multiparts.get(name.upload):
            self._index.put_upload(UploadRow(*name, codec.encode_upload(upload)))
            return
        for part in self._index.parts(*name):
            self._discard(part.path, part.file, changes)
        self._index.delete_upload(*name)

    def _record_part(self, bucket: S3Bucket, name: PartName, changes: FileChanges) -> None:
        upload = bucket.multiparts.get(name.upload)
        part = upload.parts.get(str(name.number)) if upload else None
        if part is None:
            # Aborted or completed meanwhile, by a request that records that.
            return
        file, known = self._store.file_of(part), self._index.part(*name)
        if known and known.file == file.id:
            return
        path = known.path if known else str(layout.part_path(*name))
        self._index.put_part(PartRow(*name, codec.encode_part(part), file.id, path))
        self._place(Move(file, path, known.file if known else None), changes)

    def _place(self, move: Move, changes: FileChanges) -> None:
        if move.file.body is not None:
            self._index.put_body(move.file.id, move.file.body)
        changes.moves.append(move)

    def _file_of(self, item: S3Object) -> DataFile:
        file = self._store.file_of(item)
        if file.gone:
            raise CommonServiceException(
                "OperationAborted",
                "A conflicting conditional operation is currently in progress against this resource. Try again.",
                status_code=409,
            )
        return file

    def _free_path(self, bucket: str, key: str, version: str) -> str:
        """The readable path, unless another key's file or folder stands there (``a`` and ``a/b``; ``A`` and ``a``)."""
        readable = layout.readable_path(bucket, key, version)
        if readable:
            place = self._store.root / readable
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
            except (FileExistsError, NotADirectoryError):
                pass
            else:
                if not place.exists(follow_symlinks=False):
                    return str(readable)
        return str(layout.odd_path(bucket, key, version))

    def _discard(self, path: str | None, file: str | None, changes: FileChanges) -> None:
        if path:
            self._index.put_garbage(path)
            changes.deletions.append(Deletion(path, file))

    # --- from the index to the files ---

    def _apply(self, changes: FileChanges) -> None:
        """Move and delete; what fails is left for the next start, the index knows of it."""
        for file, path, previous in changes.moves:
            small = file.body is not None
            self._store.record(file)
            self._store.move(file, self._store.root / path, previous)
            if small:
                self._unsynced.add(file)
        for path, file_id in changes.deletions:
            try:
                self._store.delete(self._store.root / path, file_id)
                self._swept.append(path)
            except OSError as error:
                LOG.warning("%s could not be removed: %s", path, error)


def with_written(touched: Touched, written: list[Written]) -> Touched:
    touched.keys |= {KeyName(bucket, model.key) for bucket, model, _ in written if isinstance(model, S3Object)}
    return touched
