"""Where Indonesian sentences end: not after titles, initials, abbreviations, times or numbers.

A stop, question or exclamation mark or ellipsis ends a sentence when white space follows it,
possibly after closing quotation marks or brackets, and nothing in its surroundings speaks against
it. Stops inside a token ("18.30", "1.153.472", "kpu.go.id", "C.Hasil") are therefore never
considered. Every look at the surroundings is bounded, so that the time is linear in the text
whatever it holds.
"""

from __future__ import annotations

import re

_OPENING = "\"'“”‘’«([{"
_BREAK = re.compile(
    r"\n[^\S\n]*+\n"
    # Possessive runs and the look-behind: "....x" must not be read once per stop.
    r"|(?<![.!?…])(?P<mark>[.!?…]++)(?P<closing>[\"'”’»)\]}]*+)(?=\s|\Z)"
)
_AHEAD = re.compile(rf"(?P<opening>[\s{re.escape(_OPENING)}–—•*-]*+)(?P<word>\w\S{{0,29}})?")
_LIST_MARKER = re.compile(r"\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z]")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_DEGREE = re.compile(r"(?:[A-Z]\.[A-Z]?[a-z]+|Ph\.D|LL\.[BM]|[SM]\.[A-Z])(?:\.[A-Z][a-z]*)*")
_ROMAN = re.compile(r"[IVXLC]+\b")
_LOWER_CASE_NAME = re.compile(r"[a-z]+[A-Z]|(?:[a-z0-9-]+\.)+[a-z]{2,}\b|(?:detikcom|kumparan)\b")
_MARKS = tuple(".!?…")
_LOOK_BACK = 48
_LONGEST_ASIDE = 200


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_BEFORE_A_NAME = _words(
    """
    Prof PROF Dr DR dr drg Drg drh Drh Drs DRS Dra DRA Ir IR Hj HJ hj KH K.H Tgk Ust Pdt Mgr Rd Rr
    R.M R.A R.Ay Tb Moh Muh Mohd Abd Ach Tn Ny Nn Sdr Sdri Bpk Yth Mr Mrs Ms St Sta Ns apt Apt
    Jend Jenderal Letjen Mayjen Brigjen Kol Letkol Kapt Lettu Lt Irjen Komjen Kombes Kompol Pol
    Jl JL Jln jl jln Gg Kec Kab Kel Prov Ds Kp Univ Fak PT CV UD Fa Rp RP rp
    jo vs Vs a.n A.n s.d S.d u.p U.p d.a u.b c.q cq q.q mis cf
    """
)
_BEFORE_A_NUMBER = _words(
    """
    no nomor tgl hlm hal pkl ps psl ay vol ed cet lamp art fig al
    jan feb mar apr jun jul agt agu agst sep sept okt nov des
    """
)
_COMPANY_FORMS = frozenset({"tbk", "ltd", "co", "inc", "corp", "pte", "bhd", "sdn"})
_LETTERED_THINGS = _words(
    """
    formulir form model tipe huruf butir poin blok golongan gol grup kelompok kategori paket seri
    kelas vitamin hepatitis rencana opsi lampiran gedung ruang zona lantai nilai suku
    """
)
_SENTENCE_OPENERS = _words(
    """
    menurut dalam pada di dari ke untuk dengan oleh karena namun tetapi tapi akan ia dia mereka kami
    kita saya ini itu hal selain sebelum sebelumnya setelah sesudah sementara sedangkan sebab jika
    bila kalau ketika saat apabila adapun kemudian lalu bahkan meski meskipun walau agar hingga
    sampai sejak selama seperti sebagai sebanyak seorang para semua setiap tidak bukan belum ada
    adalah apa siapa bagaimana mengapa yang juga dan atau beberapa ketua wakil anggota komisioner
    """
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Find the sentences of a paragraph, or of a text in which blank lines end paragraphs.

    Args:
        text: Plain text of any length.

    Returns:
        Spans `(start, end)` in order, without surrounding white space; together they cover
        everything in `text` that is not white space. Closing quotation marks and brackets after
        the stop belong to the sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _BREAK.finditer(text):
        if found["mark"] is None or _ends_sentence(text, start, found):
            start = _append_trimmed(spans, text, start, found.end())
    _append_trimmed(spans, text, start, len(text))
    return spans


def _append_trimmed(spans: list[tuple[int, int]], text: str, start: int, end: int) -> int:
    sentence = text[start:end]
    kept = sentence.strip()
    if kept:
        left = start + len(sentence) - len(sentence.lstrip())
        spans.append((left, left + len(kept)))
    return end


def _ends_sentence(text: str, start: int, found: re.Match[str]) -> bool:
    """Judge a mark by what follows it, then by what stands before it in its sentence."""
    ahead = _AHEAD.match(text, found.end())
    if ahead is None or (word := ahead["word"]) is None:
        return ahead is None or text[ahead.end() : ahead.end() + 1] not in _MARKS
    if word[0].islower() and not _LOWER_CASE_NAME.match(word):
        return False
    if ")" in found["closing"] and _closes_aside(text, start, found.start()):
        return False
    mark = found["mark"]
    if "!" in mark or "?" in mark:
        return True
    before = text[max(start, found.start() - _LOOK_BACK) : found.start()]
    if mark != ".":
        return bool(before) and not before[-1].isspace()
    return not _abbreviates(before, word, bracketed="(" in ahead["opening"])


def _closes_aside(text: str, start: int, stop: int) -> bool:
    """Tell whether the bracket closed at `stop` was opened in the midst of the sentence."""
    opened = text.rfind("(", max(start, stop - _LONGEST_ASIDE), stop)
    return opened >= 0 and bool(text[max(start, opened - _LOOK_BACK) : opened].strip())


def _abbreviates(before: str, word: str, *, bracketed: bool) -> bool:
    """Tell whether the stop after `before` shortens a word and `word` goes on with the sentence."""
    tokens = before.split()
    if not tokens or before[-1].isspace():
        return False
    token = tokens[-1].lstrip(_OPENING)
    previous = tokens[-2] if len(tokens) > 1 else ""
    if token in _BEFORE_A_NAME or _numbers_item(token, previous):
        return True
    if token.lower() in _BEFORE_A_NUMBER:
        return any(map(str.isdecimal, word)) or _ROMAN.match(word) is not None
    if token.lower() in _COMPANY_FORMS:
        return bracketed or word.rstrip(".,").lower() in _COMPANY_FORMS
    return _abbreviates_name_or_degree(token, previous, word)


def _numbers_item(token: str, previous: str) -> bool:
    """Tell whether `token` counts an item of a list, as in "1. …" and "yaitu: 1. …, 2. …"."""
    if previous and (previous[-1] not in ":;," or previous[:-1].isdecimal()):
        return False
    return _LIST_MARKER.fullmatch(token) is not None


def _abbreviates_name_or_degree(token: str, previous: str, word: str) -> bool:
    initials = _INITIALS.fullmatch(token) is not None
    if _DEGREE.fullmatch(token) and (
        not initials or previous.endswith(",") or _DEGREE.fullmatch(previous.rstrip("."))
    ):
        return _DEGREE.match(word) is not None
    if not initials or previous.lower() in _LETTERED_THINGS or previous[-1:].isdecimal():
        return False
    return word.rstrip(",.:;").lower() not in _SENTENCE_OPENERS
