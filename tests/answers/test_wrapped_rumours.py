"""What chain messages wrap a rumour in, and what people say around it, changes no answer."""

from __future__ import annotations

import pytest

from bot.answers import Answer
from tests.answers.shipped import open_shipped

RUMOURS = (
    "Server Sirekap ada di Singapura",
    "KPU sengaja menghapus grafik Sirekap untuk menutupi kecurangan",
    "Suara Ganjar dikunci 17 persen di Sirekap",
    "Anggaran Sirekap 3,5 miliar dikorupsi",
)


@pytest.mark.parametrize("rumour", RUMOURS)
@pytest.mark.parametrize(
    "wrapping",
    [
        "Forwarded: {}",
        "Fwd: {}",
        "*Diteruskan berkali-kali*\n{}",
        "BREAKING NEWS!! {}",
        "HOT NEWS: {}",
        "VIRAL: {}!!! Sebarkan!!",
        "{}. Mohon disebarkan seluas-luasnya",
        "{} Tolong viralkan sebelum dihapus!!",
        "Pls share: {}",
        "{} bantu share ya gaes",
        "Share sebanyak-banyaknya: {}",
        "Copas dari grup sebelah: {}",
        "dapet dari grup keluarga nih, {}",
        "Saya dapat info dari WA, katanya {}",
        "Info A1: {}",
        "Sumber terpercaya: {}",
        "Waspada!! {}",
        "Astaghfirullah, {}",
        "Ya Allah, {}",
        "Akhirnya terbongkar juga {}",
        "{}. Jangan sampai putus di kamu",
        "{}, valid gak infonya?",
        "ini hoax atau fakta? {}",
        "{}, bener apa bohong?",
        "{} itu fakta atau hoaks ya?",
        "{} ini beneran atau hoax min",
        "emang bener {}?",
        "Temanku bilang {}",
        "Assalamualaikum wr wb. {}. Terima kasih sebelumnya",
        "Assalamu'alaikum min, mau tanya, {}?",
        "selamat siang admin, mau tanya apakah {}? makasih banyak",
        "😱😱 {} 😡😡",
    ],
)
def test_a_wrapped_rumour_finds_what_the_bare_one_finds(wrapping: str, rumour: str) -> None:
    bare, wrapped = ask(rumour), ask(wrapping.format(rumour))

    assert wrapped.status is bare.status
    assert wrapped.quotations[0].article.file == bare.quotations[0].article.file


@pytest.mark.parametrize(
    "question",
    [
        "sirekap itu apa ya? makasih",
        "assalamualaikum min mau nanya, sirekap itu apa ya? makasih",
        "selamat siang admin, mau tanya sirekap itu apa? terima kasih banyak sebelumnya",
        "permisi kak sirekap tuh apaan ya, makasih banyak kak",
    ],
)
def test_what_is_asked_politely_is_defined_all_the_same(question: str) -> None:
    assert (
        ask(question).quotations[0].article.file
        == ask("apa itu sirekap?").quotations[0].article.file
    )


def ask(question: str) -> Answer:
    return open_shipped().answer(question)
