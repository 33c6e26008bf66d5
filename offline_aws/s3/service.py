"""LocalStack's S3 provider over the files of a data folder."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from localstack.aws.api import CommonServiceException, RequestContext
from localstack.aws.skeleton import DispatchTable, create_dispatch_table
from localstack.services.plugins import SERVICE_PLUGINS, Service
from localstack.services.s3.models import S3Object
from localstack.services.s3.provider import S3Provider

from offline_aws.s3 import memory, recovery
from offline_aws.s3.durability import Durability
from offline_aws.s3.files import FileStore
from offline_aws.s3.touched import is_read, touched_by

Handler = Callable[[RequestContext, Any], Any]


class DurableS3Provider(S3Provider):
    """LocalStack's own behaviour; what a request changes is on disk before it is answered.

    :param folder: holds the index and all files; made when needed
    :raises DataFolderError: a later release wrote it, or the index is damaged
    """

    def __init__(self, folder: Path) -> None:
        store = FileStore(folder)
        super().__init__(storage_backend=store)
        self._durability = Durability(store, recovery.open_index(store))

    def dispatch_table(self) -> DispatchTable:
        table = create_dispatch_table(self)
        return {name: handler if is_read(name) else self._durable(name, handler) for name, handler in table.items()}

    def _durable(self, operation: str, handler: Handler) -> Handler:
        def answer(context: RequestContext, request: Any) -> Any:
            response: Any = None
            try:
                with self._durability.request(lambda: touched_by(operation, request, response or {})):
                    response = handler(context, request)
            except (OSError, sqlite3.Error) as error:
                # S3's word for a fault of its own; clients repeat the request.
                raise CommonServiceException(
                    "InternalError", f"We encountered an internal error. Please try again. ({error})", 500
                ) from error
            return response

        return answer

    def on_before_stop(self) -> None:
        super().on_before_stop()
        self._durability.close()


def create(data_folder: Path | None) -> Service:
    """The service over ``<data folder>/s3``, or LocalStack's own, in memory, without one."""
    if data_folder is None:
        return Service.for_provider(S3Provider())
    provider = DurableS3Provider(data_folder / "s3")
    return Service.for_provider(provider, dispatch_table_factory=DurableS3Provider.dispatch_table)


def path_of(bucket: str, key: str, etag: str) -> Path | None:
    """The file that holds the current version of an object, for reading in this process without HTTP.

    The bytes are the object's as long as it is not overwritten or deleted. To be sure of a long read: ask again after
    it, and the answer is the same path.

    :param etag: as listings show it, without quotes
    :return: None when the object is no longer the one with that ETag, or objects are held in memory
    """
    store = SERVICE_PLUGINS.require("s3")._provider._storage_backend
    held = memory.find_bucket(bucket)
    if not isinstance(store, FileStore) or held is None:
        return None
    *_, current = [None, *memory.versions(held, key).values()]
    if not isinstance(current, S3Object) or current.etag != etag:
        return None
    return store.file_of(current).path
