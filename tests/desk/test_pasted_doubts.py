"""Of a pasted text, what is uncertain is proposed and asked about."""

from __future__ import annotations

from datetime import date

from bot.desk.values import Asked, Doubt, Draft
from tests.desk.pasted import FIRST, HEADLINE, PASTED, read


def test_what_is_uncertain_is_kept_and_asked() -> None:
    assert read(PASTED).asked == (Asked(Doubt.LINE, "Tanggapan majelis"),)


def test_the_day_is_proposed_from_the_text_and_asked() -> None:
    intake = read(f"{HEADLINE}\n\n{FIRST}")

    assert intake.draft.published == date(2024, 3, 13)
    assert intake.asked == (Asked(Doubt.DATE_FROM_TEXT, "Rabu (13/3/2024)"),)


def test_a_day_of_the_week_that_does_not_fit_is_asked_about() -> None:
    intake = read(f"{HEADLINE}\nKamis, 13 Maret 2024\n\n{FIRST}")

    assert Doubt.WEEKDAY in {each.doubt for each in intake.asked}


def test_the_address_of_the_page_tells_outlet_and_day() -> None:
    url = "https://kaltim.tribunnews.com/2024/03/15/kpu-akui?page=all&utm_source=x"
    intake = read(f"{url}\n{HEADLINE}\n\n{FIRST}")

    assert intake.draft.url == "https://kaltim.tribunnews.com/2024/03/15/kpu-akui"
    assert intake.draft.outlet == "Tribun Kaltim"
    assert intake.draft.published == date(2024, 3, 15)
    assert intake.asked == ()


def test_an_unknown_host_stands_for_the_outlet_and_is_asked_about() -> None:
    intake = read(f"{HEADLINE}\n\n{FIRST}", Draft(url="https://www.baru.id/a"))

    assert intake.draft.outlet == "baru.id"
    assert Asked(Doubt.OUTLET_FROM_HOST, "baru.id") in intake.asked


def test_a_second_line_like_a_headline_is_asked_about() -> None:
    other = "Roy Suryo Sebut Analisanya Kini Terbukti"
    intake = read(f"{HEADLINE}\n{other}\n\n{FIRST}")

    assert intake.draft.title == HEADLINE
    assert Asked(Doubt.HEADLINE, other) in intake.asked


def test_what_the_moderator_said_wins_and_settles_the_doubt() -> None:
    other = "Roy Suryo Sebut Analisanya Kini Terbukti"
    intake = read(f"{HEADLINE}\n{other}\n\n{FIRST}", Draft(title=other, outlet="Harian Contoh"))

    assert (intake.draft.title, intake.draft.outlet) == (other, "Harian Contoh")
    assert {each.doubt for each in intake.asked} == {Doubt.DATE_FROM_TEXT}


def test_a_text_without_a_headline_is_asked_for_one() -> None:
    assert Asked(Doubt.NO_HEADLINE) in read(FIRST).asked
