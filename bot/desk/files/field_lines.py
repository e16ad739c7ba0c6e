"""Rewrites the lines of single fields in an article file, and leaves every other byte as it is."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.articles.front_matter import read_document
from bot.articles.marked_yaml import Listing, Mapping, Node, Scalar
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.desk.errors import FileConflictError
from bot.desk.files.article_files import list_fields
from bot.desk.files.yaml_text import dump
from bot.desk.values import Draft
from bot.texts import desk as texts

_FENCE = b"---"


@dataclass(frozen=True, slots=True)
class _Span:
    """The lines of a field, counted from 0, without blank lines and comments behind it."""

    start: int
    end: int
    node: Node


def rewrite(data: bytes, old: Draft, new: Draft, file: str) -> bytes:
    """Return the article file `data` with what differs between `old` and `new` written into it.

    Args:
        data: the file, which holds `old`.
        old: what it holds.
        new: what it is to hold.
        file: its name, for the error.

    Raises:
        FileConflictError: a field has a form that cannot be rewritten safely, such as one with a
            comment in it.
    """
    lines = data.split(b"\n")
    ending = b"\r" if lines[0].endswith(b"\r") else b""
    end = find_end(lines, file)
    head, body = lines[:end], lines[end:]
    written, wanted = list_fields(old), list_fields(new)
    for name in wanted:
        if wanted[name] != written[name]:
            added = [line + ending for line in _write_field(name, wanted[name])]
            head = _put(head, name, added, tuple(wanted), file)
    if old.body != new.body:
        body = _rewrite_body(body, new.body, ending)
    return b"\n".join((*head, *body))


def find_end(lines: Sequence[bytes], file: str) -> int:
    """Return the place of the line that ends the front matter.

    Raises:
        FileConflictError: there is none.
    """
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return number
    raise FileConflictError(texts.describe_unusual_form(file))


def _write_field(name: str, value: object) -> list[bytes]:
    return dump({name: value}).rstrip("\n").encode().split(b"\n") if value else []


def _put(
    head: Sequence[bytes], name: str, added: Sequence[bytes], order: Sequence[str], file: str
) -> list[bytes]:
    """Return the front matter with `added` in the place of the field, or where it belongs."""
    spans = _find_spans(head, file)
    if name in spans:
        span = spans[name]
        if _has_comment(head[span.start : span.end], span.node):
            raise FileConflictError(texts.describe_comment(file))
        return [*head[: span.start], *added, *head[span.end :]]
    earlier = [spans[each].end for each in order[: order.index(name)] if each in spans]
    place = max(earlier, default=1)
    return [*head[:place], *added, *head[place:]]


def _find_spans(head: Sequence[bytes], file: str) -> dict[str, _Span]:
    source = SourceFile(file, b"\n".join((*head, _FENCE, b"-")))
    document = read_document(source, Report(file))
    if document is None:
        raise FileConflictError(texts.describe_unusual_form(file))
    entries = document.fields.entries
    ends = [key.line - 1 for key, _ in entries[1:]]
    spans: dict[str, _Span] = {}
    for (key, node), end in zip(entries, (*ends, len(head)), strict=True):
        start, stop = key.line - 1, end
        if not head[start].startswith(f"{key.text}:".encode()):
            raise FileConflictError(texts.describe_unusual_form(file))
        while stop > start + 1 and _is_between(head[stop - 1]):
            stop -= 1
        spans[key.text] = _Span(start, stop, node)
    return spans


def _is_between(line: bytes) -> bool:
    return not line.strip() or line.startswith(b"#")


def _has_comment(lines: Sequence[bytes], node: Node) -> bool:
    """Tell whether there are more number signs in the lines than in what they say."""
    return sum(line.count(b"#") for line in lines) > sum(t.count("#") for t in _list_texts(node))


def _list_texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Listing):
        for inner in node.nodes:
            yield from _list_texts(inner)
    else:
        assert isinstance(node, Mapping)  # noqa: S101 - there are only these three
        for key, inner in node.entries:
            yield key.text
            yield from _list_texts(inner)


def _rewrite_body(lines: Sequence[bytes], body: str, ending: bytes) -> list[bytes]:
    """Return the fence and the body with other text; lines that are in both stay as they are."""
    first = next(n for n, line in enumerate(lines[1:], start=1) if line.strip())
    last = max(n for n, line in enumerate(lines) if line.strip())
    old = [line.decode().removesuffix("\r") for line in lines[first : last + 1]]
    old[-1] = old[-1].rstrip()
    new = body.split("\n")
    rewritten: list[bytes] = []
    for tag, start, end, new_start, new_end in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            rewritten += lines[first + start : first + end]
        else:
            rewritten += [line.encode() + ending for line in new[new_start:new_end]]
    return [*lines[:first], *rewritten, *lines[last + 1 :]]
