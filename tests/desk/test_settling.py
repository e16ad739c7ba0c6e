"""Doubts are decided one by one, and a text that was cut is put together again."""

from datetime import date

import pytest

from bot.desk import Draft, Intake, NoArticleError, extend, settle
from bot.desk.values import Asked, Clutter, Doubt, Dropped, KnownOutlets

FIRST = "Komisi Pemilihan Umum menjelaskan alur koreksi data di kecamatan kepada wartawan."
SECOND = "Penjelasan itu disampaikan di Jakarta, Rabu, 21 Februari 2024, sesudah rapat pleno."
DRAFT = Draft(
    title="KPU Jelaskan Alur Koreksi Data",
    outlet="Antara",
    url="https://www.antaranews.com/berita/1",
    published=date(2024, 2, 21),
    body=f"{FIRST}\n\nAlur koreksi\n\n{SECOND}",
)


def ask(doubt: Doubt, about: str = "") -> tuple[Intake, Asked]:
    """Return an intake with a doubt, and another one that is left."""
    asked = Asked(doubt, about)
    return Intake(DRAFT, asked=(Asked(Doubt.WEEKDAY, "Kamis"), asked)), asked


@pytest.mark.parametrize("doubt", list(Doubt))
@pytest.mark.parametrize("accept", [True, False])
def test_a_doubt_that_is_decided_is_asked_no_more(doubt: Doubt, accept: bool) -> None:
    intake, asked = ask(doubt, "https://www.antaranews.com/berita/2")
    settled = settle(intake, asked, accept=accept)

    assert asked not in settled.asked
    assert len(settled.asked) == 1


def test_another_headline_is_taken_or_left() -> None:
    intake, asked = ask(Doubt.HEADLINE, "Baris yang Lain")

    assert settle(intake, asked, accept=True).draft.title == "Baris yang Lain"
    assert settle(intake, asked, accept=False).draft == DRAFT


def test_a_line_is_taken_out_and_kept_as_dropped() -> None:
    intake, asked = ask(Doubt.LINE, "Alur koreksi")
    settled = settle(intake, asked, accept=True)

    assert settled.draft.body == f"{FIRST}\n\n{SECOND}"
    assert settled.dropped == (Dropped("Alur koreksi", Clutter.SUBHEADLINE),)
    assert settle(intake, asked, accept=False).draft == DRAFT


def test_an_address_on_another_site_is_taken_without_what_it_tracks() -> None:
    intake, asked = ask(Doubt.OTHER_SITE, "https://www.kompas.com/satu?utm_source=x")

    assert settle(intake, asked, accept=True).draft.url == "https://www.kompas.com/satu"


def test_more_text_of_the_article_is_added() -> None:
    longer = extend(
        Intake(DRAFT), f"{FIRST}\nBaca juga: Yang lain\nItu saja katanya.", KnownOutlets()
    )

    assert longer.draft.body.endswith(f"{SECOND}\n\n{FIRST}\n\nItu saja katanya.")
    assert longer.dropped == (Dropped("Baca juga: Yang lain", Clutter.READ_ALSO),)
    assert longer.draft.title == DRAFT.title
    assert longer.asked == ()


def test_a_paragraph_that_was_cut_off_is_whole_again() -> None:
    head, tail = SECOND[:40], SECOND[40:]
    intake = Intake(
        Draft(body=f"{FIRST}\n\n{head.strip()}"), asked=(Asked(Doubt.LINE, head.strip()),)
    )
    whole = extend(intake, tail.strip(), KnownOutlets())

    assert whole.draft.body == f"{FIRST}\n\n{head.strip()} {tail.strip()}"
    assert Asked(Doubt.LINE, head.strip()) not in whole.asked
    assert whole.draft.published == date(2024, 2, 21)


def test_text_without_a_paragraph_is_refused() -> None:
    with pytest.raises(NoArticleError, match="paragraf"):
        extend(Intake(DRAFT), "Baca juga: Yang lain", KnownOutlets())
