"""From `glossary.yaml` to a `Glossary`; a line that cannot be read is left out and reported."""

from __future__ import annotations

from collections.abc import Iterator

from bot.articles.fields import FieldReader, check_text
from bot.articles.front_matter import decode, parse_node
from bot.articles.marked_yaml import Listing, Mapping, Node, Scalar
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.articles.values import Glossary
from bot.texts import problems as texts
from bot.texts.file_problems import FRONT_MATTER_SHAPE

EMPTY_GLOSSARY = Glossary({}, frozenset(), frozenset(), {})


def read_glossary(source: SourceFile, report: Report) -> Glossary:
    """Return what can be read of the glossary in `source`; faults go to `report`."""
    text = decode(source, report)
    node = parse_node(text, 1, report) if text is not None else None
    if not isinstance(node, Mapping):
        if not report.failed:
            report.error(1, FRONT_MATTER_SHAPE)
        return EMPTY_GLOSSARY
    fields = FieldReader(node, report, ("expand", "stop", "names"))
    names, variants = _read_names(fields, report)
    stop = _read_words("stop", fields, report)
    return Glossary(
        expand=dict(_read_expansions(fields, report)),
        stop=frozenset(word.lower() for word, _ in stop),
        names=frozenset(names),
        variants=variants,
    )


def _read_expansions(fields: FieldReader, report: Report) -> Iterator[tuple[str, tuple[str, ...]]]:
    node = fields.group("expand")
    if node is None:
        return
    if not isinstance(node, Mapping):
        report.error(node.line, texts.not_fields("expand", "gak: tidak"))
        return
    for key, value in node.entries:
        word = check_text("expand", key, report).lower()
        meanings = tuple(_split_meanings(word, value, report))
        if word and meanings:
            yield word, meanings


def _split_meanings(word: str, node: Node, report: Report) -> Iterator[str]:
    if isinstance(node, Listing):
        for item in node.nodes:
            if meaning := check_text(word, item, report):
                yield meaning
        return
    parts = [part.strip() for part in check_text(word, node, report).split(",")]
    yield from filter(None, parts)


def _read_names(fields: FieldReader, report: Report) -> tuple[list[str], dict[str, str]]:
    names: list[str] = []
    variants: dict[str, str] = {}
    for line_text, line in _read_words("names", fields, report):
        main, *others = [part.strip() for part in line_text.split(",")]
        if not main or not all(others):
            report.error(line, texts.GLOSSARY_COMMA)
            continue
        names.append(main)
        variants.update(dict.fromkeys(others, main))
    return names, variants


def _read_words(name: str, fields: FieldReader, report: Report) -> Iterator[tuple[str, int]]:
    seen: set[str] = set()
    for node in fields.nodes(name, required=False):
        word = check_text(name, node, report)
        if word in seen:
            report.warning(node.line, texts.repeated(name, word))
        elif word and isinstance(node, Scalar):
            seen.add(word)
            yield word, node.line
