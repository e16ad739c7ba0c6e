"""/topik lists the topics and opens one: its claims, its most-cited articles, where to go on."""

from html import escape

import pytest

from bot.answers import Answerer
from bot.answers.topics import describe_topic, list_claims
from bot.chat.views.topic import choose_questions, render_topic
from bot.texts import browsing
from bot.texts import chat as texts
from tests.fake_telegram import BotMessage, FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")


async def ask(telegram: FakeTelegram, person: User, message: str) -> BotMessage:
    await person.sends(message)
    return await telegram.bot_says(person.chat)


async def test_topik_lists_every_topic_and_a_button_opens_its_own(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    topics = answerer.corpus.taxonomy.topics
    listed = await ask(telegram, siti, "/topik")

    assert list(listed.button_texts) == [topic.name for topic in topics]
    assert [topic.name for topic in topics if f". {topic.name}" not in listed.text] == []
    for topic in topics[::5]:
        await siti.presses(listed, topic.name)
        card = await telegram.bot_says(siti.chat)
        assert card.text.startswith(f"{topic.name}\n{topic.description}")


def test_every_topic_has_a_card_that_fits_with_all_that_it_tells(answerer: Answerer) -> None:
    corpus = answerer.corpus
    for topic in corpus.taxonomy.topics:
        questions = choose_questions(topic, corpus)
        card = render_topic(topic, corpus, dict.fromkeys(questions, "0" * 16))
        described = describe_topic(corpus, topic)
        told = [claim.claim for claim in described.claims]
        told += [article.citation.url for article in described.most_cited]
        assert [each for each in told if escape(each) not in card.content.html] == []
        assert len(card.rows) <= 1 + 3 + len(questions)


async def test_a_card_shows_claims_and_the_most_cited_articles(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    corpus = answerer.corpus
    topic = next(topic for topic in corpus.taxonomy.topics if topic.id == "alibaba-cloud")
    described = describe_topic(corpus, topic)
    card = await ask(telegram, siti, "/topik alibaba")

    assert f"{described.articles} artikel, {len(described.claims)} klaim." in card.text
    (group,) = list_claims(corpus, topic)
    for each in group.claims:
        assert f"{each.number}. {each.claim.claim}" in card.text
        assert f"{browsing.CLAIM} {each.number}" in card.button_texts
    cited = {article.citation.url for article in described.most_cited}
    assert cited <= {url for url, _ in card.links}


async def test_from_a_card_one_goes_on_to_a_claim_the_time_line_or_a_question(
    telegram: FakeTelegram, siti: User
) -> None:
    card = await ask(telegram, siti, "/topik suara psi")
    claims = [label for label in card.button_texts if label.startswith(f"{browsing.CLAIM} ")]
    await siti.presses(card, claims[0])
    assert texts.CARD_IS_NO_VERDICT in (await telegram.bot_says(siti.chat)).text

    await siti.presses(card, browsing.TIMELINE)
    assert "Linimasa: Suara PSI" in (await telegram.bot_says(siti.chat)).text

    await siti.presses(card, card.button_texts[-1])
    assert (await telegram.bot_says(siti.chat)).links


async def test_a_topic_that_is_not_there_brings_the_list(
    telegram: FakeTelegram, siti: User
) -> None:
    listed = await ask(telegram, siti, "/topik cuaca esok")

    assert listed.text.startswith(browsing.UNKNOWN_TOPIC)
    assert "Suara PSI" in listed.button_texts


async def test_the_topics_offered_where_nothing_was_found_open_their_cards(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    answer = await ask(telegram, siti, "asdfgh")
    names = {topic.name for topic in answerer.corpus.taxonomy.topics}
    offered = [label for label in answer.button_texts if label in names]
    assert offered
    await siti.presses(answer, offered[0])

    assert (await telegram.bot_says(siti.chat)).text.startswith(f"{offered[0]}\n")
