"""Facts on who is in a team according to the text, and to the attachment that lists them."""

import re
from collections.abc import Sequence

from patuh.facts.drafts.attachments.role_holders import holder_facts
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of, terms
from patuh.knowledge.patterns import folded

_MEMBERS = re.compile(
    r"\b(?:keanggotaan|susunan|berjumlah|tim|panitia)\b[^.;]{0,200}\bterdiri (?:atas|dari)\b"
    r"(?P<named>.*)",
    re.DOTALL,
)
_PERSONS = r"(?P<number>[0-9]{1,3}) \([a-z ]{3,40}\) orang\b"
_NUMBER = re.compile(rf"\b(?:berjumlah|beranggotakan) {_PERSONS}")
_OF_A_ROLE = re.compile(rf":? ?(?:[a-z0-9]{{1,2}}[.)] ?)?{_PERSONS}")
_ROLES_APART = re.compile(r"[,;] (?:dan |serta )?| dan ")
_ROW = re.compile(
    r"^\s*(?P<number>[0-9]{1,3})[.)]?\s+(?P<said>\S.*(?:\n(?!\s*[0-9]{1,3}[.)]?\s+\S).*)*)",
    re.MULTILINE,
)
_HEAD = re.compile(r"^[ \t]*(?P<role>[A-Za-z ]{4,40}?) ?:", re.MULTILINE)
_ALSO = re.compile(r" merangkap anggota$")
_AND = re.compile(r"[,;] |^[a-z][.)] ")
_NUMBERED = re.compile(r"^[ \t]*([0-9]{1,3})[.)] ", re.MULTILINE)
_SAME_TEAM = re.compile(
    r"[a-z][^.;,:]{0,90} dimaksud (?:dalam|pada) "
    r"(?P<cited>(?:diktum|pasal) \w{1,12})\b"
)
_LETTER = re.compile(r"(?:^|[\s|:])([a-z])[.)](?= )")
_SEVERAL = re.compile(r"\banggota\b[^\n]*[,;] |^\s*[-•–] ", re.MULTILINE)
"""Several members in one row that have no letters."""
_ALIKE = 2
"""So many roles must be found in an attachment that it is the one meant."""


def team_facts(into: Collector, texts: Sequence[str]) -> None:
    """The roles that the text gives to members, and how many members there are."""
    whole = folded(" ".join(" ".join(text.split()) for text in texts))
    annexed: set[str] = set()
    team = pattern_of("tim_terdiri_atas")
    for node in into.draft.articles():
        said = folded(" ".join(" ".join(one.text.split()) for one in node.walk()))
        same = _SAME_TEAM.match(said)
        if "lampiran" in said:
            annexed.add(folded(f"{node.kind} {node.bare}"))
        elif same["cited"] not in annexed if same else not annexed or not team.match(said):
            continue
        holder_facts(into, node, " ".join(" ".join(one.text.split()) for one in node.walk()), texts)
        found = _MEMBERS.search(said)
        roles = [role for role in terms().roles if found and _has(found["named"], role)]
        there = [role for role in roles if _has(whole, role)]
        at = into.first_line(node.place)
        if len(there) >= _ALIKE:
            for role in sorted({*roles} - {*there}):
                into.fact(at, "peran_tidak_dimuat", into.number(node), string(role))
        count = _counted(said, found["named"] if found else "")
        if count and (rows := _rows(texts)) not in (0, count) and not _others(said, count, texts):
            into.fact(at, "jumlah_anggota", into.number(node), count, rows)


def _others(said: str, count: int, texts: Sequence[str]) -> bool:
    """Whether so many are listed beside those who lead, of whom the text speaks apart."""
    rows = [head for text in texts for head in _HEAD.finditer(text)]
    behind = [text[head.end() :] for text in texts for head in _HEAD.finditer(text)]
    at = next((at for at, head in enumerate(rows) if folded(head["role"]) == "anggota"), None)
    return "beranggotakan" in said and at is not None and _held(behind[at]) == count


def _counted(said: str, named: str) -> int:
    """How many members the text says there are, in all or role by role; 0 where it does not."""
    if found := _NUMBER.search(said):
        return int(found["number"])
    if found := pattern_of("anggota_seluruhnya").match(named):
        return int(found["number"])
    roles = _ROLES_APART.split(re.split(r"\.| (?:yang|sebagaimana) ", named)[0].strip())
    counts = [_OF_A_ROLE.match(role) for role in roles]
    return sum(int(one["number"]) for one in counts if one) if all(counts) else 0


def _has(text: str, role: str) -> bool:
    """Whether a text names a role, and not only who deputises for it."""
    deputies = "".join(rf"(?<!{re.escape(one)} )" for one in terms().deputies)
    return re.search(rf"{deputies}\b{re.escape(role)}\b", text) is not None


def _rows(texts: Sequence[str]) -> int:
    """How many members the only list of them has, from who leads on; 0 where that is not sure."""
    if by_role := _by_role("\n".join(texts)):
        return by_role
    rows = [row for text in texts for row in _ROW.finditer(text)]
    numbers = [int(row["number"]) for row in rows]
    leads = bool(rows) and any(_has(folded(rows[0]["said"]), role) for role in terms().roles)
    if not leads or numbers != [*range(1, len(rows) + 1)]:
        return 0
    members = [_members(row) for row in rows]
    return sum(members) if all(members) else 0


def _by_role(text: str) -> int:
    """How many members a list has in which each line begins with a role, and names who has it
    or is followed by a numbered list; 0 where that is not sure."""
    heads = [*_HEAD.finditer(text)]
    roles = (*terms().roles, "anggota")
    known = [_ALSO.sub("", folded(head["role"])) in roles for head in heads]
    heads = heads[known.index(True) :] if sum(known) > _ALIKE else []
    if not heads or len(heads) != sum(known):
        return 0
    ends = [*(head.start() for head in heads[1:]), len(text)]
    counts = [_held(text[head.end() : end]) for head, end in zip(heads, ends, strict=True)]
    return sum(counts) if all(counts) else 0


def _held(named: str) -> int:
    """How many stand behind one role: one on its line, or those that are numbered; else 0."""
    numbers = [int(number) for number in _NUMBERED.findall(named)]
    if numbers:
        return len(numbers) if numbers == [*range(1, len(numbers) + 1)] else 0
    line, *more = named.strip().split("\n\n")[0].split("\n")
    return 0 if more or not line or _AND.search(line) else 1


def _members(row: re.Match[str]) -> int:
    """How many a row names: one, or those of the list in it; 0 where that is not sure."""
    letters = "".join(_LETTER.findall(row[0]))
    if letters:
        return len(letters) if letters == "abcdefghijklmnopqrstuvwxyz"[: len(letters)] else 0
    return 0 if _SEVERAL.search(folded(row["said"])) else 1
