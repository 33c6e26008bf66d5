"""A storage backend for LocalStack's S3 provider that keeps each object as a file.

A file is written under a name of its own in ``staging/``, and only moved to where its key says once the index
(:mod:`offline_aws.s3.index`) has recorded it: see :mod:`offline_aws.s3.durability`. Files never change after that, so a
reader holds the one that it opened and nothing needs locks against writers.

A large file is synced before it is recorded. The bytes of a small one are recorded with it, and it is synced later,
among others (:mod:`offline_aws.s3.unsynced`).
"""

import base64
import hashlib
import logging
import os
import shutil
import threading
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO, UnsupportedOperation
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple
from weakref import WeakKeyDictionary

from localstack.aws.api.s3 import NoSuchKey
from localstack.services.s3.constants import S3_CHUNK_SIZE
from localstack.services.s3.models import S3Multipart, S3Object, S3Part
from localstack.services.s3.storage.core import (
    LimitedStream,
    S3ObjectStore,
    S3StoredMultipart,
    S3StoredObject,
    should_copy_in_place,
)
from localstack.services.s3.utils import ObjectRange, get_s3_checksum

from offline_aws import data_folder
from offline_aws.s3 import memory
from offline_aws.s3.layout import NULL_VERSION

LOG = logging.getLogger(__name__)

Mode = Literal["r", "w"]
# Files that are made at once, so that one sync of the folder makes all their names durable.
BLANKS = 64
# What is not larger is small. Its bytes go into the index first: to write more of them twice costs what a sync does.
SMALL_BYTES = 8 * 1024


@dataclass(eq=False)
class DataFile:
    """The file that holds the bytes of an object or a part.

    :param id: its name in ``staging/``, and what the index knows it by
    :param path: where it is now
    :param modified_ns: when it was written, in ns since the epoch
    :param body: its bytes, of a small file that is not recorded yet
    :param recorded: the index knows it
    :param gone: its object was deleted or overwritten, and its bytes with it
    """

    id: str
    path: Path
    modified_ns: int = 0
    body: bytes | None = None
    recorded: bool = False
    gone: bool = False


class Written(NamedTuple):
    """What a request has put into ``staging/``."""

    bucket: str
    model: S3Object | S3Part
    file: DataFile


class StoredObject(S3StoredObject):
    """An open file, with the interface that LocalStack's provider reads and writes by."""

    def __init__(self, item: S3Object | S3Part, mode: Mode, stream: IO[bytes], file: DataFile) -> None:
        super().__init__(s3_object=item, mode=mode)
        self._stream = stream
        self._file = file
        self._hash: Any = None
        self._etag: str | None = None

    def read(self, s: int = -1) -> bytes:
        return self._stream.read(s)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def write(self, s: "IO[bytes] | StoredObject | None") -> int:
        """Take all of a stream, computing its ETag and checksum on the way, and :meth:`seal` it."""
        self._require_write_mode()
        md5 = hashlib.md5(usedforsecurity=False)
        self._hash = get_s3_checksum(self.s3_object.checksum_algorithm) if self.s3_object.checksum_algorithm else None
        source = s if s is not None else BytesIO()
        while data := source.read(S3_CHUNK_SIZE):
            data_folder.require_room(self._file.path.parent)
            self._stream.write(data)
            md5.update(data)
            if self._hash:
                self._hash.update(data)
        self._etag = self.s3_object.etag = md5.hexdigest()
        return self.seal()

    def append(self, part: "StoredObject") -> int:
        """Add a part's bytes; :meth:`seal` follows the last one."""
        self._require_write_mode()
        data_folder.require_room(self._file.path.parent)
        before = self._stream.tell()
        shutil.copyfileobj(part, self._stream, S3_CHUNK_SIZE)
        return self._stream.tell() - before

    def seal(self) -> int:
        """The end of the bytes: sync them to disk, or hold them for the index when they are few.

        :return: their number
        """
        self._stream.flush()
        self.s3_object.size = self._stream.tell()
        self._stream.seek(0)
        if self.s3_object.size <= SMALL_BYTES:
            self._file.body = self._stream.read()
            self._stream.seek(0)
        else:
            os.fsync(self._stream.fileno())
        self._file.modified_ns = self.s3_object.internal_last_modified = time.time_ns()
        return self.s3_object.size

    def _require_write_mode(self) -> None:
        if self._mode != "w":
            raise UnsupportedOperation("S3 object is not in write mode")

    def close(self) -> None:
        self._stream.close()
        self.closed = True

    @property
    def last_modified(self) -> int:
        """When the bytes at hand were written: the provider sees by it that an object was overwritten meanwhile."""
        return self._file.modified_ns

    @property
    def checksum(self) -> str | None:
        if not self.s3_object.checksum_algorithm:
            return None
        if self._hash is None:
            self._hash = get_s3_checksum(self.s3_object.checksum_algorithm)
            for data in self._from_start():
                self._hash.update(data)
        return base64.b64encode(self._hash.digest()).decode()

    @property
    def etag(self) -> str:
        if self._etag is None:
            md5 = hashlib.md5(usedforsecurity=False)
            for data in self._from_start():
                md5.update(data)
            self._etag = md5.hexdigest()
        return self._etag

    def _from_start(self) -> Iterator[bytes]:
        position = self._stream.tell()
        self._stream.seek(0)
        yield from self
        self._stream.seek(position)

    def __iter__(self) -> Iterator[bytes]:
        while data := self.read(S3_CHUNK_SIZE):
            yield data


class StoredMultipart(S3StoredMultipart):
    """The parts of an upload; which there are is in LocalStack's model of it."""

    _s3_store: "FileStore"

    def open(self, s3_part: S3Part, mode: Mode = "r") -> StoredObject:
        return self._s3_store.open(self.bucket, s3_part, mode)

    def remove_part(self, s3_part: S3Part) -> None:
        """Nothing: a part that the upload does not list is cleaned up at the end of the request."""

    def complete_multipart(self, parts: list[S3Part]) -> None:
        with self._s3_store.open(self.bucket, self.s3_multipart.object, "w") as whole:
            for part in parts:
                with self.open(part) as stored:
                    whole.append(stored)
            whole.seal()

    def close(self) -> None:
        """Nothing is held open."""

    def copy_from_object(
        self, s3_part: S3Part, src_bucket: str, src_s3_object: S3Object, range_data: ObjectRange | None
    ) -> None:
        with self._s3_store.open(src_bucket, src_s3_object) as source, self.open(s3_part, "w") as part:
            part.write(LimitedStream(source, range_data=range_data) if range_data else source)
            if s3_part.checksum_algorithm:
                s3_part.checksum_value = part.checksum


class FileStore(S3ObjectStore):
    """Opens the files of objects and parts, found by the model itself: a model is never reused for other bytes.

    :param root: the folder that holds ``staging/`` and all that :mod:`offline_aws.s3.layout` names
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.staging = root / "staging"
        self.staging.mkdir(parents=True, exist_ok=True)
        self._files: WeakKeyDictionary[S3Object | S3Part, DataFile] = WeakKeyDictionary()
        self._recorded: dict[str, DataFile] = {}
        # Between finding a file and opening it nothing may move.
        self._moves = threading.Lock()
        self._of_thread = threading.local()
        self._blanks: list[Path] = []
        self._taking = threading.Lock()

    # --- what LocalStack's provider calls ---

    def open(self, bucket: str, s3_object: S3Object | S3Part, mode: Mode = "r") -> StoredObject:
        if mode == "w":
            file = self._stage(bucket, s3_object)
            return StoredObject(s3_object, mode, file.path.open("r+b"), file)
        with self._moves:
            file = self._live(bucket, s3_object)
            return StoredObject(s3_object, mode, file.path.open("rb"), file)

    def remove(self, bucket: str, s3_object: S3Object | list[S3Object]) -> None:
        """Nothing: what LocalStack's models no longer hold is cleaned up at the end of the request."""

    def copy(self, src_bucket: str, src_object: S3Object, dest_bucket: str, dest_object: S3Object) -> StoredObject:
        if should_copy_in_place(src_bucket, src_object, dest_bucket, dest_object):
            self.bind(dest_object, self.file_of(src_object))
            return self.open(dest_bucket, dest_object)
        with self.open(src_bucket, src_object) as source:
            copy = self.open(dest_bucket, dest_object, "w")
            copy.write(source)
        return copy

    def get_multipart(self, bucket: str, s3_multipart: S3Multipart) -> StoredMultipart:
        return StoredMultipart(self, bucket, s3_multipart)

    def remove_multipart(self, bucket: str, s3_multipart: S3Multipart) -> None:
        """Nothing, as in :meth:`remove`."""

    # --- what the durability of a request needs ---

    def bind(self, model: S3Object | S3Part, file: DataFile) -> None:
        self._files[model] = file

    def file_of(self, model: S3Object | S3Part) -> DataFile:
        return self._files[model]

    @contextmanager
    def request(self) -> Iterator[list[Written]]:
        """The files that this thread writes in the block; those not recorded by its end are removed."""
        self._of_thread.written = written = list[Written]()
        try:
            yield written
        finally:
            for _, _, file in written:
                if not file.recorded:
                    with self._moves:
                        file.gone = True
                        file.path.unlink(missing_ok=True)

    def recorded(self, file_id: str) -> DataFile | None:
        return self._recorded.get(file_id)

    def record(self, file: DataFile) -> None:
        """The index knows this file now, and its bytes if it is small: it stays."""
        file.recorded, file.body = True, None
        self._recorded[file.id] = file

    def move(self, file: DataFile, path: Path, previous: str | None) -> None:
        """Put a staged file in its place, where it takes over from the file with the previous id.

        It stays in staging when that fails (a full disk), and is served from there; the next start moves it.
        """
        with self._moves:
            self._forget(previous)
            try:
                if not path.parent.exists():
                    path.parent.mkdir(parents=True)
                file.path = file.path.replace(path)
            except OSError as error:
                LOG.warning("%s stays in %s: %s", path, self.staging, error)

    def sync(self, files: Iterable[DataFile]) -> None:
        """Make the bytes and the names of files durable; those that are gone by now need not be.

        :raises OSError: a disk's fault
        """
        live = [file for file in files if not file.gone]
        for path in (*(file.path for file in live), *{file.path.parent for file in live}):
            with suppress(FileNotFoundError):
                data_folder.sync(path)

    def delete(self, path: Path, file_id: str | None) -> None:
        """Remove a file or a bucket's folder, and the folders that are empty without it."""
        with self._moves:
            self._forget(file_id)
            if path.is_dir():
                shutil.rmtree(path)
            path.unlink(missing_ok=True)
            remove_empty_parents(path, self.root)

    def _forget(self, file_id: str | None) -> None:
        if file_id and (file := self._recorded.pop(file_id, None)):
            file.gone = True

    def _live(self, bucket: str, model: S3Object | S3Part) -> DataFile:
        """The file of a model, or of the one that has taken its place since the caller looked."""
        file = self._files[model]
        if not file.gone or isinstance(model, S3Part):
            return file
        latest = memory.find_version(bucket, model.key, model.version_id or NULL_VERSION)
        if not isinstance(latest, S3Object):
            raise NoSuchKey("The specified key does not exist.", Key=model.key)
        return self._files[latest]

    def _stage(self, bucket: str, model: S3Object | S3Part) -> DataFile:
        path = self._blank()
        file = DataFile(path.name, path)
        self._of_thread.written.append(Written(bucket, model, file))
        self.bind(model, file)
        return file

    def _blank(self) -> Path:
        """An empty file in ``staging/`` whose name is durable; those that are left at the end go at the next start."""
        with self._taking:
            if not self._blanks:
                blanks = [self.staging / uuid.uuid4().hex for _ in range(BLANKS)]
                for path in blanks:
                    path.touch(exist_ok=False)
                data_folder.sync(self.staging)
                self._blanks = blanks
            return self._blanks.pop()


def remove_empty_parents(path: Path, root: Path) -> None:
    with suppress(OSError):
        for folder in path.relative_to(root).parents[:-1]:
            (root / folder).rmdir()
