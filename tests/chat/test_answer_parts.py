"""The parts of an answer stand where a reader looks for them, in the shared wording."""

from dataclasses import replace
from datetime import date

from bot.answers.values import Answer, Quotation, Status, Understanding
from bot.articles.values import (
    Article,
    Citation,
    Claim,
    ClaimLine,
    ClaimSection,
    Corpus,
    Glossary,
    Outcome,
    Taxonomy,
    Topic,
)
from bot.chat.reply import Reply
from bot.chat.views.answer import Presentation, render_answer
from bot.search.passages import Passage
from bot.texts import answers as wording
from tests.fake_telegram.markup import parse_html

TOKEN = "0123456789abcdef"  # noqa: S105 - of a question


def make_article(name: str, outlet: str) -> Article:
    citation = Citation(f"Judul {name}", outlet, f"https://{name}.id/berita", date(2024, 3, 13))
    body = f"Kalimat pembuka {name}. Kalimat inti {name}. Kalimat penutup {name}."
    return Article(name, f"{name}.md", citation, "berita", ("kpu",), ("topik",), body)


def make_quotation(article: Article, *also: Article) -> Quotation:
    start = article.body.index("Kalimat inti")
    best = (start, article.body.index(" Kalimat penutup"))
    passage = Passage(f"{article.key}.0", article.key, 0, article.body)
    return Quotation(1, 1.0, passage, article, best, speakers=("KPU", "Bawaslu"), also=also)


SATU = make_article("satu", "Tempo")
DUA = make_article("dua", "Antara")
TIGA = make_article("tiga", "VOI")
CLAIM = Claim(
    key="klaim",
    file="klaim.md",
    claim="Suara dikunci",
    claimants=("Hasto", "Roy"),
    first_made=date(2024, 3, 7),
    topics=("topik",),
    sections=(
        ClaimSection("Klaim", (ClaimLine("Hasto menyebut suara dikunci.", ("satu.md", "dua.md")),)),
        ClaimSection("Putusan", (ClaimLine("MK menolak dalil itu.", ("tiga.md",)),)),
    ),
    outcome=Outcome("Ditolak", "Mahkamah Konstitusi", date(2024, 4, 22)),
)
CORPUS = Corpus(
    revision="r",
    articles=(SATU, DUA, TIGA),
    claims=(CLAIM,),
    taxonomy=Taxonomy((), {}, {"berita": "Berita"}),
    glossary=Glossary({}, frozenset(), frozenset(), {}),
)
ANSWER = Answer(
    question="suara dikunci?",
    status=Status.FOUND,
    confidence=0.9,
    understanding=Understanding(),
    quotations=(make_quotation(SATU, DUA), make_quotation(TIGA)),
    sources_until=date(2025, 8, 31),
)


def render(answer: Answer, start: int = 0) -> Reply:
    return render_answer(answer, Presentation(CORPUS, TOKEN, start))[0]


def read(reply: Reply) -> str:
    return parse_html(reply.content.html)[0]


def test_a_plain_answer_reads_as_it_should() -> None:
    assert read(render(ANSWER)) == (
        "1.\nKalimat pembuka satu. Kalimat inti satu. Kalimat penutup satu.\n"
        "Judul satu\nTempo · 13 Maret 2024 · Berita · sudut pandang: KPU, Bawaslu\n"
        "Juga diberitakan oleh: Antara\n\n"
        "2.\nKalimat pembuka tiga. Kalimat inti tiga. Kalimat penutup tiga.\n"
        "Judul tiga\nVOI · 13 Maret 2024 · Berita · sudut pandang: KPU, Bawaslu\n\n"
        "Sumber sampai 31 Agustus 2025."
    )


def test_headlines_and_outlets_that_also_report_are_links() -> None:
    _, entities = parse_html(render(ANSWER).content.html)

    assert [entity["url"] for entity in entities if entity["type"] == "text_link"] == [
        "https://satu.id/berita",
        "https://dua.id/berita",
        "https://tiga.id/berita",
    ]


def test_what_was_searched_instead_and_what_no_source_mentions_comes_first() -> None:
    understood = Understanding(corrections={"sirekab": "sirekap"}, missing=("gaji",))

    assert read(render(replace(ANSWER, understanding=understood))).startswith(
        "Mencari: sirekap, bukan sirekab.\nTidak ada sumber yang menyebut “gaji”.\n\n1."
    )


def test_a_near_miss_is_called_one() -> None:
    near = read(render(replace(ANSWER, status=Status.NEAR)))

    assert near.startswith(f"{wording.NEAR}\n\n1.")


def test_a_claim_card_names_who_claims_who_decided_and_every_source() -> None:
    reply = render(replace(ANSWER, claim=CLAIM))
    card, _, quotations = read(reply).partition("\n\n1.")

    assert "“Suara dikunci”" in card
    assert "Hasto; Roy" in card
    assert "Ditolak" in card
    assert "Mahkamah Konstitusi" in card
    assert "22 April 2024" in card
    assert "• Hasto menyebut suara dikunci. (Tempo, Antara)" in card
    assert "• MK menolak dalil itu. (VOI)" in card
    assert "Kalimat inti satu." in quotations
    assert "Kartu klaim lengkap" not in [button.label for row in reply.rows for button in row]


def test_a_card_too_long_for_the_message_is_behind_a_button() -> None:
    line = ClaimLine("Keterangan panjang. " * 45, ("satu.md",))
    long = replace(CLAIM, sections=(ClaimSection("Temuan", (line,) * 5),))
    reply = render(replace(ANSWER, claim=long))

    assert "Keterangan panjang" not in read(reply)
    assert "Kartu klaim lengkap" in [button.label for row in reply.rows for button in row]


def test_a_later_ruling_is_named_with_its_source() -> None:
    told = read(render(replace(ANSWER, later=DUA)))

    assert f"{wording.LATER}\nJudul dua\nAntara · 13 Maret 2024" in told


def test_a_later_page_goes_on_counting_and_says_so() -> None:
    page = read(render(replace(ANSWER, claim=CLAIM, later=DUA), start=3))

    assert page.startswith("Kutipan lain, mulai nomor 4\n\n4.\nKalimat pembuka satu.")
    assert "Suara dikunci" not in page
    assert wording.LATER not in page


def test_nothing_found_offers_the_nearest_topics() -> None:
    topics = (Topic("hasil-resmi", "Hasil resmi", "…"), Topic("x" * 90, "Nama panjang", "…"))
    answer = replace(ANSWER, status=Status.NOT_FOUND, quotations=(), topics=topics)
    reply = render(answer)

    assert read(reply).startswith("Jawabannya tidak ditemukan di sumber kami.")
    assert read(reply).endswith("Topik yang terdekat:")
    assert [button.label for row in reply.rows for button in row] == [
        "Hasil resmi",
        "Nama panjang",
    ]
