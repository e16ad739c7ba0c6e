"""What is asked around a claim: "ini hoax atau fakta?", "bener ga sih", "is it true that".

It asks for a verdict on what stands beside it, and is no part of that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_HOAX = "(?:hoaks|hoax|hoak|hox)"
_TRUE = "(?:benar|bener|bnr|beneran|bnrn|betul|betulan|btl|fakta|true|fact)"
_FALSE = f"(?:{_HOAX}|bohong|boong|palsu|fitnah|salah|fake|false)"
_SOUND = "(?:asli|valid|legit|serius)"
_NOT = "(?:tidak|tdk|tak|ga|gak|gk|g|nggak|ngga|ngg|enggak|engga|bukan|blm|belum|kagak|kaga|not)"
_OR = "(?:atau|ato|atw|apa|or)"
_ASK = "(?:apakah|apa|apkh|emang|emangnya|memang|(?:tolong |coba )?cek(?: dong)?|is it|is this)"
_THIS = "(?:ini|itu|nih|tuh|tu|berita ini|info ini|kabar ini|beritanya|infonya)"
_MORE = "(?: (?:sih|ya|yah|ga|nih|tuh|dong|min|kak|bang|gan|kah|that|bahwa|kalau|kalo|klo|kan))*"
# "KPU bohong ga?" and "formulirnya palsu atau tidak" claim what "hoax" only doubts.
_VERDICT = (
    f"(?:(?:{_TRUE}|real) {_OR} (?:{_FALSE}|{_NOT})|{_FALSE} {_OR} {_TRUE}|{_HOAX} {_OR} {_NOT}"
    f"|(?:{_TRUE}|{_HOAX}) (?:{_NOT}|kah|kan)|(?:apa|masa) (?:iya|benar|bener|betul))"
)
# "Datanya valid ga" asks of the data; what is asked of the message points at it.
_POINTED = f"(?:{_THIS} {_SOUND} {_NOT}|{_SOUND} (?:{_NOT} )?(?:nih|ni))"
_ASKED = f"(?:(?:{_ASK} )?(?:{_THIS} )?{_VERDICT}|(?:{_ASK} )?{_POINTED})"
_REALLY = "(?:beneran|bnrn|betulan|seriusan)"
# "Cek fakta" is what newspapers call such articles.
_OPENING = re.compile(
    f"(?!cek fakta)(?:{_ASKED}|{_ASK} {_TRUE}|{_THIS} {_TRUE} ya|{_REALLY}){_MORE} (?=.)"
)
_CLOSING = re.compile(f" (?:{_ASKED}|{_THIS} (?:{_TRUE}|{_HOAX})|{_REALLY}){_MORE}$")
_LONGEST = 10
"""Words of such a question."""


def drop_verdict(words: Sequence[str]) -> Sequence[str]:
    """Return a claim without the question before or behind it whether it is true.

    Args:
        words: those of the whole message, in lower case; one that is nothing else keeps some.
    """
    opening = _OPENING.match(" ".join(words[:_LONGEST]))
    kept = words[opening[0].count(" ") :] if opening else words
    closing = _CLOSING.search(" ".join(kept[-_LONGEST:]))
    return kept[: -closing[0].count(" ")] if closing else kept
