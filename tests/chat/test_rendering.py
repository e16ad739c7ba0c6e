"""Whatever an article, a claim or a question holds, its message keeps Telegram's limits."""

import json
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.values import Answer, Quotation, SmallTalk, Status, Understanding
from bot.articles.values import (
    Article,
    Citation,
    Claim,
    ClaimLine,
    ClaimSection,
    Corpus,
    Correction,
    Glossary,
    Outcome,
    Taxonomy,
    Topic,
)
from bot.chat.asking import choose_share_query
from bot.chat.markup import MAX_ENTITIES, MAX_UNITS
from bot.chat.reply import Reply
from bot.chat.sending import make_keyboard
from bot.chat.views.answer import Presentation, render_answer
from bot.chat.views.claim import render_claim
from bot.chat.views.sources import render_sources
from bot.chat.views.topic import render_topic
from bot.search.passages import Passage
from bot.store import Asked
from tests.fake_telegram.limits import problems_of_markup, problems_of_text
from tests.fake_telegram.markup import parse_html

TOKEN = "0123456789abcdef"  # noqa: S105 - of a question
CHARACTERS = st.one_of(
    st.characters(exclude_categories=()), st.sampled_from("<>&\"'\u202e🗳\u0301 \n\x00\ud800")
)
# Long texts are short ones repeated: hypothesis is slow at finding long ones by itself.
PARTS = st.text(CHARACTERS, max_size=9)
ANY = st.builds(lambda part, times: part * times, PARTS, st.integers(0, 600))
NAMES = st.lists(ANY, max_size=4).map(tuple)
DAYS = st.dates(date(2019, 1, 1), date(2025, 12, 31))
URLS = st.one_of(st.just('https://a.id/?a=1&b=<">'), ANY)

ARTICLES = st.builds(
    Article,
    key=st.just("abcdefghij"),
    file=st.just("a.md"),
    citation=st.builds(Citation, title=ANY, outlet=ANY, url=URLS, published=DAYS),
    kind=ANY,
    perspectives=NAMES,
    topics=st.just(("topik",)),
    body=ANY,
    questions=NAMES,
    corrections=st.lists(st.builds(Correction, date=DAYS, text=ANY), max_size=4).map(tuple),
)
LINES = st.builds(ClaimLine, text=ANY, articles=st.just(("a.md", "hilang.md")))
SECTIONS = st.builds(ClaimSection, heading=ANY, lines=st.lists(LINES, max_size=5).map(tuple))
CLAIMS = st.builds(
    Claim,
    key=st.sampled_from(["klaim", "x" * 80]),
    file=st.just("klaim.md"),
    claim=ANY,
    claimants=NAMES,
    first_made=DAYS,
    topics=st.just(("topik",)),
    sections=st.lists(SECTIONS, max_size=4).map(tuple),
    outcome=st.none() | st.builds(Outcome, label=ANY, by=ANY, date=DAYS),
)
TOPICS = st.builds(Topic, id=st.just("topik"), name=ANY, description=ANY)


@st.composite
def quotations(draw: st.DrawFn) -> Quotation:
    """A quotation with some span of its text as the best sentence."""
    article = draw(ARTICLES)
    start, end = sorted((draw(st.integers(0, len(article.body))), len(article.body)))
    return Quotation(
        rank=1,
        score=1.0,
        passage=Passage("abcdefghij.0", "abcdefghij", 0, article.body),
        article=article,
        best=(start, draw(st.integers(start, end))),
        marks=tuple(
            draw(st.lists(st.tuples(st.integers(0, end), st.integers(0, end)), max_size=9))
        ),
        speakers=draw(NAMES),
        also=tuple(draw(st.lists(ARTICLES, max_size=3))),
    )


UNDERSTANDINGS = st.builds(
    Understanding,
    terms=NAMES,
    corrections=st.dictionaries(ANY, ANY, max_size=3),
    missing=NAMES,
    untold=NAMES,
    unheard=NAMES,
    astray=NAMES,
)
ANSWERS = st.builds(
    Answer,
    question=ANY,
    status=st.sampled_from(Status),
    confidence=st.just(0.5),
    understanding=UNDERSTANDINGS,
    quotations=st.lists(quotations(), min_size=1, max_size=3).map(tuple),
    remaining=st.integers(0, 9),
    claim=st.none() | CLAIMS,
    later=st.none() | ARTICLES,
    alternatives=NAMES,
    related=NAMES,
    topics=st.lists(TOPICS, max_size=3).map(tuple),
    small_talk=st.none() | st.sampled_from(SmallTalk),
    sources_until=st.none() | DAYS,
)
MANY = settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)


def make_corpus(*articles: Article) -> Corpus:
    taxonomy = Taxonomy((), {}, {"berita": "Berita"})
    return Corpus("r", articles, (), taxonomy, Glossary({}, frozenset(), frozenset(), {}))


def check(reply: Reply) -> None:
    """Hold a reply against the limits of the fake, which are those of Telegram."""
    plain, entities = parse_html(reply.content.html)
    assert problems_of_text(plain, entities) == []
    assert reply.content.units <= MAX_UNITS
    assert reply.content.entities <= MAX_ENTITIES
    reply.content.html.encode()
    keyboard = make_keyboard(reply)
    markup = keyboard.to_dict() if keyboard else None
    json.dumps(markup, ensure_ascii=False).encode()
    assert problems_of_markup(markup, inline_mode=True, private=True) == []
    assert len(reply.digest) == 64


@MANY
@given(ANSWERS, ARTICLES, st.integers(0, 30), ANY)
def test_an_answer(answer: Answer, cited: Article, start: int, asked: str) -> None:
    presentation = Presentation(
        corpus=make_corpus(cited),
        token=TOKEN,
        start=start,
        related=dict.fromkeys(answer.alternatives or answer.related, TOKEN),
        lead="Ini yang ada di sumber kami.",
        hint="Pesan Anda panjang.",
        quoted_question=asked,
        share=choose_share_query(Asked(asked), answer),
        submits=True,
    )

    reply, shown = render_answer(answer, presentation)

    check(reply)
    if answer.status in {Status.FOUND, Status.NEAR}:
        assert 1 <= shown <= len(answer.quotations)
        hidden = answer.remaining + len(answer.quotations) - shown
        labels = [button.label for row in reply.rows for button in row]
        assert ("Berikutnya" in labels) == (hidden > 0)


@MANY
@given(CLAIMS, ARTICLES)
def test_a_claim_card(claim: Claim, cited: Article) -> None:
    check(render_claim(claim, make_corpus(cited)))


@MANY
@given(TOPICS, st.lists(ARTICLES, max_size=7), NAMES)
def test_a_topic(topic: Topic, articles: list[Article], questions: tuple[str, ...]) -> None:
    tokens = dict.fromkeys(("linimasa", *questions), TOKEN)
    check(render_topic(topic, make_corpus(*articles), tokens))


@MANY
@given(st.lists(ARTICLES, max_size=7))
def test_the_sources(articles: list[Article]) -> None:
    check(render_sources(make_corpus(*articles)))
