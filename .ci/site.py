"""Hooks of mkdocs: the pages of docs/ by language, without links to files beside that folder."""

import posixpath
import re
from typing import Any

_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#\s:]+)(#[^)\s]*)?\)")


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """The page without links that would lead out of the site."""
    folder = posixpath.dirname(page.file.src_uri)

    def kept(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, found[2]))
        return found[1] if target.startswith("..") else found[0]

    return _LINK.sub(kept, markdown)


def on_nav(nav: Any, **_: Any) -> Any:
    """The folder of the Indonesian pages first, under the name of the language."""
    for section in [one for one in nav.items if one.is_section and one.title == "Id"]:
        section.title = "Bahasa Indonesia"
        nav.items.remove(section)
        nav.items.insert(1, section)
    return nav
