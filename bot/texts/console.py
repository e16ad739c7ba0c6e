"""Wording of the terminal: the help of its commands and the words of the conversation."""

from __future__ import annotations

from bot.texts.answers import format_number

PROGRAM = "Menjawab pertanyaan tentang Sirekap dengan kutipan artikel yang bisa diperiksa."
PROGRAM_EPILOG = "Tanpa perintah: menjalankan bot Telegram (perlu TELEGRAM_BOT_TOKEN)."
COMMANDS_TITLE = "perintah"
COMMAND_METAVAR = "PERINTAH"
UNEXPECTED = "Ada kesalahan yang tidak terduga di program ini; mohon laporkan baris di bawah ini."

ASK = "menjawab satu pertanyaan"
ASK_QUESTION = (
    "pertanyaan dalam bahasa sehari-hari; - membaca masukan standar, satu pertanyaan tiap baris "
    'atau satu objek JSON tiap baris: {"question": "…", "previous": "…"}'
)
ASK_JSON = "mencetak satu objek JSON tiap jawaban"
ASK_LIMIT = "paling banyak N kutipan (bawaan: 3)"
LIMIT_RANGE = "isi bilangan bulat dari 1 sampai 50"
CHAT = "percakapan di terminal, tanpa token"

PREPARING = "Menyiapkan sumber…"
PROMPT = "Tanya: "
WELCOME = "Tanya Sirekap"
INVITATION = (
    "Tulis pertanyaan tentang Sirekap, lalu tekan Enter. "
    "Ketik /bantuan untuk melihat perintah, /keluar untuk selesai."
)
FAREWELL = "Sampai jumpa."
UNKNOWN_COMMAND = "Perintah itu tidak ada. Ketik /bantuan untuk melihat daftarnya."
NOTHING_TO_CONTINUE = "Belum ada pertanyaan yang bisa dilanjutkan. Tulis dulu pertanyaan Anda."
TOPIC_HINT = "Ketik nomor topik, atau /topik dan sebagian namanya, untuk melihat isinya."
CLAIM_HINT = "Ketik nomor klaim untuk membuka kartunya, atau /klaim dan nama topik."
PICK_HINT = "Ketik nomornya untuk memilih."
MORE_HINT = "Ketik /lagi untuk melihatnya."
MORE_EVENTS_HINT = "Ketik /lagi untuk melihat peristiwa berikutnya."

COMMAND_HELP = {
    "/bantuan": "daftar perintah ini",
    "/lagi": "kutipan berikutnya untuk pertanyaan terakhir",
    "/topik": "daftar topik; /topik dan sebagian nama untuk isinya",
    "/klaim": "daftar klaim; /klaim dan nama topik atau nomor klaim",
    "/linimasa": "urutan peristiwa; /linimasa dan topik atau bulan, misalnya maret 2024",
    "/sumber": "media apa saja yang dikutip",
    "/tentang": "apa ini dan bagaimana cara kerjanya",
    "/keluar": "selesai (juga Ctrl-D)",
}
HELP_TITLE = "Perintah:"
HELP_TIPS = (
    "Tulis pertanyaan apa adanya, bahasa sehari-hari juga boleh. Pertanyaan lanjutan seperti "
    "“kalau menurut KPU?” dipahami bersama pertanyaan sebelumnya. "
    "Ctrl-C membatalkan baris yang sedang Anda tulis."
)
ABOUT = """\
Tanya Sirekap mencarikan bagian artikel yang paling cocok dengan pertanyaan Anda tentang Sirekap, \
aplikasi rekapitulasi suara milik KPU. Setiap kalimat tentang Sirekap di jawaban adalah bagian \
dari catatan kami atas sebuah artikel, lengkap dengan media, tanggal, dan tautannya, supaya bisa \
Anda periksa sendiri.

Program ini tidak memakai kecerdasan buatan yang mengarang kalimat, tidak memihak, dan tidak \
memutuskan siapa yang benar. Kalau jawabannya tidak ada di sumber kami, itu yang kami katakan.

Percakapan di terminal ini tidak disimpan."""


def describe_os_error(name: object, reason: str) -> str:
    """Return one line about a file or connection that the system refused."""
    return f"Tidak bisa memakai {name}: {reason}." if name else f"Sistem menolak: {reason}."


def describe_bad_line(number: int) -> str:
    """Return one line about an input line that looks like JSON and is not a question."""
    return (
        f"Baris {number}: bukan objek JSON yang memuat pertanyaan; "
        'tulis seperti {"question": "Apa itu Sirekap?"}, atau pertanyaannya saja.'
    )


def describe_topic_hint(topic: str, *, claims: bool) -> str:
    """Say how to go on from a topic."""
    events = f"/linimasa {topic} untuk urutan peristiwanya."
    return (
        f"Ketik nomor klaim untuk membuka kartunya, atau {events}" if claims else f"Ketik {events}"
    )


def describe_cut(limit: int) -> str:
    """Say that only the beginning of a long question was read."""
    return f"Pertanyaannya panjang; yang dibaca hanya {format_number(limit)} huruf pertama."


def describe_sources(articles: int, outlets: int) -> str:
    """Return the size of the corpus in one sentence."""
    return f"{format_number(articles)} artikel dari {format_number(outlets)} media dan lembaga."


def describe_outlet(outlet: str, articles: int) -> str:
    """Return one line of the list of outlets."""
    return f"{outlet}: {format_number(articles)} artikel"


def describe_rest_of_outlets(outlets: int) -> str:
    """Say how many further outlets there are."""
    return f"dan {format_number(outlets)} lainnya"
