"""The fields of a form, and the input that they ask about."""

import datetime
import re

import python_multipart.exceptions
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from patuh.inputs.paths import LARGEST
from patuh.library.sources import UNNAMED, kind_of, language
from patuh.web.asked import Asked, WrongRequestError

_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)
_LONGEST_NAME = 200
_PARTS = 12


class _InMemory(MultiPartParser):
    """Keeps files in memory: their size is bounded before they get here."""

    spool_max_size = LARGEST * 2


class Fields:
    """The fields of a form: texts, and files with their names."""

    def __init__(self, found: dict[str, str | tuple[str, bytes]]) -> None:
        self._found = found

    def text(self, name: str) -> str | None:
        """A field with words in it, without blanks around them."""
        value = self._found.get(name)
        return " ".join(value.split()) or None if isinstance(value, str) else None

    def word(self, name: str) -> str:
        """A field that may be empty; raises `WrongRequestError` where there is none."""
        if not isinstance(self._found.get(name), str):
            raise WrongRequestError
        return self.text(name) or ""

    def whole(self, name: str) -> str:
        """A text as the page has it; raises `WrongRequestError` where there is none.

        A line of it ends as it does on the page, whatever a form made of it.
        """
        value = self._found.get(name)
        if not isinstance(value, str):
            raise WrongRequestError
        return value.replace("\r\n", "\n")

    def number(self, name: str) -> int:
        """A number; raises `WrongRequestError` for what is none."""
        word = self.word(name)
        if not re.fullmatch("[0-9]{1,6}", word):
            raise WrongRequestError
        return int(word)

    def is_file(self, name: str) -> bool:
        """Whether a field holds a file."""
        return isinstance(self._found.get(name), tuple)

    def asked(self, of: str = "input") -> Asked:
        """The input that a field holds as file or text; raises `WrongRequestError` if none does."""
        value = self._found.get(of)
        if isinstance(value, tuple):
            name, data = value
        else:
            name, data = self.text(f"{of}_name") or "", self.whole(of).encode()
        base = self._found.get("base")
        try:
            return Asked(
                data,
                own_name(name),
                language(self.text("lang") or "id"),
                kind_of(self.text("kind")),
                self.text("region"),
                self.text("sheet"),
                (base[1], own_name(base[0])) if isinstance(base, tuple) else None,
                datetime.date.today(),
            )
        except ValueError as error:
            raise WrongRequestError from error


async def fields_of(request: Request) -> Fields:
    """The fields of a form. Raises `WrongRequestError` if it is none."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise WrongRequestError
    parser = _InMemory(
        request.headers,
        request.stream(),
        max_files=_PARTS,
        max_fields=_PARTS,
        max_part_size=LARGEST,
    )
    try:
        form = await parser.parse()
    except (MultiPartException, python_multipart.exceptions.FormParserError) as error:
        raise WrongRequestError from error
    found: dict[str, str | tuple[str, bytes]] = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            found[name] = (value.filename or "", await value.read())
            await value.close()
        else:
            found[name] = value
    return Fields(found)


def own_name(name: str) -> str:
    """A name without its folders, so that no reader looks beside it for others."""
    bare = _FOLDERS.sub("", name).strip()[-_LONGEST_NAME:]
    return UNNAMED if bare.strip(".-") == "" else bare
