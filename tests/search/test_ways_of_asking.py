"""However people put it, slang, English or figures in words, the same articles are found."""

from __future__ import annotations

import pytest

from bot.answers import Answer, Status
from tests.answers.shipped import open_shipped


def ask(question: str) -> Answer:
    return open_shipped().answer(question)


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("mengapa grafik Sirekap dihilangkan?", "knp grafik sirekap ilang?"),
        ("mengapa grafik Sirekap dihilangkan?", "knapa diagram sirekap dihapus"),
        ("siapa yang membuat Sirekap?", "sirekap bikinan siapa sih"),
        ("siapa pengembang Sirekap?", "who developed Sirekap?"),
        (
            "apakah suara Ganjar dikunci 17 persen?",
            "bener ga suara ganjar dikunci tujuh belas persen",
        ),
        ("apakah suara Ganjar dikunci 17 persen?", "was Ganjar's vote locked at 17 percent?"),
        ("apakah Sirekap memakai Alibaba Cloud?", "sirekap pake alibaba cloud ga?"),
        ("apakah Sirekap memakai Alibaba Cloud?", "does Sirekap use Alibaba Cloud"),
        ("apa putusan Mahkamah Konstitusi tentang Sirekap?", "putusan MK ttg sirekap gmn"),
        ("sidang Komisi Informasi Pusat 13 Maret 2024", "sidang KIP 13/3/2024"),
        ("biaya Sirekap Rp3,5 miliar", "biaya sirekap tiga koma lima miliar"),
        ("apakah KPU menunda rekapitulasi di kecamatan?", "kpu nunda rekap di kecamatan ya?"),
    ],
)
def test_the_best_article_is_among_the_first_of_the_other(plain: str, other: str) -> None:
    expected, answer = ask(plain), ask(other)
    shown = {
        article
        for quotation in answer.quotations
        for article in (quotation.article.file, *(twin.file for twin in quotation.also))
    }

    assert expected.status is answer.status is Status.FOUND
    assert expected.quotations[0].article.file in shown
