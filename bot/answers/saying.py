"""Whether a question names anything: "semua?" and "bukan" are in many passages, and about none."""

from __future__ import annotations

from bot.search import Query

_EMPTY = frozenset(
    """
    ada adalah agar akan atau bahwa banyak baru beberapa begini begitu belum bila bisa boleh bukan
    dalam dan dapat dari dengan di harus hanya ini itu iya jangan jadi jika juga kalau karena ke
    kembali kemudian lagi lain lalu lebih maka masih mau memang mungkin namun oleh pada paling para
    pernah perlu punya saja sama sangat sebab sebagai sebelum sedang sejak selalu selama semua
    semuanya sendiri seperti serta sesudah setelah setiap sudah supaya tadi tak tanpa tapi telah
    tentu terus tetap tetapi tidak tiap untuk ya yaitu yang all any none not some yes no
    """.split()
)


def says_nothing(query: Query) -> bool:
    """Tell whether `query` has nothing but words that hold sentences together."""
    return all(
        concept.written in _EMPTY or concept.written_or_read in _EMPTY for concept in query.concepts
    )
