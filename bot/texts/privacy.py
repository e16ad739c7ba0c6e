"""Wording of what is kept of people, and how it is deleted."""

from __future__ import annotations

TITLE = "Privasi Anda"
KEPT_TITLE = "Yang disimpan, untuk apa, dan berapa lama:"
KEPT = {
    "questions": (
        "Teks pertanyaan yang terjawab, dan pertanyaan atau kutipan sebelumnya kalau itu lanjutan, "
        "supaya tombol di bawah jawaban tetap berfungsi. Tanpa catatan siapa yang bertanya. "
        "Dihapus 90 hari setelah terakhir dipakai."
    ),
    "answers": (
        "Jawaban mana untuk pesan mana, supaya jawaban ikut berubah kalau Anda menyunting "
        "pertanyaan. Obrolan dan pesannya dicatat sebagai kode satu arah. Dihapus setelah 2 hari."
    ),
    "deliveries": (
        "Artikel mana yang pernah Anda terima, supaya Anda diberi tahu sekali kalau artikel itu "
        "dikoreksi atau ditarik. Dicatat sebagai kode satu arah, dengan alamat kirim tersandi dan "
        "bahasa Anda. Dihapus 90 hari setelah terakhir diterima; matikan dengan /kabarkoreksi."
    ),
    "undisturbed": (
        "Bahwa Anda mematikan kabar koreksi, sebagai kode satu arah. Dihapus setelah setahun Anda "
        "tidak memakai bot ini."
    ),
    "followers": (
        "Kalau Anda menekan “Kabari saya”: pertanyaan mana yang Anda tunggu, dengan kode satu "
        "arah, alamat kirim tersandi, dan bahasa Anda. Dihapus begitu Anda dikabari, atau setelah "
        "90 hari."
    ),
    "unanswered": (
        "Pertanyaan tak terjawab yang Anda setujui untuk dikirim ke moderator, tanpa nama dan "
        "tanpa nomor, supaya mereka mencari artikelnya; pertanyaannya bisa ikut dimuat di sana. "
        "Dihapus dari antrean 90 hari setelah terakhir dikirim."
    ),
    "submitters": (
        "Pertanyaan mana yang Anda kirim ke moderator dan kapan, sebagai kode satu arah, supaya "
        "Anda dihitung sekali saja. Dihapus 90 hari setelah terakhir dikirim."
    ),
    "decisions": (
        "Keputusan moderator atas pertanyaan di antrean, tanpa catatan siapa yang bertanya. "
        "Dihapus setelah setahun."
    ),
    "under_way": (
        "Pesan yang sedang dikerjakan, tersandi, supaya tidak hilang kalau bot mati. Dihapus "
        "begitu selesai, paling lama setelah sehari."
    ),
    "updates": (
        "Nomor kiriman dari Telegram, supaya tidak dikerjakan dua kali; tidak menunjuk siapa pun. "
        "Dihapus setelah sehari."
    ),
    "reports": (
        "Laporan tentang kutipan: kutipan mana dan catatan Anda, tanpa catatan siapa yang melapor, "
        "supaya moderator memeriksanya. Dihapus setelah 90 hari."
    ),
    "feedback": (
        "Penilaian atas jawaban, hanya sebagai hitungan per pertanyaan dan hari, supaya pencarian "
        "diperbaiki. Dihapus setelah 90 hari. Kalau Anda tidak menilai, tidak ada yang dicatat."
    ),
    "statistics": (
        "Hitungan per hari: berapa pertanyaan yang terjawab atau tidak, tentang topik apa, dan "
        "penilaiannya. Hanya angka, tanpa teks pertanyaan. Dihapus setelah setahun."
    ),
    "marks": (
        "Bahwa Anda sudah menilai atau melapor, atau bahwa bot sudah mengatakan sesuatu di grup "
        "Anda, sebagai kode satu arah, supaya terjadi sekali saja. Dihapus paling lama setelah 2 "
        "hari."
    ),
    "groups": (
        "Aturan yang dipilih admin grup: siapa yang boleh bertanya, panjang jawaban, dan jam "
        "tenang. Grupnya dicatat sebagai kode satu arah. Dihapus setelah setahun grup itu tidak "
        "bertanya."
    ),
    "askers": (
        "Siapa yang meminta jawaban mana di grup, supaya Anda bisa menghapusnya dengan /hapus. "
        "Pesan dan penanyanya dicatat sebagai kode satu arah. Dihapus setelah 2 hari."
    ),
    "budgets": (
        "Berapa sering Anda atau grup Anda bertanya, melapor, atau mengirim pertanyaan ke "
        "moderator, supaya bot tidak dibanjiri pesan. Dicatat sebagai kode satu arah. Dihapus "
        "paling lama setelah 2 hari."
    ),
    "moderators": (
        "Kalau Anda moderator: peran dan nama pilihan Anda, dengan kode satu arah dan alamat kirim "
        "tersandi. Dihapus begitu Anda berhenti, atau hari itu juga dengan /hapusdata."
    ),
    "drafts": (
        "Draf artikel milik moderator, dengan kode satu arah dan alamat kirim tersandi. Dihapus 30 "
        "hari setelah terakhir diubah."
    ),
    "audit": (
        "Setiap perubahan artikel, dengan kode satu arah moderatornya. Kode itu dihapus setelah "
        "365 hari; catatannya tetap."
    ),
    "intents": (
        "Perubahan artikel yang sedang dikerjakan, dengan kode satu arah moderatornya. Biasanya "
        "hilang dalam beberapa detik; kalau bot terhenti di tengahnya, kodenya dihapus dalam "
        "sehari."
    ),
    "announced": (
        "Versi kumpulan artikel yang kabarnya sudah dikirim. Ini bukan data tentang Anda. Dihapus "
        "setelah 90 hari."
    ),
}
"""What is kept, by the table of the store that holds it."""

NOT_KEPT = (
    "Yang tidak disimpan: nama, nama pengguna, nomor telepon, foto, kontak, dan lokasi Anda. Kode "
    "satu arah tidak bisa dibalik menjadi nomor Anda; alamat kirim tersandi hanya bisa dibuka "
    "dengan kunci bot ini, dan hanya dipakai untuk mengabari Anda."
)
TELEGRAM = (
    "Percakapan ini sendiri berada di Telegram dan mengikuti aturan Telegram. Anda bisa "
    "menghapusnya di aplikasi kapan saja."
)
HOW_TO_DELETE = "Hapus semua yang tersimpan tentang Anda: /hapusdata"

# /hapusdata
CONFIRM_DELETION = (
    "Hapus semua yang tersimpan tentang Anda? Kabar yang Anda tunggu dan kabar koreksi ikut "
    "berhenti, dan jawaban lama tidak lagi ikut berubah kalau Anda menyunting pertanyaan."
)
CONFIRM_DELETION_HINT = "Tekan tombolnya, atau tulis /hapusdata ya."
DELETE = "Ya, hapus"
KEEP = "Batal"
NOTHING_DELETED = "Baik, tidak ada yang dihapus."
DELETED = (
    "Sudah dihapus. Yang tersisa hanya teks pertanyaan, laporan, dan hitungan yang tidak memuat "
    "siapa Anda, jadi tidak bisa kami cari; teks dan laporan hilang sendiri dalam 90 hari, "
    "hitungan dalam setahun."
)
DELETED_NOTHING = "Tidak ada yang tersimpan tentang Anda."
