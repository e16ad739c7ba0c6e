"""Greetings, thanks and chatter are recognised before the search, and questions are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answerer, SmallTalk, Status
from bot.answers.small_talk import recognise_small_talk

MESSAGES = {
    SmallTalk.GREETING: [
        *("halo", "Halo!", "HALOOOO", "hai kak", "Selamat pagi, admin", "assalamu'alaikum wr wb"),
        *("met malem min", "apa kabar?", "good morning", "permisi", "hi 👋", "Assalamualaikum"),
    ],
    SmallTalk.THANKS: [
        *(
            "terima kasih",
            "makasih ya kak",
            "oke makasih banyak min 🙏",
            "thanks",
            "thank you so much",
        ),
        *("mantap", "sip", "terima kasih atas informasinya", "ok", "matur nuwun"),
    ],
    SmallTalk.ABOUT_BOT: [
        *("kamu siapa?", "ini bot ya?", "siapa yang bikin kamu", "bisa apa aja?", "who are you"),
        *("halo, ini robot atau manusia?", "mau tanya dong", "are you a bot?", "boleh nanya?"),
    ],
    SmallTalk.FAREWELL: ["sampai jumpa", "dadah", "bye bye"],
    SmallTalk.CHATTER: [
        "wkwkwk",
        "hahaha",
        "lagi apa?",
        "pantun dong",
        "P",
        "tes tes",
        "bodoh",
        "xd",
    ],
}


@pytest.mark.parametrize(
    ("text", "kind"), [(text, kind) for kind, texts in MESSAGES.items() for text in texts]
)
def test_small_talk_is_recognised_by_its_kind(text: str, kind: SmallTalk) -> None:
    assert recognise_small_talk(text) is kind


@pytest.mark.parametrize("text", [text for texts in MESSAGES.values() for text in texts])
def test_small_talk_is_answered_without_quotations(shipped: Answerer, text: str) -> None:
    answer = shipped.answer(text, previous="apa itu sirekap?")

    assert answer.status is Status.SMALL_TALK
    assert answer.small_talk is recognise_small_talk(text)
    assert answer.quotations == ()
    assert answer.confidence == 0


@pytest.mark.parametrize(
    "text",
    [
        *(
            "halo, server sirekap di mana?",
            "selamat pagi, apa itu KPU",
            "makasih. terus putusan MK?",
        ),
        *("siapa yang bikin sirekap", "cek suara psi", "tes sirekap gagal", "apa benar?", "kapan?"),
        *("sirekap", "hati-hati", "", "?", "😀", "wkwk sirekap", "kenapa", "sampai kapan dipakai"),
        "halo " * 11,
    ],
)
def test_what_may_be_a_question_is_not_small_talk(text: str) -> None:
    assert recognise_small_talk(text) is None


def test_thanks_weigh_more_than_the_greeting_beside_them() -> None:
    assert recognise_small_talk("halo kak, makasih ya") is SmallTalk.THANKS


def test_no_question_of_the_corpus_is_taken_for_small_talk(shipped: Answerer) -> None:
    asked = [q for article in shipped.corpus.articles for q in article.questions]
    asked += [question for claim in shipped.corpus.claims for question in claim.questions]

    assert len(asked) > 1000
    assert [question for question in asked if recognise_small_talk(question)] == []


@given(st.text(max_size=100))
def test_any_text_can_be_looked_at(text: str) -> None:
    kind = recognise_small_talk(text)

    assert kind is None or isinstance(kind, SmallTalk)


@given(st.text(max_size=40))
def test_one_word_of_the_subject_makes_it_a_question(text: str) -> None:
    assert recognise_small_talk(f"halo {text} sirekap") is None
