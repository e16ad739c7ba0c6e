"""Is it alive, is it ready, how is it doing: asked over HTTP, also of a bot that polls."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.chat import vitals
from bot.store import Asked, StoreError
from tests.chat.corpora import make_article, serve
from tests.fake_telegram import FakeTelegram, Fault, User
from tests.fake_telegram.webhook import bring_updates
from tests.store.locks import locking
from tests.web.running import SECRET, Bots, ServedBot

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


@pytest.fixture
async def polling(bots: Bots) -> AsyncIterator[ServedBot]:
    """A bot that polls, with its HTTP server."""
    async with bots.serve(webhook=None) as served:
        yield served


async def read_figures(served: ServedBot) -> dict[str, float]:
    """Every sample by its name and labels, as Prometheus reads them."""
    text = (await served.client.get("/metrics")).text
    return {
        " ".join([sample.name, *sample.labels.values()]): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def wait_until_ready(served: ServedBot, *, is_ready: bool) -> dict[str, object]:
    """Ask until the answer is as wanted, and return it."""
    async with asyncio.timeout(10):
        while True:
            answer = await served.client.get("/readyz")
            if (answer.status_code == 200) is is_ready:
                told: dict[str, object] = answer.json()
                return told
            await asyncio.sleep(0.05)


async def test_a_running_bot_is_alive_and_ready(polling: ServedBot) -> None:
    assert (await polling.client.get("/healthz")).text == "ok"
    assert await wait_until_ready(polling, is_ready=True) == {"ready": True, "troubles": {}}


async def test_a_bot_that_polls_has_no_webhook(polling: ServedBot, telegram: FakeTelegram) -> None:
    await telegram.bot_polls()

    assert telegram.calls_of("deleteWebhook") == [{"drop_pending_updates": False}]
    assert (await polling.client.post("/telegram", json={"update_id": 1})).status_code == 404


async def test_polling_takes_a_former_webhook_away_without_losing_what_waits(
    bots: Bots, telegram: FakeTelegram, siti: User
) -> None:
    async with bots.serve():
        pass
    await siti.sends(QUESTION)
    async with bots.serve(webhook=None):
        assert "Alibaba" in (await telegram.bot_says(siti.chat)).text


async def test_a_database_that_fails_is_told_and_comes_back(bots: Bots, polling: ServedBot) -> None:
    async with locking(bots.folder / "memory.db"):
        with pytest.raises(StoreError):
            await polling.memory.questions.remember(Asked("apa itu sirekap"))
        told = await wait_until_ready(polling, is_ready=False)
        assert told == {"ready": False, "troubles": {"store": "fails"}}

    assert (await wait_until_ready(polling, is_ready=True))["ready"]


async def test_a_telegram_that_is_gone_is_told(
    bots: Bots, telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vitals, "_LATELY_SECONDS", 0.2)
    monkeypatch.setattr(vitals, "_QUIET_SECONDS", 0.1)
    monkeypatch.setattr(vitals, "_LOOK_SECONDS", 0.05)
    async with bots.serve() as served:
        telegram.faults.next("getMe", Fault.error(401, "Unauthorized"), times=50)
        told = await wait_until_ready(served, is_ready=False)
        assert told["troubles"] == {"telegram": "not reached lately"}
        await asyncio.wait_for(served.service.refused.wait(), 5)


async def test_the_figures_tell_what_went_on(
    bots: Bots, telegram: FakeTelegram, siti: User
) -> None:
    telegram.faults.next("sendMessage", Fault.server_error(502))
    telegram.faults.next("answerInlineQuery", Fault.flood(retry_after=1))
    async with bots.serve() as served, bring_updates(telegram, served.address):
        await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat, within=10)
        await telegram.answer_to(await siti.presses(answer, "Berikutnya"))
        await siti.sends("resep rendang padang")
        await telegram.bot_says(siti.chat)
        await telegram.answer_to(await siti.types_inline("alibaba"), within=10)
        figures = await read_figures(served)

    corpus = bots.live.current.corpus
    assert figures["tanya_updates_total message"] == 2
    assert figures["tanya_updates_total callback_query"] == 1
    assert figures["tanya_updates_total inline_query"] == 1
    assert figures["tanya_answers_total private found"] == 1
    assert figures["tanya_answers_total private not_found"] == 1
    assert figures["tanya_answers_total inline found"] == 1
    assert figures["tanya_answer_seconds_count message"] == 2
    assert figures["tanya_answer_seconds_count callback_query"] == 1
    assert figures["tanya_send_errors_total NetworkError"] == 1
    assert figures["tanya_send_errors_total RetryAfter"] == 1
    assert figures["tanya_flood_waits_total"] == 1
    assert figures["tanya_flood_wait_seconds_total"] == 1
    assert figures["tanya_corpus_articles"] == len(corpus.articles)
    assert figures["tanya_corpus_passages"] == bots.live.current.passages
    assert figures[f"tanya_corpus_revision {corpus.revision}"] == 1
    assert figures["tanya_messages_under_way"] == figures["tanya_calls_waiting"] == 0
    assert figures["tanya_store_up"] == figures["tanya_ready"] == 1
    assert figures["process_resident_memory_bytes"] > 0


async def test_the_figures_tell_nothing_about_anybody(
    bots: Bots, telegram: FakeTelegram, siti: User
) -> None:
    async with bots.serve() as served, bring_updates(telegram, served.address):
        await siti.sends("Apakah tetangga saya memakai Sirekap?")
        await telegram.bot_says(siti.chat)
        text = (await served.client.get("/metrics")).text

    assert "tetangga" not in text
    assert str(siti.id) not in text
    assert telegram.token not in text
    assert SECRET not in text
    assert not re.search(r"\b\d{9,10}\b", re.sub(r"[\d.e+]+\n", "\n", text))


async def test_a_changed_corpus_shows_in_the_figures(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    live = serve(tmp_path, make_article("KPU menyewa server Alibaba Cloud untuk Sirekap."))
    async with Bots(telegram, live, tmp_path).serve() as served:
        before = await read_figures(served)
        added = make_article("Grafik Sirekap dihilangkan KPU.", title="Grafik Sirekap hilang")
        added = added.replace("/berita", "/berita-2")
        (tmp_path / "corpus" / "articles" / "baru.md").write_text(added, encoding="utf-8")
        after = await wait_for_articles(served, 2)

    assert before["tanya_corpus_articles"] == 1
    assert before["tanya_corpus_rebuild_seconds"] == 0
    assert after["tanya_corpus_rebuild_seconds"] > 0
    assert find_revision(after) != find_revision(before)


async def wait_for_articles(served: ServedBot, number: int) -> dict[str, float]:
    """Read the figures until they tell of so many articles."""
    async with asyncio.timeout(20):
        while True:
            figures = await read_figures(served)
            if figures["tanya_corpus_articles"] == number:
                return figures
            await asyncio.sleep(0.1)


def find_revision(figures: dict[str, float]) -> str:
    return next(name for name in figures if name.startswith("tanya_corpus_revision "))
