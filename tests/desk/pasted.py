"""A page of a news site as a browser copies it, and how it is read."""

from __future__ import annotations

from bot.desk.intake.reading import read_text
from bot.desk.values import Draft, Intake, KnownOutlets

KNOWN = KnownOutlets(
    {"kaltim.tribunnews.com": "Tribun Kaltim", "kompas.com": "Kompas.com"},
    {
        "tribunkaltim": "Tribun Kaltim",
        "kompascom": "Kompas.com",
        "tempo": "Tempo",
        "antara": "Antara",
        "republika": "Republika",
        "cnnindonesia": "CNN Indonesia",
    },
)
HEADLINE = "KPU Akui Komputasi Sirekap Ada Kontrak dengan Alibaba Cloud"
FIRST = (
    "Komisi Pemilihan Umum (KPU) mengakui adanya kontrak kerja sama dengan Alibaba Cloud untuk "
    "komputasi awan Sirekap dalam sidang sengketa informasi di Jakarta, Rabu (13/3/2024)."
)
SECOND = "Luqman Hakim dari KPU mengatakan kerja sama itu berlangsung sejak 2023."
THIRD = "Majelis meminta KPU membawa salinan perjanjian itu pada sidang berikutnya."
PASTED = f"""\
Home > Regional > Pilpres 2024
Pilpres 2024

{HEADLINE}
{HEADLINE}
Perjanjian itu terungkap dalam sidang sengketa informasi

Jumat, 15 Maret 2024 07:21 WITA
Penulis: Rita Noor Shobah | Editor: Briandena Silvania
lihat foto
Tangkapan layar: Sidang Komisi Informasi Pusat
A-
Facebook Twitter WhatsApp
TRIBUNKALTIM.CO - {FIRST}

Baca juga: Apa Itu Sirekap? Ini Penjelasan KPU

{SECOND}
Advertisement
SCROLL TO CONTINUE WITH CONTENT
Tanggapan majelis

{THIRD} (*)

Baca juga:
Server Sirekap di Mana?
Halaman Selanjutnya
Ikuti berita populer lainnya di Google News Tribun Kaltim
Tags: KPU Sirekap Alibaba
Isi komentar sepenuhnya adalah tanggung jawab pengguna dan diatur dalam UU ITE.
{HEADLINE}
KPU Bantah Server di China
"""


def read(text: str, given: Draft | None = None) -> Intake:
    return read_text(text, KNOWN, given or Draft())


def body_of(intake: Intake) -> list[str]:
    return intake.draft.body.split("\n\n")
