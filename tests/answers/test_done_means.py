"""The questions that the bot was built for: a right article first, and the answer says it."""

from __future__ import annotations

import pytest

from bot.answers import Answer, Answerer, Status

ALIBABA = ("2024-03-15-tribun-kaltim-kpu-akui-kontrak-alibaba-cloud-analisa-roy-suryo.md",)
LOCKED = (
    "2024-03-09-tribunkaltim-isu-penguncian-suara-17-persen.md",
    "2024-03-08-tribunnews-mahfud-tunggu-pembuktian-algoritma.md",
    "2024-04-03-forumkeadilan-ahli-kpu-bantah-hasil-dikunci.md",
    "2024-03-09-kompastv-kpu-bantah-algoritma-17-persen.md",
    "2024-03-09-telisik-hasyim-tampik-kunci-17-persen.md",
)
QUESTIONS = [
    ("Apakah Sirekap pakai Alibaba Cloud?", "Alibaba Cloud yang dipakai", ALIBABA),
    (
        "Siapa perwakilan KPU yang mengakui kontrak Alibaba di sidang KIP?",
        "perwakilan KPU, Luqman Hakim",
        (*ALIBABA, "2024-03-13-lampost-kpu-teken-kontrak-alibaba-nilai-kontrak-misteri.md"),
    ),
    (
        "server sirekap pindah berapa kali kata Mahfud?",
        "10 kali",
        (
            "2024-03-09-tribun-kaltim-mahfud-server-sirekap-pindah-10-kali.md",
            "2024-03-08-limapagi-gaduh-sirekap-mahfud-usul-audit.md",
            "2024-03-08-kumparan-mahfud-server-berpindah-lebih-10-kali.md",
        ),
    ),
    (
        "kenapa grafik sirekap dihilangkan?",
        "prasangka publik",
        (
            "2024-03-07-tempo-banjir-kritik-diagram-hilang.md",
            "2024-03-13-tempo-icw-hapus-grafik-potensi-kecurangan.md",
            "2024-03-06-okezone-diagram-hilang-penjelasan-kpu.md",
        ),
    ),
    ("apa kata Hasto soal suara Ganjar dikunci 17 persen?", "“maksimum 17 persen”", LOCKED[:2]),
    (
        "kenapa Bareskrim menolak laporan soal Sirekap?",
        "wewenang Gakkumdu atau Bawaslu",
        (
            "2024-03-04-suara-tpdi-roy-suryo-bareskrim-tolak.md",
            "2024-03-06-riau24-bareskrim-laporan-roy-suryo-ke-bawaslu.md",
        ),
    ),
    (
        "apa isi sidang Yayasan Yakin lawan KPU?",
        "mengabulkan seluruh permohonan Yayasan Advokasi Hak Konstitusional",
        (
            "2024-04-03-antara-majelis-kip-kabulkan-permohonan-sengketa-kpu.md",
            "2024-04-03-investigasi-putusan-sengketa-kip-yakin-vs-kpu.md",
            "2024-03-15-tribun-kaltim-kpu-akui-kontrak-alibaba-cloud-analisa-roy-suryo.md",
        ),
    ),
    (
        "hasil resmi pemilu dihitung dari sirekap atau manual?",
        "hanya alat bantu",
        (
            "2024-02-12-republika-sirekap-alat-bantu-penghitungan-manual.md",
            "2020-11-12-kompas-dpr-kpu-sepakat-sirekap-uji-coba.md",
        ),
    ),
    (
        "apa putusan MK tentang Sirekap?",
        "menolak dalil Ganjar-Mahfud",
        (
            "2024-04-22-tvonenews-mk-usul-sirekap-diaudit-lembaga-independen.md",
            "2024-04-22-disway-dalil-sirekap-ganjar-mahfud-ditolak-mk.md",
        ),
    ),
    (
        "siapa yang bikin aplikasi sirekap?",
        "ITB",
        (
            "2024-02-21-suara-siapa-pembuat-sirekap-sosok-di-balik-sistem.md",
            "2024-09-26-jabar-ekspres-pengembang-sirekap-masih-itb.md",
        ),
    ),
    (
        "does Sirekap use Chinese servers?",
        "Alibaba Cloud, penyedia komputasi awan asal China",
        ALIBABA,
    ),
    ("was the vote count locked?", "membantah", LOCKED),
]


def say(answer: Answer) -> str:
    return "\n".join(quotation.passage.text for quotation in answer.quotations)


@pytest.mark.parametrize(("question", "fact", "files"), QUESTIONS)
def test_a_right_article_is_first_and_the_answer_says_it(
    shipped: Answerer, question: str, fact: str, files: tuple[str, ...]
) -> None:
    answer = shipped.answer(question)

    assert answer.status is Status.FOUND
    first = answer.quotations[0]
    assert {first.article.file, *(article.file for article in first.also)} & set(files)
    assert fact in say(answer)


@pytest.mark.parametrize("question", ["siapa juara piala dunia 2022?", "resep rendang", "asdfgh"])
def test_what_the_corpus_does_not_tell_is_not_found(shipped: Answerer, question: str) -> None:
    answer = shipped.answer(question)

    assert answer.status is Status.NOT_FOUND
    assert answer.quotations == ()
    assert answer.understanding.missing
    assert len(answer.topics) == 3
