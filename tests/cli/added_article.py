"""An article as a page and as a pasted text, and the desk that it is added at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles.samples import write_corpus
from tests.cli.desk_commands import Desk

TITLE = "KPU Memindahkan Server Sirekap ke Gedung Antariksa"
PARAGRAPH = (
    "Anggota KPU Wiranto Kusumo mengatakan bahwa server Sirekap dipindahkan ke Gedung Antariksa "
    "di Kota Samarinda pada Rabu (7/8/2024) supaya lebih dekat dengan petugasnya."
)
URL = "https://kaltim.tribunnews.com/2024/08/08/kpu-memindahkan-server-sirekap"
PASTED = f"""\
Pilkada 2024
{TITLE}
Kamis, 8 Agustus 2024 07:21 WITA
Editor: Budi
TRIBUNKALTIM.CO - {PARAGRAPH}
Baca juga: Apa Itu Sirekap?
Isi komentar sepenuhnya tanggung jawab pengguna.
"""
HTML = f"""\
<!doctype html><html><head><meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="Tribun Kaltim">
<meta property="article:published_time" content="2024-08-08T07:21:00+08:00"></head>
<body><article><h1>{TITLE}</h1><p>{PARAGRAPH}</p><p>Baca juga: Apa Itu Sirekap?</p></article></body>
</html>"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    write_corpus(tmp_path / "corpus")
    return Desk(tmp_path)
