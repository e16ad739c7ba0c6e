"""What is told of one election is no answer about another, nor a card of another year."""

from __future__ import annotations

from bot.answers import Status
from tests.answers.shipped import open_shipped


def test_whether_sirekap_was_used_in_jakarta_is_not_answered_with_hoaxes_about_its_result() -> None:
    answer = open_shipped().answer("apakah sirekap dipakai di pilkada dki 2024")

    assert answer.quotations
    assert all("Sirekap" in quotation.passage.text for quotation in answer.quotations)
    assert answer.claim is None


def test_a_local_election_is_not_told_by_a_national_one_there() -> None:
    answer = open_shipped().answer("apakah sirekap dipakai di pilkada bali 2024")

    assert answer.status is not Status.FOUND
    assert "bali" in answer.understanding.astray


def test_a_card_of_another_election_is_not_shown() -> None:
    asked = open_shipped().answer("apakah sirekap dipakai di pilkada jakarta 2024").claim
    known = open_shipped().answer("apakah sirekap dipakai di pilkada depok 2020").claim

    assert asked is None
    assert known is not None
    assert "2020" in known.claim


def test_a_card_is_shown_for_what_was_said_to_follow_in_the_next_year() -> None:
    rumour = "Real count KPU: Pilgub DKI pasti 2 putaran, nyoblos lagi 26 Februari 2025"

    claim = open_shipped().answer(rumour).claim

    assert claim is not None
    assert "dua putaran" in claim.claim
