"""The corpus, its history and the counts of questions as files for everybody."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.articles import Corpus
from bot.articles.sources import read_sources
from bot.desk.exporting import list_reviews
from bot.desk.figures import Figures, Kind, split_name
from bot.desk.rights import make_mark
from bot.store import DailyCount
from bot.store.audit import COMMAND_LINE, AuditLine
from bot.texts import moderation_figures as texts

LEAST_COUNT = 5
"""Smaller counts of a day are left out of what is public: they might point to somebody."""

_FILE_OVERHEAD = 1_024
"""Bytes that a zip needs at most for the names and dates of one file."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_READ_ME = "README.md"
# The same files make the same zip.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to hand out."""

    name: str
    data: bytes


def pack_corpus(folder: Path, limit: int) -> list[ExportFile]:
    """Return the corpus as zip files of at most `limit` bytes each, most often one.

    Raises:
        CorpusError: the folder cannot be read.
    """
    files = [(file.name, file.data) for file in read_sources(folder).files]
    guide = folder / _READ_ME
    if guide.is_file() and not guide.is_symlink():
        files.insert(0, (_READ_ME, guide.read_bytes()))
    packed = [_pack(part) for part in _split(files, limit)]
    if len(packed) == 1:
        return [ExportFile("korpus.zip", packed[0])]
    return [ExportFile(f"korpus-{number}.zip", data) for number, data in enumerate(packed, start=1)]


def write_reviews(corpus: Corpus) -> ExportFile:
    """Return the decided claims as ClaimReview objects of JSON-LD."""
    graph = list(list_reviews(corpus))
    written = json.dumps(graph, ensure_ascii=False, indent=1)
    return ExportFile("klaim.jsonld", written.encode())


def write_audit(lines: Iterable[AuditLine]) -> ExportFile:
    """Return the audit log; who changed something is a mark, not the hash that it is made of."""
    rows = (
        (
            str(line.number),
            datetime.fromtimestamp(line.at, UTC).isoformat(),
            texts.ACTIONS[line.action.value],
            line.key,
            line.file,
            COMMAND_LINE if line.actor == COMMAND_LINE else make_mark(line.actor),
            str(line.undoes or ""),
        )
        for line in lines
    )
    return _write_table("riwayat.csv", texts.AUDIT_COLUMNS, rows)


def write_public_counts(counts: Iterable[DailyCount]) -> ExportFile:
    """Return the daily counts, without those below `LEAST_COUNT`."""
    kept = (each for each in counts if each.count >= LEAST_COUNT)
    return _write_table("jumlah-pertanyaan.csv", texts.COUNT_COLUMNS, _list_rows(kept))


def write_counts(counts: Iterable[DailyCount], figures: Figures) -> ExportFile:
    """Return all daily counts and the most frequent misses, for moderators only."""
    missing = (
        (miss.last.isoformat(), texts.MISSING, miss.text, str(miss.askers))
        for miss in figures.misses
    )
    rows = (*_list_rows(counts), *missing)
    return _write_table("statistik.csv", texts.COUNT_COLUMNS, rows)


def _list_rows(counts: Iterable[DailyCount]) -> Iterator[tuple[str, ...]]:
    names = {kind.value: texts.COUNT_KINDS[kind.value] for kind in Kind}
    for each in counts:
        kind, what = split_name(each.name)
        yield each.day.isoformat(), names.get(kind, kind), what, str(each.count)


def _write_table(name: str, columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> ExportFile:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows(tuple(map(_disarm, row)) for row in rows)
    # With the mark of UTF-8, without which Excel reads something else.
    return ExportFile(name, file.getvalue().encode("utf-8-sig"))


def _disarm(cell: str) -> str:
    """Keep spreadsheets from calculating what people wrote."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _split(files: Iterable[tuple[str, bytes]], limit: int) -> Iterator[list[tuple[str, bytes]]]:
    """Yield parts whose files are within `limit` even where nothing can be compressed."""
    part: list[tuple[str, bytes]] = []
    size = 0
    for name, data in files:
        needed = len(data) + 2 * len(name.encode()) + _FILE_OVERHEAD
        if part and size + needed > limit:
            yield part
            part, size = [], 0
        part.append((name, data))
        size += needed
    yield part


def _pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return packed.getvalue()
