"""Sentences of Indonesian news text: what ends one and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.sentences import split_sentences

# Each line is one text whose sentences are parted by " | ".
HARD_TEXTS = """
Sirekap salah baca. | KPU meminta maaf.
Ketua PPK M. Lukman tidak hadir. | Ia sakit.
Simpulan itu dibacakan Ketua Komisi II DPR RI M. Rifqinizamy Karsayuda.
Pratama D. Persadha menilai rancangan Sirekap belum aman. | Servernya bisa diakses langsung.
Pengamat J. Kristiadi dan M. Qodari hadir. | Keduanya berbeda pendapat.
Presiden B.J. Habibie dan W.R. Supratman dikenang.
Menurut J. E. Sahetapy, putusan itu keliru.
Nama lengkapnya Chairul S. Matdiah, anggota DPRD.
Ketua KPU Kota Ternate M. Zen A. Karim membantah. | Katanya, hasil tidak berubah.
Prof. Marsudi Wahyu Kisworo bersaksi di MK. | Ia ahli dari KPU.
Prof. Dr. H. Mahfud MD hadir. | Sidang dimulai.
H. Hasyim dan Hj. Betty memberi keterangan.
Wapres K.H. Ma'ruf Amin mencoblos. | KH. Said Aqil juga.
Ir. Joko Widodo dan Drs. H. Jusuf Kalla bertemu.
Saksi bernama dr. Tirta dan drg. Sari. | Mereka dokter.
Calon nomor urut 3, Ganjar Pranowo dan Moh. Mahfud MD, menggugat.
Gugatan diajukan Budi Santoso, S.H., M.H., kepada PN Jakarta Pusat.
Gugatan diajukan Budi Santoso, S.H. | Sidang digelar besok.
Surat diteken Hasyim Asy'ari, S.H., M.Si., Ph.D. | Isinya larangan.
Ketuanya Rina Dewi, S.Kom. M.T. | Anggotanya tiga orang.
Ahli itu Dr. Andi Wijaya, M.Si. menjawab pertanyaan hakim.
Irjen. Pol. Karyoto menerima laporan. | Brigjen. Trunoyudo menolaknya.
Pdt. Gomar Gultom dan Tgk. Ibrahim bersaksi.
Kantor KPU ada di Jl. Imam Bonjol No. 29, Jakarta. | Massa berkumpul di sana.
Surat No. 5/2024 terbit. | Surat nomor 6 menyusul.
Lihat hlm. 12 dan hal. 15 putusan itu.
Ada dua hal. | Pertama, server. | Kedua, aplikasi.
Rapat digelar tgl. 15 Feb. 2024 di Bogor. | Hasilnya belum ada.
Ia berkata no. | Ketua diam.
Anggaran Rp. 3,5 miliar dibayar. | Sisanya Rp3.906.589.500 belum.
Biayanya Rp3,5. | Murah.
Aliyun Computing Co. Ltd. memiliki alamat IP 170.33.13.55 itu.
PT. Telkom Indonesia Tbk. (TLKM) membantah. | Sahamnya turun.
Kontrak dipegang PT Telkom Tbk. | Nilainya dirahasiakan.
Kontrak dengan CV. Maju Jaya dan UD. Sentosa batal.
Server, aplikasi, dll. diperiksa. | Hasilnya wajar.
Mereka memeriksa server, aplikasi, dll. | Hasilnya wajar.
Roy Suryo dkk. melapor ke Bareskrim. | Laporannya ditolak.
Laporan dibuat Roy Suryo dkk. | Polisi menolaknya.
Surat a.n. Hasyim berlaku s.d. Maret 2024.
Perkara Yakin vs. KPU diputus. | KPU kalah.
Pasal 55 jo. Pasal 56 KUHP dipakai.
Batas pengisian adalah pukul 18.30 WIB. | Setelah itu sistem ditutup.
Pukul 08.41 WIB situs tidak bisa dibuka. | Pukul 12.00 pulih.
Rekapitulasi berlangsung sampai pukul 02.00. | Saksi pulang.
Suara tercatat 1.153.472; kemudian 2.399.469. | KPU mengoreksi.
Itu terjadi pada 14 Februari 2024. | Tanggal 15. | Bulan berganti.
Peraturan KPU Nomor 5 Tahun 2024. | 12 TPS diperiksa.
Alamat pemilu2024.kpu.go.id terbuka. | Laman sirekap-web.kpu.go.id. | Keduanya lambat.
Berkas index.html dan C.Hasil diunggah. | Formulir D.Hasil. | Formulir C.Hasil-KWK.
Putusan 1/PHPU.PRES-XXII/2024 dibacakan. | Perkara 141/Pdt.G/2024/PN Jkt.Pst. | Ditolak.
Angka Sirekap berbeda dari formulir C. | Di TPS 14 suaranya naik.
Itu hasil pindai formulir model C. | Subagja menjelaskan.
Suara dipindai dari formulir C1. | Hasto keberatan.
Sebut saja Prabowo S. | Menurut saksi, ia hadir.
Masjid dibangun abad ke-10 M. | Adipati memimpin.
Tuntutannya: 1. Audit Sirekap, 2. Hitung ulang. | Massa bubar.
1. Audit Sirekap segera. | 2. Hitung ulang suara. | 3. Ganti ketua.
A. Latar Belakang. | B. Kesimpulan.
“Apa benar begitu?” katanya kepada wartawan. | Semua diam.
“Apa benar begitu?” | Mahfud bertanya.
“Sirekap hanya alat bantu.” | Hasyim menegaskan itu.
“Sirekap hanya alat bantu. | Bukan penentu,” kata Hasyim.
"Itu tidak benar!" tegas Idham. | "Kami punya bukti."
‘Benar.’ | Itu jawabannya.
Ia menyebut sistem itu “kacau”. | Petugas bingung.
Sirekap (yang dibuat ITB.) dipakai lagi. | Aneh.
Sistem (benarkah?) Sirekap tetap dipakai.
Pasal yang dipakai ialah 3, 4. | Hakim setuju.
Putusan dibaca. | (Baca juga putusan lain.) | Hakim pulang.
KPU (Komisi Pemilihan Umum). | Bawaslu (Badan Pengawas Pemilu).
Kami menunggu... lalu pulang. | Hakim datang...
Itu … Sirekap yang salah. | Bukan kami…
Kami ragu… | Namun sidang jalan terus.
Kenapa?! | Siapa yang tahu? | Entah!
Benarkah?? | Tidak!!!
Kata iNews. | iNews menulis ulang. | detikcom mengutip.
Situs lumpuh. | kpu.go.id baru pulih siang.
Kirim ke info@kpu.go.id. | Atau buka https://kpu.go.id/. | Selesai.
Menurut Kompas.com, angkanya benar. | Tirto.id setuju.
Versi 2.0 dirilis. | Versi 3.1. | Unduh apk.
Audit menurut Zhang et al. 2006 perlu. | Ia setuju.
Ditulis ulang.- Setuju.
Semua bukti lengkap. | – Hasto menegaskan.
"""


@pytest.mark.parametrize("marked", HARD_TEXTS.strip().splitlines())
def test_hard_texts_part_where_a_reader_would_part_them(marked: str) -> None:
    expected = marked.split(" | ")
    text = " ".join(expected)
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_a_blank_line_ends_a_sentence_without_a_stop() -> None:
    text = "  Judul tanpa titik\n \nKata M. Qodari\nitu benar. Ya.\n"
    sentences = [text[start:end] for start, end in split_sentences(text)]
    assert sentences == ["Judul tanpa titik", "Kata M. Qodari\nitu benar.", "Ya."]


def test_text_without_words_has_no_or_one_sentence() -> None:
    assert split_sentences("") == []
    assert split_sentences(" \n\n\t ") == []
    assert split_sentences("...") == [(0, 3)]


@pytest.mark.parametrize("unit", [".", ". ", ".)", "....x", "?” ", "A. B ", "\n ", "(a.) A ", "1."])
def test_sentences_of_hostile_repetition_still_cover_the_text(unit: str) -> None:
    text = unit * (65_536 // len(unit))
    spans = split_sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(
        text.split()
    )


FRAGMENTS = st.sampled_from(
    [*'Mé1.…?!,:“”()" \n\t😀', "kpu", "S.H", "No", "Tbk", "Menurut", "\n\n"]
)


@given(st.one_of(st.text(), st.lists(FRAGMENTS).map("".join)))
def test_spans_are_ordered_trimmed_and_cover_all_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    end_before = 0
    for start, end in spans:
        assert end_before <= start < end
        assert text[end_before:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        end_before = end
    assert text[end_before:].strip() == ""


@given(st.lists(FRAGMENTS).map("".join))
def test_no_sentence_reaches_over_a_blank_line(text: str) -> None:
    for start, end in split_sentences(text):
        lines = text[start:end].split("\n")
        assert all(line.strip() for line in lines)
