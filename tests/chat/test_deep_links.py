"""Links into the private chat carry short, versioned payloads, and open what they name."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answers import Answerer
from bot.chat.callbacks import OpenClaim, OpenTopic
from bot.chat.deep_links import (
    AskHere,
    AskText,
    Link,
    OpenArticle,
    decode,
    encode,
    link_question,
    make_address,
)
from bot.texts import chat as texts
from bot.texts import links
from tests.chat.conftest import StartBot
from tests.chat.corpora import make_article, serve
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.limits import START_PARAMETER

SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda s: len(s) < 60)
KEYS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=10, max_size=10)
LINKS: st.SearchStrategy[Link] = st.one_of(
    st.builds(OpenArticle, KEYS),
    st.builds(OpenClaim, SLUGS),
    st.builds(OpenTopic, SLUGS),
    st.just(AskText("Apakah Sirekap pakai Alibaba Cloud?")),
    st.just(AskHere()),
)
FOREIGN = [
    "buka https://palsu.id",
    "buka palsu.id",
    "tanya @palsu_bot",
    "/hapusdata",
    "ikut #palsu",
    "t.me/palsu",
    "mailto:a@b.id",
    "\u202egnalab",
]


@given(LINKS)
def test_every_link_survives_its_payload(link: Link) -> None:
    payload = encode(link)

    assert payload is not None
    assert START_PARAMETER.fullmatch(payload)
    assert decode(payload) == link


@given(st.text())
def test_any_question_gets_a_valid_payload_that_asks_it_or_invites_to_ask(question: str) -> None:
    link = link_question(question)
    payload = encode(link)

    assert payload is not None
    assert START_PARAMETER.fullmatch(payload)
    assert link in {AskHere(), AskText(" ".join(question.split()))}


@given(st.one_of(st.text(), st.from_regex(r"[actqw]1_[A-Za-z0-9_-]{0,61}", fullmatch=True)))
@example("q1_")
@example("q1_QQ==")
@example("q1_QR")
@example("q1_ICBh")
@example("w1\n")
def test_whatever_is_not_written_by_us_is_no_link(payload: str) -> None:
    link = decode(payload)

    assert link is None or encode(link) == payload


@pytest.mark.parametrize("text", FOREIGN)
def test_no_foreign_address_or_command_gets_into_a_link(text: str) -> None:
    assert encode(AskText(text)) is None
    assert link_question(text) == AskHere()


@pytest.mark.parametrize(
    "text", ["Benarkah 17,5 persen?", "kapan: 13/03/2024", "pukul 18.30", "KPU-nya “bohong”?"]
)
def test_questions_as_people_write_them_fit(text: str) -> None:
    assert link_question(text) == AskText(text)


@pytest.mark.usefixtures("bot")
async def test_a_link_opens_an_article_with_all_that_we_have_of_it(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    article = next(a for a in answerer.corpus.articles if len(a.body) > 1_500)
    await siti.opens(_address(OpenArticle(article.key)))
    opened = await telegram.bot_says(siti.chat)

    assert opened.links[0] == (article.citation.url, article.citation.title)
    assert article.citation.outlet in opened.text
    paragraphs = re.split(r"\n\s*\n", article.body)
    assert opened.parts("blockquote") == paragraphs


async def test_an_article_too_long_for_a_message_says_that_it_goes_on(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    body = "\n\n".join(f"Alinea {number}. " + "KPU menyewa Alibaba. " * 60 for number in range(5))
    live = serve(tmp_path_factory.mktemp("long"), make_article(body))
    async with start_bot(live):
        await siti.opens(_address(OpenArticle(live.current.corpus.articles[0].key)))
        opened = await telegram.bot_says(siti.chat)

    assert opened.text.endswith(links.ARTICLE_ENDS_EARLY)
    assert len(opened.parts("blockquote")) == 3


@pytest.mark.usefixtures("bot")
async def test_links_open_a_claim_and_a_topic(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    claim = answerer.corpus.claims[0]
    topic = answerer.corpus.taxonomy.topics[0]
    await siti.opens(_address(OpenClaim(claim.key)))
    assert claim.claim in (await telegram.bot_says(siti.chat)).text
    await siti.opens(_address(OpenTopic(topic.id)))
    opened = await telegram.bot_says(siti.chat)

    assert opened.text.startswith(topic.name)
    assert opened.button_texts


@pytest.mark.usefixtures("bot")
async def test_a_link_asks_a_question_and_its_answer_repeats_it(
    telegram: FakeTelegram, siti: User
) -> None:
    question = "Apakah Sirekap pakai Alibaba Cloud?"
    await siti.opens(_address(AskText(question)))
    answer = await telegram.bot_says(siti.chat)
    await siti.presses(answer, "Berikutnya")

    assert answer.text.startswith(f"Pertanyaan: {question}")
    assert (await telegram.bot_edits(answer)).text != answer.text


@pytest.mark.usefixtures("bot")
async def test_a_link_without_room_for_the_question_invites_to_ask(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.opens(_address(AskHere()))
    greeting = await telegram.bot_says(siti.chat)

    assert links.ASK_HERE in greeting.text
    assert texts.LINK_EXPIRED not in greeting.text


@pytest.mark.parametrize(
    "link", [OpenArticle("aaaaaaaaaa"), OpenClaim("tidak-ada"), OpenTopic("tidak-ada")]
)
@pytest.mark.usefixtures("bot")
async def test_what_the_corpus_has_no_more_gets_a_friendly_start(
    telegram: FakeTelegram, siti: User, link: Link
) -> None:
    await siti.opens(_address(link))

    assert texts.LINK_EXPIRED in (await telegram.bot_says(siti.chat)).text


async def test_a_retracted_article_is_not_opened(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    retracted = 'retracted: {date: 2024-05-01, reason: "Dicabut."}\n'
    other = make_article("Lain.").replace("kompas.com/berita", "kompas.com/lain")
    article = make_article("KPU menyewa Alibaba Cloud.", extra=retracted)
    live = serve(tmp_path_factory.mktemp("gone"), article, other)
    gone = next(a for a in live.current.corpus.articles if a.retracted)
    async with start_bot(live):
        await siti.opens(_address(OpenArticle(gone.key)))
        assert texts.LINK_EXPIRED in (await telegram.bot_says(siti.chat)).text


def _address(link: Link) -> str:
    address = make_address("tanya_sirekap_bot", link)
    assert address is not None
    return address
