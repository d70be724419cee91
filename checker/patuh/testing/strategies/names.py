"""Names as regencies give them: plain ones first, and as many as are asked for."""

from collections.abc import Iterator
from itertools import count

AGENCIES = (
    "Dinas Kesehatan",
    "Dinas Sosial",
    "Dinas Perikanan",
    "Dinas Perhubungan",
    "Dinas Lingkungan Hidup",
    "Dinas Ketahanan Pangan",
    "Dinas Pariwisata",
    "Dinas Perkebunan",
    "Dinas Pertanahan",
    "Dinas Pertanian",
    "Dinas Pendidikan dan Kebudayaan",
    "Dinas Kepemudaan dan Olahraga",
    "Dinas Perpustakaan dan Kearsipan",
    "Dinas Perindustrian dan Perdagangan",
    "Dinas Tenaga Kerja dan Transmigrasi",
    "Dinas Pemberdayaan Masyarakat dan Desa",
    "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Dinas Perumahan dan Kawasan Permukiman",
    "Dinas Koperasi dan Usaha Kecil Menengah",
    "Dinas Pemadam Kebakaran dan Penyelamatan",
    "Dinas Komunikasi dan Informatika",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "Dinas Pengendalian Penduduk dan Keluarga Berencana",
    "Dinas Pemberdayaan Perempuan dan Perlindungan Anak",
    "Dinas Tanaman Pangan dan Hortikultura",
    "Dinas Peternakan dan Kesehatan Hewan",
    "Dinas Sumber Daya Air",
    "Badan Pendapatan Daerah",
    "Badan Penanggulangan Bencana Daerah",
    "Badan Kesatuan Bangsa dan Politik",
    "Badan Riset dan Inovasi Daerah",
    "Badan Perencanaan Pembangunan Daerah",
    "Badan Pengelolaan Keuangan dan Aset Daerah",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Badan Pengelola Perbatasan Daerah",
)
STAFF = ("Umum", "Perekonomian", "Organisasi", "Hukum", "Kesejahteraan Rakyat", "Pengadaan")
UNITS = (
    "Umum",
    "Pelayanan",
    "Perencanaan",
    "Pengawasan",
    "Keuangan",
    "Kepegawaian",
    "Pengembangan",
    "Pengendalian",
    "Pemberdayaan",
    "Perizinan",
    "Penyuluhan",
    "Pemantauan",
    "Pelaporan",
    "Kemitraan",
    "Kelembagaan",
    "Sarana dan Prasarana",
    "Data dan Informasi",
    "Tata Usaha",
)
TECHNICAL = (
    "Laboratorium",
    "Pasar",
    "Panti Sosial",
    "Puskesmas",
    "Balai Benih",
    "Rumah Potong Hewan",
    "Instalasi Farmasi",
    "Pelabuhan",
    "Terminal",
    "Balai Latihan Kerja",
    "Museum",
    "Pengolahan Sampah",
)
DISTRICTS = ("Muara Jati", "Tanjung Harapan", "Batu Sopang", "Long Ikis", "Kuaro", "Sandaran")
VILLAGES = ("Teluk Lingga", "Sumber Rejo", "Muara Kembang", "Bukit Biru", "Karang Asam")
TASKS = (
    "melatih usaha mikro",
    "menguji mutu air",
    "mendata penduduk rentan",
    "merawat jembatan kampung",
    "menyusun peta bencana",
    "membina pengrajin rotan",
)
MATTERS = (
    "air baku",
    "penataan pasar",
    "penanganan banjir",
    "jalan lingkungan",
    "layanan rujukan",
    "pengelolaan sampah",
    "ketahanan pangan",
    "kawasan pesisir",
)


def numbered(prefix: str, names: tuple[str, ...]) -> Iterator[str]:
    """The names behind the prefix, then again with 2, 3, …: as many as are asked for.

    No Roman numbers: the reader takes long ones that differ by a letter for slips.
    """
    for turn in count(1):
        tail = f" {turn}" if turn > 1 else ""
        yield from (f"{prefix} {name}{tail}".strip() for name in names)
