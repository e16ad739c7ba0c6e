"""Lines of a news page that are no part of the article, told by how they are worded."""

from __future__ import annotations

import re

from bot.desk.intake.dates import find_days
from bot.desk.values import Clutter

_LONGEST_LABEL = 200
"""Characters; what is longer is a paragraph, whatever it begins with."""
_LONGEST_PROMOTION = 400
"""Characters; invitations to follow a channel are longer than other labels."""

_INVITING = "ikuti|simak|dapatkan|cek|baca|akses|gabung|unduh|download|klik|langganan|follow|join"
_CHANNELS = r"google\s+news|saluran|channel|newsletter|aplikasi|ponselmu"
_PLATFORMS = rf"{_CHANNELS}|whatsapp|telegram|youtube|tiktok|instagram"
_AUTHORS = (
    "penulis|editor|reporter|jurnalis|wartawan|pewarta|kontributor|redaktur|uploader|sumber"
    "|penyunting|author|copyright|oleh"
)
_PROMOTION = rf"(?:{_INVITING})\b.*\b(?:{_PLATFORMS}).*"
_ALTERNATIVES = (
    (
        Clutter.READ_ALSO,
        *(r"(?:baca|lihat|simak|tonton|cek)\s+(?:juga|pula|lainnya|selengkapnya)\b.*",),
        *(r"(?:simak|lihat|tonton|saksikan)\s+(?:juga\s+)?video\b.*",),
        *(r"(?:berita|artikel|konten)\s+(?:terkait|lainnya|menarik|pilihan)\s*(?::.*)?",),
        *(r"pilihan\s+(?:editor|redaksi)\s*(?::.*)?",),
    ),
    (
        Clutter.ADVERTISEMENT,
        *(r"advertisements?", r"advertorial", r"iklan", r"ads?", r"pariwara"),
        *(r"(?:sponsored|promoted)(?:\s+content)?", r"(?:geser|skip)\b.*\biklan.*"),
        *(r"(?:scroll|gulir)\b.*\b(?:content|continue|melanjutkan|membaca|lanjut).*",),
        *(r"(?:lanjutkan|lanjut)\s+membaca.*", r"artikel\s+ini\s+(?:telah|sudah)\s+tayang\b.*"),
        _PROMOTION,
        *(r"\[gambas:.*\]", r"hide\s+ads"),
    ),
    (
        Clutter.COMMENTS,
        *(r"isi\s+komentar\s+sepenuhnya.*", r"(?:\d+\s+)?(?:komentar|comments?)(?:\s+\(?\d+\)?)?"),
        *(r"(?:tulis|kirim|beri|berikan|tinggalkan|lihat|jadilah|belum\s+ada)\b.*\bkomentar\b.*",),
        *(r"(?:silakan\s+)?(?:login|masuk)\b.*\b(?:ber)?komentar\b.*",),
        *(r"komentar\s+(?:menjadi|adalah|di\s+luar|anda|pembaca)\b.*",),
    ),
    (
        Clutter.AUTHOR,
        rf"(?:{_AUTHORS})\s*[:©|-].*",
        *(r"laporan\s+(?:wartawan|reporter|jurnalis|kontributor)\b.*", r"tim\s+redaksi"),
        *(r"copyright\b.*\d{4}.*", r"(?:penulis|editor|reporter)"),
        # Initials of those who wrote it: (knv/idn).
        *(r"\([a-z]{2,5}(?:\s*[/-]\s*[a-z]{2,5}){0,3}\)", r"\(\*+\)"),
    ),
    (
        Clutter.PAGING,
        *(r"(?:halaman|hal|page)\.?\s*:?\s*\d+(?:\s+dari\s+\d+)?", r"halaman\s+(?:selanjutnya|:)"),
        *(r"selanjutnya", r"sebelumnya", r"berikutnya", r"next", r"prev(?:ious)?", r"show\s+all"),
        *(r"(?:lihat|tampilkan)\s+semua", r"\d[\d\s|,]*+(?:selanjutnya|next|semua)?"),
    ),
    (
        Clutter.CAPTION,
        *(r"lihat\s+foto", r"perbesar", r"(?:antara\s+foto|[\w.]+\.com)/[\w\s/.,'-]{1,80}"),
        *(r"(?:foto|gambar|ilustrasi|video|grafis|infografis|tangkapan\s+layar)\s*[:/].*",),
        r".*\([^()]*\.com/[^()]*\)",
        r".*\([^()]*\b(?:foto|dok|antara|istimewa|ist|screenshot|tangkapan\s+layar)\b[^()]*\)",
    ),
    (
        Clutter.NAVIGATION,
        *(r"(?:home|beranda)\s*(?:[>/»›|].*)?", r"tags?\s*:?.*", r"menu", r"cari", r"search"),
        *(r"topik\s+(?:terkait|populer|hangat).*", r"rekomendasi(?:\s+untuk\s+anda)?"),
        *(r"(?:berita\s+)?(?:terpopuler|terkini|populer|trending)", r"login", r"masuk", r"daftar"),
        *(r"[^.!?>»›]{1,40}(?:[>»›][^.!?>»›]{1,40})+",),
    ),
)
_RULES = tuple(
    (clutter, re.compile(rf"\W*(?:{'|'.join(alternatives)})\W*", re.IGNORECASE))
    for clutter, *alternatives in _ALTERNATIVES
)
_PROMOTES = re.compile(rf"(?:{_INVITING})\b.*\b(?:{_CHANNELS}).*", re.IGNORECASE)
_SHARING = re.compile(
    r"(?:bagikan|shares?|facebook|fb|twitter|x|tweet|whatsapp|wa|telegram|line|threads|tiktok"
    r"|instagram|pinterest|linkedin|e-?mail|surel|cetak|print|copy|(?:di|ter)?salin|link|tautan|url"
    r"|telah|copied|simpan|bookmark|suka|dengarkan|artikel|berita|ini|ke|via|\ba[+-]|[\s,|:•·/+&-])+",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"bagikan|share|salin|cop|book|twitter|x|whats|wa|tele|line|a[+-]", re.IGNORECASE
)
_TIME_WORDS = re.compile(
    r"\d{1,2}[.:]\d{2}(?::\d{2})?|\b(?:wib|wita|wit|am|pm|pukul|diterbitkan|terbit|dipublikasikan"
    r"|diperbarui|update|tayang|rilis|dibuat|pada|tanggal)\b|[\s,|:•·/()\-–—]",
    re.IGNORECASE,
)
_LONGEST_NAME_BESIDE_TIME = 24
_AUTHOR_NAME = re.compile(
    r"\W*(?:penulis|editor|reporter|jurnalis|wartawan|pewarta|kontributor|author|oleh)\s*[:|-]\s*"
    r"([^\W\d][\w.' -]{1,60}?)\s*(?:[|,(].*)?",
    re.IGNORECASE,
)


def recognise(line: str) -> Clutter | None:
    """Return what `line` is when its wording shows that it is no part of an article, else None."""
    if len(line) > _LONGEST_LABEL:
        promotes = len(line) <= _LONGEST_PROMOTION and _PROMOTES.fullmatch(line)
        return Clutter.ADVERTISEMENT if promotes else None
    if _SHARING.fullmatch(line) and _SHARED.search(line):
        return Clutter.SHARING
    if is_timestamp(line):
        return Clutter.TIMESTAMP
    return next((clutter for clutter, rule in _RULES if rule.fullmatch(line)), None)


def is_timestamp(line: str) -> bool:
    """Tell whether `line` says when the page was published, and hardly anything else."""
    mention = next(find_days(line), None)
    if mention is None:
        return False
    # "Kompas.com - 13/03/2024, 18:30 WIB" names the outlet, too.
    rest = _TIME_WORDS.sub("", line.replace(mention.text, ""))
    return len(rest) <= _LONGEST_NAME_BESIDE_TIME


def find_author(line: str) -> str:
    """Return the name in an author line ("Editor: Budi"), or nothing."""
    found = _AUTHOR_NAME.fullmatch(line)
    return found[1].strip() if found else ""
