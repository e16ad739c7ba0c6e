"""Buttons and fixed texts follow the language of the person's Telegram; quotations do not."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from string import Formatter
from types import MethodType, ModuleType

import pytest

from bot.answers import Answerer
from bot.texts import answers_en, chat_en, follow_up_en, privacy_en
from bot.texts import chat as texts
from bot.texts.spoken import Language, choose_language
from bot.texts.writing import Counted
from tests.fake_telegram import FakeTelegram, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
FOLDER = Path(__file__).parents[2] / "bot" / "texts"
ENGLISH = sorted(path.stem for path in FOLDER.glob("*_en.py"))
WITH_WORDS = [name for name in ENGLISH if name not in {"links_en", "privacy_en"}]


@pytest.fixture
def jane(telegram: FakeTelegram) -> User:
    """A person whose Telegram is in English."""
    return telegram.user("Jane", language_code="en-GB")


def list_texts(module: ModuleType) -> dict[str, object]:
    """Return the texts of a module by name; its functions are methods of `WORDS`."""
    public = {name: value for name, value in vars(module).items() if not name.startswith("_")}
    return {name: value for name, value in public.items() if name.isupper()}


def describe(value: object) -> object:
    """Return what must be equal in both languages: the type, and the keys or the size."""
    if isinstance(value, dict):
        return list(value)
    return type(value), len(value) if isinstance(value, tuple) else 0


def find_gaps(words: object) -> object:
    """Return the gaps that each text among `words` has for what is filled in, such as {day}."""
    if isinstance(words, str):
        return {name for _, name, _, _ in Formatter().parse(words) if name is not None}
    if isinstance(words, Counted):
        assert find_gaps(words.one) in ({"count"}, set())
        return find_gaps(words.many)
    if isinstance(words, Mapping):
        return {key: find_gaps(value) for key, value in words.items()}
    if isinstance(words, tuple):
        return [find_gaps(value) for value in words]
    assert is_dataclass(words)
    return {field.name: find_gaps(getattr(words, field.name)) for field in fields(words)}


def load(name: str) -> tuple[ModuleType, ModuleType]:
    """Return the Indonesian and the English module for the name of the English one."""
    english = import_module(f"bot.texts.{name}")
    return import_module(english.__name__.removesuffix("_en")), english


@pytest.mark.parametrize("name", ENGLISH)
def test_both_languages_have_the_same_texts(name: str) -> None:
    indonesian, english = map(list_texts, load(name))

    assert indonesian
    assert {key: describe(value) for key, value in english.items()} == {
        key: describe(value) for key, value in indonesian.items()
    }


@pytest.mark.parametrize("name", WITH_WORDS)
def test_both_languages_leave_the_same_gaps(name: str) -> None:
    indonesian, english = load(name)

    assert find_gaps(english.WORDS) == find_gaps(indonesian.WORDS)


@pytest.mark.parametrize("name", WITH_WORDS)
def test_functions_are_imported_by_the_name_that_both_languages_know(name: str) -> None:
    indonesian, english = load(name)
    shared = [(key, it) for key, it in vars(indonesian).items() if isinstance(it, MethodType)]

    assert shared
    assert all(function == getattr(indonesian.WORDS, key) for key, function in shared)
    assert not any(callable(value) for key, value in vars(english).items() if key.islower())


def test_there_are_english_texts() -> None:
    assert {"answers_en", "browsing_en", "chat_en", "follow_up_en", "privacy_en"} <= set(ENGLISH)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, Language.INDONESIAN),
        ("", Language.INDONESIAN),
        ("id", Language.INDONESIAN),
        ("id-ID", Language.INDONESIAN),
        ("ms", Language.INDONESIAN),
        ("ms_MY", Language.INDONESIAN),
        ("en", Language.ENGLISH),
        ("de", Language.ENGLISH),
        ("zh-hans", Language.ENGLISH),
    ],
)
def test_the_language_is_indonesian_by_default_and_for_malay(
    code: str | None, language: Language
) -> None:
    assert choose_language(code) is language


@pytest.mark.usefixtures("bot")
async def test_an_english_reader_gets_english_buttons_and_indonesian_quotations(
    telegram: FakeTelegram, siti: User, jane: User, answerer: Answerer
) -> None:
    await siti.sends(QUESTION)
    indonesian = await telegram.bot_says(siti.chat)
    await jane.sends(QUESTION)
    english = await telegram.bot_says(jane.chat)

    assert english.button_texts[:3] == [
        chat_en.NEXT,
        follow_up_en.READ_ON,
        follow_up_en.SOURCES,
    ]
    quoted = english.parts("blockquote") + english.parts("expandable_blockquote")
    bodies = [article.body for article in answerer.corpus.articles]
    assert any(part in body for part in quoted for body in bodies)
    assert english.links[0][0] == indonesian.links[0][0]
    assert english.text.endswith(answers_en.WORDS.describe_sources_until(answerer.corpus.newest))


@pytest.mark.usefixtures("bot")
async def test_presses_are_answered_in_the_language_of_who_presses(
    telegram: FakeTelegram, jane: User
) -> None:
    await jane.sends(QUESTION)
    answer = await telegram.bot_says(jane.chat)
    press = await jane.presses(answer, follow_up_en.HELPFUL)

    assert (await telegram.answer_to(press)).text == follow_up_en.THANKS_FOR_HELPFUL


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("/start", chat_en.HELLO),
        ("/help", chat_en.HELP_TITLE),
        ("/privacy", privacy_en.TITLE),
        ("/hapusdata", privacy_en.CONFIRM_DELETION),
        ("/kabarkoreksi", follow_up_en.CORRECTIONS_ARE_ON),
        ("/foo", chat_en.UNKNOWN_COMMAND),
        ("asdfgh", answers_en.NOT_FOUND),
        ("😀", chat_en.EMOJI_ONLY),
    ],
)
async def test_fixed_texts_are_english_for_english_readers(
    telegram: FakeTelegram, jane: User, said: str, answered: str
) -> None:
    await jane.sends(said)

    assert (await telegram.bot_says(jane.chat)).text.startswith(answered)


@pytest.mark.usefixtures("bot")
async def test_a_sticker_is_answered_in_the_language_of_each(
    telegram: FakeTelegram, siti: User, jane: User
) -> None:
    await jane.sends_sticker()
    await siti.sends_sticker()

    assert (await telegram.bot_says(jane.chat)).text == chat_en.STICKER
    assert (await telegram.bot_says(siti.chat)).text == texts.STICKER


@pytest.mark.usefixtures("bot")
async def test_what_many_read_stays_indonesian(telegram: FakeTelegram, jane: User) -> None:
    query = await jane.types_inline(QUESTION)
    results = (await telegram.answer_to(query)).results

    assert results
    assert not any("views of" in result.text for result in results)
