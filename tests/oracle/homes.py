"""Which agency a unit may well lie in of which no place is stated, by what both are called."""

from oracle.agencies import AFFAIRS, FUNCTIONS, HEALTH, SCHOOLS, says
from oracle.view import View

SAME = {"Perikanan": "Kelautan", "Ketenteraman": "Ketertiban Umum"}
"""Of two words for one affair of Pasal 37 the other."""


def _affairs(name: str) -> set[str]:
    """What somebody deals with, by what he is called."""
    told = {SAME.get(word, word) for word in (*AFFAIRS, *FUNCTIONS) if word in name}
    told |= {"Kesehatan"} if says(name, HEALTH) else set()
    return told | ({"Pendidikan"} if says(name, SCHOOLS) else set())


def may_be_its_agency(v: View, x: str, y: str) -> bool:
    """A Dinas or Badan that is said not to be above a unit: of one affair, or a Dinas where one of
    them tells none. Who answers to another agency is of that."""
    inner = v.sort.get(x) in ("subunit", "unit_pelaksana_teknis")
    if not (inner and v.homeless(x) and v.is_office(y)):
        return False
    if any(e.x == x and v.is_office(e.y) and e.y != y for e in v.of("bertanggung_jawab")):
        return False
    name = {unit.key: unit.name for unit in v.proposal.units}
    if name.get(x, "").startswith(("Sekretariat", "Subbagian", "Sub Bagian")):
        return False  # every agency has these
    own, its = (_affairs(name.get(u, "")) for u in (x, y))
    return bool(own & its) or (v.sort.get(y) == "dinas" and not (own and its))
