"""Small corpora on disk, made for one test each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.articles import Corpus, Problem, Severity, load_corpus

TODAY = date(2026, 1, 15)
SHIPPED = Path(__file__).parents[2] / "corpus"

TOPICS = """\
topics:
  - {id: server, name: "Server", description: "Letak server."}
  - {id: algoritma, name: "Algoritma", description: "Dugaan algoritma."}
perspectives:
  - {id: kpu, label: "KPU"}
  - {id: bawaslu, label: "Bawaslu"}
kinds:
  - {id: berita, label: "Berita"}
  - {id: opini, label: "Opini"}
"""

GLOSSARY = """\
expand:
  pake: memakai
stop:
  - apa
names:
  - Sirekap, Sirecap
"""

ARTICLE = """\
---
title: "KPU menjelaskan letak server"
outlet: Harian Contoh
url: https://contoh.id/berita/satu
published: 2024-03-13
kind: berita
perspectives: [kpu]
topics: [server]
questions:
  - "Di mana letak server?"
---
Anggota KPU Budi Santoso mengatakan pada Rabu (13/3/2024) bahwa server berada di Jakarta.

Biayanya Rp3,5 miliar, atau 12 persen dari anggaran 2.325 TPS.
"""

CLAIM = """\
---
claim: "Server berada di luar negeri"
claimants: ["Budi Santoso, anggota KPU"]
first_made: 2024-03-13
outcome: {label: "Ditolak", by: "KPU", date: 2024-03-14}
topics: [server]
questions:
  - "Benarkah server di luar negeri?"
---
## Klaim
Menurut Budi Santoso, server berada di Jakarta. [good.md]

## Tanggapan
KPU menyebut biayanya Rp3,5 miliar pada 13 Maret 2024. [good.md]
"""

GOOD = {
    "topics.yaml": TOPICS,
    "glossary.yaml": GLOSSARY,
    "articles/good.md": ARTICLE,
    "claims/good-claim.md": CLAIM,
}


def write_corpus(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """Write a clean small corpus, with `files` added to it or in place of its own."""
    for name, content in {**GOOD, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(folder: Path) -> Corpus:
    """Load the corpus as on `TODAY`."""
    return load_corpus(folder, today=TODAY)


def other_article(old: str = "", new: str = "", text: str = ARTICLE) -> str:
    """Return an article at another address, with `old` replaced by `new`."""
    changed = text.replace("/satu", "/dua")
    assert old in changed
    return changed.replace(old, new, 1)


def errors(corpus: Corpus) -> list[Problem]:
    """Return the problems that keep a file out."""
    return [problem for problem in corpus.problems if problem.severity is Severity.ERROR]


def places(corpus: Corpus) -> list[tuple[str, int]]:
    """Return file and line of every problem."""
    return [(problem.file, problem.line) for problem in corpus.problems]
