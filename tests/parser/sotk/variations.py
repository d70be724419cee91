"""Sentences of a pattern: a plain one, and one more for each thing that may be otherwise."""

import re
from collections.abc import Iterator, Mapping, Sequence

from patuh_parser.sotk.wordings import pieces

UNITS = ("Dinas Sosial", "Bupati", "Wakil Bupati")
"""What stands for the units of a sentence, the first to the last."""
TAKEN = {
    "A": "Dinas Sosial", "B": "Sekretaris Daerah", "C": "Bupati",
    "D": "berkoordinasi dengan Bupati", "F": "Forkopimda", "K": "membantu Bupati",
    "O": "dan pengawasan", "P": "koordinatif", "Q": "struktural",
    "R": "dalam bidang sosial", "S": "dalam Pasal 5",
    "T": "menyusun data", "U": "tugas", "X": "§",
}  # fmt: skip
"""What stands for the words that a wording takes over, unless it is one of the next table."""
OF_KIND = {
    "MODAL": "wajib", "PATTERN": "koordinatif", "KIND": "fungsional", "PASSIVE": "disusun",
    "PASSIVES": "dibina dan diawasi", "NOUN": "penyusunan", "ACT": "penyusunan",
    "VERB": "menyusun", "PHRASE": "renstra",
}  # fmt: skip
"""What stands for a word of a kind; for units stands what is taken over."""
_TWO = "Dinas Sosial dan Dinas Kesehatan"
OTHERWISE = {
    "(pimpinan|pemimpin|kepala) (satuan|unit)": {"X": "mengikuti petunjuk atasan"},
    "> (bertugas|mempunyai tugas|mempunyai tugas pokok) membantu": {
        "A": "Hukum",
        "B": "Administrasi Umum",
        "Y": "penyusunan kebijakan",
    },
    "> <W:(sempat|": {"X": "Kepala Dinas Sosial membuat telaahan staf jika"},
    "|oleh karena) <A:UNITS>": {"A": _TWO, "R": "berkoordinasi"},
    "kerjasama) (keduanya": {"A": _TWO, "R": "bersifat fungsional"},
    "> , [dan] bukan (langsung|": {"X": "Dinas Sosial bertanggung jawab kepada Bupati"},
    "[kepala] (dinasnya|": {"X": "UPT Panti Jompo bertanggung jawab"},
    "[,] [dan] bukan (langsung|": {"X": "Dinas Sosial bertanggung jawab kepada Bupati"},
    "(karena|oleh karena|": {"X": "kesibukan pimpinan", "R": "Dinas Sosial dibina oleh Bupati"},
    "berjenjang , <R>": {"R": "hubungan kerja konsultatif dapat dilakukan"},
    ") bahwa <R>": {"R": "Dinas Sosial dibina oleh Bupati", "x": "dinas"},
    "koordinasi (antar|antara) perangkat": {"R": "rapat koordinasi"},
    "mencatat) bahwa <R>": {"x": "dinas", "R": "Dinas Sosial berkoordinasi dengan Bupati"},
    "(bukan|tidak) [(hanya": {"X": "Dinas Sosial wajib berkoordinasi dengan Bupati"},
    "> menerapkan prinsip <X>": {"X": "Koordinasi"},
    "satuan organisasi) <M": {"R": "membina bawahannya"},
    "(atasannya|dari": {"X": "Dinas Sosial mematuhi"},
    "> , <D:(tidak": {"X": "Dinas Sosial bertanggung jawab kepada Bupati", "Y": "kepada DPRD"},
    "perangkat daerah yang (melakukan": {"R": "memperhatikan SOP"},
    "bagan [<x>]": {"x": "organisasi", "R": "Dinas Sosial berkoordinasi dengan Bupati"},
    "{nobody} <G": {"R": "bertanggung jawab kepada DPRD"},
    "> <B> pelaksanaan <C>": {"B": "mengoordinasikan seluruh", "C": "tugas Perangkat Daerah"},
    "seluruh pelaksanaan": {"B": "Perangkat Daerah"},
    "> dengan <B> membina": {"B": "Dinas Kesehatan", "P": "fungsional"},
    "perangkat daerah|staf": {"B": "pembantu Bupati"},
    "adalah unsur <B>$": {"B": "pembantu Bupati yang mempunyai tugas menyusun data"},
    "unsur <K:": {"B": "Bupati"},
    "hubungan (konsultatif": {"T": "dengan Bupati"},
    "koordinasi <P> dilaksanakan": {"P": "fungsional", "A": _TWO},
    "unsur organisasi": {
        "B": "Kepala Perangkat Daerah serta",
        "C": "di bawahnya",
        "D": "mengikuti dan mematuhi petunjuk atasan",
    },
    "kewajiban [untuk] <X>": {"X": "berkoordinasi dengan Bupati"},
    "<X> bukan": {"X": "penyampaian bahan dan masukan kepada Bupati"},
    "melalui|lewat) <D>": {"B": "Bupati", "C": "Sekretaris Daerah", "D": "Asisten yang membidangi"},
    "bawahan <B> [,] (dan": {"R": "§"},
    "dimaksudkan adalah": {"T": "melalui Asisten yang membidangi"},
    "antara <A> tidak": {"A": _TWO},
    "antara <A> [<M": {"A": _TWO},
    "antara <A> (": {"A": _TWO},
    "[antara] <A> yang": {"A": _TWO},
    "antara)> <A>": {"A": f"{_TWO} bersifat koordinatif"},
    "lingkungan)": {"C": "Dinas Sosial bertanggung jawab kepada Bupati"},
    "anggota <A> (": {"A": "Forkopimda"},
    "keanggotaan <A> (": {"A": "Forkopimda"},
    "(lurah)> di": {"C": "Kecamatan Bengalon bertanggung jawab kepada Bupati"},
    "<B:(forkopimda": {"A": "Bupati", "C": "Sekretaris Daerah"},
    "kecamatan <S>": {"A": "Kelurahan Jaya", "S": "Bengalon"},
    "kecamatan <T>": {"S": "Jaya", "T": "Bengalon"},
    "kerja dan koordinasi [antara]": {"R": "Forkopimda"},
    "pelaksanaan koordinasi [(antara": {"B": "Dinas Kesehatan", "R": "rapat koordinasi"},
    "(tanpa terikat <S>)": {"A": "Dinas Sosial", "S": "pada hubungan struktural"},
    "dikoordinasikan oleh <Y>": {
        "X": "Dinas Sosial bertanggung jawab kepada Bupati",
        "Y": "Asisten Administrasi Umum",
    },
    "dengan (melalui|lewat) <Y>": {
        "X": "Dinas Sosial bertanggung jawab kepada Bupati",
        "Y": "Sekretaris Daerah",
    },
    "[seorang] kepala dinas": {
        "X": "Dinas Sosial dipimpin",
        "Y": "yang bertanggung jawab kepada Bupati",
    },
    "[seorang] kepala badan": {
        "X": "Badan Pendapatan Daerah dipimpin",
        "Y": "yang bertanggung jawab kepada Bupati",
    },
    "[seorang] kepala upt": {
        "X": "UPT Panti Jompo dipimpin",
        "Y": "yang bertanggung jawab kepada Dinas Sosial",
    },
    "[seorang] camat <Y": {
        "X": "Kecamatan Bengalon dipimpin",
        "Y": "yang bertanggung jawab kepada Bupati",
    },
    "<X> tak <Y>": {"X": "Dinas Sosial", "Y": "wajib berkoordinasi dengan Bupati"},
    "<X> ialah <Y>": {"X": "Ketua Forkopimda", "Y": "Bupati"},
    "<X> sekaligus <Y>": {"X": "Dinas Sosial membina", "Y": "mengawasi UPT Panti Jompo"},
    "ditetapkan)] , <R>": {"R": "Dinas Sosial berkoordinasi dengan Bupati"},
    "fungsional)> <K> (dan": {"K": "senior", "C": "kepada Bupati"},
    "bahwa <R>": {"R": "Dinas Sosial berkoordinasi dengan Bupati"},
    ") penyelesaiannya oleh": {"X": "kerja sama", "R": "Sekretaris Daerah"},
    "<X> memihak": {
        "X": "Sekretaris Daerah mengoordinasikan penyelesaian perselisihan kerja sama secara",
        "R": "apabila dikehendaki",
    },
    "perselisihan <x>": {"x": "kerja sama", "R": "secara transparan"},
    "diingatkan) (dalam|pada) <x>": {"x": "rapat", "R": "Dinas Sosial dibina oleh Bupati"},
    "(bagan|gambar|diagram|skema|lampiran) [(ini": {"R": "Dinas Sosial dibina oleh Bupati"},
    "(induknya|dinasnya|badannya": {
        "X": "Pembinaan terhadap UPT Panti Jompo dilakukan oleh",
        "Y": "Dinas Sosial",
    },
}
"""Part of a wording, its end as `$` → what stands there for the words that it takes over."""
WITH_UNITS = {
    "A": "Dinas Sosial",
    "B": "Dinas Kesehatan",
    "C": "Bupati",
    "O": "laporan",
    "R": "dalam rangka bakti sosial",
    "X": "laporan kepada Bupati",
    "Y": "kepada Bupati",
    "x": "data kemiskinan",
    "y": "warga",
    "T": "menyusun data",
    "I": "data",
    "K": "kerja sama",
    "N": "tidak serumpun",
    "Q": "struktural",
}
"""The same for wordings with <A:UNITS> and the like."""
_JOMPO = {"A": "UPT Panti Jompo", "B": "Dinas Sosial"}
OF_UNITS = {
    "{ranked} <T>": {"T": "II.b"},
    "eselon <A:UNITS> (adalah": {"T": "II.b"},
    "(siapa pun|": {"X": "bertanggung jawab"},
    "> , [dan] bukan (langsung|": {"X": "Dinas Sosial bertanggung jawab kepada Bupati"},
    "[kepala] (dinasnya|": {"X": "UPT Panti Jompo bertanggung jawab"},
    "> itu <R>": {"R": "dibina oleh Bupati"},
    "(ia|beliau)] <V": {"X": "dibina oleh Bupati", "Y": "jawab"},
    "<z?> (untuk|dalam|pada) (urusan": {"X": "dibina oleh Bupati", "z": "sedangkan"},
    "<z?> <C:UNITS> (cukup|": {"z": "sedangkan"},
    "(memang|": {"X": "tidak", "R": "serumpun", "A": "Dinas Sosial dan Dinas Kesehatan"},
    "(sepakat|": {"R": "berkoordinasi", "A": "Dinas Sosial dan Dinas Kesehatan"},
    "<V> <B:UNIT>": {"V": "membina", "B": "Subbagian Umum"},
    "<A:UNIT> (di lingkungan|": {"A": "Subbagian Umum", "B": "Dinas Sosial"},
    "> sehari-hari <": {"R": "bertanggung jawab kepada Bupati"},
    "sendiri) [,": {"R": "berkoordinasi", "A": "Dinas Sosial dan Dinas Kesehatan"},
    "(karena|oleh karena|": {"X": "kesibukan pimpinan", "R": "Dinas Sosial dibina oleh Bupati"},
    "dilewati|dilangkahi": {"X": "Dinas Sosial bertanggung jawab kepada Bupati"},
    ") bahwa <R>": {"R": "Dinas Sosial dibina oleh Bupati"},
    "oleh <C:UNIT> [,] (yakni": {
        **_JOMPO,
        "C": "induknya",
        "X": "Pembinaan terhadap",
        "y": "dilakukan",
        "R": "masing-masing",
    },
    "serumpun dengan <B:": {"B": "Dinas Kesehatan", "P": "fungsional", "C": "Dinas Perikanan"},
    " serumpun [<M:(wajib": {"A": _TWO, "P": "fungsional"},
    "kedekatan fungsi [<M:(wajib": {"A": _TWO, "P": "fungsional"},
    "hanya (perlu": {"X": "bertanggung jawab kepada Bupati"},
    "^yang <R>": {"R": "membina UPT Panti Jompo"},
    "di hadapan <R>": {"R": "Bupati"},
    ", [dan] tidak (lewat": {"X": "kepada Bupati", "C": "Sekretaris Daerah"},
    "> melewati": {"R": "kepada Bupati"},
    "(berselisih": {"A": _TWO, "R": "mengoordinasikan penyelesaiannya"},
    "antara <A:UNITS> [<M:(tidak)>] (disebut": {"A": _TWO},
    "kerjasama) [antara] <A:UNITS> [<M:MODAL>]": {"A": _TWO},
    "antara <A:UNITS> <M:(dilarang": {"A": _TWO},
    "terikat|": {"A": _TWO},
    "berkas|dokumen": {"R": "Bupati melalui Sekretaris Daerah"},
    "laporan [<x:THING>] <A:UNITS> [(wajib": {"x": "kinerja", "R": "Bupati"},
    "adalah <B:UNITS> [,] (dan|serta) <R>": {"R": "Bupati berkoordinasi dengan DPRD"},
    "(pula|juga) <A:UNITS>": {"R": "bertanggung jawab"},
    "<S:(secara administratif)": {"X": "bertanggung jawab kepada Bupati"},
    "^dengan <B:UNITS> [,] <A": {"A": "Bupati", "B": "DPRD", "R": "berkoordinasi"},
    "saling berkoordinasi [,] (dan": {"A": _TWO},
    "terhitung) <x>": {"x": "tahun depan", "R": "berkoordinasi dengan Bupati"},
    "{asked}": {"Y": "oleh Bupati"},
    "<Z:{wanted}": {"Y": "oleh Bupati"},
    "bukan [lagi] [oleh]": {"X": "Penyelesaian perselisihan kerja sama"},
    "{gets} <O:{commands}> dari": {"A": "Bupati"},
    "<x?> dari <A:UNITS> <R?>": {"x": "dan petunjuk", "A": "Bupati"},
    "perintah dan petunjuk)> <A": {"A": "Bupati"},
    "memberi <O:{commands}": {"A": "Bupati", "x": "dan petunjuk", "B": "Dinas Sosial"},
    "menerima <O:(laporan)": {
        "A": "Dinas Sosial",
        "B": "Bupati",
        "x": "kinerja",
        "R": "tanpa melalui Sekretaris Daerah",
    },
    ")> seorang <R>": {"R": "Kepala Dinas yang bertanggung jawab kepada Bupati"},
    "tidak [lagi] <P:": {"X": "bertanggung jawab kepada Bupati", "P": "kepada", "Y": "DPRD"},
    "taat) (dan|serta) bertanggung": {"R": "kepada Bupati"},
    "saling <V:(berkoordinasi": {"A": _TWO, "W": "memberi informasi"},
    "bermitra|bekerja sama) [(dengan|bersama) <B:UNITS>] (dalam": {"A": _TWO},
    "saling (bertukar": {"A": _TWO},
    "<Y:((dalam|untuk": {"x": "urusan bencana", "R": "memerintah Dinas Kesehatan"},
    "jawab <A:UNITS>$": {"B": "Bupati", "S": "Sekretaris Daerah"},
    "lingkup) <B": {**_JOMPO, "R": "berkoordinasi dengan Bupati"},
    "secara <K:": {"R": "bertanggung jawab kepada Bupati"},
    "pada|kepada) <R>": {"R": "Sekretaris Daerah"},
    "[untuk] <W": {"X": "bahan", "Y": "data kepada Bupati"},
    "anggotanya) <C": {"A": "Forkopimda", "B": "Bupati", "C": "DPRD dan Kejaksaan"},
    "tanpa [(melalui": {"X": "bertanggung jawab kepada Bupati"},
    "hubungan (kerja samanya": {"A": _TWO, "P": "fungsional"},
    "oleh <B:UNITS> [,]": {"R": "dalam rangka bakti sosial"},
    "(selaku|sebagai) asisten": {"R": "bertanggung jawab kepada Bupati"},
    "oleh <B:UNITS> kepada": {
        "X": "bertanggung jawab",
        "B": "Asisten Administrasi Umum",
        "C": "Bupati",
        "R": "melalui Sekretaris Daerah",
    },
    "|boleh) [": {**_JOMPO, "R": "bertanggung jawab kepada Bupati"},
    "diberikan) <O": {"A": "Bupati", "B": "Dinas Sosial", "O": "petunjuk", "x": "dan petunjuk"},
    "ketua , <A": {"A": "Bupati", "R": "memimpin Forkopimda"},
    "yang (kegiatannya": {
        "A": _TWO,
        "R": "membina hubungan kerja sama yang bersifat fungsional",
    },
    "yang (dipimpin": {"A": "Forkopimda", "B": "Bupati", "R": "berkoordinasi dengan Dinas Sosial"},
    "(tunduk|": {"X": "Bupati"},
    "> dengan <B:UNITS> [<M": {"A": "Bupati", "B": "DPRD", "R": "masing-masing"},
    "> dengan perangkat daerah [<M": {"A": "Bupati", "R": "masing-masing"},
    "{policy}> <B> (dan": {"X": "§"},
    "yang merupakan <B": {
        "A": "UPT Panti Jompo",
        "B": "UPT pada Dinas Sosial",
        "R": "berkoordinasi dengan Bupati",
    },
    "diketuai) <R:(": {"A": "Forkopimda", "B": "Bupati"},
    ", yang <X>": {"X": "berada di bawah Bupati", "R": "berkoordinasi dengan Dinas Kesehatan"},
    "{placed} <B:UNITS> [,] <R>": {**_JOMPO, "R": "berkoordinasi dengan Bupati"},
    "{placed} <B:UNITS> , <R>": {**_JOMPO, "R": "berkoordinasi dengan Bupati"},
    "yang (melakukan": {"x": "antar daerah", "R": "memperhatikan SOP"},
    "<W:(bertanggung jawab|se": {"X": "berkoordinasi dengan Dinas Kesehatan", "Y": "§"},
    "y> dengannya": {
        "x": "membina",
        "B": "UPT Panti Jompo",
        "y": "dan berkoordinasi",
        "R": "dalam rangka data",
    },
    "kepadanya": {
        "x": "berada di bawah",
        "B": "Bupati",
        "y": "dan bertanggung jawab",
        "R": "melalui Sekretaris Daerah",
    },
    "dengan koordinasi": {"B": "Asisten Administrasi Umum", "R": "bertanggung jawab kepada Bupati"},
    ", <A:UNITS> <R>": {"R": "berkoordinasi dengan Bupati"},
    "serumpun)> , <A": {"A": _TWO, "R": "berkoordinasi"},
    "bawah)> <B": {"B": "Bupati"},
    "dalam <X> , <A": {"X": "§"},
    "<V:(berada|berkedudukan|bertanggung jawab": {"X": "§"},
    "terikat <X>": {"X": "pada hubungan struktural", "R": "berkoordinasi dengan Dinas Kesehatan"},
    "(terhadap|atas|mengenai": {"O": "usulan Bupati"},
    "(boleh|boleh saja": {"R": "berkoordinasi dengan Bupati"},
    "kerja samanya": {"C": "Dinas Kesehatan", "R": "memperhatikan SOP"},
    "administrasinya": {"X": "bertanggung jawab kepada Bupati", "B": "Sekretaris Daerah"},
    "yang berada (di ling": {"X": "membina", "B": "UPT Panti Jompo"},
    "[di antara mereka": {"A": _TWO, "R": ""},
    "{keeps} [jenis]": {"A": _TWO, "R": ""},
    "{keeps} [pula] hub": {"A": _TWO, "R": ""},
    "{holds} [(oleh": {"A": _TWO, "B": "Dinas Perikanan", "R": "masing-masing"},
    "{holds} dalam": {"A": _TWO, "B": "Dinas Perikanan", "R": "masing-masing"},
    "(antara|oleh) <A:UNITS>": {"A": _TWO, "B": "Dinas Perikanan", "R": "masing-masing"},
    "antara) <A:UNITS>": {"B": "Dinas Perikanan"},
    "antara <A:UNITS>": {"A": _TWO, "R": "masing-masing"},
    "(kabupaten|daerah|kota) ini <R>": {"R": "bersifat koordinatif"},
    "mengambil alih": {"A": "Asisten Administrasi Umum"},
    "asisten (mana": {"A": "Dinas Sosial", "X": "dikoordinasikan oleh", "R": "masing-masing"},
    "adalah <B:UNITS>": {"A": "Asisten Administrasi Umum"},
    "keduanya <R>": {"A": _TWO, "R": "berkoordinasi"},
    "baik <P": {"P": "struktural maupun koordinatif"},
    "berkoordinasi <R>": {"R": "dengan Dinas Kesehatan"},
    "<V:{fosters}>": {"R": "kebersamaan", "A": _TWO, "B": "Dinas Perikanan"},
    "<V:{fostered}>": {"x": "kebersamaan", "A": _TWO, "B": "Dinas Perikanan"},
    "<x> <V:PASSIVE>": {"x": "data"},
    "ke [tangan]": {"X": "Pembinaan terhadap UPT Panti Jompo"},
    "sebelum sampai": {"B": "Bupati", "R": "disalurkan melalui Sekretaris Daerah"},
    "jalur pertang": {"B": "Bupati", "R": "melalui Sekretaris Daerah"},
    "selain melalui": {"B": "Bupati", "C": "Sekretaris Daerah"},
    "kedudukan <A": {"B": "Bupati"},
    "tanggung jawab kepada <B>": {"B": "Bupati"},
    "multisektoral (karena": {"X": "Dinas Sosial dan Dinas Kesehatan berkoordinasi"},
    "<W:(bertanggung|memp": {"B": "Bupati", "Y": "§"},
    "<X> [,] dan ": {"X": "bertanggung jawab kepada Bupati", "B": "Asisten Administrasi Umum"},
    "dikoordinasikan <B": {"B": "Asisten Administrasi Umum"},
    "pada <A:UNITS>": {"X": "data"},
    "saling <V": {"A": _TWO, "X": "laporan"},
    "melibatkan <B": {"X": "kebijakan"},
    "melibatkan <B:UNITS> <R": {"x": "data"},
    "(mengesampingkan": {"X": "Bupati"},
    "<V:(memberikan|men": {"O": "bahan", "B": "Bupati"},
    "dari <B:UNITS>": {"x": "administratif", "B": "Sekretariat Daerah"},
    "tanpa [melakukan]": {"X": "kerja sama"},
    "memerintah ,": {"A": "Bupati", "B": "Dinas Sosial"},
    "di luar kewenangan": {"A": "Bupati", "O": "Laporan Dinas Sosial"},
    "hanya (dapat": {"X": "laporan", "Y": "persetujuan Bupati"},
    "<V:PASSIVES>": {"B": "UPT Panti Jompo"},
    "<X> [,] (dan|serta|tetapi": {"X": "berkoordinasi dengan Bupati", "Y": "membuat telaahan staf"},
    "<W:VERB>": {"Y": "data"},
    "sesudah)> ada permintaan": {"X": "Dinas Sosial menyusun laporan", "Y": "oleh Bupati"},
    "[hanya] {at_will}": {"X": "laporan"},
    "[hanya] {at_will_not}": {"X": "laporan", "Y": "keadaan darurat"},
    "<Z:({at_will_not}": {"R": "menyusun laporan", "y": "keadaan darurat", "V": "menyusun data"},
    "<Z:({likes}|": {"R": "menyusun laporan", "V": "menyusun data"},
    "(hanya|baru": {
        "R": "wajib berkoordinasi dengan Bupati",
        "y": "keadaan darurat",
        "V": "berkoordinasi dengan Bupati",
    },
    "(meminta|memintanya": {
        "X": "Dinas Sosial wajib menyampaikan laporan",
        "B": "Bupati",
        "R": "wajib menyampaikan laporan",
    },
    "(ditanya|ditanyakan": {
        "X": "Dinas Sosial wajib menyampaikan laporan",
        "B": "Bupati",
        "R": "wajib menyampaikan laporan",
    },
    "> oleh <y?>": {
        "X": "Dinas Sosial wajib menyampaikan laporan jika",
        "y": "pimpinan",
        "S": "demi warga",
    },
    "<V:{owed}> <X>": {"X": "dengan Bupati", "Y": "menemui kendala"},
    "mempertanggungjawabkan <x": {"x": "layanannya", "R": "Bupati"},
    "menugaskan) <B:": {"A": "Bupati", "B": "Dinas Sosial", "X": "data"},
    "dilangkahi (": {"B": "Sekretaris Daerah", "R": "kepada Bupati"},
    "saling berkoordinasi ": {"A": _TWO, "Y": "menemui kendala"},
    "<X> [hanya] ({likes}": {"X": "kepada Bupati"},
    "mempertimbangkan|mengutamakan|mengedepankan)> <X>": {"X": "kepada Bupati", "Y": "darurat"},
    "harus) menyusun <O:(renc": {"B": "Dinas Kesehatan", "x": "dinas"},
    "{tasked} [untuk] <V:{owed}": {"X": "kepada Bupati"},
    "disepakati|dibahas": {"X": "Bupati", "B": "DPRD", "y": "oleh"},
    "menyusun <O:(rencana strategis|renstra)> <x?> [dengan]": {
        "x": "dinas",
        "B": "Dinas Kesehatan",
    },
    "perselisihan (antar|antara)": {"R": "apabila dikehendaki"},
    "diperkenankan) [<K:": {"X": "laporan"},
    "kepada <B:UNITS> [(hanya|cukup|bersifat": {"B": "Bupati", "x": "berkala"},
    "{light} <K:(kerja sama": {"x": "antar daerah"},
    "<x?> oleh <A:UNITS> (hanya|cukup)": {"x": "antar daerah", "R": "dengan observasi"},
    "prinsip-prinsip) <X>": {"X": "Koordinasi"},
    "{asked} <Y?>": {"X": "laporan berkala", "Y": "kepada Bupati"},
    "setiap|tiap)> <U?> {asked}": {"X": "laporan secara", "U": "kepada Bupati"},
    "tanggapan)> [<x:THING>] [dari] <A:UNITS> kepada": {
        "x": "realisasi",
        "B": "Bupati",
        "R": "setiap bulan",
    },
    "tanggapan)> [<x:THING>] [dari] <A:UNITS> <C": {"x": "realisasi", "R": "kepada Bupati"},
    "(rekomendasi|rekomendasinya) <X?> (tanpa": {"X": "kepada Bupati", "Y": "setiap bulan"},
    "(bekerja|bekerja sama)": {"A": _TWO, "x": "mitra", "R": "dalam penanganan banjir"},
    "(sebagai|selaku) <K:UNIT>": {
        "X": "pembinaan",
        "A": "UPT Panti Jompo",
        "Y": "dibina",
        "B": "Dinas Sosial",
        "K": "dinas induknya",
    },
    "<A:UNITS> (bekerja|bersinergi": {"A": _TWO},
    "koordinasi) [(yang sifatnya": {"A": _TWO},
    "hubungan kerja <A:UNITS> hanya [(": {"A": _TWO},
    "saling (berkomunikasi": {"A": _TWO},
    "organisasi) yang [<M": {"A": _TWO},
    "] bermitra (": {"A": _TWO, "R": "dalam penanganan banjir"},
    "(ikut|turut": {"X": "data"},
    "(atas|dengan) persetujuan [dari]": {
        "B": "DPRD",
        "X": "tentang parkir",
        "Y": "apabila mendesak",
    },
    "rencana pinjaman": {"A": "Bupati", "B": "DPRD", "x": "daerah"},
    "(cukup|hanya) melaporkan": {"x": "pelaksanaan tugasnya", "B": "Sekretaris Daerah"},
    "koordinasi penyelesaian <x?>": {"A": "Sekretaris Daerah", "x": "perselisihan"},
    "tanpa [rasa] tanggung": {"A": "UPT Panti Jompo", "B": "Dinas Sosial"},
    "bahan dan masukan <X?>": {"X": "kepada Bupati"},
    "<X?> tanpa persetujuan [dari]": {"X": "tahun depan", "B": "DPRD"},
    "di luar koordinasi": {"X": "menyusun data", "B": "Bupati", "R": "masing-masing"},
    "<V> bukan kepada": {
        "V": "bertanggung jawab",
        "C": "DPRD",
        "B": "Bupati",
        "R": "melalui Sekretaris Daerah",
    },
    "memenuhi|mempertimbangkan)> <Y": {"x": "antar daerah", "Y": "SOP"},
    "kelayakan|konsultasi|koordinasi)> <z?>": {"x": "antar daerah", "z": "dan konsultasi"},
    "<Y:((kepada|secara": {"X": "melaksanakan pengawasan", "S": "Bupati"},
    "dapat)>] <V:PASSIVES> oleh": {
        "A": "UPT Panti Jompo",
        "X": "bertanggung jawab kepada Dinas Sosial",
        "B": "Dinas Sosial",
    },
    "<L:(di <x>)>": {"A": _TWO, "x": "lapangan", "B": "Dinas Perikanan"},
    "putus-putus|": {"A": _TWO},
    "saling] (bertukar|berbagi|memberi)": {"A": _TWO},
    "<O:({commands} <x>)> kepada <B:(bawahan": {
        "A": "Kepala Dinas Sosial",
        "x": "kerja",
        "R": "masing-masing",
    },
    "<O:{commands}> kepada <B:(bawahan": {"A": "Kepala Dinas Sosial", "R": "masing-masing"},
    "(terhadap|kepada|atas) <B:(bawahan": {"A": "Kepala Dinas Sosial", "R": "masing-masing"},
    "perantaranya": {"C": "Bupati", "A": "Sekretaris Daerah", "B": "Dinas Sosial"},
    "perantara [(": {"C": "Bupati", "A": "Sekretaris Daerah", "B": "Dinas Sosial"},
    "alternatif-alternatif|penjelasan)> <z?>": {
        "X": "uraian masalah",
        "B": "Bupati",
        "z": "masalah",
    },
    "[adanya] <Y": {"X": "kepada Bupati", "z": "masalah"},
    "(jenjang|hubungan) struktural": {
        "X": "Hubungan kerja konsultatif Dinas Sosial dengan Dinas Kesehatan dilarang dilakukan",
        "Y": "secara berjenjang",
    },
    "tidak ada hubungan [kerja]": {"A": _TWO},
    "(tidak terdapat|tidak ada|bukan) hubungan": {"A": _TWO},
    "bukan [lagi] [hubungan]": {"A": _TWO},
    "[hanya] {likes}": {"X": "laporan"},
    "telaahan)> <X?>": {"X": "kepada Bupati", "Y": "oleh Bupati"},
    "tapi) hanya": {"X": "Dinas Sosial wajib menyusun laporan", "Y": "oleh Bupati"},
    "tidak (selalu": {"X": "laporan"},
    "tiap)> <U?> hanya": {"X": "laporan secara", "U": "kepada Bupati"},
    "(dan|maupun|serta|,) <Z": {"X": "laporan secara berkala", "Y": "kepada Bupati"},
    "hanya {asked}": {"X": "laporan", "B": "Bupati"},
    "<Z:{asked}> <Y": {"X": "laporan", "Y": "oleh Bupati"},
    "{if_asked} <Z": {"X": "laporan", "Y": "kepada Bupati", "Z": "diminta"},
    "{if_asked}> <Y": {"X": "kepada Bupati", "Y": "diminta"},
    "cukup <V": {"X": "laporan"},
    "bertanggung jawab <V:VERB>": {"X": "kebijakan"},
    "kepada <B:UNITS> , [dan]": {"B": "Sekretaris Daerah", "R": "bertanggung jawab"},
    "kepada <B:UNITS> [,]": {"B": "Bupati", "R": "bertanggung jawab", "S": "Sekretaris Daerah"},
    "lewat) <C:UNITS> [,] <A": {"B": "Bupati", "C": "Sekretaris Daerah", "R": "bertanggung jawab"},
    "[melalui] <C:UNITS> , <A": {
        "B": "Asisten Administrasi Umum",
        "C": "Sekretaris Daerah",
        "R": "bertanggung jawab kepada Bupati",
    },
    "kerja samanya|": {"R": "memperhatikan SOP"},
    "[antara] <A:UNITS> [<M:(tidak": {"A": _TWO},
    "<V:(mengandung": {"B": "Dinas Perikanan", "R": "saling menghargai"},
    "{carried} <R>": {"B": "Dinas Perikanan", "R": "untuk menyamakan persepsi"},
    "{carried} melalui <R>": {"B": "Dinas Perikanan", "R": "rapat koordinasi"},
    "{carried} tanpa [melalui]": {"B": "Kejaksaan Negeri", "R": "Forkopimda"},
    "{carried} <V:(melalui": {"A": "Dinas Sosial dan Kejaksaan Negeri", "R": "Forkopimda"},
    "kerja sama [(yang": {"A": _TWO, "R": "masing-masing"},
    "berdekatan ,": {"A": _TWO, "R": "berkoordinasi"},
    "<P:PATTERN> (dan|serta) {carried}": {"B": "Dinas Perikanan", "R": "untuk menyamakan persepsi"},
    "koordinatif [antara] <A:UNITS> dengan": {"B": "Dinas Perikanan", "R": "rapat koordinasi"},
    "sarana koordinasi": {"B": "Dinas Perikanan", "R": "rapat koordinasi"},
    "koordinasi [antara] <A:UNITS> dengan <B:UNITS> [(adalah": {
        "B": "Kejaksaan Negeri",
        "R": "Forkopimda",
    },
    "<B:UNIT>": {"B": "Dinas Perikanan"},
    "[antara] <A:UNITS> {is}": {"A": _TWO},
    "urusan) [antara] <A:UNITS>": {"A": _TWO},
    "(urusan administrasi": {"B": "Sekretaris Daerah"},
    "arahan <R>": {"X": "sehari-hari", "R": "dari Sekretaris Daerah"},
    "jawab [(untuk": {"X": "kebijakan"},
    "{tasked} [untuk] bertanggung": {"R": "Bupati"},
    "{tasked} [untuk] memerintah": {"A": "Bupati", "B": "Dinas Sosial"},
    "{tasked} [untuk] (memb": {"A": "Bupati", "B": "Dinas Sosial"},
    "{tasked} [untuk] menyampaikan": {"X": "kepada Bupati", "B": "Sekretaris Daerah"},
    "menyelesaikan perselisihan": {"A": "Sekretaris Daerah", "x": "kerja sama"},
    ") bertanggung jawab <R>": {"B": "Sekretaris Daerah", "R": "kepada Bupati"},
    "di bawah <R>": {"R": "Bupati"},
    "dipertanggungjawabkan <R>": {"R": "kepada Bupati"},
    "dilimpahkan oleh <A": {**_JOMPO, "A": "Dinas Sosial", "B": "UPT Panti Jompo"},
    "adapun <A:UNITS> <R>": {"R": "berkoordinasi dengan Bupati"},
    "sewaktu-waktu <A": {"A": "Bupati", "R": "meminta keterangan kepada Dinas Sosial"},
    "akan tetapi) <Y": {
        "X": "berkoordinasi dengan Bupati",
        "Y": "Dinas Kesehatan berkoordinasi dengan Sekretaris Daerah",
    },
    "dengan (pengoordinasian": {
        "X": "bertanggung jawab kepada Bupati",
        "B": "Asisten Administrasi Umum",
    },
    "(terhadap|atas) [pelaksanaan (": {"B": "UPT Panti Jompo", "R": "melakukan pembinaan"},
    "dibina [oleh]": {"P": "fungsional"},
    "<A:UNITS> , yang <R>": {
        "B": "Bupati",
        "S": "Sekretaris Daerah",
        "R": "secara administratif dikoordinasikan oleh Sekretaris Daerah",
    },
    "bukan [pola] <Q": {"B": "Dinas Perikanan", "Q": "struktural"},
    "membidangi <X>": {"X": "kepegawaian"},
    "tanggung jawab|tugas dan": {"B": "Asisten Administrasi Umum"},
    "|lkpj|": {"A": "Bupati", "X": "kepada DPRD"},
    "melaksanakan)> <X> hanya": {"X": "§"},
    "<x?> tanpa": {"x": "antar daerah"},
    "<O:{work}> <x?>": {"x": "penanganan stunting", "R": "masing-masing"},
    "bekerja tanpa": {"R": "masing-masing"},
    "<W:(bertanggung jawab)": {"X": "kepada Bupati"},
    "tanpa <N:{guid": _JOMPO,
    "} {daily}": _JOMPO,
    "<T:{tasked}> <X>": {"X": "menyusun data", "Y": "§"},
    "koordinasi dengan <B:UNITS> <Y?>": {"Y": "masing-masing"},
    "<V:VERB> <X> , bukan": {"X": "data"},
    "{tasked} [untuk]": {"X": "data"},
    "<O:(perintah)> <X>": {"X": "Bupati"},
    "pembidangannya": {"X": "bertanggung jawab kepada Bupati", "B": "Asisten Administrasi Umum"},
    ") pengoordinasiannya [": {
        "X": "bertanggung jawab kepada Bupati",
        "B": "Asisten Administrasi Umum",
    },
    "pembinaannya": {
        "A": "UPT Panti Jompo",
        "X": "bertanggung jawab kepada Dinas Sosial",
        "B": "Dinas Sosial",
    },
    "kegiatan) <B> ": {"A": "Dinas Sosial", "B": "UPT Panti Jompo", "C": "Dinas Kesehatan"},
    "menerbitkan|": {
        "A": "Bupati",
        "B": "Dinas Sosial",
        "x": "tentang banjir",
        "R": "masing-masing",
    },
    "<Y:({lead}": {"x": "urusan bencana", "R": "kepada Dinas Kesehatan"},
    "ditempatkan|": {"A": _TWO, "R": "masing-masing"},
    "tugas) [yang] serumpun": {"A": _TWO},
    "sendiri-sendiri": {"A": _TWO, "R": "berkoordinasi"},
    "sifat) koordinasi [antara]": {"A": _TWO, "B": "Dinas Perikanan"},
    "dijalin|dibangun) hubungan": {"A": _TWO},
    "bukan [merupakan] (unsur": {"A": "Dinas Sosial"},
    "tidak (sampai|naik": {"B": "Sekretaris Daerah"},
    "tidak (ditujukan|diarahkan": {"C": "DPRD", "R": "Bupati"},
    "periode) <y>)> <A": {"y": "depan", "R": "berkoordinasi dengan Bupati"},
    "> <A:UNITS> <S:(serumpun": {"A": _TWO, "R": "Dinas Sosial berkoordinasi dengan Bupati"},
    "<A:UNITS> <S:(serumpun|tidak serumpun|bukan serumpun)> [,]": {"A": _TWO, "P": "fungsional"},
    "mengantarkan|menyerahkan) pertang": {"R": "Bupati melalui Sekretaris Daerah"},
    "menjawab (pekerjaannya": {"R": "Bupati melalui Sekretaris Daerah"},
    "menghadap <B:UNITS>": {"B": "Bupati", "x": "tugasnya"},
    "selain kepada <B": {"x": "tugasnya", "B": "Bupati", "C": "DPRD"},
    "(pula|juga) (kepada": {"X": "bertanggung jawab", "B": "Bupati"},
    "<X> di bawah koordinasi": {
        "X": "bertanggung jawab kepada Bupati",
        "B": "Asisten Administrasi Umum",
    },
    "gugus)] [koordinasi]": {"B": "Asisten Administrasi Umum"},
    "urusan <A:UNITS> (dikoor": {"B": "Asisten Administrasi Umum"},
    "koordinasinya (dipegang": {
        "X": "bertanggung jawab kepada Bupati",
        "B": "Asisten Administrasi Umum",
    },
    "kepalanya <R>": {
        "A": "UPT Panti Jompo",
        "X": "berada pada Dinas Sosial",
        "R": "bertanggung jawab kepada Dinas Sosial",
    },
    "pertanggungjawaban <A:UNITS> (naik": {"R": "Bupati melalui Sekretaris Daerah"},
    "laporan <x?> <A:UNITS> (berhenti": {"x": "realisasi", "C": "Bupati"},
    "(berselisih|bersengketa) <x?>": {
        "A": _TWO,
        "x": "dalam kerja sama",
        "B": "Sekretaris Daerah",
        "y": "perselisihan",
    },
    "[(kerja|kinerja|pekerjaan)] <B": {"A": "Dinas Sosial", "B": "UPT Panti Jompo", "X": "induk"},
    "komando) <x?> (bagi": {"A": "Bupati", "x": "kerja", "B": "Dinas Sosial"},
    "> meminta <O:THING> ,": {"B": "Bupati", "O": "bahan", "R": "lengkap"},
    "<A:UNITS> di <B:UNITS> <R>": {**_JOMPO, "R": "bertanggung jawab kepada Dinas Sosial"},
    "garis (perintah|komando|instruksi) <x": {"A": "Bupati", "B": "Dinas Sosial", "x": "turun"},
    "garis koordinasi <x?> dari": {
        "A": "Asisten Administrasi Umum",
        "x": "turun",
        "B": "Bagian Umum",
    },
    "garis (pertanggungjawaban|tanggung": {"x": "naik", "B": "Bupati"},
    "[baik] [secara] <P": {"A": "Bupati", "B": "DPRD", "P": "kolegial", "x": "hubungan"},
    "terhadap <B:UNITS> [sebagai": {"A": "Bupati", "B": "DPRD", "x": "kolegial"},
    "kepada <B:UNITS> [(ia|dia)]": {"X": "berada di bawah Bupati", "B": "Bupati", "y": "tugas"},
    "kerja baik [secara]": {"R": "dengan Dinas Kesehatan"},
    "[lagi] (lewat|melalui|mel": {"x": "tugasnya"},
    "telaahan staf <A:UNITS> (harus": {"X": "alternatif"},
    "(dalam|pada|untuk) kerja sama <A": {"x": "dengan swasta"},
    "kerja sama <A:UNITS> <x?> (tidak usah": {"x": "dengan swasta"},
    "(ke|kepada) <B:UNITS> [,] (dan|serta|,) (tidak|bukan)": {
        "B": "Bupati",
        "C": "DPRD",
        "x": "tugas",
    },
    "(sengketa|perselisihan) antar <X>": {"A": "Sekretaris Daerah", "X": "Dinas dalam"},
    "(hanya|baru|cukup) (jika": {"B": "Bupati"},
    "mula-mula) melapor": {
        "B": "Asisten Administrasi Umum",
        "C": "Sekretaris Daerah",
        "D": "Bupati",
    },
    "dipertanggungjawabkan (kinerjanya": {"R": "Bupati melalui Sekretaris Daerah"},
    "dengan <B:UNITS> yang <N:(serumpun": {"B": "Dinas Kesehatan", "P": "fungsional"},
    "secara <T:(teknis op": {"A": "Sekretariat DPRD", "B": "Pimpinan DPRD", "R": "Bupati"},
    "(ada|berada) pada <B:UNITS>": {"B": "Bupati", "C": "Sekretaris Daerah"},
    "(mempertanggungjawabkan <x>|bertanggung jawab) kepada <B:UNITS> [,] [dan]": {
        "x": "tugasnya",
        "B": "Asisten Administrasi Umum",
        "C": "Bupati",
    },
    "(kerja|kinerja|pekerjaan|pelaksanaan tugas) <B": {
        **_JOMPO,
        "A": "Dinas Sosial",
        "B": "UPT Panti Jompo",
    },
    "(kinerjanya|kerjanya|pekerjaannya|pelaksanaan tugasnya) [oleh]": {
        "A": "Dinas Sosial",
        "B": "UPT Panti Jompo",
    },
    "yang <V:(memerintah|": {"A": "Bupati", "R": "Dinas Kesehatan"},
    "atasan [langsung] <A": {"x": "langsung", "B": "Bupati", "R": "Sekretaris Daerah"},
    "koordinator (bagi": {"A": "Asisten Administrasi Umum", "B": "Dinas Sosial"},
    "menyamakan <x>": {"A": _TWO, "x": "persepsi"},
    "[<K:(saling)>] <V:DEED>": {"A": _TWO, "V": "berkoordinasi"},
    "<N:(pembinaan|pembinaan dan": {
        "A": "Asisten Administrasi Umum",
        "B": "Bagian Umum",
        "C": "Sekretariat Daerah",
    },
    "koordinasi [dan sinkronisasi]": {"A": "Asisten Administrasi Umum", "B": "Dinas Sosial"},
    "rekomendasi <A:UNITS> kepada": {
        "A": "Staf Ahli Bidang Ekonomi",
        "B": "Bupati",
        "X": "telaahan staf",
    },
    "penyelesaiannya (adalah|ialah)": {
        "x": "dua dinas",
        "y": "dalam kerja sama",
        "A": "Sekretaris Daerah",
        "C": "DPRD",
    },
    "untuk urusan) <T:": {"A": "Sekretariat DPRD", "B": "Pimpinan DPRD", "R": "Bupati"},
    "> membuat laporan [<T": {"B": "Bupati", "R": "setiap bulan"},
    "(di lingkungan|dalam lingkungan|dalam lingkup": {
        "B": "Dinas Sosial",
        "X": "mengikuti petunjuk atasan",
    },
    "kepada <K:(kecamatan|dinas": {"A": "Sekretariat Daerah", "x": "administratif"},
    "> <X> [,] (dan|serta) [melaksanakan]": {
        "X": "penyusunan data",
        "B": "Bupati",
        "y": "bidangnya",
    },
    "melaksanakan [perintah dan] (tugas|": {"B": "Bupati", "y": "bidangnya"},
    "wewenang|kewenangan|bidang tugas) <B": {"A": "Dinas Sosial", "B": "Asisten Administrasi Umum"},
    "koordinasi [dan sinkronisasi] <O": {"A": "Asisten Administrasi Umum", "B": "Dinas Sosial"},
    "(kedudukan|posisi) <A": {"X": "§"},
    "(pelaporan dan pertanggungjawaban|": {"x": "tugas", "R": "Bupati"},
    "koordinasi dan pertanggungjawaban <L": {"R": "Bupati"},
    "(tadinya|semula|": {"X": "mengikuti petunjuk Bupati", "Y": "dibina oleh Sekretaris Daerah"},
    "[yang] [(dilaksanakan|dilakukan|diwujudkan)]": {
        "X": "bertanggung jawab kepada Bupati",
        "y": "kinerja",
    },
    "(berupa|yaitu|": {"X": "menyampaikan laporan kepada Bupati", "y": "kinerja"},
    "dan (dilaksanakan|dilakukan|disampaikan) melalui": {
        "B": "Bupati",
        "C": "Sekretaris Daerah",
        "D": "Asisten Administrasi Umum",
    },
    "> <z?> <C:UNITS> (cukup|hanya) (menerima|": {"X": "bertanggung jawab", "z": "sedangkan"},
    "tepat waktu dalam": {"X": "laporan kepada Bupati"},
    "(pelaporan|penyampaian laporan)": {"R": "Bupati"},
    "(diteruskan|dibawa|": {"R": "Bupati"},
    "(maupun|ataupun|": {"X": "bertanggung jawab kepada Bupati"},
    "dengan (pengoordinasian|": {
        "X": "bertanggung jawab kepada Bupati",
        "D": "Asisten Administrasi Umum",
    },
    "> (sebagai|selaku) (bawahannya|": {"B": "UPT Panti Jompo", "R": "langsung"},
    "(pertanggungjawaban|pertanggungjawabannya) [(administratif": {"R": "Bupati"},
}
GOES_ON = {
    **dict.fromkeys(("mempunyai", "memiliki"), "tugas menyusun data"),
    **dict.fromkeys(("berada", "berkedudukan"), "di bawah Bupati"),
    **dict.fromkeys(("dipimpin", "dikepalai", "dikoordinasikan"), "oleh Bupati"),
    **dict.fromkeys(
        ("boleh", "dapat", "wajib", "harus", "perlu", "lagi", "berkewajiban"),
        "berkoordinasi dengan Bupati",
    ),
    "berhubungan": "kerja dengan Bupati", "berkoordinasi": "dengan Bupati",
    "bertanggung": "jawab kepada Bupati", "bertugas": "menyusun data",
    "membina": "UPT Panti Jompo", "secara": "administratif bertanggung jawab kepada Bupati",
    **dict.fromkeys(("tidak", "yang", "tak", "ialah"), "bertanggung jawab kepada Bupati"),
    "administratif": "bertanggung jawab kepada Bupati",
    "mempertanggungjawabkan": "tugasnya kepada Bupati",
    **dict.fromkeys(("mengikuti", "mematuhi", "melaksanakan", "memperhatikan"), "petunjuk Bupati"),
    **dict.fromkeys(("melibatkan", "mengoordinasikan"), "Dinas Kesehatan"),
    "menyampaikan": "laporan kepada Bupati", "melapor": "kepada Bupati",
    "meminta": "data kepada Dinas Kesehatan",
    "jawab": "kepada Bupati", "sekaligus": "berkoordinasi dengan Bupati",
}  # fmt: skip
"""How a sentence goes on behind a verb of which a wording has but the first word (`§`)."""
NAMES = re.compile(
    r"\b(?:(?:wakil )?bupati|sekretari(?:s|at) daerah|perangkat daerah|staf ahli|asisten"
    r"|forkopimda|forum koordinasi pimpinan daerah|dewan perwakilan rakyat daerah"
    r"|kecamatan(?= Beng)|kelurahan(?= Jaya))\b"
)
GROUPS = re.compile(
    r"(?<=^)(\S+ )((?:kepala )?(?:sub )?\w+)(?= (?:di|dalam|pada) \w+ (?:Dinas|Beng))"
)
"""Names that the tables have in small letters."""


STEPS = {
    "A": "Bupati", "B": "DPRD", "G": "Dinas", "R": "menetapkan Peraturan Daerah",
    "V": "menetapkan Peraturan Daerah", "T": "laporan", "Q": "paling lambat 14 hari",
    "U": "tentang parkir", "O": "Bupati", "M": "wajib", "N": "melalui Sekretaris Daerah",
}  # fmt: skip
"""What stands for the words that a wording of a step takes over, unless the next table says."""
STEPS_OTHERWISE = {
    "(pimpinan|pemimpin|kepala) (satuan|unit)": {"X": "mengikuti petunjuk atasan"},
    "> (bertugas|mempunyai tugas|mempunyai tugas pokok) membantu": {
        "A": "Hukum", "B": "Administrasi Umum", "Y": "penyusunan kebijakan",
    },
    "oleh <A:UNITS> <R?>$": {
        "A": "Bupati", "B": "Dinas Sosial", "O": "petunjuk", "R": "tentang banjir",
    },
    "persetujuan yang [": {
        "X": "Bupati menetapkan Peraturan Daerah atas", "B": "DPRD", "Y": "tentang parkir",
    },
    "pihak": {"A": "Dinas Sosial dan Dinas Kesehatan", "B": "Sekretaris Daerah", "T": "parkir",
              "R": "mengoordinasikan penyelesaian perselisihan"},
    "diterima": {"A": "Dinas Sosial", "B": "Bupati", "R": "melalui Sekretaris Daerah"},
    "yaitu|yakni": {"R": "Sekretaris Daerah mendengar"},
    "> (para pihak": {"R": "mendengar"},
    "meminjam": {"R": '"Bank Kaltimtara"'},
    ", <A:UNITS>": {"T": "tidak disetujui DPRD"},
    "satu pun": {"R": "wajib membuat telaahan staf"},
    "menyusul": {"T": "di kemudian hari"},
    "bukan syarat": {"T": "penetapan Peraturan Daerah"},
    "laporan [<T>]": {"T": "kinerja", "A": "Dinas Sosial", "B": "Bupati"},
    "strategis)> <A:UNITS> [<M": {"A": "Dinas Sosial", "N": "bersama Dinas Kesehatan"},
    "tanpa) melibatkan": {"T": "Penyusunan renstra", "A": "Dinas Sosial", "B": "Dinas Kesehatan"},
    "tunduk (": {"A": "Dinas Sosial", "X": "Bupati"},
    "koordinasi [(oleh": {
        "A": "Dinas Sosial", "B": "Dinas Kesehatan", "N": "melalui rapat koordinasi",
    },
    "koordinasi antara": {"A": "Dinas Sosial dan Dinas Kesehatan", "N": "melalui rapat koordinasi"},
    "[cukup] (melalui": {"N": "rapat koordinasi"},
    "> <W:": {"T": "akhir setiap", "R": "menyampaikan hal"},
    "(dalam waktu": {"T": "14"},
    ", dikoordinasikan": {
        "X": "Dinas Sosial menyampaikan laporan kepada Bupati", "A": "Asisten Administrasi Umum",
        "Y": "dan Sekretaris Daerah",
    },
    "> sendiri <": {"A": "Dinas Sosial", "R": "laporan kepada Bupati"},
    "mengesahkan <R": {"R": "Peraturan Daerah"},
    "menetapkan (": {"X": "Bupati", "Y": "tentang parkir"},
    "menetapkan <T": {"X": "Bupati", "T": "Peraturan Daerah"},
    "pinjaman <T": {"X": "Bupati", "T": 'dari "Bank Kaltimtara"'},
    "segera (": {"T": "kejadian"},
    "(rekomendasi|rekomendasinya) <T?>": {
        "X": "Staf Ahli menyampaikan", "T": "kepada Bupati", "Y": "setiap bulan",
    },
    "(rekomendasi|rekomendasinya) lisan": {"X": "Staf Ahli menyampaikan", "Y": "setiap bulan"},
    "> <P:PASSIVE> <R?> oleh": {"T": "laporan", "R": "kepada DPRD", "B": "Wakil Bupati"},
    "(selaku|sebagai) <K>": {"T": "rapat Forkopimda", "K": "ketua"},
    "permohonan) <T": {"T": "persetujuan", "R": "tentang parkir"},
    "oleh <A:UNITS> [,] <T": {"T": "laporan", "R": "kepada DPRD"},
    "tanpa <W:(": {"X": "dengan Dinas Sosial", "A": "Bupati"},
    "perihal) <S": {"S": "banjir"},
    "> sampai [": {"X": "Dinas Sosial menyampaikan laporan", "R": "setiap bulan"},
    "mendahului": {"R": "untuk tahun ini"},
    "mengesahkan <R>": {"R": "Peraturan Daerah"},
    "duduk bersama": {"A": "Bupati", "B": "DPRD", "R": "rencana kerja sama internasional"},
    "mengundang <B:UNITS> (ke": {"B": "Dinas Kesehatan", "X": "rapat koordinasi"},
    "> membuat laporan [<T": {"B": "Bupati", "R": "setiap bulan"},
    "dan|serta|lalu|untuk) mendengar": {"A": "Sekretaris Daerah", "X": "kedua pihak"},
}  # fmt: skip


def variations(pattern: str, words: Mapping[str, str], steps: bool = False) -> list[str]:
    """The phrases of a pattern in which at most one choice is not the first."""
    whole = re.sub(r"{(\w+)}", lambda found: words[found[1]], pattern)
    whole = re.sub(r"<\w:(\([^>]*(?:<\w>)?\))>", r"\1", whole)
    whole = re.sub(r"<\w:([A-Z]+)>", lambda kind: OF_KIND.get(kind[1], kind[0][:2] + ">"), whole)
    whole = re.sub(r"<\w\?>", r"[\g<0>]", whole)
    taken = {**(STEPS if steps else TAKEN)}
    own = ":UNIT" in pattern or "asisten (mana" in pattern or "<X> multi" in pattern
    named = own and not steps
    taken |= WITH_UNITS if named else {}
    for part, said in (STEPS_OTHERWISE if steps else OF_UNITS if named else OTHERWISE).items():
        taken |= said if part in f"^{pattern}$" else {}
    tree, rest = _read(pieces(whole))
    assert rest == []
    return [_filled(chosen, taken) for chosen in _each(tree)]


def _read(found: list[str]) -> tuple[list[object], list[str]]:
    """A sequence: words, and choices as lists of sequences."""
    sequence: list[object] = []
    while found and found[0] not in ")]|":
        piece, *found = found
        if piece in "[(":
            choices: list[list[object]] = [] if piece == "(" else [[]]
            while True:
                one, found = _read(found)
                choices.append(one)
                mark, *found = found
                if mark != "|":
                    break
            sequence.append(choices)
        else:
            sequence.append(piece)
    return sequence, found


def _each(sequence: Sequence[object]) -> Iterator[list[str]]:
    """The plain phrase, then those with one choice otherwise."""
    plain = [_plain(part) for part in sequence]
    yield [word for part in plain for word in part]
    for at, part in enumerate(sequence):
        if isinstance(part, list):
            before = [word for one in plain[:at] for word in one]
            after = [word for one in plain[at + 1 :] for word in one]
            for number, choice in enumerate(part):
                for varied in list(_each(choice))[1 if number == 0 else 0 :]:
                    yield [*before, *varied, *after]


def _plain(part: object) -> list[str]:
    if isinstance(part, list):
        return next(_each(part[0]))
    return [str(part)]


def _filled(words: Sequence[str], taken: Mapping[str, str]) -> str:
    units = iter(UNITS)
    filled = {
        "…": "hal itu",
        "NOBODY": "hal itu",
        "KIND": "hal itu",
        "DONE": "hal itu",
        "ANY": "penataan Dinas Kesehatan",
        **{f"<{key}>": said for key, said in taken.items()},
    }
    filled |= {f"<{key}?>": said for key, said in taken.items()}
    found = " ".join(
        next(units) if word in ("UNIT", "UNITS") else filled.get(word, word) for word in words
    )
    found = re.sub(r"(\w+) §", lambda verb: f"{verb[1]} {GOES_ON[verb[1]]}", found)
    found = NAMES.sub(lambda name: name[0].title(), found)
    found = GROUPS.sub(lambda all_of: all_of[1] + all_of[2].title(), found)
    found = re.sub(r"\bUptd?\b", lambda name: name[0].upper(), found)
    found = re.sub(r"(?<=dibentuk )Bupati", "UPT", found).replace(
        "setiap Dinas Sosial", "setiap Dinas"
    )
    found = found.replace(" : ", ":\\n- ").replace(" ,", ",")
    return found[0].upper() + found[1:]
