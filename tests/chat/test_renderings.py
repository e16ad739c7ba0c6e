"""What many people ask is rendered once for each way in which it is shown, and kept for a while."""

from dataclasses import replace

import pytest

from bot.answers import Answer, Answerer
from bot.chat.renderings import Renderings
from bot.chat.views.answer import Presentation, render_answer
from bot.texts.spoken import Language, speaking

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


@pytest.fixture
def answer(answerer: Answerer) -> Answer:
    return answerer.answer(QUESTION)


@pytest.fixture
def presentation(answerer: Answerer) -> Presentation:
    return Presentation(answerer.corpus, token="0" * 16, related={"Siapa?": "1" * 16})


def test_the_same_answer_is_rendered_once(answer: Answer, presentation: Presentation) -> None:
    renderings = Renderings()
    first, shown = renderings.render(answer, presentation)
    again, _ = renderings.render(answer, replace(presentation, related={"Siapa?": "1" * 16}))

    assert again is first
    assert (first, shown) == render_answer(answer, presentation)


@pytest.mark.parametrize(
    "changes",
    [
        {"token": "2" * 16},
        {"related": {"Siapa?": "2" * 16}},
        {"lead": "Ini."},
        {"hint": "Itu."},
        {"quoted_question": QUESTION},
        {"share": QUESTION},
        {"start": 3},
    ],
)
def test_what_is_shown_otherwise_is_rendered_anew(
    answer: Answer, presentation: Presentation, changes: dict[str, object]
) -> None:
    renderings = Renderings()
    renderings.render(answer, presentation)
    other = replace(presentation, **changes)  # type: ignore[arg-type]

    assert renderings.render(answer, other) == render_answer(answer, other)


def test_each_language_has_its_own(answer: Answer, presentation: Presentation) -> None:
    renderings = Renderings()
    with speaking(Language.INDONESIAN):
        indonesian, _ = renderings.render(answer, presentation)
    with speaking(Language.ENGLISH):
        english, _ = renderings.render(answer, presentation)
        assert english == render_answer(answer, presentation)[0]

    assert english != indonesian


def test_an_answer_of_another_corpus_is_rendered_anew(
    answer: Answer, presentation: Presentation
) -> None:
    renderings = Renderings()
    renderings.render(answer, presentation)
    other = replace(answer, quotations=answer.quotations[:1])

    assert renderings.render(other, presentation) == render_answer(other, presentation)


def test_what_was_rendered_long_ago_is_forgotten(
    answer: Answer, presentation: Presentation
) -> None:
    renderings = Renderings()
    first, _ = renderings.render(answer, presentation)
    for number in range(600):
        renderings.render(answer, replace(presentation, lead=str(number)))

    assert renderings.render(answer, presentation)[0] is not first
