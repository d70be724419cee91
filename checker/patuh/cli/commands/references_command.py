"""`patuh references`: what a draft refers to, as a graph."""

from collections.abc import Iterator
from typing import Any

import click

from patuh.cli.call.help import Command
from patuh.cli.call.language import language
from patuh.cli.call.options import base_option, form_option, lang_option, output_option
from patuh.cli.outputs.files import spare, write
from patuh.cli.outputs.terminal import readable
from patuh.facts.drafts.cited.laws import cited, provisions_cited
from patuh.facts.drafts.cited.resolver import Resolver
from patuh.inputs.drafts import draft_of
from patuh_parser.legal.model import Draft
from patuh_parser.text.shown import as_json, shown

SCHEMA = "patuh.references/1"


@click.command("references", cls=Command)
@click.argument("path")
@form_option("json", "dot")
@base_option
@output_option
@lang_option
@click.pass_context
def command(ctx: click.Context, path: str, form: str, base: str | None, output: str | None) -> None:
    """Print the references of a draft as a graph of provisions and regulations."""
    spare([path, base], output)
    paths = [path] if base is None else [path, base]
    draft, *amended = readable(language(ctx), *map(draft_of, paths))
    edges = list(_edges(draft, amended[0] if amended else None))
    if form == "dot":
        write(_dot(edges), output)
    else:
        graph = {"schema": SCHEMA, "path": path, "title": draft.title, "references": edges}
        write(as_json(graph), output)


def _edges(draft: Draft, base: Draft | None) -> Iterator[dict[str, Any]]:
    """One edge for each provision or regulation named, in the order of the text.

    `status`: `resolved`, `dangling`, `unknown` (it lies in a regulation that is not at hand) or
    `external`.
    """
    resolver = Resolver(draft, base)
    for reference in draft.references:
        source = reference.node.id or next(
            (above.id for above in resolver.above(reference.node) if above.id), None
        )
        edge = {"from": source, "text": reference.text, "line": reference.place.line}
        other = cited(reference)
        if reference.kind == "lampiran":
            status = "resolved" if draft.attachments else "dangling"
            yield {**edge, "kind": "attachment", "to": "lampiran", "status": status}
        elif other is not None:
            yield {**edge, "kind": "regulation", "to": other.name, "status": "external",
                   "region": other.region, "title": other.title,
                   "provision": provisions_cited(reference)}  # fmt: skip
        elif reference.kind == "regulation":
            yield {**edge, "kind": "regulation", "to": "uud 1945", "status": "external",
                   "region": "", "title": "", "provision": provisions_cited(reference)}  # fmt: skip
        else:
            for target in resolver.targets(reference):
                status = "resolved" if resolver.exists(target.id, reference) else "dangling"
                if status == "dangling" and not resolver.decided(reference):
                    status = "unknown"
                if target.between and status != "resolved":
                    continue
                yield {**edge, "kind": "provision", "to": target.id, "status": status}


def _dot(edges: list[dict[str, Any]]) -> str:
    lines = ["digraph rujukan {", "  rankdir=LR;", "  node [shape=box];"]
    for edge in edges:
        style = {"dangling": ' [color=red, style=dashed]', "external": " [color=blue]",
                 "unknown": " [style=dotted]"}.get(edge["status"], "")  # fmt: skip
        lines.append(f"  {_quoted(edge['from'] or 'naskah')} -> {_quoted(edge['to'])}{style};")
    return "\n".join([*dict.fromkeys(lines), "}"]) + "\n"


def _quoted(name: str) -> str:
    escaped = shown(name).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
