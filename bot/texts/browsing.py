"""Wording of time lines, topics and lists of claims, shared by the terminal and Telegram."""

from __future__ import annotations

from bot.texts.answers import WORDS as _WRITING
from bot.texts.browsing_words import BrowsingWords
from bot.texts.writing import Counted

# Time lines
TIMELINE = "Linimasa topik ini"
DAYS_OF_PUBLICATION = "Yang tercantum tanggal terbit artikel; peristiwanya sendiri bisa lebih awal."
NO_TIMELINE = "Linimasa untuk itu tidak ada di sumber kami. Yang ada:"
TIMELINE_TOPICS = "Menurut topik:"
TIMELINE_MONTHS = "Menurut bulan terbit:"
TIMELINE_HINT = "Tulis misalnya /linimasa maret 2024, atau tekan salah satu topik."
ALL_EVENTS = "peristiwa penting seputar Sirekap"

# Topics
TOPICS_TITLE = "Topik"
UNKNOWN_TOPIC = "Topik itu tidak ada. Yang ada:"
CLAIMS_OF_TOPIC = "Klaim di topik ini:"
MOST_CITED = "Artikel yang paling sering dikutip kartu klaim:"

# Claims
CLAIM = "Klaim"
CLAIMS_TITLE = "Klaim tentang Sirekap"
CLAIMS_ARE_NO_VERDICT = (
    "Yang tercantum adalah apa yang dikatakan orang, bukan apa yang benar. Setiap kartu memuat "
    "siapa yang mengatakannya, siapa yang menjawab, dan sumbernya."
)
UNKNOWN_CLAIM = "Klaim atau topik itu tidak ada. Yang ada:"
NO_CLAIMS = "Belum ada kartu klaim di topik ini."

WORDS = BrowsingWords(
    writing=_WRITING,
    timeline="Linimasa: {about}",
    all_events=ALL_EVENTS,
    events=Counted("{count} peristiwa, urut menurut tanggal."),
    event_of="Peristiwa {first} dari {total}, urut menurut tanggal.",
    events_of="Peristiwa {first} sampai {last} dari {total}, urut menurut tanggal.",
    articles=Counted("{count} artikel"),
    claims=Counted("{count} klaim"),
    claims_of="{first} sampai {last} dari {total} klaim.",
    published="Terbit {day}.",
    published_between="Terbit {first} sampai {last}.",
)

# What is imported by name; `spoken` has the same in both languages
describe_period = WORDS.describe_period
describe_timeline = WORDS.describe_timeline
describe_events = WORDS.describe_events
list_months = WORDS.list_months
describe_topic_size = WORDS.describe_topic_size
describe_topic_days = WORDS.describe_topic_days
describe_claims = WORDS.describe_claims
