"""English wording of `answers`; quotations and what articles say stay Indonesian."""

from __future__ import annotations

from bot.answers.values import SmallTalk
from bot.texts.answer_words import AnswerWords
from bot.texts.writing import Counted

NOT_FOUND = "The answer is not in our sources."
NO_JUDGEMENT = (
    "This is no judgement of true or false. It only means that the articles we have collected do "
    "not hold the answer."
)
NEAR = "Our sources hold no exact answer. This comes closest:"
ALTERNATIVES = "Which one do you mean?"
ALTERNATIVES_IF_NEAR = "Perhaps you mean:"
NO_MORE = "There are no further quotations for this question."
EMPTY = "Write your question in a few words, best in Indonesian, such as “Apa itu Sirekap?”"
NEAREST_TOPICS = "The nearest topics:"
RELATED = "Related questions:"
LATER = "There is a newer ruling on the same topic:"
ALSO_REPORTED = "Also reported by:"
CLAIM_CARD = "Claim card:"
CLAIM_SOURCES = "Sources of the claim card:"

_SMALL_TALK = {
    SmallTalk.GREETING: (
        "Hello! Ask me about Sirekap, best in Indonesian. I quote every answer from articles that "
        "you can check yourself."
    ),
    SmallTalk.THANKS: "You are welcome. If there is more that you want to know, go ahead.",
    SmallTalk.ABOUT_BOT: (
        "I am Tanya Sirekap, a program that looks up passages of articles about Sirekap, with "
        "outlet, date and link. I make nothing up and take no side."
    ),
    SmallTalk.FAREWELL: "Goodbye, and thank you for asking.",
    SmallTalk.CHATTER: (
        "I can only look up passages of articles about Sirekap. If there is something that you "
        "want to know about it, just ask."
    ),
}

WORDS = AnswerWords(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    thousands=",",
    either=" or ",
    or_lastly=" or ",
    small_talk=_SMALL_TALK,
    searched="Searched for: {pairs}.",
    pair="{searched}, not {written}",
    missing="No source mentions {words}.",
    untold="Only headlines mention {words}, no passage does.",
    unheard="No source quotes {words} on this.",
    astray="The nearest sources are not about {things}.",
    year="the year {word}",
    there="an election in “{word}”",
    sources_until="Sources up to {day}.",
    speakers="views of: {names}",
    correction="Corrected {day}: {text}",
    claimed="Made by {who}, first on {day}.",
    appeared="Seen first on {day}.",
    outcome="Outcome: {label} ({by}, {day}).",
    remaining=Counted("There are {count} further quotations.", "There is one further quotation."),
)
