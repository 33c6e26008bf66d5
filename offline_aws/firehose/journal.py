"""A stream's records on disk, from before their put is answered until they have arrived.

A journal is a folder of numbered segments, each a file that only grows (``frames.py``). A put's records are
appended and synced; what becomes of them is counted in memory by record id, and when nothing is left to do for a
record its ordinal is appended as done. After a crash, what was appended and is not done is ``recovered``, in order.

Disk space comes back at the old end: a segment is deleted once all its records and all segments before it are done.
A few stragglers do not hold it, they are carried into the newest segment; and when nothing at all is left to do,
the journal is emptied.
"""

import hashlib
import logging
import os
import shutil
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from offline_aws import data_folder
from offline_aws.firehose import frames
from offline_aws.firehose.frames import Entry, Frame, Unreadable
from offline_aws.firehose.models import Record

LOG = logging.getLogger(__name__)

SEGMENT_BYTES = 16 * 1024 * 1024
STRAGGLERS = 0.25
"""The part of a segment's records that is carried forward rather than waited for."""
BYTES_BETWEEN_LOOKS = 64 * 1024
"""Appended before the disk is asked for its room again: far less than what is reserved of it."""

# macOS has no fdatasync; its fsync reaches the drive, not the platter, as for most programs.
_sync = getattr(os, "fdatasync", os.fsync)


class Journal(Protocol):
    """What a stream tells of its records: ``append`` and ``sync`` before the answer, ``moved`` after each step."""

    def recovered(self) -> list[Record]:
        """What an earlier process left undone, in the journal's order; to be asked for once."""

    def append(self, records: Sequence[Record]) -> None:
        """Write records; they are in the journal's order, and not yet safe. Raises OSError: nothing is written."""

    def sync(self) -> None:
        """Return when all that was appended before the call is on disk. Raises OSError."""

    def moved(self, before: Iterable[Record], after: Iterable[Record] = ()) -> None:
        """A step is about to turn the records ``before`` into the records ``after``, which keep their ids.

        A record of which nothing is left, because it was written to S3 or dropped, is done.
        """

    def remove(self) -> None:
        """Forget everything: the stream is deleted."""


class NoJournal:
    """The journal of a sandbox that keeps nothing."""

    def recovered(self) -> list[Record]:
        return []

    def append(self, records: Sequence[Record]) -> None:
        pass

    def sync(self) -> None:
        pass

    def moved(self, before: Iterable[Record], after: Iterable[Record] = ()) -> None:
        pass

    def remove(self) -> None:
        pass


@dataclass
class _Segment:
    """A file, how many records were appended to it, and the ordinals of those that are not done."""

    path: Path
    records: int = 0
    undone: set[int] = field(default_factory=set)

    @property
    def number(self) -> int:
        return int(self.path.stem)

    def take(self, ordinals: Iterable[int]) -> None:
        before = len(self.undone)
        self.undone.update(ordinals)
        self.records += len(self.undone) - before


@dataclass(slots=True)
class _Undone:
    """A record that is on its way: its place, and the number of records that it is by now."""

    ordinal: int
    segment: _Segment
    parts: int = 1


class DiskJournal:
    """A journal in a folder of its own, which no other process uses."""

    def __init__(self, folder: Path, segment_bytes: int = SEGMENT_BYTES) -> None:
        _make_folder(folder)
        self._folder = folder
        self._segment_bytes = segment_bytes
        self._lock = threading.Lock()
        self._syncing = threading.Lock()
        self._undone: dict[str, _Undone] = {}
        self._segments: list[_Segment] = []
        self._next_ordinal = 0
        self._appended = self._synced = self._roomy_until = 0  # bytes, ever
        self._recovered = self._recover()
        self._begin_segment()

    def recovered(self) -> list[Record]:
        records, self._recovered = self._recovered, []
        return records

    def append(self, records: Sequence[Record]) -> None:
        with self._lock:
            self._require_room()
            entries = [Entry(self._next_ordinal + place, record) for place, record in enumerate(records)]
            self._write(frames.records_frame(entries))
            self._next_ordinal += len(records)
            self._own(self._segments[-1], entries)

    def _require_room(self) -> None:
        if self._appended >= self._roomy_until:
            data_folder.require_room(self._folder)
            self._roomy_until = self._appended + BYTES_BETWEEN_LOOKS

    def sync(self) -> None:
        """One caller syncs for all that have appended meanwhile: the others wait here and find it done."""
        wanted = self._appended
        with self._syncing:
            if self._synced >= wanted or self._file.closed:
                return
            appended = self._appended
            _sync(self._file.fileno())
            self._synced = appended
            if self._size > self._segment_bytes:
                self._rotate()

    def moved(self, before: Iterable[Record], after: Iterable[Record] = ()) -> None:
        with self._lock:
            for record in after:
                self._undone[record.id].parts += 1
            done = [undone for record in before if (undone := self._consume(record.id)).parts == 0]
            if done and not self._file.closed:
                self._note(done)

    def remove(self) -> None:
        with self._syncing, self._lock:
            self._file.close()
            shutil.rmtree(self._folder)

    def _note(self, done: list[_Undone]) -> None:
        """Append what is done, unsynced: should it be lost, the same object is written once more under its key."""
        try:
            self._write(frames.done_frame([undone.ordinal for undone in done]))
        except OSError as error:
            LOG.error("%s: %d records will be delivered again after a restart: %s", self._folder, len(done), error)
        else:
            self._clean()

    def _consume(self, record_id: str) -> _Undone:
        undone = self._undone[record_id]
        undone.parts -= 1
        if undone.parts == 0:
            del self._undone[record_id]
            undone.segment.undone.discard(undone.ordinal)
        return undone

    def _own(self, segment: _Segment, entries: Iterable[Entry]) -> None:
        entries = list(entries)
        segment.take(entry.ordinal for entry in entries)
        for entry in entries:
            self._undone[entry.record.id] = _Undone(entry.ordinal, segment)

    # --- files ----------------------------------------------------------------------------------------------------

    def _write(self, frame: bytes) -> None:
        """Append a frame whole; a disk that is full leaves the file as it was."""
        try:
            if self._file.write(frame) < len(frame):
                raise OSError("the disk is full")
        except OSError:
            self._cut(self._size)
            raise
        self._size += len(frame)
        self._appended += len(frame)

    def _cut(self, size: int) -> None:
        self._file.truncate(size)
        self._file.seek(size)
        self._size = size

    def _begin_segment(self) -> None:
        number = self._segments[-1].number + 1 if self._segments else 1
        path = self._folder / f"{number:08}.journal"
        self._file = path.open("xb", buffering=0)
        self._size = 0  # told here, for each system call lets other threads go first
        self._segments.append(_Segment(path))
        data_folder.sync(self._folder)

    def _rotate(self) -> None:
        with self._lock:
            _sync(self._file.fileno())
            self._file.close()
            self._begin_segment()
            while len(self._segments) > 1 and self._has_stragglers_only(self._segments[0]):
                self._carry_forward(self._segments[0])
            self._synced = self._appended

    @staticmethod
    def _has_stragglers_only(segment: _Segment) -> bool:
        return len(segment.undone) <= STRAGGLERS * segment.records

    def _carry_forward(self, segment: _Segment) -> None:
        """Write what is left of the oldest segment into the newest, then delete the oldest."""
        found = (frame for frame in frames.read(segment.path.read_bytes()) if isinstance(frame, Frame))
        puts = (frames.entries_of(frame) for frame in found)
        left = [entry for entries in puts for entry in entries if entry.ordinal in segment.undone]
        if left:
            self._write(frames.records_frame(left))
            _sync(self._file.fileno())
        self._segments[-1].take(entry.ordinal for entry in left)
        for entry in left:
            self._undone[entry.record.id].segment = self._segments[-1]
        self._segments.pop(0).path.unlink()

    def _clean(self) -> None:
        """Delete the oldest segments as far as they are done; empty the newest when nothing is left at all."""
        while len(self._segments) > 1 and not self._segments[0].undone:
            self._segments.pop(0).path.unlink()
        if not self._undone:
            self._cut(0)
            self._segments[-1].records = 0

    # --- recovery -------------------------------------------------------------------------------------------------

    def _recover(self) -> list[Record]:
        """Read the segments of an earlier process and return what is not done, in order."""
        undone: dict[int, tuple[Entry, _Segment]] = {}
        for path in sorted(self._folder.glob("*.journal")):
            segment = _Segment(path)
            self._segments.append(segment)
            for frame in frames.read(path.read_bytes()):
                match frame:
                    case Unreadable():
                        _report(path, frame)
                    case Frame(frames.RECORDS | frames.SOURCED):
                        found = {entry.ordinal: (entry, segment) for entry in frames.entries_of(frame)}
                        undone |= found
                        self._next_ordinal = max(self._next_ordinal, max(found) + 1)
                    case Frame(frames.DONE, payload):
                        done = frames.ordinals_of(payload)
                        for ordinal in done:
                            undone.pop(ordinal, None)
                        self._next_ordinal = max(self._next_ordinal, max(done) + 1)
        in_order = [undone[ordinal] for ordinal in sorted(undone)]
        for entry, segment in in_order:
            self._own(segment, [entry])
        return [entry.record for entry, _ in in_order]


def journal_for(stream_arn: str, lane: str) -> Journal:
    """The journal of a stream's lane ("delivery" or "backup"), by its ARN: a stream that is created again under it
    finds what was left."""
    folder = folder_of(stream_arn, lane)
    return NoJournal() if folder is None else DiskJournal(folder)


def folder_of(stream_arn: str, lane: str) -> Path | None:
    """Where a stream's files of a kind are, if any are kept. A name is no safe file name: it carries its hash."""
    data = data_folder.configured()
    if data is None:
        return None
    *_, service, region, account, stream = stream_arn.split(":")
    name = stream.rpartition("/")[2]
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return data / service / account / region / f"{name}-{digest}-{lane}"


def _report(path: Path, unreadable: Unreadable) -> None:
    """Say what is not read. Damage is kept beside the journal, for the segment goes when its other records are done."""
    size = path.stat().st_size - unreadable.offset
    if unreadable.torn:
        LOG.warning("%s: the last %d bytes are a put that was not answered; they are left out", path, size)
        return
    kept = path.with_suffix(".damaged")
    shutil.copyfile(path, kept)
    LOG.error("%s is damaged from byte %d on: %d bytes can't be read; kept in %s", path, unreadable.offset, size, kept)


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        data_folder.sync(folder.parent)
