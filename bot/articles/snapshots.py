"""The corpus on disk as it was read: a restart need not parse and check every file again."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from bot.articles.assembly import assemble
from bot.articles.reading import current_day
from bot.articles.recollection import Recollection
from bot.articles.sealed_cache import SealedCache
from bot.articles.sources import Sources, read_sources
from bot.articles.values import Corpus

Decode = Callable[[Any], Any]


def open_corpus(folder: Path, cache_dir: Path, *, today: date | None = None) -> Corpus:
    """Return what `load_corpus` returns, from `cache_dir` if it holds what was read before.

    Raises:
        CorpusError: the folder is missing or unreadable, or holds no article file.
    """
    return recall_corpus(read_sources(folder), cache_dir, today or current_day())


def recall_corpus(sources: Sources, cache_dir: Path, today: date) -> Corpus:
    """Return the corpus in `sources`, from `cache_dir` if it holds what was read before.

    Every byte of the corpus, the day, and the code that reads it must be the same.
    """
    cache = SealedCache(cache_dir, "corpus")
    key = _make_key(sources.revision, today)
    packed = cache.read(key)
    if packed is not None:
        return unpack_corpus(packed)
    corpus = assemble(sources, today, Recollection())
    cache.write(key, pack_corpus(corpus))
    return corpus


def pack_corpus(corpus: Corpus) -> bytes:
    """Return `corpus` as JSON: each value is the list of its fields."""
    return json.dumps(_encode(corpus), ensure_ascii=False, separators=(",", ":")).encode()


def unpack_corpus(packed: bytes) -> Corpus:
    """Return the corpus that `pack_corpus` made `packed` from."""
    corpus: Corpus = _find_decoder(Corpus)(json.loads(packed))
    return corpus


def _make_key(revision: str, day: date) -> bytes:
    key = hashlib.blake2b(f"{revision} {day} {sys.version}".encode(), digest_size=32)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        key.update(path.read_bytes())
    return key.digest()


def _encode(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return [_encode(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, Mapping):
        return {name: _encode(item) for name, item in value.items()}
    if isinstance(value, tuple | frozenset):
        return [_encode(item) for item in (value if isinstance(value, tuple) else sorted(value))]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _find_decoder(hint: Any) -> Decode:  # noqa: ANN401 - a type hint of any form
    """Return what makes a value of type `hint` from what `_encode` made of it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if dataclasses.is_dataclass(hint):
        return _find_record_decoder(hint)
    if origin is UnionType:
        decode = _find_decoder(arguments[0])
        return lambda value: None if value is None else decode(value)
    if origin in {tuple, frozenset}:
        decode = _find_decoder(arguments[0])
        return lambda value: origin(map(decode, value))
    if origin is Mapping:
        decode = _find_decoder(arguments[1])
        return lambda value: {name: decode(item) for name, item in value.items()}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return date.fromisoformat if hint is date else _keep


def _find_record_decoder(record: Any) -> Decode:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(record)
    decoders = [_find_decoder(hints[field.name]) for field in dataclasses.fields(record)]
    return lambda values: record(*map(_apply, decoders, values))


def _keep(value: object) -> object:
    return value


def _apply(decode: Decode, value: object) -> object:
    return decode(value)
