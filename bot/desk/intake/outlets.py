"""Which outlet published a text, by its dateline, its name on the page, or its host."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from bot.articles import AddressError, Corpus, canonical_url
from bot.desk.values import KnownOutlets

_SEPARATOR = re.compile(r"\s+(?:-|–|—|--)\s+|\s*(?:–|—|--)\s*")
_LONGEST_DATELINE = 70
_MOST_WORDS = 8
_DOMAIN = re.compile(
    r"(?<![\w-])[\w-]++(?:\.[\w-]++)*\.(?:com|co|id|net|tv|org|info|news)\b", re.IGNORECASE
)
_ENDINGS = re.compile(
    r"\.(?:co\.id|or\.id|go\.id|ac\.id|com|co|id|net|tv|org|info|news)$", re.IGNORECASE
)
_AGENCY = re.compile(r"\(([A-Z][\w .]{2,30})\)$")
_PLACES = frozenset(
    "Jakarta Bandung Surabaya Semarang Yogyakarta Solo Medan Padang Pekanbaru Batam Palembang"
    " Jambi Bengkulu Lampung Serang Tangerang Bogor Depok Bekasi Denpasar Mataram Kupang Pontianak"
    " Banjarmasin Samarinda Balikpapan Manado Palu Makassar Kendari Ambon Ternate Jayapura".split()
)
_WORD = re.compile(r"[(]?[A-Z\d][\w.'’]*[,)]?|[\w-]+\.[\w.]+,?|/|di|dan")


def list_outlets(corpus: Corpus) -> KnownOutlets:
    """Return the outlets of `corpus`; a host or name with several means the most frequent one."""
    by_host: dict[str, Counter[str]] = defaultdict(Counter)
    by_name: dict[str, Counter[str]] = defaultdict(Counter)
    for article in corpus.articles:
        outlet = article.citation.outlet
        by_host[host_of(article.citation.url)][outlet] += 1
        by_name[_squash(outlet)][outlet] += 1
    return KnownOutlets(_pick_most_frequent(by_host), _pick_most_frequent(by_name))


def host_of(url: str) -> str:
    """Return the host of `url` without `www.` and the like, or nothing when it is no address."""
    try:
        return urlsplit(canonical_url(url)).hostname or ""
    except AddressError:
        return ""


def find_by_host(url: str, known: KnownOutlets) -> str:
    """Return the outlet of the corpus whose host `url` has, or nothing."""
    return known.by_host.get(host_of(url), "")


def find_by_name(name: str, known: KnownOutlets) -> str:
    """Return the outlet of the corpus that is called `name` ("TRIBUNKALTIM.CO"), or nothing."""
    return next((known.by_name[form] for form in _list_forms(name) if form in known.by_name), "")


def split_dateline(paragraph: str, known: KnownOutlets) -> tuple[str, str]:
    """Return the dateline of `paragraph` ("JAKARTA, KOMPAS.com") and the text after it.

    The dateline is empty when there is none for sure: it must name an outlet or a large city, or
    be written in capitals.
    """
    found = _SEPARATOR.search(paragraph[: _LONGEST_DATELINE + 4])
    if found is None:
        return "", paragraph
    head, rest = paragraph[: found.start()].strip(), paragraph[found.end() :].strip()
    words = head.split()
    if not rest or not 0 < len(words) <= _MOST_WORDS or not all(map(_WORD.fullmatch, words)):
        return "", paragraph
    named = _DOMAIN.search(head) or _AGENCY.search(head) or name_outlet(head, known)
    return (head, rest) if named or head.isupper() or head in _PLACES else ("", paragraph)


def name_outlet(dateline: str, known: KnownOutlets) -> str:
    """Return the outlet that `dateline` names, as the corpus spells it where it knows it."""
    parts = [part.strip() for part in re.split(r"[,()]", dateline) if part.strip()]
    for part in parts:
        if outlet := find_by_name(part, known):
            return outlet
    if domain := _DOMAIN.search(dateline):
        return domain[0]
    agency = _AGENCY.search(dateline)
    return agency[1] if agency else ""


def _pick_most_frequent(table: Mapping[str, Counter[str]]) -> dict[str, str]:
    return {key: counts.most_common(1)[0][0] for key, counts in table.items()}


def _list_forms(name: str) -> Iterator[str]:
    bare = _ENDINGS.sub("", name)
    yield from map(_squash, (name, bare, f"{bare}.com", f"{bare}.id"))


def _squash(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()
