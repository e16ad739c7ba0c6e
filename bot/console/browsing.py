"""The commands that browse: topics, claims and time lines, with numbers to go on by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.topics import find_claim
from bot.console.timeline_view import list_timelines
from bot.console.topic_view import list_topics, open_claim, open_claims, open_topic
from bot.texts import browsing as texts

if TYPE_CHECKING:
    from bot.answers import Answerer
    from bot.console.listing import Listing


@dataclass(frozen=True, slots=True)
class Browser:
    """Finds what a command names, or else lists what there is."""

    answerer: Answerer

    def find_topic(self, name: str) -> Listing:
        """Return the card of the topic called `name`; without a name, or a known one, the list."""
        corpus = self.answerer.corpus
        if not name:
            return list_topics(corpus)
        topic = self.answerer.topic_names.find(name)
        return open_topic(topic, corpus) if topic else list_topics(corpus, texts.UNKNOWN_TOPIC)

    def find_claims(self, wanted: str) -> Listing:
        """Return the claim with this number or key, the claims of this topic, or all of them."""
        corpus = self.answerer.corpus
        claim = find_claim(corpus, wanted)
        if claim:
            return open_claim(claim, corpus)
        topic = self.answerer.topic_names.find(wanted)
        notice = texts.UNKNOWN_CLAIM if wanted and topic is None else ""
        return open_claims(corpus, topic, notice)

    def list_timelines(self) -> Listing:
        """Return what there are time lines of."""
        return list_timelines(self.answerer.corpus)
