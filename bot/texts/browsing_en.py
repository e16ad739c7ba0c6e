"""English wording of `browsing`; names of topics and claims stay Indonesian."""

from __future__ import annotations

from bot.texts.answers_en import WORDS as _WRITING
from bot.texts.browsing_words import BrowsingWords
from bot.texts.writing import Counted

# Time lines
TIMELINE = "Time line of this topic"
DAYS_OF_PUBLICATION = "Days are those of publication; the event itself may have been earlier."
NO_TIMELINE = "Our sources hold no time line of that. There are:"
TIMELINE_TOPICS = "By topic:"
TIMELINE_MONTHS = "By month of publication:"
TIMELINE_HINT = "Write for example /linimasa maret 2024, or press a topic."
ALL_EVENTS = "what mattered around Sirekap"

# Topics
TOPICS_TITLE = "Topics"
UNKNOWN_TOPIC = "There is no such topic. There are:"
CLAIMS_OF_TOPIC = "Claims of this topic:"
MOST_CITED = "Articles that claim cards cite most:"

# Claims
CLAIM = "Claim"
CLAIMS_TITLE = "Claims about Sirekap"
CLAIMS_ARE_NO_VERDICT = (
    "This is what people say, not what is true. Every card holds who said it, who replied, and "
    "the sources."
)
UNKNOWN_CLAIM = "There is no such claim or topic. There are:"
NO_CLAIMS = "There are no claim cards in this topic yet."

WORDS = BrowsingWords(
    writing=_WRITING,
    timeline="Time line: {about}",
    all_events=ALL_EVENTS,
    events=Counted("{count} events, by date.", "{count} event, by date."),
    event_of="Event {first} of {total}, by date.",
    events_of="Events {first} to {last} of {total}, by date.",
    articles=Counted("{count} articles", "{count} article"),
    claims=Counted("{count} claims", "{count} claim"),
    claims_of="{first} to {last} of {total} claims.",
    published="Published {day}.",
    published_between="Published {first} to {last}.",
)
