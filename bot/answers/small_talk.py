"""Messages that ask nothing about the subject: greetings, thanks, chatter. Met before searching.

A message is small talk when it is short and made of the words of small talk alone; one word of
the subject ("halo, server sirekap di mana?") makes it a question.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from bot.answers.values import SmallTalk
from bot.search.tokens import tokenize

_LONGEST = 10
_STRETCHED = re.compile(r"(.)\1{2,}")
_LAUGHTER = re.compile(r"(?:w+k+)+w*|(?:ha){2,}h?|(?:he){2,}|(?:hi){2,}|x+d+|lo+l")

_PHRASES: tuple[tuple[SmallTalk, str], ...] = (
    (
        SmallTalk.ABOUT_BOT,
        """kamu siapa|siapa kamu|anda siapa|siapa anda|lu siapa|siapa lu|lo siapa|ini siapa
        |siapa namamu|nama kamu siapa|siapa nama kamu|siapa sih kamu|kamu ini siapa|kamu apa
        |kamu bot|kamu robot|kamu manusia|ini bot|ini robot|bot apa|bot apaan|kamu ai|ini ai
        |bot atau manusia|robot atau manusia|manusia atau bot|kamu bisa apa|bisa apa aja|bisa apa
        |bisa ngapain|bikin kamu|buat kamu|membuat kamu|pembuat kamu|kamu dibuat|are you a bot
        |are you human|who are you|what are you|what can you do|who made you|boleh nanya
        |boleh tanya|boleh bertanya|bisa tanya|bisa nanya|mau tanya apa|mau nanya|mau tanya
        |mau bertanya|mau nanya apa|bingung mau|cara pakai bot|ada orang|bantu saya|bisa bantu
        |can you help|help me""",
    ),
    (
        SmallTalk.THANKS,
        """terima kasih|terimakasih|makasih|makasi|mksh|trims|trimakasih|tengkyu|thanks|thank you
        |thx|tq|ty|nuhun|matur nuwun|suwun|good job|mantap|mantul|keren|sip|oke|ok|okay|siap""",
    ),
    (
        SmallTalk.FAREWELL,
        """sampai jumpa|dadah|dah|bye|goodbye|see you|sampai ketemu|pamit|selamat tinggal
        |selamat tidur|good night""",
    ),
    (
        SmallTalk.GREETING,
        """halo|hallo|hello|hai|hi|hey|hei|hay|assalamualaikum|assalamu'alaikum|asalamualaikum
        |assalamu alaikum|salam|selamat pagi|selamat siang|selamat sore|selamat malam|pagi|siang
        |sore|malam|met pagi|met siang|met sore|met malem|met malam|malem|good morning
        |good afternoon|good evening|apa kabar|gimana kabar|how are you|permisi|punten|sampurasun
        |shalom|om swastiastu""",
    ),
    (
        SmallTalk.CHATTER,
        """lagi apa|lagi ngapain|udah makan|sudah makan|udah tidur|lelucon|pantun|tebak-tebakan
        |tebakan|cerita lucu|i love you|love you|pacar|jomblo|goblok|goblog|bego|tolol|bodoh|anjir
        |anjing|asu|bangsat|kampret|sialan|dasar bot|gak guna|tidak guna|ngawur semua|test|tes|tess
        |testing|ping|p|cek|check|salah kirim|maaf|sorry|wkwk|haha|lucu|bosan|bosen|gabut|curhat
        |joke|tell me a joke|nyanyi|menyanyi""",
    ),
)
_COMPANY = frozenset(
    """
    ya yah yaa iya dong donk deh sih nih tuh kok lah kan min mimin admin kak kakak gan agan bang
    abang bro bos boss sis mas mbak pak bapak bu ibu om tante bot semua semuanya banyak banget
    bgt sekali atas informasi informasinya info infonya bantuan bantuannya jawaban jawabannya wr
    wb warahmatullahi wabarakatuh you so much very to a an the me i im dear sir there saya aku
    gue gw kamu lu lo anda kita ini itu apa aja saja siapa yang bisa boleh udah sudah belum gak
    ga nggak tidak mau ingin punya biar kasih ceritain cerita coba tolong satu dua 1 2 123 86
    besok nanti lagi dulu juga amat sangat dasar jawab or human atau manusia robot how are kabar
    baik wow wah eh oh hmm sekarang selamat datang hari bingung guys gaes teman teman-teman sob
    sobat orang ada kabarnya dan dengan lucu
    """.split()
)


def recognise_small_talk(text: str) -> SmallTalk | None:
    """Return what kind of small talk `text` is, or None when it may be a question."""
    folded = _STRETCHED.sub(r"\1", unicodedata.normalize("NFKC", text).lower())
    words = [token.text for token in tokenize(folded)]
    laughing = [word for word in words if _LAUGHTER.fullmatch(word)]
    words = [word for word in words if not _LAUGHTER.fullmatch(word)]
    if len(words) > _LONGEST:
        return None
    if not words:
        return SmallTalk.CHATTER if laughing else None
    if not _list_words().issuperset(words):
        return None
    message = f" {'  '.join(words)} "
    kinds: list[SmallTalk] = []
    for kind, phrase in _list_phrases():
        if f" {phrase} " in message:
            kinds.append(kind)
            message = message.replace(f" {phrase} ", "")
    if not kinds or not set(message.split()) <= _COMPANY:
        return None
    return kinds[0]


@cache
def _list_phrases() -> tuple[tuple[SmallTalk, str], ...]:
    """Return every phrase as tokens between two spaces, with the telling kinds first."""
    return tuple(
        (kind, "  ".join(token.text for token in tokenize(phrase)))
        for kind, listing in _PHRASES
        for phrase in listing.split("|")
    )


@cache
def _list_words() -> frozenset[str]:
    """Return all words that small talk is made of."""
    return _COMPANY.union(*(phrase.split() for _, phrase in _list_phrases()))
