"""Claim cards stay for as long as the articles that are read again bear them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles import CorpusReader, load_corpus
from tests.articles.rereading import RETRACTED, bring, folder, reader
from tests.articles.samples import ARTICLE, CLAIM, TODAY, errors, other_article

__all__ = ["folder", "reader"]


def test_a_broken_claim_card_stays_while_its_sources_bear_it_out(
    folder: Path, reader: CorpusReader
) -> None:
    before = reader.read(TODAY)
    (folder / "claims/good-claim.md").write_text(CLAIM.replace("first_made", "first"))
    broken = reader.read(TODAY)
    (folder / "articles/good.md").write_text(ARTICLE.replace("3,5 miliar", "4,5 miliar"))
    unfounded = reader.read(TODAY)

    assert broken.claims == before.claims
    assert {problem.file for problem in errors(broken)} == {"claims/good-claim.md"}
    assert unfounded.claims == ()


@pytest.mark.parametrize(
    "change",
    [
        ("---\nAnggota", RETRACTED),
        ("3,5 miliar", "4,5 miliar"),
    ],
    ids=["retracted", "corrected"],
)
def test_a_claim_card_goes_when_its_source_no_longer_bears_it_out(
    folder: Path, reader: CorpusReader, change: tuple[str, str]
) -> None:
    bring(folder, "ab", "as ever")
    (folder / "articles/good.md").write_text(ARTICLE.replace(*change))
    corpus = reader.read(TODAY)

    assert corpus.claims == ()
    assert corpus == load_corpus(folder, today=TODAY)


def test_names_that_were_looked_up_once_are_looked_up_again_in_changed_articles(
    folder: Path, reader: CorpusReader
) -> None:
    card = CLAIM.replace("Menurut Budi Santoso, server", "Pakar menyatakan server")
    (folder / "claims/good-claim.md").write_text(card)
    found = [errors(reader.read(TODAY))]
    text = other_article("Anggota KPU", "Seorang pakar dan anggota KPU")
    (folder / "articles/ab.md").write_text(text)
    found.append(errors(reader.read(TODAY)))
    assert reader.read(TODAY) == load_corpus(folder, today=TODAY)
    (folder / "articles/ab.md").unlink()
    found.append(errors(reader.read(TODAY)))

    assert list(map(len, found)) == [1, 0, 1]
