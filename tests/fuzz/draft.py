"""`patuh check` and `patuh export` on the text of a draft: reports, Akoma Ntoso, a proposal."""

from contextlib import suppress

from patuh.checking import load
from patuh.export import akn
from patuh.finding import Level
from patuh.inputs.drafts import check_text
from patuh.substance import structure_of
from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft
from patuh_parser.sotk import SotkError

from . import Traits, check, legal_text
from .bounds import bounded, looked_at
from .legal_text import SUFFIX, WORDS, name_of
from .outputs import assert_akoma_ntoso, assert_clean, assert_outputs

__all__ = ["LONGEST", "SUFFIX", "WORDS", "harness"]
LONGEST = 1024


def harness(data: bytes) -> Traits:
    """Export every input; check one in eight, for that takes ten times as long."""
    path = name_of(data)
    try:
        draft = read_draft(data, path)
    except DraftError as error:
        assert_outputs(check_text(data, path, None), Level.catatan, data)
        return {error.code}
    with bounded():
        _export(draft)
    found = set(legal_text.traits(draft))
    if looked_at(data, 8):
        with bounded():
            outcome = check_text(data, path, None)
        assert_outputs(outcome, Level.peringatan, data)
        found |= set(check.traits(outcome))
    return found


def _export(draft: Draft) -> None:
    """Akoma Ntoso by the schema, also beside itself; a list of units is a proposal in order."""
    assert_akoma_ntoso(akn.render(draft))
    with suppress(LookupError, SotkError):  # no regulation of the regency; names of the draft's own
        if text := structure_of(draft):
            assert_clean(text)
            load(text, "x.sotk")
