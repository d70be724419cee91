"""The law can be quoted: each operative sentence is read with its meaning and is no finding."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from patuh.facts.nodes import node_facts
from patuh.knowledge.names import gazetteer
from patuh.knowledge.regulations import only, regulations
from patuh.knowledge.root import kb_root
from patuh_parser.sotk import print_proposal, read_proposal
from patuh_parser.sotk.model import Function, Told

SENTENCES = Path(__file__).parent / "law_sentences"
LAWS = {law.id: law for law in regulations()}
TOLD = {"definisi": "definition", "asas": "principle", "tujuan": "purpose", "teks": "text"}
TASKS = {"koordinasi_seluruh_perangkat_daerah", "dukungan_administratif_fasilitatif"}
LINES = {"garis", "garis_ingkar", "garis_seluruh", "garis_seluruh_ingkar"}
STEPS = {"langkah", "langkah_ingkar"}
RELATIONS = {
    "unsur", "tugas", "dilimpahkan", "serumpun", "tidak_serumpun", "ketua", "kepala_ex_officio",
    "anggota", "dikecualikan", "perubahan", "dihapus", "alur", *LINES, *STEPS,
}  # fmt: skip
OF_LINES = {"melalui", "langsung", "sifat", "pola", "subpola", "aspek", "modal"}
OF_STEPS = {
    "objek", "kepada", "langkah_melalui", "langkah_langsung", "langkah_dikoordinasikan",
    "sarana", "langkah_modal",
}  # fmt: skip
OF_FLOWS = {"subjek", "waktu", "merujuk", "muatan", "berkala"}

Meaning = dict[str, dict[str, set[str]]]
"""Each relation, with what is said of it: predicate → arguments."""


def header(law: str) -> str:
    """A partial proposal of the regency of a regulation."""
    return f"USULAN : Kutipan\nDAERAH : {LAWS[law].region}\nDASAR : {LAWS[law].cited}\n\n"


def entries() -> Iterator[Any]:
    """Each sentence under the regulation whose it is, those of national law under each."""
    awaited = set((SENTENCES / "awaited.txt").read_text("utf-8").splitlines())
    met: Counter[str] = Counter()
    for path in sorted(SENTENCES.glob("*/*.toml")):
        folder = path.parent.name
        for entry in tomllib.loads(path.read_text("utf-8")).get("sentence", ()):
            place = f"{folder}:{entry['provision']}"
            entry["national"] = folder not in LAWS
            met[place] += 1
            for law in [folder] if folder in LAWS else sorted(LAWS):
                name = f"{place}#{met[place]}" + (f"@{law}" if law != folder else "")
                mark = pytest.mark.xfail(reason="not read yet", strict=True)
                yield pytest.param(entry, law, id=name, marks=[mark] if name in awaited else [])


def body(text: str) -> str:
    """The text of an entry, under STRUKTUR if it names no part."""
    text = text.strip("\n")
    return text + "\n" if re.match(r"STRUKTUR\b|ALUR\b", text) else f"STRUKTUR\n{text}\n"


def split(fact: str) -> tuple[str, list[str]]:
    """A fact as its predicate and its arguments."""
    predicate, _, rest = fact.partition("(")
    return predicate, re.findall(r'"(?:[^"\\]|\\.)*"|\w+\([^)]*\)|[^,()]+', rest[:-1])


def meaning(proposal: Any) -> tuple[Meaning, set[str]]:
    """What a proposal says as an entry states it: its relations, and the kinds of what it tells."""
    said: Meaning = defaultdict(lambda: defaultdict(set))
    told: set[str] = set()
    for statement in proposal.statements:
        if isinstance(statement, Told):
            told.add(TOLD[statement.kind])
        if isinstance(statement, Function):
            told.add("text")
        facts = [split(fact) for fact, _ in node_facts(statement)]
        head = ""
        for predicate, arguments in facts:
            rest = arguments[1:]
            if predicate == "tugas" and rest[1] not in TASKS:
                told.add("text")
            elif predicate in RELATIONS:
                rest = rest[:2] if predicate == "dilimpahkan" else rest
                head = f"{predicate}({','.join(rest)})"
                said[head]
            elif predicate in OF_LINES:
                said[head][predicate].update(rest[-1:])
    for workflow in proposal.workflows:
        flow = f"alur({workflow.kind})"
        said[flow]
        for attribute in workflow.attributes:
            for predicate, arguments in (split(f) for f, _ in node_facts(attribute, workflow.id)):
                if predicate in OF_FLOWS:
                    said[flow][predicate].update(arguments[1:])
        for step in workflow.steps:
            head = ""
            for predicate, arguments in (split(f) for f, _ in node_facts(step, workflow.id)):
                if predicate in STEPS:
                    head = f"{predicate}({','.join(arguments[2:])})"
                    said[head]
                elif predicate == "langkah_disetujui":
                    said[f"langkah({arguments[-1]},menyetujui)"]
                elif predicate in ("langkah_waktu", "langkah_muatan", "langkah_merujuk"):
                    said[flow][predicate.removeprefix("langkah_")].update(arguments[-1:])
                elif predicate in OF_STEPS:
                    said[head][predicate].update(arguments[-1:])
    return said, told


def wanted(entry: dict[str, Any]) -> Meaning:
    """What an entry states, in the form of `meaning`."""
    stated: Meaning = defaultdict(lambda: defaultdict(set))
    for line in entry.get("model", ()):
        head, *rest = re.findall(r'\w+\((?:"[^"]*"|[^()"]|\([^)]*\))*\)', line)
        stated[head]
        for fact in rest:
            predicate, arguments = split(fact)
            stated[head][predicate].update(arguments)
    return stated


def essential(said: Meaning, stated: Meaning) -> dict[str, dict[str, set[str]]]:
    """What was said, as far as an entry states the like."""
    shown = {}
    for head, facts in said.items():
        free = set(facts) if head.startswith("alur(") else {"objek"}
        given = stated.get(head, {})
        if head.startswith("alur(") and head not in stated:
            continue
        shown[head] = {
            name: set(f) for name, f in facts.items() if name in given or name not in free
        }
    return shown


@pytest.mark.parametrize(("entry", "law"), list(entries()))
def test_sentence(entry: dict[str, Any], law: str, findings_of: Callable[..., Any]) -> None:
    text = header(law) + body(entry["text"])
    names = gazetteer(kb_root(), [law])
    proposal = read_proposal(text, names)
    said, told = meaning(proposal)
    stated = wanted(entry)
    assert essential(said, stated) == {head: dict(facts) for head, facts in stated.items()}
    assert told == {*filter(None, entry.get("told", "").split(", "))}
    assert meaning(read_proposal(print_proposal(proposal, names), names)) == (said, told)
    with only([] if entry["national"] else [law]):
        found = {f"{level} {check}" for level, check, _ in findings_of(text)}
    if entry["national"]:
        found.discard("catatan X1")  # that a regulation is silent on what national law says
    assert found == set(entry.get("findings", ()))


def indented(text: str) -> str:
    """A list as a word processor sets it: each depth of numbers further in."""
    depths = [r"[a-z]\. ", r"\d+\. ", r"[a-z]\) ", r"\d+\) ", r"\(\d+\) "]
    return "".join(
        "  " * next(n for n, mark in enumerate(depths) if re.match(mark, line)) + line + "\n"
        for line in text.splitlines()
    )


@pytest.mark.parametrize("form", [str, indented], ids=["flat", "indented"])
def test_whole_list(form: Callable[[str], str], findings_of: Callable[..., Any]) -> None:
    """Pasal 18 ayat (1) huruf d, pasted: three Asisten, 76 units, each under its heading."""
    path = SENTENCES / "kutim_41_2023" / "pasal_18_daftar.toml"
    entry = tomllib.loads(path.read_text("utf-8"))
    law = "kutim_41_2023"
    text = header(law) + "STRUKTUR\n" + form(entry["text"])
    proposal = read_proposal(text, gazetteer(kb_root(), [law]))
    said, _ = meaning(proposal)
    drawn: dict[str, dict[str, list[str]]] = {}
    classes = {}
    for head in said:
        predicate, arguments = split(head)
        if predicate == "unsur":
            classes[arguments[0].strip('"')] = arguments[1]
        elif predicate == "garis":
            kind, asisten, unit = arguments
            assert kind in ("membina", "mengoordinasikan")
            drawn.setdefault(asisten, {}).setdefault(kind, []).append(unit.strip('"'))
        else:
            assert predicate == "tugas"
    for asisten, groups in entry["listed"].items():
        units = [unit for group in groups if group != "bagian" for unit in groups[group]]
        assert drawn.pop(asisten) == {"membina": groups["bagian"], "mengoordinasikan": units}
        assert {u: c for u, c in classes.items() if u in units} == {
            unit: group for group in groups if group != "bagian" for unit in groups[group]
        }
    assert not drawn
    with only([law]):  # what it says against national law is a finding of its own
        assert findings_of(text) == {}
