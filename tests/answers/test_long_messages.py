"""A forwarded rumour is answered by what it is about, however much stands around it."""

from __future__ import annotations

import pytest

from bot.answers import Answerer, Status
from bot.answers.gist import find_gist
from tests.answers.shipped import open_shipped

LENGTH = 4000
PADDING = (
    "Assalamualaikum bapak ibu semua. Tolong sebarkan ke grup keluarga ya, jangan sampai kita "
    "dibohongi terus. Ini saya dapat dari teman yang kerja di sana, katanya benar dan bukan hoaks. "
    "Kita harus bangun dan sadar. Demi anak cucu kita nanti!! 🙏🙏\nSalam waras buat semuanya. "
)
CORES = [
    "KPU mengaku punya kontrak dengan Alibaba Cloud untuk Sirekap",
    "Suara Ganjar-Mahfud dikunci 17 persen oleh algoritma Sirekap",
    "server Sirekap sudah pindah lebih dari 10 kali kata Mahfud",
    "grafik perolehan suara di Sirekap dihapus KPU",
    "suara PSI melonjak tidak wajar di Sirekap",
    "KPU sengaja menghentikan rekapitulasi di kecamatan",
]


def surround(core: str, before: int) -> str:
    """Put `core` behind `before` rounds of padding, in a message of 4,000 characters."""
    message = f"{PADDING * before}{core}. {PADDING * 20}"[:LENGTH]
    assert core in message
    return message


@pytest.mark.parametrize("before", [0, 5, 9])
@pytest.mark.parametrize("core", CORES)
def test_a_long_rumour_finds_what_its_core_finds(shipped: Answerer, core: str, before: int) -> None:
    alone, rumour = shipped.answer(core), shipped.answer(surround(core, before))

    assert rumour.status is alone.status is Status.FOUND
    assert rumour.quotations[0].article is alone.quotations[0].article
    assert rumour.claim is alone.claim


def test_padding_alone_is_not_found(shipped: Answerer) -> None:
    answer = shipped.answer((PADDING * 20)[:LENGTH])

    assert answer.status is Status.NOT_FOUND


def test_a_long_message_of_one_sentence_is_read_in_parts(shipped: Answerer) -> None:
    padding = " ".join(PADDING.replace(".", ",").replace("!", ",").split())
    message = f"{padding * 4} {CORES[1]} {padding * 4}"

    assert shipped.answer(message).status is Status.FOUND


@pytest.mark.parametrize(
    "text", ["kenapa grafik sirekap dihilangkan?", "Halo min. Server sirekap di mana? Penasaran."]
)
def test_a_short_message_is_read_as_a_whole(text: str) -> None:
    engine = open_shipped().engine
    query = engine.read(text)

    assert find_gist(text, query, engine)[0] is query


def test_what_is_beside_the_point_is_not_reported_as_missing(shipped: Answerer) -> None:
    core = CORES[0]
    answer = shipped.answer(surround(core, 5))

    assert answer.understanding == shipped.answer(core).understanding
