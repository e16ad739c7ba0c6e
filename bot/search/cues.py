"""What kinds of sentences questions want, and the words that tell each kind.

The words that ask are no words of the answer, but they tell what its sentence is made with: "kata",
"menilai" beside the speaker, "karena" beside a reason, "adalah" behind what is defined, "menolak"
and "mengabulkan" in a ruling, a figure, a span of time.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


def list_words(listing: str) -> frozenset[str]:
    """Return the words of `listing`, which white space keeps apart."""
    return frozenset(listing.split())


class Kind(Enum):
    """What kind of sentence answers."""

    STATEMENT = "statement"
    REASON = "reason"
    DEFINITION = "definition"
    LONG_FORM = "long form"
    DURATION = "duration"
    FIGURE = "figure"
    RULING = "ruling"
    ADMISSION = "admission"
    DENIAL = "denial"
    ORDER = "order"


ACTS = frozenset({Kind.ADMISSION, Kind.DENIAL, Kind.ORDER})
"""What somebody is asked to have done; of anybody else's doing it answers nothing."""

SPANS = list_words("detik menit jam hari minggu pekan bulan tahun")
"""What lasts, behind how many of them: "lima jam"."""
WHOLE_SPANS = list_words(
    """
    sejam sehari seharian semalam semalaman seminggu sepekan sebulan setahun berjam berhari
    berminggu berbulan
    """
)
COUNTS = list_words(
    "dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh beberapa"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a kind of sentence, and how far from them what it is about may stand.

    `before` and `behind` count words: `about` stands at most so many before, or behind, the cue.
    One that is `broad` tells it of every sentence of its passage.
    """

    words: frozenset[str]
    before: int = 0
    behind: int = 0
    broad: bool = False


CUES = {
    Kind.STATEMENT: (
        Cue(
            list_words(
                """
                mengatakan menyatakan menyebut menyebutkan menilai menegaskan menjelaskan
                menuturkan mengungkapkan mengungkap mengaku mengakui membantah menyampaikan
                menuding menduga meminta mendesak berpendapat menanggapi mempertanyakan menyoroti
                mengkritik memastikan mengklaim menambahkan menerangkan berharap mengingatkan
                menyarankan merespons berkata menyayangkan memandang mengusulkan menolak mengimbau
                mencurigai meyakini menganggap mengomentari menampik menepis menyindir menantang
                menuntut mengecam membenarkan berdalih memaparkan memperingatkan menyerukan
                """
            ),
            before=16,
        ),
        Cue(
            list_words("kata ujar tutur ucap jelas ungkap tegas papar imbuh menurut oleh"), behind=4
        ),
    ),
    Kind.REASON: (
        Cue(
            list_words(
                """
                karena sebab agar supaya untuk guna demi akibat lantaran akibatnya dikarenakan
                """
            ),
        ),
        Cue(
            list_words(
                """
                alasan alasannya beralasan penyebab penyebabnya disebabkan berdalih dalih
                """
            ),
            broad=True,
        ),
    ),
    Kind.DEFINITION: (
        Cue(
            list_words("adalah ialah merupakan yaitu yakni kependekan singkatan berarti"), before=8
        ),
        Cue(
            list_words(
                """
                dirancang dimaksudkan bertujuan berfungsi memungkinkan diartikan membagi memindai
                mengenali mengubah menggantikan dibuat dilakukan
                """
            ),
            before=4,
        ),
        Cue(
            list_words(
                "disebut bernama plesetan mengartikan memperkenalkan meluncurkan menggantikan"
            ),
            behind=2,
        ),
    ),
    Kind.RULING: (
        Cue(
            list_words(
                """
                menolak ditolak mengabulkan dikabulkan memutuskan memutus diputus diputuskan amar
                memerintahkan diperintahkan menjatuhkan dijatuhi
                """
            )
        ),
    ),
    Kind.ADMISSION: (
        Cue(list_words("mengakui mengaku akui membenarkan"), before=16),
        Cue(list_words("diakui"), behind=4),
        Cue(list_words("pengakuan"), behind=1),
    ),
    Kind.DENIAL: (
        Cue(list_words("membantah bantah menepis tepis menampik tampik menyangkal"), before=16),
        Cue(list_words("dibantah ditepis ditampik"), behind=4),
        Cue(list_words("bantahan"), behind=1),
    ),
    Kind.ORDER: (
        Cue(
            list_words(
                """
                memerintahkan perintahkan menginstruksikan mewajibkan menyarankan merekomendasikan
                """
            ),
            before=16,
        ),
        Cue(list_words("diperintahkan"), behind=4),
        Cue(list_words("perintah instruksi"), behind=1),
    ),
}
