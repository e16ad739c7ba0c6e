"""Why a page is not fetched or holds no article, and what helps; read by moderators."""

from __future__ import annotations

BROKEN_ADDRESS = "Alamat itu tidak terbaca sebagai alamat halaman web. Salin ulang dari peramban."
NOT_HTTP = "Hanya alamat yang diawali http:// atau https:// yang bisa diambil."
CREDENTIALS = (
    "Alamat itu memuat nama pengguna atau kata sandi. Hapus bagian sebelum tanda @, lalu coba lagi."
)
TOO_MANY_REDIRECTS = (
    "Situs itu terus mengalihkan ke alamat lain. Buka halamannya di peramban, lalu salin alamat "
    "yang terakhir tampil."
)
UNKNOWN_PACKING = (
    "Isi halaman itu dikemas dengan cara yang tidak bisa dibuka. Simpan halamannya sebagai berkas "
    "HTML dari peramban, lalu tambahkan berkas itu."
)
NO_ARTICLE_ON_PAGE = (
    "Tidak ada artikel yang terbaca di halaman itu. Salin teksnya dari peramban, simpan sebagai "
    "berkas .txt, lalu tambahkan berkas itu."
)
NO_ARTICLE_IN_TEXT = (
    "Tidak ada paragraf artikel yang terbaca di sana. Periksa apakah seluruh teksnya tersalin."
)
NO_ARTICLE_IN_FILE = (
    "Berkas itu tidak berbentuk berkas artikel: baris pertama ---, lalu isian, lalu --- lagi, lalu "
    "isinya. Contohnya ada di corpus/README.md."
)
_CLOSED = {
    401: "Halaman itu hanya untuk yang masuk dengan akun.",
    402: "Halaman itu berbayar.",
    403: "Situs itu menolak diambil oleh program.",
}
_GONE = {
    404: "Halaman itu tidak ada di situsnya. Mungkin alamatnya terpotong, atau sudah dihapus.",
    410: "Halaman itu sudah dihapus oleh situsnya.",
    429: "Situs itu sedang membatasi permintaan. Coba lagi beberapa menit lagi.",
}
_PASTE_INSTEAD = (
    "Buka di peramban, salin teksnya, simpan sebagai berkas .txt, lalu tambahkan berkas itu."
)


def describe_private(host: str) -> str:
    """Say that an address does not lead to the public internet."""
    return (
        f"{host} bukan situs di internet umum, melainkan alamat jaringan dalam, jadi tidak "
        "diambil. Kalau memang situs Anda sendiri, minta pengelola bot menambahkannya di "
        "INTAKE_ALLOW_HOSTS."
    )


def describe_port(port: int) -> str:
    """Say that an address names an unusual port."""
    return (
        f"Alamat itu memakai port {port}; yang diambil hanya port 80 dan 443. Kalau situsnya "
        "memang di sana, minta pengelola bot menambahkannya di INTAKE_ALLOW_HOSTS."
    )


def describe_unknown_host(host: str) -> str:
    """Say that a host does not exist."""
    return f"Situs {host} tidak ditemukan. Periksa ejaan alamatnya."


def describe_no_connection(host: str) -> str:
    """Say that a host cannot be connected to safely."""
    return (
        f"Tidak bisa tersambung ke {host}, atau sertifikat keamanannya tidak sah. "
        "Coba lagi nanti, atau salin teksnya dari peramban."
    )


def describe_too_slow(seconds: float) -> str:
    """Say that the time is over."""
    return f"Situs itu terlalu lambat: belum selesai dalam {seconds:g} detik. Coba lagi nanti."


def describe_too_large(limit: int) -> str:
    """Say that a page has more than `limit` bytes."""
    return f"Halaman itu lebih besar dari {_format_size(limit)}. {_PASTE_INSTEAD}"


def describe_large_file(limit: int) -> str:
    """Say that a file has more than `limit` bytes."""
    return f"Berkas itu lebih besar dari {_format_size(limit)}. Salin teks artikelnya saja."


def describe_content(kind: str) -> str:
    """Say that an address leads to something other than an HTML page."""
    what = f"berkas {kind}" if kind else "berkas tanpa keterangan jenis"
    return f"Alamat itu berisi {what}, bukan halaman web."


def describe_status(status: int) -> str:
    """Say with what error a site answered."""
    if status in _CLOSED:
        return f"{_CLOSED[status]} {_PASTE_INSTEAD}"
    return _GONE.get(status, f"Situs itu menjawab dengan galat {status}. Coba lagi nanti.")


def _format_size(size: int) -> str:
    return f"{size / 1024 / 1024:.2g} MiB".replace(".", ",")
