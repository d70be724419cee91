// What the editor offers while one types: names of units, and forms of sentences.

import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippetCompletion,
} from "@codemirror/autocomplete";

import { say } from "./words";

const begun = /(?:\p{Lu}[\p{L}\p{N}/-]*\s+(?:\p{Ll}{1,3}\s+)?)*\p{Lu}[\p{L}\p{N}/-]*$/u;

const sentences = { name: say("forms"), rank: 0 };
const units = { name: say("names"), rank: 1 };

let forms: readonly Completion[] = [];
let known: readonly string[] = [];
let own: readonly string[] = [];

/** Offer these forms, with holes `{unit}`, and these names. */
export function offer(templates: string[], names: string[]): void {
  forms = templates.map((template) => {
    const label = template.replace(/\{(\w+)\}/g, (_, hole: string) => `‹${say(`hole.${hole}`)}›`);
    const holes = template.replace(/\{(\w+)\}/g, (_, hole: string) => `#{${say(`hole.${hole}`)}}`);
    return snippetCompletion(holes, { label: label.trim(), type: "text", section: sentences });
  });
  known = names;
}

/** Offer the names of the proposal itself, before all others. */
export function offerOwn(names: string[]): void {
  own = names;
}

export function completions(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const typed = begun.exec(before)?.[0] ?? "";
  if (typed === "" && !context.explicit && !/^\s*\p{Ll}+$/u.test(before)) return null;
  const names = [...new Set([...own, ...known])].map((label, at) => ({
    label,
    boost: at < own.length ? 1 : 0,
    section: units,
  }));
  const options = [...(typed === "" && !context.explicit ? [] : names), ...(typed === "" ? forms : [])];
  return { from: context.pos - (typed || (/\p{Ll}+$/u.exec(before)?.[0] ?? "")).length, options };
}
