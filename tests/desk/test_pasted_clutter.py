"""Of a pasted page, what is no article is dropped in sight, and what only looks so stays."""

from __future__ import annotations

import pytest

from bot.desk.values import Clutter, Dropped
from tests.desk.pasted import FIRST, HEADLINE, PASTED, SECOND, body_of, read


def test_every_line_is_kept_or_dropped_in_sight() -> None:
    intake = read(PASTED)
    shown = {each.text for each in intake.dropped} | set(body_of(intake))

    for line in filter(None, map(str.strip, PASTED.splitlines())):
        whole = line.removeprefix("TRIBUNKALTIM.CO - ").removesuffix(" (*)")
        assert whole in shown, line
    assert Dropped("TRIBUNKALTIM.CO", Clutter.DATELINE) in intake.dropped
    assert Dropped("(*)", Clutter.AUTHOR) in intake.dropped


def test_what_was_dropped_is_told_apart() -> None:
    clutter = {each.text: each.clutter for each in read(PASTED).dropped}

    assert clutter["Pilpres 2024"] is Clutter.KICKER
    assert clutter["Perjanjian itu terungkap dalam sidang sengketa informasi"] is (
        Clutter.SUBHEADLINE
    )
    assert clutter["Server Sirekap di Mana?"] is Clutter.READ_ALSO
    assert clutter["KPU Bantah Server di China"] is Clutter.NAVIGATION
    assert clutter["Advertisement"] is Clutter.ADVERTISEMENT
    assert clutter["A-"] is Clutter.SHARING
    assert clutter["Halaman Selanjutnya"] is Clutter.PAGING
    assert clutter["Tangkapan layar: Sidang Komisi Informasi Pusat"] is Clutter.CAPTION


@pytest.mark.parametrize(
    ("dateline", "outlet"),
    [
        ("TRIBUNKALTIM.CO - ", "Tribun Kaltim"),
        ("TRIBUNKALTIM.CO, SAMARINDA – ", "Tribun Kaltim"),
        ("Jakarta, Kompas.com - ", "Kompas.com"),
        ("JAKARTA, KOMPAS.com — ", "Kompas.com"),
        ("TEMPO.CO, Jakarta - ", "Tempo"),
        ("Jakarta (ANTARA) - ", "Antara"),
        ("REPUBLIKA.CO.ID, JAKARTA -- ", "Republika"),
        ("Jakarta, CNN Indonesia -- ", "CNN Indonesia"),
        ("HARIANBARU.ID - ", "HARIANBARU.ID"),
        ("JAKARTA - ", ""),
        ("Jakarta - ", ""),
    ],
)
def test_the_dateline_is_dropped_and_names_the_outlet(dateline: str, outlet: str) -> None:
    intake = read(f"{HEADLINE}\n\n{dateline}{FIRST}\n\n{SECOND}")

    assert body_of(intake) == [FIRST, SECOND]
    assert intake.draft.outlet == outlet


@pytest.mark.parametrize("start", ["Ganjar - Mahfud ", "KPU, yang mengelola Sirekap, - ", "Ia – "])
def test_a_dash_in_a_sentence_is_no_dateline(start: str) -> None:
    assert body_of(read(f"{HEADLINE}\n\n{start}{FIRST}")) == [start + FIRST]


@pytest.mark.parametrize(
    ("line", "clutter"),
    [
        ("BACA JUGA: Sirekap Ditutup", Clutter.READ_ALSO),
        ("Lihat Juga: Sirekap Ditutup", Clutter.READ_ALSO),
        ("Pilihan Editor: Sirekap Ditutup", Clutter.READ_ALSO),
        ("Isi komentar sepenuhnya tanggung jawab pengguna.", Clutter.COMMENTS),
        ("12 Komentar", Clutter.COMMENTS),
        ("Jadilah yang pertama memberi komentar!", Clutter.COMMENTS),
        ("Bagikan:", Clutter.SHARING),
        ("Facebook · X · WhatsApp · Salin tautan", Clutter.SHARING),
        ("Editor: Budi Santoso", Clutter.AUTHOR),
        ("Laporan Wartawan TribunKaltim.co, Rita Noor Shobah", Clutter.AUTHOR),
        ("(knv/idn)", Clutter.AUTHOR),
        ("Iklan", Clutter.ADVERTISEMENT),
        (
            (
                "Simak breaking news dan berita pilihan kami langsung di ponselmu. Pilih saluran "
                "andalanmu akses berita Kompas.com WhatsApp Channel : https://www.whatsapp.com/a. "
                "Pastikan kamu sudah install aplikasi WhatsApp ya, supaya tidak ketinggalan berita."
            ),
            Clutter.ADVERTISEMENT,
        ),
        ("[Gambas:Video 20detik]", Clutter.ADVERTISEMENT),
        ("Simak Video 'KPU soal Server Sirekap':", Clutter.READ_ALSO),
        ("URL telah disalin", Clutter.SHARING),
        ("Ketua KPU di Jakarta, Kamis (15/2/2024).(KOMPAS.com/VITORIO)", Clutter.CAPTION),
        ("Dapatkan berita pilihan di saluran WhatsApp kami", Clutter.ADVERTISEMENT),
        ("1 2 3 Selanjutnya", Clutter.PAGING),
        ("Halaman 2 dari 3", Clutter.PAGING),
        ("Ketua KPU di Jakarta (ANTARA FOTO/Budi)", Clutter.CAPTION),
        ("Kompas.com - 13/03/2024, 18:30 WIB", Clutter.TIMESTAMP),
        ("Tag: Sirekap", Clutter.NAVIGATION),
    ],
)
def test_a_line_that_is_no_article_is_dropped_wherever_it_stands(
    line: str, clutter: Clutter
) -> None:
    intake = read(f"{HEADLINE}\n\n{FIRST}\n{line}\n{SECOND}\n")

    assert Dropped(line, clutter) in intake.dropped
    assert body_of(intake) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "sentence",
    [
        "Komentar Hasyim itu disampaikan setelah rapat di Jakarta pada 15 Februari 2024.",
        "Editor buku itu, Titi Anggraini, menilai Sirekap belum siap.",
        "Baca puisi menjadi bagian dari aksi di depan kantor KPU hari itu.",
        "Halaman Sirekap tidak bisa dibuka pada 6 Maret 2024, kata Idham Holik.",
        "Foto formulir C.Hasil tetap bisa dilihat di Sirekap.",
        (
            "Ikuti sidang itu lewat YouTube, kata Hasyim, bukan hal yang sama dengan hadir di "
            "sana; saksi partai tetap harus datang ke rapat pleno di kantor KPU, karena di sanalah "
            "formulir D.Hasil dicocokkan dan ditandatangani oleh semua pihak yang hadir, sementara "
            "tayangan langsung hanya disediakan supaya warga dapat ikut mengawasi jalannya rapat "
            "sejak dibuka sampai ditutup oleh ketua, tanpa perlu datang jauh-jauh ke Jakarta, "
            "apalagi pada musim hujan ketika perjalanan dari daerah memakan waktu berhari-hari."
        ),
        "Iklan layanan masyarakat tentang Sirekap tayang sejak Januari.",
    ],
)
def test_a_sentence_that_begins_like_a_label_stays(sentence: str) -> None:
    assert body_of(read(f"{HEADLINE}\n\n{FIRST}\n\n{sentence}")) == [FIRST, sentence]
