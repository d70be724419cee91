"""One sentence on two units, for every pair of sorts: product and oracle find the same.

Some 22,000 proposals of one sentence, which neither the generator nor the written cases go through
in order: on demand.
"""

from itertools import product

import pytest

from oracle.comparing import both_of_many
from oracle.every_sort import NAMES
from oracle.run import only

MORE = (
    *("Asisten Sekretaris Daerah", "Staf Ahli Bupati", "Desa Sari", "Forkopimda"),
    "Cabang Dinas Pendidikan Provinsi Wilayah I",
)
"""Who is said of all, or of a sort that `every_sort.py` has not."""
REGIONS = {"paser_56_2020": "Kabupaten Paser", "kutim_41_2023": "Kabupaten Kutai Timur"}
HEAD = "USULAN  : Dua satuan\nDAERAH  : {}\nLINGKUP : sebagian\n\nSTRUKTUR\n\n"
SENTENCES = (
    *("{x} bertanggung jawab kepada {y}.", "{x} secara teknis bertanggung jawab kepada {y}."),
    "{x} secara administratif bertanggung jawab kepada {y}.",
    *("{x} dapat bertanggung jawab kepada {y}.", "{x} tidak bertanggung jawab kepada {y}."),
    *("{x} bertanggung jawab kepada Bupati melalui {y}.", "{x} membawahi {y}."),
    *("{x} dapat membawahi {y}.", "{x} membina {y}.", "{x} mengoordinasikan {y}."),
    "{x} melaksanakan pembinaan dan instruksi terhadap {y}.",
    "{x} secara administratif mengoordinasikan {y}.",
    *("{x} berada pada {y}.", "{x} dipimpin oleh {y}."),
    "{x} berhubungan kerja secara koordinatif dengan {y}.",
    "{x} berhubungan kerja secara struktural dengan {y}.",
)


@pytest.mark.slow
@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("law", REGIONS)
def test_a_sentence_on_any_two_is_judged_alike(law: str, sentence: str) -> None:
    pairs = product((*NAMES[law], *MORE), repeat=2)
    said = [sentence.format(x=x, y=y) for x, y in pairs]
    every = both_of_many([f"{HEAD.format(REGIONS[law])}{one}\n" for one in said])
    differing = {
        one: only(*both)
        for one, both in zip(said, every, strict=True)
        if both is not None and both[0] != both[1]
    }
    assert differing == {}
