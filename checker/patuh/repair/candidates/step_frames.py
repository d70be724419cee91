"""How steps are written that a repair puts in: by whom, to whom, about what."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from patuh.repair.candidates.law import Law
from patuh_parser.sotk import model as m

_ABOUT: dict[str, str] = {
    "lkpj": "lkpj",
    "laporan": "laporan",
    "laporan_insidentil": "laporan",
    "perda": "perda",
    "pinjaman": "pinjaman",
    "usulan": "usulan",
    "kebijakan": "kebijakan",
    "kebijakan_koordinatif": "kebijakan",
    "rekomendasi_staf_ahli": "rekomendasi",
    "telaahan": "telaahan_staf",
    "kerja_sama_internasional": "rencana_kerja_sama_internasional",
    "sinkronisasi_program": "rencana_program",
    "renstra": "rencana_strategis",
}
"""What a workflow of the kind is about."""


_APPROVED = {"pinjaman", "perda"}
"""Workflows in which what is asked for is approval."""


class Frame(Struct, frozen=True):
    """The form of a step: whether it needs an addressee, who may act, what it is about.

    `about` takes the objects of the workflow; `things` are those it may have besides; with
    neither the act says all.
    """

    addressed: bool = False
    about: bool = False
    things: tuple[str, ...] = ()
    by: Literal["top", "body"] | None = None
    """Who alone may act: the office to whom agencies answer, or a body such as the council."""
    turn: int = 0
    """Of steps put in at one place those with a smaller number come first."""

    def may_be_done_by(self, actor: str, law: Law) -> bool:
        """Whether the actor may do it, as far as the form says so."""
        if self.by is None:
            return True
        return actor == law.top if self.by == "top" else actor in law.bodies

    def objects(self, workflow: m.Workflow, words: Iterable[str]) -> list[str | None]:
        """The objects that a step of this form may have in the workflow."""
        found: list[str | None] = []
        if "data" in self.things and workflow.kind in _APPROVED:
            found.append("persetujuan")
        if self.about:
            found += [step.object for step in workflow.steps if step.object]
            if workflow.kind in _ABOUT:
                found.insert(0, _ABOUT[workflow.kind])
        if not found:
            found += [thing for thing in self.things if thing in words][:1]
        return list(dict.fromkeys(found)) or [self.things[0] if self.things else None]


FRAMES: dict[str, Frame] = {
    "menyampaikan": Frame(addressed=True, about=True, things=("bahan",)),
    "meneruskan": Frame(addressed=True, about=True, things=("laporan",)),
    "meminta": Frame(addressed=True, things=("data",), turn=-20),
    "melaksanakan": Frame(things=("perintah",)),
    "menetapkan": Frame(about=True, by="top", turn=20),
    "menyetujui": Frame(about=True, by="body"),
    "membahas_bersama": Frame(addressed=True, about=True, turn=-10),
    "menandatangani": Frame(things=("perjanjian",), by="top", turn=20),
    "melakukan_pinjaman": Frame(by="top", turn=20),
    "mengajukan_usulan": Frame(addressed=True, by="top", turn=-20),
    "menanggapi": Frame(about=True, by="body"),
    "mendengar": Frame(addressed=True),
    "mengoordinasikan_penyelesaian": Frame(addressed=True),
    "berkoordinasi": Frame(addressed=True),
    "berkonsultasi": Frame(addressed=True),
    "melakukan_observasi": Frame(addressed=True),
    "meninjau_kelayakan": Frame(addressed=True),
    "mengadakan_rapat": Frame(addressed=True),
    "bermusyawarah": Frame(addressed=True),
    "mengumpulkan_data": Frame(),
    "membuat_telaahan": Frame(),
}
"""The acts that a repair may put in. An order or a decision is never put in by a repair."""

_COMMON = ("membahas_bersama", "menyampaikan", "berkoordinasi")


def written_acts(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """The acts among the words, in their order, and common acts besides."""
    found = [word for word in words if word in FRAMES]
    return found, [act for act in _COMMON if act not in found]
