"""Every fault of a claim card is reported with its line, and the rest is still served."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles import ClaimLine
from tests.articles.samples import ARTICLE, CLAIM, GOOD, other_article, places, read, write_corpus

RETRACTED = other_article("questions:", 'retracted: {date: 2024-05-01, reason: "x"}\nquestions:')
TANGGAPAN = "## Tanggapan\nKPU menyebut biayanya Rp3,5 miliar pada 13 Maret 2024. [good.md]\n"


def change(old: str, new: str) -> str:
    assert old in CLAIM
    return CLAIM.replace(old, new, 1)


FAULTS = {
    "missing claim": (change('claim: "Server berada di luar negeri"\n', ""), 2, "“claim”"),
    "missing claimants": (change('claimants: ["Budi Santoso, anggota KPU"]\n', ""), 2, "claimants"),
    "missing first_made": (change("first_made: 2024-03-13\n", ""), 2, "“first_made”"),
    "future first_made": (change("first_made: 2024", "first_made: 2034"), 4, "belum tiba"),
    "outcome without source": (change(', by: "KPU"', ""), 5, "“by”"),
    "outcome is text": (change('{label: "Ditolak", by: "KPU", date: 2024-03-14}', "Ditolak"),
                        5, "salah bentuk"),
    "unknown topic": (change("[server]", "[sever]"), 6, "“server”"),
    "unknown field": (change("topics:", "kind: berita\ntopics:"), 6, "“kind”"),
    "unknown section": (change("## Tanggapan", "## Bantahan"), 13, "“Bantahan”"),
    "section twice": (change("## Tanggapan", "## Klaim"), 13, "dua kali"),
    "wrong order": (change("## Tanggapan", "## Putusan") + "\n## Temuan\nSatu. [good.md]\n",
                    16, "urutan"),
    "no Klaim": (change("## Klaim", "## Temuan").replace("## Tanggapan", "## Putusan"),
                 10, "bagian Klaim"),
    "no body": (CLAIM.partition("## Klaim")[0], 10, "bagian Klaim"),
    "empty section": (change("## Tanggapan", "## Tanggapan\n\n## Temuan"), 13, "kosong"),
    "text before a section": (change("## Klaim", "Awal. [good.md]\n\n## Klaim"), 10, "judul"),
    "line without source": (change("Jakarta. [good.md]", "Jakarta."), 11, "tidak punya sumber"),
    "source without ending": (change("[good.md]", "[good]"), 11, "tidak punya sumber"),
    "source without sentence": (change("Menurut Budi Santoso, server berada di Jakarta. ", ""),
                                11, "paragraf kosong"),
    "source in the middle": (change("Santoso, server", "Santoso [good.md], server"),
                             11, "tengah paragraf"),
    "unknown source": (change("[good.md]", "[goood.md]"), 11, "good.md"),
    "retracted source": (change("[good.md]", "[gone.md]"), 11, "ditarik"),
    "source left out": (change("[good.md]", "[broken.md]"), 11, "tidak dipakai"),
    "one source of two unknown": (change("[good.md]", "[good.md] [lain.md]"), 11, "lain.md"),
    "empty paragraph": (change("[good.md]\n\n", "[good.md]\n\n\n\nX. [good.md]\n\n"),
                        13, "kosong"),
    "long paragraph": (change("Menurut", "a" * 1500 + " Menurut"), 11, "terlalu panjang"),
    "HTML": (change("server berada", "<b>server</b> berada"), 11, "<b>"),
    "invented name": (change("Menurut Budi Santoso", "Menurut Rudi Hartono"), 11, "Rudi Hartono"),
    "invented name below a blank line": (
        change("## Klaim\nMenurut Budi", "## Klaim\n\nMenurut Rudi"), 12, "Rudi"),
    "invented figure": (change("Rp3,5 miliar", "Rp4,5 miliar"), 14, "4,5 miliar"),
    "invented unit": (change("Rp3,5 miliar", "Rp3,5 triliun"), 14, "3,5 triliun"),
    "invented day": (change("13 Maret 2024. [", "14 Maret 2024. ["), 14, "14 Maret"),
    "invented claimant": (change('"Budi Santoso', '"Rudi Hartono'), 3, "Hartono"),
    "invented figure in the claim": (change("di luar negeri", "di 7 negara"), 2, "“7”"),
    "invented court": (change('by: "KPU"', 'by: "Mahkamah Konstitusi"'), 5, "Konstitusi"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_reported_with_file_line_and_mend_and_the_rest_is_served(
    tmp_path: Path, name: str
) -> None:
    text, line, words = FAULTS[name]
    files: dict[str, str | bytes] = {
        "articles/gone.md": RETRACTED,
        "articles/broken.md": ARTICLE.replace("/satu", "/tiga").replace("[kpu]", "[x]"),
        "claims/mistake.md": text,
    }
    corpus = read(write_corpus(tmp_path, files))
    found = [problem for problem in corpus.problems if problem.file == "claims/mistake.md"]
    assert (found[0].line, bool(found[0].mend)) == (line, True)
    assert words in str(found[0])
    assert [claim.key for claim in corpus.claims] == ["good-claim"]
    assert {problem.file for problem in corpus.problems} <= {
        "claims/mistake.md",
        "articles/broken.md",
    }
    assert len(corpus.articles) == 2


def test_a_good_card_is_kept_without_its_bracketed_sources(tmp_path: Path) -> None:
    (claim,) = read(write_corpus(tmp_path)).claims
    assert [section.heading for section in claim.sections] == ["Klaim", "Tanggapan"]
    assert claim.sections[0].lines == (
        ClaimLine("Menurut Budi Santoso, server berada di Jakarta.", ("good.md",)),
    )
    assert (claim.key, claim.file) == ("good-claim", "good-claim.md")
    assert claim.question_lines == (8,)
    assert claim.outcome is not None
    assert claim.outcome.by == "KPU"


def test_a_card_may_lack_outcome_and_questions(tmp_path: Path) -> None:
    text = change('outcome: {label: "Ditolak", by: "KPU", date: 2024-03-14}\n', "")
    text = text.replace('questions:\n  - "Benarkah server di luar negeri?"\n', "")
    (claim,) = read(write_corpus(tmp_path, {"claims/good-claim.md": text})).claims
    assert (claim.outcome, claim.questions) == (None, ())


def test_a_corpus_without_claims_is_fine(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path)
    (folder / "claims/good-claim.md").unlink()
    (folder / "claims").rmdir()
    assert read(folder).problems == ()


def test_a_mistake_in_an_article_takes_the_cards_that_cite_it_along(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "articles/good.md": ARTICLE.replace("kind: berita", "kind: b"),
        "articles/other.md": other_article(),
    }
    corpus = read(write_corpus(tmp_path, files))
    assert places(corpus) == [
        ("articles/good.md", 6),
        ("claims/good-claim.md", 11),
        ("claims/good-claim.md", 14),
    ]
    assert corpus.claims == ()
    assert set(GOOD) > {problem.file for problem in corpus.problems}
