"""The sentence that says a norm, and those that weaken or deny it: `kb/audit/norms.toml`."""

from typing import Any

from msgspec import Struct

from patuh.knowledge.names import display_names
from patuh.knowledge.norms import Fact, facts_under, norms
from patuh.knowledge.root import kb_root, of_kb
from patuh.messages import fill
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.stored import toml

FILE = "audit/norms.toml"
_KIND, _OWN_KIND = "sifat_bawaan", "sifat_norma"
_NOT_NORMS = ("ketentuan_tak_diuji", _OWN_KIND)


class Norm(Struct, frozen=True):
    """A norm: `values` are its arguments without regulation and provision."""

    predicate: str
    values: tuple[str, ...]
    leaf: str
    kind: str | None


class Said(Struct, frozen=True):
    """A norm with its sentence, in which {m} is left open, and what stands around it.

    `flow` is the kind of the workflow of which it is a step.
    """

    norm: Norm
    text: str
    before: str
    flow: str | None
    attributes: tuple[str, ...]
    first: str
    then: str

    def sentence(self, manner: str = "") -> str:
        """The sentence with the words of a manner."""
        return self.text.replace("{m}", f"{manner} " if manner else "")

    def block(self, manner: str, title: str) -> list[str]:
        """The lines of its workflow."""
        lines = [f'ALUR {self.flow} "{title}"', *self.attributes]
        lines += [*self.first.split("\n"), self.sentence(manner), *self.then.split("\n")]
        return [line for line in lines if line]


@of_kb
def table() -> dict[str, Any]:
    """The table itself."""
    return toml(kb_root() / FILE)


def manners() -> dict[str, str]:
    """The words of each manner: tidak, tidak_wajib, tidak_dapat, dilarang, dapat."""
    found: dict[str, str] = table()["manners"]
    return found


def in_manner(text: str) -> bool:
    """Whether a sentence weakens or denies, by the words of a manner."""
    return any(f" {words} " in text for words in manners().values())


@of_kb
def norms_of(law: str) -> tuple[Norm, ...]:
    """The norms of a regulation, each with its kind."""
    found = (norm_of(law, fact) for fact in norms(law))
    return tuple(one for one in found if one is not None)


def norm_of(law: str, fact: Fact) -> Norm | None:
    """The norm that a fact states; None for what only speaks of norms or of no provision."""
    predicate, (*before, leaf) = fact
    if predicate in _NOT_NORMS or not leaf.startswith("pasal-"):
        return None
    return Norm(predicate, tuple(before[1:]), leaf, kind_of(law, fact))


def kind_of(law: str, fact: Fact) -> str | None:
    """The kind of the norms of a predicate under a provision, as `kb/vocabulary/sifat.lp` says."""
    predicate, values = fact
    own = {(v[1], v[3]): v[2] for _, v in norms(law, _OWN_KIND)}
    every = {values[0]: values[1] for _, values in facts_under(law, _KIND)}
    kind = own.get((predicate, values[-1])) or every.get(predicate)
    return "tafsir" if predicate == "pertanggungjawaban" and values[-2] == "tafsir" else kind


def said(law: str, norm: Norm) -> Said | None:
    """The norm with its sentence; None if it has none."""
    row = row_of(norm)
    if row is None or "none" in row or norm.kind == "pengertian":
        return None
    names = _names(law, norm)

    names["m"] = "{m}"
    attributes = tuple(fill(line, names) for line in row.get("attributes", ()))
    texts = [fill(row.get(key, ""), names).strip("\n") for key in ("say", "with", "first", "then")]
    return Said(norm, texts[0], texts[1], row.get("flow"), attributes, *texts[2:])


def row_of(norm: Norm) -> dict[str, Any] | None:
    """The row of the table that is for the norm."""
    for row in table()["row"]:
        if row["norm"] != norm.predicate or ("duty" in row and norm.kind != "kewajiban"):
            continue
        pairs = zip(row.get("of", ()), norm.values, strict=False)
        if all(wanted in ("*", value) for wanted, value in pairs):
            return row  # type: ignore[no-any-return]
    return None


def _names(law: str, norm: Norm) -> dict[str, str]:
    """What the names in braces stand for: `[names]`, or what norms of the regulation have."""
    shown = {**tables().surfaces["objects"], **display_names(kb_root())}
    names = {"1": ""} | table()["names"] | {"leaf": norm.leaf}
    names |= {str(at): value for at, value in enumerate(norm.values, 1)}
    for own in table()["own"]:
        wanted = {int(at): fill(value, names) for at, value in own["where"].items()}
        found = (
            values[own["value"]]
            for _, values in norms(law, own["norm"])
            if all(values[at].startswith(value) for at, value in wanted.items())
        )
        names.update(zip(own["names"], found, strict=False))
    return {name: shown.get(value, value) for name, value in names.items()}
