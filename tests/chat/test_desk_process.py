"""The program itself, as those who run it set it up, lets its moderators work."""

from pathlib import Path

from bot.texts import moderation, moderation_drafts
from tests.chat.corpora import write_corpus
from tests.chat.newsroom import KNOWN, OTHER, SUMMARY, TITLE, site
from tests.chat.running import run_bot
from tests.desk.news_site import Site
from tests.fake_telegram import FakeTelegram

__all__ = ["site"]


async def test_a_moderator_of_the_settings_publishes_and_a_citizen_is_answered(
    telegram: FakeTelegram, tmp_path: Path, site: Site
) -> None:
    rina, siti = telegram.user("Rina"), telegram.user("Siti")
    corpus = write_corpus(tmp_path / "corpus", KNOWN, OTHER)
    settings = {
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.api_url,
        "CORPUS_DIR": str(corpus),
        "MODERATOR_IDS": f"{rina.id}:ketua",
        "INTAKE_ALLOW_HOSTS": "127.0.0.1",
    }
    async with run_bot(tmp_path, settings) as bot:
        await bot.logs("siap")
        await rina.sends(f"/tambah {site.url('/antariksa')}")
        fetching = await telegram.bot_says(rina.chat, within=30)
        preview = await telegram.bot_edits(fetching, within=30)
        await rina.presses(preview, "Isi")
        prompt = await telegram.bot_says(rina.chat, within=30)
        await rina.sends(SUMMARY, reply_to=prompt)
        preview = await telegram.bot_says(rina.chat, within=30)
        await rina.presses(preview, moderation_drafts.PUBLISH)
        published = await telegram.bot_edits(preview, within=30)
        await siti.sends("Server Sirekap di Gedung Antariksa Samarinda?")
        answer = await telegram.bot_says(siti.chat, within=30)
        await bot.terminate()
        await bot.ends()

    assert fetching.text == moderation.FETCHING
    assert published.text.startswith(f"Terbit: {TITLE}")
    assert "Server Sirekap kini berada di Gedung Antariksa, Samarinda." in answer.text
    assert "Traceback" not in bot.log
