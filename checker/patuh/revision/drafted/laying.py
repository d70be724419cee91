"""The files of a regulation with norms put in the place of others, to be laid over."""

from collections.abc import Collection, Iterator
from pathlib import Path

from patuh.engine.rules.changes import side
from patuh.engine.rules.statements import of_program
from patuh.knowledge.programs import Program
from patuh.knowledge.provisions import Quotation, quotations
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh.revision.records import Drafted
from patuh.revision.sides import parsed


def write(drafted: Drafted, law: Regulation, folder: Path) -> bool:
    """Write the files that change into `folder`, as an overlay has them; whether there are any.

    A norm that comes stands under the provision that it names, or else at the end of the article.
    """
    gone = {norm for one in drafted.translated for norm in one.gone}
    came = [norm for one in drafted.translated for norm in one.came]
    quoted = quotations(law.id)
    files = {one.file for one in quoted.values()}
    waiting = {parsed(norm)[1][-1] for norm in came} - quoted.keys()
    touched = {parsed(norm)[1][-1] for norm in gone} | ({parsed(n)[1][-1] for n in came} - waiting)
    texts: dict[str, str] = {}
    for leaf in sorted(touched):
        one = quoted[leaf]
        text = texts.get(one.file) or _read(one.file)
        own = [norm for norm in came if parsed(norm)[1][-1] == leaf]
        texts[one.file] = _changed(text, one, gone, own)
    for norm in came:
        if parsed(norm)[1][-1] in waiting:
            file = next(iter(texts), min(files))
            texts[file] = f"{texts.get(file) or _read(file)}\n{norm}.\n"
    for file, text in texts.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return bool(texts)


def _changed(text: str, one: Quotation, gone: Collection[str], came: Collection[str]) -> str:
    """A file in which the rules under a provision are put anew."""
    lines = [*_kept(one, gone), *(f"{norm}." for norm in came)]
    if not one.encoding:
        head = text.index(f"[{one.id}]\n")
        after = text.find("\n\n", head)
        end = len(text) if after < 0 else after
        return "\n".join([text[:end].rstrip("\n"), *lines]) + text[end:]
    start = text.index(one.encoding, text.index(f"[{one.id}]\n"))
    return text[:start] + "\n".join(lines) + text[start + len(one.encoding) :]


def _kept(one: Quotation, gone: Collection[str]) -> Iterator[str]:
    """The statements under a provision without the norms that go."""
    for statement in of_program(Program(one.file, one.encoding)):
        if statement.derives or not statement.head:
            yield statement.text
            continue
        stated = [fact for facts in side([statement]).facts.values() for fact in facts]
        if any(fact in gone for fact in stated):
            yield from (f"{fact}." for fact in sorted(stated) if fact not in gone)
        else:
            yield statement.text


def _read(file: str) -> str:
    return (kb_root() / file).read_text(encoding="utf-8")
