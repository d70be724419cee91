"""`patuh diff`: forms, exits, and what is no knowledge base."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from revision.small import LAW, without_norm
from revision.small import small as small_kb

from patuh.cli import main
from patuh.knowledge.root import use

ROOT = Path(__file__).parents[2]
DRAFTS = ROOT / "corpus" / "drafts"


pytestmark = pytest.mark.xdist_group("small knowledge bases")
"""In one process, that looks at each file of rules once."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Paser alone, with one check."""
    return small_kb(tmp_path_factory.mktemp("small") / "kb")


@pytest.fixture(scope="module")
def new(small: Path) -> Path:
    """The same without the norm."""
    return without_norm(small, small.parent / "new")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


TEXT = """\
Perubahan Perbup Paser 56/2020
semula: {old}
menjadi: {new}
Keseluruhan: setara (tidak ada usulan yang membedakannya)
* Perubahan pada Pasal 16 tidak lagi memberi catatan pada: Bagian Hukum

Contoh 1
    USULAN  : Contoh terkecil
    DAERAH  : Kabupaten Paser

    STRUKTUR

    Bagian Hukum.
  semula: catatan[Z1] Bagian Hukum
  menjadi: tanpa temuan

Norma yang berubah
  Pasal 16 · hilang · peraturan ini mulai berlaku pada tanggal diundangkan · pengertian

Pemeriksaan yang terpengaruh
  Z1 · x · lebih longgar · Pasal 16 · 1
"""


REWORDED = ("mulai berlaku pada tanggal", "berlaku sejak hari")
UNTRANSLATED = """\
Perubahan Perbup Paser 56/2020
semula: {old}
menjadi: {new}
Keseluruhan: tak terjangkau
* Akibat perubahan pada Pasal 16 belum dinilai, karena belum diterjemahkan

Berubah, belum diterjemahkan; norma yang lama tetap diperiksa
  Pasal 16 · Peraturan Bupati ini berlaku sejak hari diundangkan.

Tak terjangkau (1): Z1
Belum diterjemahkan, sehingga akibatnya belum dinilai, norma pada Pasal 16: peraturan ini mulai
berlaku pada tanggal diundangkan
"""


def test_two_knowledge_bases_as_text(small: Path, new: Path) -> None:
    result = run("diff", LAW, small, new)
    assert result.output == TEXT.format(old=small, new=new)
    assert result.exit_code == 1


def test_the_alias_and_no_difference(small: Path) -> None:
    result = run("beda", LAW, small, small)
    assert result.exit_code == 0
    assert "Keseluruhan: setara (terbukti: definisi sama)" in result.output
    assert "terbukti karena definisinya sama (1): Z1" in result.output


def test_json_is_of_its_schema(small: Path, new: Path) -> None:
    result = run("diff", LAW, small, new, "--format", "json")
    document = json.loads(result.output)
    schema = json.loads((ROOT / "checker/patuh/schema/diff-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    (found,) = document["checks"]
    assert (found["check"], found["verdict"]) == ("Z1", "lebih_longgar")
    assert found["examples"][0]["provisions"] == ["pasal-16"]


@pytest.fixture(scope="module")
def draft(small: Path) -> Path:
    """Paser's text in which Pasal 16 says something else."""
    text = (ROOT / "corpus" / "regulations" / f"{LAW}.txt").read_text(encoding="utf-8")
    assert REWORDED[0] in text
    path = small.parent / "rancangan.txt"
    path.write_text(text.replace(*REWORDED), encoding="utf-8")
    return path


def test_a_draft_is_told_with_what_was_not_translated(small: Path, draft: Path) -> None:
    """A check that rests on a norm that may have changed is out of reach, and the exit is 2."""
    result = run("diff", LAW, small, draft)
    assert result.output == UNTRANSLATED.format(old=small, new=draft)
    assert result.exit_code == 2
    document = json.loads(run("diff", LAW, small, draft, "--format", "json").output)
    schema = json.loads((ROOT / "checker/patuh/schema/diff-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    assert [one["provision"] for one in document["draft"]["left"]] == ["pasal-16"]


@pytest.fixture(scope="module")
def newer(draft: Path) -> Path:
    """The same without that article, whose norm goes with it."""
    before, article, rest = draft.read_text(encoding="utf-8").partition("Pasal 16 \n")
    path = draft.with_name("rancangan-2.txt")
    path.write_text(before + rest.partition("diundangkan.")[2], encoding="utf-8")
    assert article
    return path


@pytest.mark.parametrize("name", [(), (LAW,)], ids=["the one revised", "named"])
def test_a_draft_against_an_older_one(
    small: Path, draft: Path, newer: Path, name: tuple[str, ...]
) -> None:
    """What is left of the older one still counts, since it may have changed there too."""
    with use(small):
        result = run("diff", *name, draft, newer, "--format", "json")
        same = run("diff", *name, newer, newer)
    document = json.loads(result.output)
    assert (document["old"], document["new"]) == (draft.as_posix(), newer.as_posix())
    assert [(one["check"], one["verdict"]) for one in document["checks"]] == [
        ("Z1", "lebih_longgar")
    ]
    assert [one["provision"] for one in document["draft"]["translated"]] == ["pasal-16"]
    assert (result.exit_code, same.exit_code) == (2, 0)


def test_documents_say_what_the_text_says_and_are_the_same_each_time(
    small: Path, new: Path, tmp_path: Path
) -> None:
    import docx

    for name in ("a.docx", "b.docx", "a.html"):
        form = name.partition(".")[2]
        done = run("diff", LAW, small, new, "--format", form, "-o", tmp_path / name)
        assert done.exit_code == 1
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert "<td>1.</td><td>Bagian Hukum.</td>" in (tmp_path / "a.html").read_text("utf-8")
    document = docx.Document(str(tmp_path / "a.docx"))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "–\tPerubahan pada Pasal 16 tidak lagi memberi catatan pada: Bagian Hukum" in said
    sides, examples, _, checks = (
        [[c.text for c in r.cells] for r in t.rows] for t in document.tables
    )
    assert [row[0] for row in sides] == ["Semula", "Menjadi", "Tanggal"]
    assert examples[1] == ["1.", "Bagian Hukum.", "catatan[Z1] Bagian Hukum", "tanpa temuan"]
    assert checks[1][2] == "lebih longgar"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("tak_ada_1_2020", "{kb}"), "tidak ada peraturan “tak_ada_1_2020”"),
        ((LAW, "{kb}", "{kb}", "{kb}"), "paling banyak dua folder"),
        ((LAW, "{kb}/tak_ada"), "tak_ada"),
        ((LAW, "{kb}", "{kb}/../rancangan.txt", "--without", "3"), "tidak ada terjemahan nomor 3"),
        ((LAW, str(DRAFTS / "tanpa_cela.docx")), "bukan revisi"),
        ((LAW,), "setelah nama peraturan"),
        ((LAW, "{kb}/../half"), "tidak ada vocabulary/norma.lp"),
    ],
)
def test_a_wrong_call_is_told(small: Path, draft: Path, words: tuple[str, ...], told: str) -> None:
    assert draft.is_file()
    half = small.parent / "half" / "vocabulary"
    half.mkdir(parents=True, exist_ok=True)
    (half / "usulan.lp").touch()
    result = run("diff", *(word.format(kb=small) for word in words))
    assert result.exit_code == 2
    assert told in result.output
