"""What the free texts of a step say that a check asks about."""

from collections.abc import Iterator
from functools import cache

from patuh_parser.sotk.lexing.periods import CHOICE, EVENT, NONE, period_at
from patuh_parser.sotk.parsing.acts import Act
from patuh_parser.sotk.parsing.syntax import Clause
from patuh_parser.sotk.resolving.stages import forgone
from patuh_parser.sotk.vocabulary import tables

_STUDY = "telaahan_staf"
_REPORT = "laporan"
_OTHER = "lain"
_AS_WHAT = 5
"""So many words may say that those who are left out are concerned."""
_EARLY = 3
"""So many words may there be to what opens a step with standards ("Dengan tetap memperhatikan")."""
_NO_PERIOD = frozenset({NONE, EVENT, CHOICE})


def references(act: Act, text: str, opening: str) -> tuple[str, ...]:
    """Return the standards that an act of heeding names, or the words on how another is done."""
    heeding = tables().step_words["heeding"]
    if not (act.detail or text or opening or act.act in heeding):
        return ()
    known, words = tables().values["references"], _words(act, text)
    named = []
    if act.act in heeding:
        named = [value for value in known.values() if value == act.object]
        words = [*(act.said or act.object or "").lower().split(), *words]
    else:
        by = heeding | tables().step_words["by_standards"]
        start = next((at for at, word in enumerate(words) if word in by), len(words))
        before = opening.lower().replace(",", " ").split()
        words = [*before, *words[start:]] if by & {*before[:_EARLY]} else words[start:]
    said = f" {' '.join(words)} "
    found = [value for thing, value in known.items() if f" {thing} " in said]
    return tuple(dict.fromkeys((*named, *found)))


def unheeded(act: Act, text: str) -> tuple[str, ...]:
    """Return the standards that a step is said not to heed ("tanpa memperhatikan SOP dan SPM")."""
    table = tables()
    words = f"{act.detail} {text}".lower().replace(",", " ").split()
    for at, word in enumerate(words[:-2]):
        if word in table.step_words["denials"] and words[at + 1] in table.step_words["heeding"]:
            said = f" {' '.join(words[at + 2 :])} "
            known = table.values["references"].items()
            return tuple(dict.fromkeys(value for thing, value in known if f" {thing} " in said))
    return ()


def only(act: Act, clause: Clause) -> bool:
    """Tell whether a step is said to be addressed to nobody else ("hanya kepada Asisten")."""
    before = act.detail.split()[-1:]
    return not tables().step_words["only"].isdisjoint((*before, *clause.adverbials))


def contents(act: Act, text: str) -> tuple[str, ...]:
    """Return what a staff study is said to hold."""
    if act.object != _STUDY:
        return ()
    words, known = _words(act, text), tables().values["items"]
    found = [known[word] for word in words if word in known]
    return tuple(dict.fromkeys(found))


def shapes(act: Act, text: str) -> tuple[str, ...]:
    """Return the forms that something is said to be given in ("dalam bentuk telaahan staf")."""
    said = f" {' '.join(_words(act, text))} "
    return tuple(dict.fromkeys(form for words, form in _shaped() if words in said))


@cache
def _shaped() -> tuple[tuple[str, str], ...]:
    """The words that say a form, with it."""
    known = tables().values["form"].items()
    openers = tables().step_words["shaped"]
    return tuple((f" {opener} {words} ", form) for words, form in known for opener in openers)


_SHORT_NAME = 3


def reported(act: Act, due: str) -> tuple[str, ...]:
    """Return the period in the name of a report, or in when it is due ("setiap bulan").

    In a name of few words the last may say it ("laporan kinerja triwulanan").
    """
    known = tables().periods["periods"]
    name = act.detail.split() if act.object == _REPORT else []
    told = [*name[:1], *(name[-1:] if len(name) <= _SHORT_NAME else ())]
    named = next((known[word] for word in told if word in known), None)
    words = due.lower().split()
    every = tables().periods["period_words"]["every"]
    start = next((at for at, word in enumerate(words) if word in every), len(words))
    found = [named, *(period_at(words, start)[1] if words[start:] else ())]
    return tuple(dict.fromkeys(p for p in found if p is not None and p not in _NO_PERIOD))


def requested(act: Act, clause: Clause) -> tuple[str, ...]:
    """Return at whose request a step is said to be done."""
    said = f" {' '.join(_words(act, ' '.join((clause.opening, clause.text, *clause.periods_as))))} "
    return tuple(dict.fromkeys(who for words, who in _requests() if words in said))


@cache
def _requests() -> tuple[tuple[str, str], ...]:
    """The words that say at whose request, with him."""
    return tuple((f" {words} ", who) for words, who in tables().values["request"].items())


def ordered(act: Act, text: str) -> tuple[str, ...]:
    """Return whose order is carried out ("melaksanakan perintah Bupati")."""
    if act.act not in tables().step_words["obeying"]:
        return ()
    by = tables().step_words["ordered_by"]
    said = [word for word in _words(act, text) if word not in by]
    known = tables().values["ordered"]
    return (known[said[0]],) if said and said[0] in known else ()


def matters(act: Act, clause: Clause) -> tuple[str, ...]:
    """Return of which kinds of workflow, and other known matters, a step speaks that is denied,
    weakened, leaves a stage or standard out or settles something, or `lain` if of others.

    "Dalam melakukan pinjaman, Bupati tidak wajib …" speaks of `pinjaman`.
    """
    left_out = forgone(act, clause)
    whole = left_out or unheeded(act, clause.text) or act.act in tables().step_words["settling"]
    if not (clause.negated or clause.modality == "dapat" or whole):
        return ()
    thing = act.object or "" if whole else ""
    texts = (clause.opening, thing, act.detail, clause.text)
    said = " ".join(texts).lower().replace(",", " ").split()
    text = f" {' '.join(said)} ".replace("kerjasama", "kerja sama")
    named = (kind for words, kind in tables().kinds.items() if f" {words} " in text)
    beside = (matter for words, matter in tables().matters.items() if f" {words} " in text)
    found = dict.fromkeys((*(value for kind in named for value in kind if value), *beside))
    return tuple(found) or ((_OTHER,) if said else ())


def concerned(clause: Clause) -> bool:
    """Tell whether those who are left out are said to be concerned ("yang terkait")."""
    words = clause.text.split()
    table = tables().step_words
    return words[:1] != [] and words[0] in table["as_what"] and "terkait" in words[:_AS_WHAT]


def perhaps_approved(act: Act, clause: Clause) -> Iterator[str]:
    """Yield the texts beside an act that needs an approval, one of which may state it."""
    words = tables().step_words
    if f"{act.act} {act.object}" in words["needs_approval"]:
        for text in (clause.opening, act.detail, clause.text):
            said = set(text.lower().replace(",", " ").split())
            if said & words["approval"] and not said & words["denials"]:
                yield text


def _words(act: Act, text: str) -> list[str]:
    """The words of the texts, without those that are denied ("tidak memuat alternatif")."""
    table = tables().step_words
    kept: list[str] = []
    denied = 0
    for word in f"{act.detail} {text}".lower().replace(",", " , ").split():
        if word in table["denials"]:
            denied = 1
        elif denied == 1 or (denied and word not in table["turning"]):
            denied += 1
        else:
            denied = 0
            kept.append(word)
    return [word for word in kept if word != ","]
