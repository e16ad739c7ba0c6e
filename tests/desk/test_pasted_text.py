"""Of a text as a browser gives it the article stays; the rest is dropped in sight, or asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.errors import NoArticleError
from bot.desk.intake.reading import read_file, read_text, use_summary
from bot.desk.values import Asked, Clutter, Doubt, Draft, Dropped, Intake, KnownOutlets

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


def test_a_whole_page_as_copied_gives_the_article() -> None:
    intake = read(PASTED)

    assert intake.draft.title == HEADLINE
    assert intake.draft.outlet == "Tribun Kaltim"
    assert intake.draft.published == date(2024, 3, 15)
    assert intake.author == "Rita Noor Shobah"
    assert body_of(intake) == [FIRST, SECOND, "Tanggapan majelis", THIRD]
    assert intake.verbatim


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


def test_what_is_uncertain_is_kept_and_asked() -> None:
    assert read(PASTED).asked == (Asked(Doubt.LINE, "Tanggapan majelis"),)


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


def test_the_day_is_proposed_from_the_text_and_asked() -> None:
    intake = read(f"{HEADLINE}\n\n{FIRST}")

    assert intake.draft.published == date(2024, 3, 13)
    assert intake.asked == (Asked(Doubt.DATE_FROM_TEXT, "Rabu (13/3/2024)"),)


def test_a_day_of_the_week_that_does_not_fit_is_asked_about() -> None:
    intake = read(f"{HEADLINE}\nKamis, 13 Maret 2024\n\n{FIRST}")

    assert Doubt.WEEKDAY in {each.doubt for each in intake.asked}


def test_the_address_of_the_page_tells_outlet_and_day() -> None:
    url = "https://kaltim.tribunnews.com/2024/03/15/kpu-akui?page=all&utm_source=x"
    intake = read(f"{url}\n{HEADLINE}\n\n{FIRST}")

    assert intake.draft.url == "https://kaltim.tribunnews.com/2024/03/15/kpu-akui"
    assert intake.draft.outlet == "Tribun Kaltim"
    assert intake.draft.published == date(2024, 3, 15)
    assert intake.asked == ()


def test_an_unknown_host_stands_for_the_outlet_and_is_asked_about() -> None:
    intake = read(f"{HEADLINE}\n\n{FIRST}", Draft(url="https://www.baru.id/a"))

    assert intake.draft.outlet == "baru.id"
    assert Asked(Doubt.OUTLET_FROM_HOST, "baru.id") in intake.asked


def test_a_second_line_like_a_headline_is_asked_about() -> None:
    other = "Roy Suryo Sebut Analisanya Kini Terbukti"
    intake = read(f"{HEADLINE}\n{other}\n\n{FIRST}")

    assert intake.draft.title == HEADLINE
    assert Asked(Doubt.HEADLINE, other) in intake.asked


def test_what_the_moderator_said_wins_and_settles_the_doubt() -> None:
    other = "Roy Suryo Sebut Analisanya Kini Terbukti"
    intake = read(f"{HEADLINE}\n{other}\n\n{FIRST}", Draft(title=other, outlet="Harian Contoh"))

    assert (intake.draft.title, intake.draft.outlet) == (other, "Harian Contoh")
    assert {each.doubt for each in intake.asked} == {Doubt.DATE_FROM_TEXT}


def test_a_text_without_a_headline_is_asked_for_one() -> None:
    assert Asked(Doubt.NO_HEADLINE) in read(FIRST).asked


@pytest.mark.parametrize("text", ["", " \n\n", "Facebook Twitter", "KPU", "https://contoh.id/a"])
def test_a_text_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(NoArticleError, match="paragraf"):
        read(text)


def test_a_file_that_is_too_large_is_refused() -> None:
    data = PASTED.encode() + b"\n" * 5 * 1024 * 1024
    with pytest.raises(NoArticleError, match="lebih besar dari 5 MiB"):
        read_file("a.txt", data, KNOWN, Draft(), date.max)


def test_paragraphs_that_a_mail_program_wrapped_are_joined() -> None:
    words = FIRST.split()
    lines, line = [], ""
    for word in words:
        line = f"{line} {word}".strip()
        if len(line) > 60:
            lines.append(line)
            line = ""
    wrapped = "\n".join(filter(None, [*lines, line]))

    assert body_of(read(f"{HEADLINE}\n\n{wrapped}\n\n{SECOND}")) == [FIRST, SECOND]


def test_unseen_characters_and_strange_line_ends_are_cleaned() -> None:
    text = f"{HEADLINE}\r\n\r\n{FIRST.replace(' ', chr(0xA0), 1)}\u200b\u2028\ufeff{SECOND}\r"

    assert body_of(read(text)) == [FIRST, SECOND]


def test_a_paragraph_too_long_for_a_file_is_cut_between_sentences() -> None:
    paragraph = " ".join([SECOND] * 40)
    parts = body_of(read(f"{HEADLINE}\n\n{paragraph}"))

    assert " ".join(parts) == paragraph
    assert all(len(part) <= 1500 and part.endswith("2023.") for part in parts)


def test_a_summary_in_own_words_takes_the_place_of_the_text() -> None:
    summary = "KPU menyatakan memakai layanan Alibaba Cloud bagi Sirekap sejak 2023, kata Luqman."
    intake = use_summary(read(PASTED), summary)

    assert intake.draft.body == summary
    assert not intake.verbatim
    assert intake.asked == ()


def test_a_summary_that_copies_the_text_is_still_the_text() -> None:
    assert use_summary(read(PASTED), f"{FIRST}\n\n{SECOND}").verbatim


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_is_read_or_refused_and_the_body_is_part_of_it(text: str) -> None:
    try:
        intake = read(text)
    except NoArticleError:
        return
    kept = "".join(text.split())
    for paragraph in body_of(intake):
        assert paragraph.strip() == paragraph != ""
        if text.isascii() and text.isprintable():
            assert "".join(paragraph.split()) in kept


@given(st.lists(st.sampled_from(PASTED.splitlines()), max_size=40))
def test_any_order_of_the_lines_of_a_page_is_read_or_refused(lines: list[str]) -> None:
    try:
        intake = read("\n".join(lines))
    except NoArticleError:
        return

    assert set(body_of(intake)) <= {FIRST, SECOND, THIRD, f"{THIRD} (*)", *lines}
