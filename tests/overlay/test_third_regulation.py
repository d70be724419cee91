"""A third regulation, as an overlay and without a line of Python: Perbup Wanamerta 27/2024.

The regency and its regulation are made up. It has an own list, four Asisten, a way of reports
through the Inspektorat, a pattern of its own and two sorts of unit that no other regulation has.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from expectations import expected
from following import pieces, unread

from patuh.checking import check
from patuh.cli import main
from patuh.engine.overlays.overlay import OverlayError, lay_over
from patuh.knowledge.provisions import quotations, untested
from patuh.knowledge.regulations import regulation, text_path
from patuh.knowledge.root import kb_root, use
from patuh.repair.plan import check_with_repairs
from patuh.report.wording import Wording
from patuh.substance.roster import rosters

HERE = Path(__file__).parent
OVERLAY = HERE / "wanamerta"
ID = "wanamerta_27_2024"
FOLDER = OVERLAY / "regulations" / ID
BROKEN = (HERE / "proposals" / "melanggar.sotk").read_text(encoding="utf-8")
SOUND = (HERE / "proposals" / "patuh.sotk").read_text(encoding="utf-8")

pytestmark = pytest.mark.xdist_group("third regulation")


@pytest.fixture(scope="module", autouse=True)
def overlaid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The knowledge base with the third regulation, for all tests of this file."""
    target = tmp_path_factory.mktemp("overlay") / "kb"
    lay_over(kb_root(), OVERLAY, target)
    with use(target):
        yield


def sentences(source: str, lang: str = "id") -> dict[str, list[str]]:
    result = check(source.encode(), "usulan.sotk")
    wording = Wording(lang, result.input)  # type: ignore[arg-type]
    said: dict[str, list[str]] = {}
    for finding in result.findings:
        advice = wording.advice(finding)
        said.setdefault(finding.check, []).append(f"{wording.sentence(finding)} | {advice}")
    return said


@pytest.mark.parametrize("source", [BROKEN, SOUND], ids=["melanggar", "patuh"])
def test_proposals_give_exactly_what_their_heads_state(source: str, findings_of) -> None:  # type: ignore[no-untyped-def]
    assert findings_of(source) == expected(source)


def test_at_least_fifteen_checks_fire_and_fall_silent() -> None:
    fired = {check for _, check, _ in expected(BROKEN)}
    assert len(fired - {"X1"}) >= 15
    assert fired & {check for _, check, _ in expected(SOUND)} == set()


def test_messages_speak_of_the_duties_of_this_regulation() -> None:
    said = sentences(BROKEN)
    assert said["A1"] == [
        "Asisten Administrasi Umum bukan salah satu Asisten yang disebut peraturan | gunakan"
        " `Asisten Pemerintahan dan Kewilayahan`, `Asisten Kesejahteraan dan Kebudayaan`, `Asisten"
        " Ekonomi Maritim dan Infrastruktur` atau `Asisten Tata Kelola dan Keuangan`"
    ]
    assert said["U1"] == [
        "UPT Uji Mutu diletakkan pada Badan Kepegawaian Daerah, padahal UPT berada di lingkungan"
        " Dinas | pindahkan UPT Uji Mutu ke Dinas"
    ]
    assert said["D3"] == [
        "dalam alur “Pinjaman pelabuhan” pinjaman dilakukan tanpa persetujuan DPRD sebelumnya |"
        " sebelum pinjaman tambahkan langkah: `DPRD menyetujui pinjaman.`"
    ]
    assert said["R1"] == [
        "dalam alur “Lokasi dermaga” koordinasi dilakukan dengan sarana instruksi, yang tidak"
        " termasuk sarana koordinasi | ganti dengan `dengan sarana rapat rumpun`, `dengan sarana"
        " rapat gugus pulau`, `dengan sarana permintaan dan penyampaian data, informasi atau"
        " pendapat` atau `dengan sarana aplikasi koordinasi`"
    ]
    (said_of_pattern,) = sentences(BROKEN, "en")["P1"]
    assert said_of_pattern.startswith(
        "the working relation “collegial” of Dinas Lingkungan Hidup dan Pesisir and Lembaga Adat"
        " Teluk Rangas is none that the regulation names | choose: `Dinas Lingkungan Hidup dan"
        ' Pesisir berhubungan kerja struktural dengan "Lembaga Adat Teluk Rangas".`, '
    )
    assert said_of_pattern.count(" berhubungan kerja ") == 4


def test_advice_is_read_under_this_regulation_too() -> None:
    """All that is to be written, in every message of the proposal with violations."""
    given = check(BROKEN.encode(), "usulan.sotk")
    wording = Wording("id", given.input)
    wanted = [(finding, pieces(wording.advice(finding) or "")) for finding in given.findings]
    assert sum(len(said) for _, said in wanted) > 20
    assert [piece for finding, said in wanted for piece in unread(given, finding, said)] == []


def test_the_inspektorat_answers_directly_and_has_no_asisten() -> None:
    """Pasal 2 ayat (2); of any other agency the same line is a violation."""
    head = "USULAN : A\nDAERAH : Kabupaten Wanamerta\n\nSTRUKTUR\n\n"
    line = "{} bertanggung jawab langsung kepada Bupati."
    assert sentences(head + line.format("Inspektorat")) == {}
    assert set(sentences(head + line.format("Dinas Kesehatan"))) == {"H7"}


def test_an_asisten_by_number_is_the_one_of_the_regency() -> None:
    line = "Asisten I mengoordinasikan Dinas Kesehatan."
    head = "USULAN : A\nDAERAH : Kabupaten {}\n\nSTRUKTUR\n\n"
    wanamerta = check((head.format("Wanamerta") + line).encode(), "usulan.sotk")
    assert "Asisten Pemerintahan dan Kewilayahan" in wanamerta.input.names.values()
    paser = check((head.format("Paser") + line).encode(), "usulan.sotk")
    assert "Asisten Pemerintahan dan Kesejahteraan Rakyat" in paser.input.names.values()


def test_what_is_not_encoded_is_said_not_to_be_assessed() -> None:
    reasons = untested(ID)
    result = check(SOUND.encode(), "usulan.sotk")
    told = {one.reason: len(one.provisions) for one in result.unassessed if one.regulation == ID}
    assert told["belum_dienkode"] == list(reasons.values()).count("belum_dienkode") == 35


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "junit"])
def test_an_annex_that_is_not_at_hand_is_said_in_every_report(form: str) -> None:
    """A datum of its regulation.toml, and nothing more."""
    call = ["check", str(HERE / "proposals" / "patuh.sotk"), "--format", form]
    told = (
        "Lampiran Perbup Wanamerta 27/2024, bagian peraturan itu menurut Pasal 10 ayat (1)"
        " – teksnya tidak tersedia di sini"
    )
    assert told in " ".join(CliRunner().invoke(main, call).output.split())


def test_every_quotation_and_the_list_are_those_of_the_text() -> None:
    law = regulation(ID)
    assert text_path(law).read_text(encoding="utf-8") == (FOLDER / law.text).read_text("utf-8")
    for name, text in rosters(law).items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text


def test_a_new_regulation_starts_with_every_leaf_waiting(tmp_path: Path) -> None:
    """`patuh kb new` gives this folder, before anybody encodes a norm; never twice."""
    call = ["kb", "new", ID, "--text", str(FOLDER / f"{ID}.txt"), "--into", str(tmp_path / "new")]
    run = CliRunner().invoke(main, call)
    assert run.exit_code == 0
    assert "137 ketentuan" in run.output
    new = tmp_path / "new" / "regulations" / ID
    assert {path.name for path in new.iterdir()} == {
        path.name
        for path in FOLDER.iterdir()
        if path.name not in ("names.toml", "pasal_04_daftar.lp")
    }
    started, filled = (f / "regulation.toml" for f in (new, FOLDER))
    differing = set(started.read_text("utf-8").splitlines()) ^ set(
        filled.read_text("utf-8").splitlines()
    )
    assert {line.split(" = ")[0] for line in differing} == {"repeals"}
    target = tmp_path / "kb"
    encoded = {name: quoted.text for name, quoted in quotations(ID).items()}
    lay_over(kb_root(), tmp_path / "new", target)
    for left in ("names.toml", "pasal_04_daftar.lp"):
        (target / "regulations" / ID / left).unlink()
    assert {name: quoted.text for name, quoted in quotations(ID, target).items()} == encoded
    assert set(untested(ID, target).values()) == {"belum_dienkode"}
    again = CliRunner().invoke(main, call)
    assert again.exit_code == 2
    assert again.stderr == f"galat: {new} sudah ada\n"


def test_the_text_of_a_new_regulation_of_the_knowledge_base_lies_in_the_corpus(
    tmp_path: Path,
) -> None:
    """Another text that lies there stays, and then there is no new folder."""
    kb, text = tmp_path / "kb", tmp_path / "corpus" / "regulations" / f"{ID}.txt"
    shutil.copytree(kb_root(), kb)
    shutil.rmtree(kb / "regulations" / ID)
    text.parent.mkdir(parents=True)
    text.write_text("Lain.\n", encoding="utf-8")
    call = ["kb", "new", ID, "--text", str(FOLDER / f"{ID}.txt"), "--into", str(kb)]
    run = CliRunner().invoke(main, call)
    assert (run.exit_code, run.stderr) == (2, f"galat: {text} sudah ada\n")
    assert (text.read_text("utf-8"), (kb / "regulations" / ID).exists()) == ("Lain.\n", False)
    text.unlink()
    assert CliRunner().invoke(main, call).exit_code == 0
    assert not (kb / "regulations" / ID / text.name).exists()
    assert text.read_text("utf-8") == (FOLDER / text.name).read_text("utf-8")
    with use(kb):
        assert text_path(regulation(ID)) == text
        assert CliRunner().invoke(main, call).exit_code == 2


@pytest.mark.parametrize(
    ("file", "text", "line", "told"),
    [
        ("regulation.toml", 'id = "x"\nnumber = "27"\n', 2, "`number`|`$.number`"),
        ("regulation.toml", 'id = "x"\nwilayah = "Wanamerta"\n', 2, "wilayah"),
        ("regulation.toml", "id = \n", 1, "is no TOML"),
        ("names.toml", '[units."Dinas A"]\nalso = "Dinas B"\n', 1, "also"),
        (
            "names.toml",
            '[first_words]\nBalai = "balai"\n[office.x]\nsort = "asisten"\n',
            3,
            "office",
        ),
        ("names.toml", "[units.\"Dinas A\"]\nsort = 'dinas). p(x'\n", 1, "`$.units[...].sort`"),
        ("names.toml", '[offices."a). p(b"]\nsort = "asisten"\nname = "A"\n', 1, "`$.offices`"),
        ("names.toml", '[first_words]\nBalai = "not"\n', 1, "`$.first_words[...]`"),
        ("names.toml", '[units."Dinas A"]\nalso = [""]\n', 1, "`$.units[...].also[0]`"),
        ("names.toml", '\n[units."Loka Tani"]\n', 2, "`Loka Tani` has no sort"),
        ("sorts.toml", "x = 1\n", 1, "regulation.toml"),
    ],
)
def test_a_malformed_file_is_refused_with_its_place(
    tmp_path: Path, file: str, text: str, line: int, told: str
) -> None:
    folder = tmp_path / "o" / "regulations" / "x"
    folder.mkdir(parents=True)
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(OverlayError) as caught:
        lay_over(kb_root(), tmp_path / "o", tmp_path / "kb")
    assert caught.value.path == folder / file
    assert caught.value.span.line == line
    assert any(part in caught.value.texts["en"][0] for part in told.split("|"))


def test_the_id_of_a_regulation_is_a_constant(tmp_path: Path) -> None:
    """It stands in facts as it is."""
    name = "x). p(y"
    folder = tmp_path / "o" / "regulations" / name
    folder.mkdir(parents=True)
    text = (FOLDER / "regulation.toml").read_text(encoding="utf-8").replace(ID, name)
    (folder / "regulation.toml").write_text(text, encoding="utf-8")
    with pytest.raises(OverlayError, match=r"at `\$.id`"):
        lay_over(kb_root(), tmp_path / "o", tmp_path / "kb")


def test_repairs_offer_the_asisten_and_the_patterns_of_this_regulation() -> None:
    header = BROKEN[: BROKEN.index("STRUKTUR")]
    source = (
        f"{header}STRUKTUR\n\nAsisten Kesejahteraan dan Kebudayaan mengoordinasikan Dinas"
        " Pemberdayaan Desa dan Masyarakat Adat.\nDinas Lingkungan Hidup dan Pesisir berhubungan"
        " kerja kolegial dengan Lembaga Adat Teluk Rangas.\n"
    )
    offered = {
        finding.check: {line for r in finding.repairs for edit in r.edits for line in edit.lines}
        for finding in check_with_repairs(source.encode(), "usulan.sotk", why=True).findings
    }
    assert offered == {
        "A5": {
            "Asisten Pemerintahan dan Kewilayahan mengoordinasikan Dinas Pemberdayaan Desa dan"
            " Masyarakat Adat."
        },
        "P1": {
            f"Dinas Lingkungan Hidup dan Pesisir berhubungan kerja {pattern} dengan Lembaga Adat"
            " Teluk Rangas."
            for pattern in ("partisipatif", "koordinatif", "konsultatif", "struktural")
        },
    }
