"""The corpus as tables and as JSON, for `corpus list` and `corpus stats`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rich import box
from rich.console import RenderableType
from rich.table import Table

from bot.articles import Article, Corpus
from bot.console.screen import plain
from bot.texts import corpus as texts

Counts = Mapping[str, int]
_MOST_OUTLETS = 15
_NARROWEST_TABLE = 60


def describe_article(article: Article) -> dict[str, object]:
    """Return the object that `corpus list --json` prints for an article."""
    citation = article.citation
    return {
        "key": article.key,
        "file": article.file,
        "title": citation.title,
        "outlet": citation.outlet,
        "url": citation.url,
        "published": citation.published.isoformat(),
        "kind": article.kind,
        "perspectives": list(article.perspectives),
        "topics": list(article.topics),
        "retracted": article.retracted is not None,
    }


def describe_corpus(corpus: Corpus) -> dict[str, object]:
    """Return the object that `corpus stats --json` prints."""
    days = [article.citation.published for article in corpus.articles]
    return {
        "revision": corpus.revision,
        "articles": len(corpus.articles),
        "retracted": sum(article.retracted is not None for article in corpus.articles),
        "claims": len(corpus.claims),
        "questions": sum(len(article.questions) for article in corpus.articles),
        "since": min(days).isoformat() if days else None,
        "until": max(days).isoformat() if days else None,
        "topics": count_topics(corpus),
        "outlets": count_outlets(corpus),
        "years": count_years(corpus),
        "kinds": count_kinds(corpus),
        "perspectives": count_perspectives(corpus),
    }


def count_topics(corpus: Corpus) -> Counts:
    """Count articles by topic id, in the order of topics.yaml."""
    ids = (topic.id for topic in corpus.taxonomy.topics)
    return _count(ids, (topic for article in corpus.articles for topic in article.topics))


def count_perspectives(corpus: Corpus) -> Counts:
    """Count articles by perspective id, in the order of topics.yaml."""
    found = (item for article in corpus.articles for item in article.perspectives)
    return _count(corpus.taxonomy.perspectives, found)


def count_kinds(corpus: Corpus) -> Counts:
    """Count articles by kind id, in the order of topics.yaml."""
    return _count(corpus.taxonomy.kinds, (article.kind for article in corpus.articles))


def count_years(corpus: Corpus) -> Counts:
    """Count articles by year of publication, the earliest first."""
    years = sorted(str(article.citation.published.year) for article in corpus.articles)
    return Counter(years)


def count_outlets(corpus: Corpus) -> Counts:
    """Count articles by outlet, the most frequent first."""
    counts = Counter(article.citation.outlet for article in corpus.articles)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold())))


def render_articles(
    articles: Iterable[Article], corpus: Corpus, width: int
) -> Iterator[RenderableType]:
    """Yield a table of articles, or a paragraph for each where a table would not fit."""
    if width < _NARROWEST_TABLE:
        for article in articles:
            outlet, kind = article.citation.outlet, _name_kind(article, corpus)
            yield plain(_name_title(article), "bold")
            yield plain(", ".join((*_date_and_key(article), outlet, kind)) + "\n")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(texts.DATE_AND_KEY, no_wrap=True)
    table.add_column(texts.TITLE, ratio=1, overflow="fold")
    table.add_column(texts.OUTLET, overflow="fold")
    table.add_column(texts.KIND, overflow="fold")
    for article in articles:
        table.add_row(
            "\n".join(_date_and_key(article)),
            plain(_name_title(article)),
            plain(article.citation.outlet),
            plain(_name_kind(article, corpus)),
        )
    yield table


def render_counts(corpus: Corpus) -> Iterator[Table]:
    """Yield a table of counts for each of topics, outlets, years, kinds and perspectives."""
    taxonomy = corpus.taxonomy
    names = {topic.id: topic.name for topic in taxonomy.topics}
    yield _render_table(texts.TOPIC, count_topics(corpus), names)
    yield _render_table(texts.OUTLET, _shorten(count_outlets(corpus)), {})
    yield _render_table(texts.YEAR, count_years(corpus), {})
    yield _render_table(texts.KIND, count_kinds(corpus), taxonomy.kinds)
    yield _render_table(texts.PERSPECTIVE, count_perspectives(corpus), taxonomy.perspectives)


def _date_and_key(article: Article) -> tuple[str, str]:
    return article.citation.published.isoformat(), article.key


def _name_title(article: Article) -> str:
    mark = f" {texts.RETRACTED}" if article.retracted else ""
    return article.citation.title + mark


def _name_kind(article: Article, corpus: Corpus) -> str:
    return corpus.taxonomy.kinds.get(article.kind, article.kind)


def _count(order: Iterable[str], found: Iterable[str]) -> Counts:
    counts = Counter(found)
    return {**{id_: counts[id_] for id_ in order}, **counts}


def _shorten(counts: Counts) -> Counts:
    items = list(counts.items())
    rest = items[_MOST_OUTLETS:]
    if not rest:
        return counts
    others = {f"{len(rest)} {texts.OTHER_OUTLETS}": sum(count for _, count in rest)}
    return dict(items[:_MOST_OUTLETS]) | others


def _render_table(heading: str, counts: Counts, names: Mapping[str, str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(heading, overflow="fold")
    table.add_column(texts.COUNT, justify="right", no_wrap=True)
    for id_, count in counts.items():
        table.add_row(plain(names.get(id_, id_)), str(count))
    return table
