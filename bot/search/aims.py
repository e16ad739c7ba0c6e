"""What a question wants to be told: what somebody says, why it is so, what it is, how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.search.cues import SPANS, Kind, list_words
from bot.search.rulings import asks_for_ruling
from bot.search.units import COUNTING, find_counted, read_unit

_MOST_WORDS = 30
"""A longer message tells a story, in which people say this and that."""
_MOST_BEFORE = 2
"""Words of a name before "bilang apa", where what comes before them may be about anything."""
_SHORTEST_DEFINITION = 3
"""Words of "X apa sih", where one more may be a verb: "KPU minta apa sih"."""
_LONGEST = 4
"""Words of a name or of a thing that is defined; what is longer says more than its name."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What is wanted: a `kind` of sentence, and about whom or what, as words of the question.

    For a reason, a figure, a span of time or a ruling the sentence may be about anything that the
    question names, and `about` is empty. For a long form it has the stems of that besides.
    `spelled` are the words of the long form of a name, of which two stand together for it.
    """

    kind: Kind
    about: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()


_ATTRIBUTING = list_words(
    """
    menurut kata tanggapan respons respon reaksi komentar pendapat pandangan pernyataan keterangan
    penjelasan pengakuan bantahan kritik
    """
)
_SPEAKING = list_words(
    "bilang blg ngomong berkata komentar komen menanggapi berpendapat nanggepin say said think"
)
_TELLING = list_words(
    """
    menjelaskan menerangkan menilai menanggapi merespons merespon menyikapi memandang menganggap
    menyebut mengomentari menuturkan mengungkapkan membantah jelasin jelasinnya ngejelasin
    njelasin njelasinnya nerangin nilai ngebantah explain respond react argue claim
    """
)
"""What somebody does with words, which a question may also ask the reason for."""
_ACTS = {
    Kind.ADMISSION: list_words(
        """
        mengakui mengaku akui akuin ngaku ngakuin membenarkan admit admits admitted acknowledge
        acknowledged concede conceded
        """
    ),
    Kind.DENIAL: list_words(
        """
        membantah bantah ngebantah menepis tepis menampik menyangkal deny denies
        denied refute refuted
        """
    ),
    Kind.ORDER: list_words(
        "memerintahkan perintahkan merintahin menyuruh nyuruh menginstruksikan order ordered"
    ),
}
_ACT_OF = {verb: kind for kind, verbs in _ACTS.items() for verb in verbs}
_VAGUE = list_words(
    "penyelenggara petugas pihak orang warga pemerintah dia mereka he she they government"
)
"""Whom articles call by another name."""
_ADVERBS = list_words(
    """
    dulu kemarin tadi sempat pernah sudah udah juga malah sendiri emang memang akhirnya langsung
    lalu terus akan bakal sih itu tuh kan kok still ever even also
    """
)
_PASSIVE = list_words("is are was were be been being")
_ASKING = list_words("apa apaan gimana bagaimana gmn bgmn what how")
_REASONS = list_words("kenapa mengapa knp knpa knapa napa ngapain why alasan alasannya penyebab")
_DEFINING = list_words("pengertian definisi arti artinya makna kepanjangan singkatan")
_SHORT_FORMS = list_words("kepanjangan kepanjangannya singkatan singkatannya akronim akronimnya")
_LASTING = list_words("lama lamanya")
_PARTICLES = list_words("sih itu tuh ya dong min dengan dari a an the")
_BOUNDS = list_words(
    """
    soal tentang mengenai terkait atas terhadap pada kepada ttg seputar perihal ketika saat
    waktu pas setelah sesudah sebelum dalam di ke dari bahwa apa apakah apaan berapa siapa
    bagaimana gimana gmn kenapa mengapa knp kapan kalau kalo jika yang yg mana sih itu tuh ya
    seberapa sebanyak sejauh brp untuk menjelang sejak selama hingga sampai akibat dan atau about
    on when that regarding to in
    supaya agar dulu terus trus lalu kemarin kok emang memang pernah udah sudah juga kan tadi
    sendiri malah sirekap did does do has have had the mau ga gak nggak tidak tak bisa boleh akan
    belum not
    """
)


def read_aim(words: Sequence[str]) -> Aim | None:
    """Return what a question of these words wants to be told, or None for anything else."""
    if len(words) > _MOST_WORDS:
        return None
    return (
        _read_long_form(words)
        or _read_definition(words)
        or _read_count(words)
        or _read_statement(words)
        or _read_reason(words)
        or _read_ruling(words)
        or _read_duration(words)
        or _read_figure(words)
        or _read_act(words)
        or _read_telling(words)
    )


def is_saying(word: str) -> bool:
    """Tell whether `word` asks for what somebody says, which is told in many other words."""
    return word in _ATTRIBUTING


def _read_definition(words: Sequence[str]) -> Aim | None:
    """Read "apa itu X", "X itu apa", "X itu Y yang mana", "yang dimaksud dengan X", "what is X"."""
    text = [word for word in words if word not in _PARTICLES]
    if any(word in _DEFINING for word in text) or "dimaksud" in text:
        start = max(i for i, word in enumerate(text) if word in _DEFINING or word == "dimaksud")
        about = text[start + 1 :]
    elif text[:1] in (["apa"], ["apaan"]) and any(word in words[1:3] for word in ("itu", "sih")):
        about = text[1:]
    elif text[-1:] in (["apa"], ["apaan"]) and _is_pointed_at(words):
        about = text[:-1]
    elif text[:2] == ["what", "is"]:
        about = text[2:]
    elif list(words[-2:]) == ["yang", "mana"] and "itu" in words:
        about = list(words[: words.index("itu")])
    else:
        return None
    return Aim(Kind.DEFINITION, tuple(about)) if 0 < len(about) <= _LONGEST else None


def _read_long_form(words: Sequence[str]) -> Aim | None:
    """Read "kepanjangan X", "X singkatan dari apa"; the long form is in the glossary."""
    if _SHORT_FORMS.isdisjoint(words):
        return None
    other = _SHORT_FORMS | _PARTICLES | _ASKING
    about = [word for word in words if word not in other]
    return Aim(Kind.LONG_FORM, tuple(about)) if len(about) == 1 else None


def _is_pointed_at(words: Sequence[str]) -> bool:
    """Tell "X itu apa", "X apa tuh" and "X apaan sih" from "X minta apa"."""
    return any(word in words[-3:] for word in ("itu", "tuh")) or (
        len(words) <= _SHORTEST_DEFINITION and words[-1] == "sih"
    )


def _read_statement(words: Sequence[str]) -> Aim | None:
    """Read "apa kata X soal …", "menurut X, …", "X bilang apa", "what did X say"."""
    for place, word in enumerate(words):
        before, behind = words[:place], words[place + 1 :]
        if word in _ATTRIBUTING:
            about = _take(behind)
        elif word in _SPEAKING:
            about = _take_speaker(before)
        elif word == "according":
            about = _take(behind[1:])
        else:
            continue
        if about:
            return Aim(Kind.STATEMENT, about)
    return None


def _read_telling(words: Sequence[str]) -> Aim | None:
    """Read "bagaimana X menjelaskan …", "how did X explain …"."""
    if _ASKING.isdisjoint(words):
        return None
    for place, word in enumerate(words):
        about = _take_speaker(words[:place]) if word in _TELLING else ()
        if about:
            return Aim(Kind.STATEMENT, about)
    return None


def _read_act(words: Sequence[str]) -> Aim | None:
    """Read "apakah X mengakui …", "did X deny …", "X nyuruh … ga"."""
    for place, word in enumerate(words):
        kind = _ACT_OF.get(word)
        about = _take_speaker(words[:place]) if kind else ()
        if kind and about and _VAGUE.isdisjoint(about):
            return Aim(kind, about)
    return None


def _take_speaker(before: Sequence[str]) -> tuple[str, ...]:
    """Return who speaks: the name that ends the words before a verb, and adverbs behind it."""
    if before and before[-1] in _PASSIVE:
        return ()
    end = len(before)
    while end and before[end - 1] in _ADVERBS:
        end -= 1
    return _take(before[:end][::-1])[:_MOST_BEFORE][::-1]


def _read_reason(words: Sequence[str]) -> Aim | None:
    return Aim(Kind.REASON) if any(word in _REASONS for word in words) else None


def _read_figure(words: Sequence[str]) -> Aim | None:
    counted = find_counted(words)
    return None if counted is None else Aim(Kind.FIGURE, read_unit(counted))


def _read_count(words: Sequence[str]) -> Aim | None:
    """Read "berapa TPS yang menurut X …": what is counted is wanted before who tells it."""
    unit = () if COUNTING.isdisjoint(words[:1]) else read_unit(words[1:])
    return Aim(Kind.FIGURE, unit) if unit else None


def _read_duration(words: Sequence[str]) -> Aim | None:
    """Read "berapa lama …", "berapa jam …", "how long …"."""
    asked = any(
        (word in COUNTING and (behind in _LASTING or behind in SPANS))
        or (word == "how" and behind == "long")
        for word, behind in pairwise(words)
    )
    return Aim(Kind.DURATION) if asked else None


def _read_ruling(words: Sequence[str]) -> Aim | None:
    return Aim(Kind.RULING) if asks_for_ruling(words) else None


def _take(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words up to the first that no name has."""
    end = next((i for i, word in enumerate(words) if word in _BOUNDS or word in _ASKING), None)
    return tuple(words[:end][:_LONGEST])
