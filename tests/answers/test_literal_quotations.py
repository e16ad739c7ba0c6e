"""Every sentence that is shown stands word for word in the article that it is cited from."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import Answerer, Status
from bot.articles import Article
from tests.answers.made_up import DAY, make_answerer, make_article, retract
from tests.answers.promises import keeps_promises

ENDINGS = (".", "!", "?", "...", "…", ".”", ".)", "", " (13/3/2024).", " No. 5.", " Rp3,5 miliar.")
WORDS = (
    *("server", "Sirekap", "grafik", "suara", "KPU-nya", "orang-orang", "C.Hasil", "Asy'ari"),
    *("“hilang”", "Drs.", "H.", "1.153.472", "kpu.go.id", "\u200bdata", "é", "😀", "<b>", "&amp;"),
)
sentences = st.builds(
    "{} {}{}".format,
    st.sampled_from(["Ketua", "server", "17", "“Kami"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(" ".join),
    st.sampled_from(ENDINGS),
)
paragraphs = st.lists(sentences, min_size=1, max_size=8).map(" ".join)
bodies = st.lists(paragraphs, min_size=1, max_size=4).map("\n\n".join)
titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


@st.composite
def corpora(draw: st.DrawFn) -> list[Article]:
    articles = [
        make_article(
            f"artikel{number}",
            draw(titles),
            draw(bodies),
            published=DAY + timedelta(days=draw(st.integers(0, 9))),
            perspectives=draw(st.lists(st.sampled_from(["kpu", "ahli"]), max_size=2)),
            questions=draw(st.lists(titles, max_size=2)),
        )
        for number in range(draw(st.integers(1, 6)))
    ]
    return [retract(article) if draw(st.booleans()) else article for article in articles]


questions = st.lists(st.sampled_from((*WORDS, "apa", "rendang")), max_size=12).map(" ".join)


def test_of_every_article_of_the_corpus(shipped: Answerer) -> None:
    quoted: set[str] = set()
    for article in shipped.corpus.articles:
        for question in (article.citation.title, *article.questions[:1]):
            answer = shipped.answer(question)
            assert keeps_promises(answer, shipped)
            quoted |= {quotation.article.key for quotation in answer.quotations}

    assert len(quoted) > 0.95 * len(shipped.corpus.articles)


@settings(max_examples=60, deadline=None)
@given(corpora(), questions, st.integers(1, 4), st.integers(0, 4))
def test_of_any_article(articles: list[Article], question: str, limit: int, offset: int) -> None:
    answerer = make_answerer(*articles)

    answer = answerer.answer(question, limit=limit, offset=offset)

    assert keeps_promises(answer, answerer, limit=limit, offset=offset)


@pytest.mark.parametrize(
    "question", ["apa kata KPU tentang server Sirekap?", "hasil suara Ganjar", "audit sirekap"]
)
def test_of_every_page(shipped: Answerer, question: str) -> None:
    pages = [shipped.answer(question, limit=4, offset=offset) for offset in range(0, 40, 4)]
    shown = [quotation.article.key for page in pages for quotation in page.quotations]
    folded = [a.key for page in pages for quotation in page.quotations for a in quotation.also]

    for offset, page in zip(range(0, 40, 4), pages, strict=True):
        assert page.status is Status.FOUND
        assert keeps_promises(page, shipped, limit=4, offset=offset)
        assert page.remaining == max(len(shown) - offset - 4, 0)
    assert len(shown) > 8
    assert len(set(shown + folded)) == len(shown + folded)
