"""`chat` is a conversation; from a pipe it reads as a transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.console.running import run

if TYPE_CHECKING:
    from pathlib import Path

ALIBABA = "Apakah Sirekap pakai Alibaba Cloud?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("chat")


def talk(folder: Path, *messages: str) -> list[str]:
    """Return what was said before the first message, and in reply to each."""
    done = run(folder, "chat", stdin="".join(f"{message}\n" for message in messages))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split("Tanya: ")


def test_it_says_what_it_is_and_says_good_bye(folder: Path) -> None:
    (said,) = talk(folder)

    assert said.startswith("Tanya Sirekap\n")
    assert "/bantuan" in said
    assert said.endswith("Sampai jumpa.\n")


def test_a_question_is_answered_with_numbered_citations(folder: Path) -> None:
    _, reply = talk(folder, ALIBABA)

    assert reply.startswith(f"{ALIBABA}\n1. ")
    assert "https://" in reply


def test_further_quotations_go_on_where_the_last_ones_ended(folder: Path) -> None:
    _, first, second = talk(folder, ALIBABA, "/lagi")

    assert "Masih ada" in first
    addresses = [
        {line for line in part.splitlines() if "https" in line} for part in (first, second)
    ]
    assert addresses[1]
    assert not addresses[0] & addresses[1]


def test_pages_come_to_an_end_that_is_said(folder: Path) -> None:
    replies = talk(folder, ALIBABA, *["/lagi"] * 60)

    assert "Tidak ada kutipan lain untuk pertanyaan ini." in replies[-1]


def test_there_is_nothing_to_go_on_with_at_first(folder: Path) -> None:
    assert "Belum ada pertanyaan" in talk(folder, "/lagi")[1]


def test_small_talk_does_not_end_the_thread(folder: Path) -> None:
    _, question, thanks, more = talk(folder, ALIBABA, "terima kasih", "/lagi")

    assert "Sama-sama" in thanks
    assert "https://" in more
    assert more != question


def test_a_follow_up_is_understood_with_the_question_before_it(folder: Path) -> None:
    _, _, reply = talk(folder, "benarkah grafik sirekap dihilangkan?", "kalau kata KPU?")

    assert "grafik" in reply.lower()


def list_choices(reply: str, heading: str) -> list[str]:
    """Return the lines of the choice in `reply`, each with its number."""
    _, _, below = reply.partition(f"\n{heading}\n")
    return below.partition("\n\n")[0].replace("\n   ", " ").splitlines()


@pytest.mark.parametrize(
    ("question", "heading"),
    [("putusan MK", "Yang mana yang Anda maksud?"), ("grafik", "Mungkin yang Anda maksud:")],
)
def test_a_choice_is_made_by_its_number(folder: Path, question: str, heading: str) -> None:
    _, broad, picked = talk(folder, question, "2")
    choices = list_choices(broad, heading)

    assert [line[:3] for line in choices] == ["1. ", "2. ", "3. ", "4. "][: len(choices)]
    assert len(choices) >= 2
    assert "Ketik nomornya untuk memilih." in broad
    assert " ".join(picked.split()).startswith(f"2 {choices[1][3:]} 1. ")
    assert "https://" in picked


def test_numbers_stand_for_the_latest_choice_only(folder: Path) -> None:
    _, _, answered, number = talk(folder, "putusan MK", ALIBABA, "2")

    assert "Ketik nomornya" not in answered
    assert "https://" not in number or number.startswith("2\n1. ")
    assert "putusan" not in number.splitlines()[1].lower()


def test_a_choice_is_read_without_the_question_before_it(folder: Path) -> None:
    _, broad, picked = talk(folder, "putusan MK", "1")
    choice = list_choices(broad, "Yang mana yang Anda maksud?")[0][3:]
    (_, alone) = talk(folder, choice)

    assert alone.split("1. ", 1)[1] in picked


COMMANDS = {
    "/bantuan": "/lagi",
    "/help": "/lagi",
    "/BANTUAN": "/lagi",
    "/tentang": "mengarang",
    "/sumber": "media dan lembaga",
    "/topik": "Server dan Alibaba Cloud",
    "/topik alibaba": "Klaim di topik ini:",
    "/topik cuaca": "Topik itu tidak ada",
    "/klaim": "Klaim tentang Sirekap",
    "/klaim suara psi": "digelembungkan lewat Sirekap",
    "/klaim grafik-dihapus": "Sumber kartu klaim:",
    "/klaim cuaca": "Klaim atau topik itu tidak ada",
    "/linimasa": "Linimasa: peristiwa penting",
    "/linimasa alibaba": "Linimasa: Server dan Alibaba Cloud",
    "/linimasa maret 2024": "Linimasa: Maret 2024",
    "/linimasa qwrtp": "Linimasa untuk itu tidak ada",
    "/entahlah": "Perintah itu tidak ada",
}


def test_each_command_is_followed(folder: Path) -> None:
    _, *replies = talk(folder, *COMMANDS)

    for reply, (command, words) in zip(replies, COMMANDS.items(), strict=True):
        assert reply.startswith(f"{command}\n")
        assert words in reply


def test_a_number_picks_from_the_last_list(folder: Path) -> None:
    topics, ninth, claim, card = talk(folder, "/topik", "9", "/klaim", "1")[1:]

    assert "  9. Suara PSI" in topics
    assert ninth.startswith("9\nSuara PSI\n")
    assert "  1. Angka di Sirekap" in claim
    assert card.startswith("1\nKartu klaim: Angka di Sirekap")


def test_a_claim_keeps_its_number_on_the_card_of_its_topic(folder: Path) -> None:
    _, topic, card, listed = talk(folder, "/topik psi", "12", "/klaim")

    assert " 12. Suara Partai Solidaritas" in topic
    assert card.startswith("12\nKartu klaim: Suara Partai Solidaritas")
    assert " 12. Suara Partai Solidaritas" in listed


def test_a_number_without_a_list_is_a_message_like_others(folder: Path) -> None:
    _, _, _, reply = talk(folder, "/topik", ALIBABA, "9")

    assert "Suara PSI\n" not in reply


def test_a_time_line_goes_on_page_by_page_to_its_end(folder: Path) -> None:
    _, first, second, third = talk(folder, "/linimasa", "/lagi", "/lagi")

    assert "\n1. " in first
    assert "/lagi" in first
    assert "\n13. " in second
    assert "Tidak ada kutipan lain" in third


def test_a_follow_up_asks_for_its_chronology(folder: Path) -> None:
    _, _, reply = talk(folder, "suara psi", "kronologinya?")

    assert "Linimasa: Suara PSI" in reply


def test_leaving_ends_the_conversation_before_what_follows(folder: Path) -> None:
    _, last = talk(folder, "/keluar", ALIBABA)

    assert last == "/keluar\nSampai jumpa.\n"


def test_an_empty_line_is_passed_over(folder: Path) -> None:
    assert "tidak ditemukan" not in talk(folder, "")[1]


def test_what_is_typed_cannot_steer_the_terminal(folder: Path) -> None:
    assert "\x1b" not in "".join(talk(folder, "\x1b[2Japa itu sirekap?"))
