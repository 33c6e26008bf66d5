"""LocalStack's S3 models from the index: all of them at the start, some after a request could not be recorded."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from localstack import config
from localstack.services.s3.models import KeyStore, S3Bucket

from offline_aws.database import reading
from offline_aws.s3 import codec, layout, memory
from offline_aws.s3.files import DataFile, FileStore
from offline_aws.s3.index import Index, ObjectRow
from offline_aws.s3.touched import KeyName, Touched, UploadName

LOG = logging.getLogger(__name__)


def open_index(store: FileStore) -> Index:
    """The index of a store's folder, with all models made that it knows of.

    :raises DataFolderError: a later release wrote it, or it is damaged
    """
    file = store.root / "index.sqlite3"
    with reading(file, "make restore NAME=x brings a snapshot back, make reset starts empty"):
        index = Index(file)
        load(store, index)
    return index


def load(store: FileStore, index: Index) -> None:
    """Finish what a crash interrupted, and make the models of all that is kept.

    An object whose file is missing or of another size is left out and named in the log: it is never served torn.
    """
    _drop_internal_buckets(index)
    bodies = index.bodies()
    loader = Loader(store, index, Found(dict(_sizes(store.root)), bodies))
    for name, data in index.buckets():
        loader.load_bucket(name, data)
    for staged in store.staging.iterdir():
        if store.recorded(staged.name) is None:
            staged.unlink()
    store.sync(file for id_ in bodies if (file := store.recorded(id_)))
    with index.transaction():
        index.delete_bodies(bodies)
        for path in index.garbage():
            store.delete(store.root / path, None)
            index.delete_garbage(path)


def restore(store: FileStore, index: Index, touched: Touched) -> None:
    """Set the models of what a request touched back to what the index says."""
    loader = Loader(store, index, found=None)
    for name in touched.buckets:
        loader.restore_bucket(name)
    for key in touched.keys:
        loader.restore_key(key)
    for upload in {*touched.uploads, *(UploadName(part.bucket, part.upload) for part in touched.parts)}:
        loader.restore_upload(upload)


class Found(NamedTuple):
    """What a start has found.

    :param sizes: the files that there are, by their paths under the store's root, with their sizes in bytes
    :param bodies: what small files hold that may not have come to the disk, by their names in ``staging/``
    """

    sizes: dict[str, int]
    bodies: dict[str, bytes]


class Loader:
    """Makes models from rows.

    :param found: None when the files of the rows are known to be whole
    """

    def __init__(self, store: FileStore, index: Index, found: Found | None) -> None:
        self._store = store
        self._index = index
        self._found = found or Found({}, {})
        # Tags that a failed request has left are taken off; at a start there are none.
        self._set_no_tags = found is None

    def load_bucket(self, name: str, data: str) -> None:
        bucket, tags = codec.decode_bucket(data)
        memory.add_bucket(bucket, tags)
        for upload in self._index.uploads(name):
            self._load_upload(bucket, UploadName(name, upload.id))
        by_key: dict[str, dict[str, memory.Version]] = {}
        for row in self._index.objects(name):
            if version := self._version(bucket, row):
                by_key.setdefault(row.key, {})[row.version] = version
        for key, held in by_key.items():
            memory.set_versions(bucket, key, held)

    def restore_bucket(self, name: str) -> None:
        bucket, data = memory.find_bucket(name), self._index.bucket(name)
        if bucket and data:
            self._restore_attributes(bucket, data)
        elif bucket:
            memory.remove_bucket(bucket)
        elif data:
            self.load_bucket(name, data)

    def _restore_attributes(self, bucket: S3Bucket, data: str) -> None:
        known, tags = codec.decode_bucket(data)
        objects = bucket.objects
        if memory.is_versioned(bucket) and not memory.is_versioned(known):
            objects = KeyStore()
            for item in bucket.objects.values():
                item.version_id = None
                objects.set(item.key, item)
        vars(bucket).update(vars(known), objects=objects, multiparts=bucket.multiparts)
        memory.add_bucket(bucket, tags)

    def restore_key(self, name: KeyName) -> None:
        if bucket := memory.find_bucket(name.bucket):
            rows = self._index.objects(*name)
            held = {row.version: version for row in rows if (version := self._version(bucket, row))}
            memory.set_versions(bucket, name.key, held)

    def restore_upload(self, name: UploadName) -> None:
        if bucket := memory.find_bucket(name.bucket):
            bucket.multiparts.pop(name.upload, None)
            self._load_upload(bucket, name)

    def _load_upload(self, bucket: S3Bucket, name: UploadName) -> None:
        row = self._index.upload(*name)
        if row is None:
            return
        upload = codec.decode_upload(row.data)
        for part_row in self._index.parts(*name):
            part = codec.decode_part(part_row.data)
            if file := self._file(part_row.file, part_row.path, part.size, part.internal_last_modified):
                self._store.bind(part, file)
                upload.parts[str(part.part_number)] = part
        bucket.multiparts[upload.id] = upload

    def _version(self, bucket: S3Bucket, row: ObjectRow) -> memory.Version | None:
        version_id = row.version if memory.is_versioned(bucket) else None
        if row.file is None or row.path is None:
            return codec.decode_marker(row.data, row.version)
        item, tags = codec.decode_object(row.data, version_id)
        file = self._file(row.file, row.path, item.size, item.internal_last_modified)
        if file is None:
            return None
        self._store.bind(item, file)
        if tags or self._set_no_tags:
            memory.set_object_tags(bucket, row.key, row.version, tags)
        return item

    def _file(self, file_id: str, path: str, size: int, modified_ns: int) -> DataFile | None:
        """The file of a row, moved to its place if a crash came between; None when it is missing or not whole."""
        if known := self._store.recorded(file_id):
            return known
        file = DataFile(file_id, self._store.root / path, modified_ns)
        staged = f"{self._store.staging.name}/{file_id}"
        self._write_again(staged, path, self._found.bodies.get(file_id))
        sizes = self._found.sizes
        if size != sizes.get(staged, sizes.get(path)):
            LOG.error("an object is not served, its file is missing or was changed: %s", file.path)
            return None
        self._store.record(file)
        if staged in sizes:
            file.path = self._store.root / staged
            self._store.move(file, self._store.root / path, None)
        return file

    def _write_again(self, staged: str, path: str, body: bytes | None) -> None:
        """Write a small file as it was, unless it came to the disk."""
        root, sizes = self._store.root, self._found.sizes
        place = staged if staged in sizes else path
        if body is None or (place in sizes and (root / place).read_bytes() == body):
            return
        (root / staged).write_bytes(body)
        sizes[staged] = len(body)


def _sizes(root: Path) -> Iterator[tuple[str, int]]:
    """Every file under the root with its size in bytes."""
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(root / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                else:
                    yield path, entry.stat(follow_symlinks=False).st_size


def _drop_internal_buckets(index: Index) -> None:
    """LocalStack keeps functions' code in buckets of its own; the functions were gone with its process."""
    with index.transaction():
        for name, data in index.buckets():
            if codec.decode_bucket(data)[0].bucket_account_id == config.INTERNAL_RESOURCE_ACCOUNT:
                index.delete_bucket(name)
                index.put_garbage(str(layout.bucket_folder(name)))
