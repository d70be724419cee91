// The colours of a proposal: headings, names, words that relate units, comments.

import {
  HighlightStyle,
  LanguageSupport,
  StreamLanguage,
  type StringStream,
} from "@codemirror/language";
import { tags } from "@lezer/highlight";

const head = /^[A-Z]{3,}\s*:/;
const part = /^[A-Z]{4,}(?=\s|$)/;
const name = /^\p{Lu}[\p{L}\p{N}/.-]*(?:\s+\p{Lu}[\p{L}\p{N}/-]*)*/u;
const word = /^[\p{L}\p{N}_-]+/u;

/** The language; `phrases` are its own words. */
export function proposals(phrases: string[]): LanguageSupport {
  const longest = [...phrases].sort((one, other) => other.length - one.length);
  const escaped = longest.map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const relating = escaped.length > 0 ? new RegExp(`^(?:${escaped.join("|")})(?![\\p{L}-])`, "u") : null;

  function token(stream: StringStream): string | null {
    if (stream.sol() && (stream.match(head) || stream.match(part))) return "heading";
    if (stream.eatSpace()) return null;
    if (stream.peek() === "#") {
      stream.skipToEnd();
      return "comment";
    }
    if (stream.match(/^"[^"]*"?/)) return "string";
    if (relating !== null && stream.match(relating)) return "keyword";
    if (stream.match(name)) return "propertyName";
    if (!stream.match(word)) stream.next();
    return null;
  }

  return new LanguageSupport(
    StreamLanguage.define({ token, languageData: { commentTokens: { line: "#" } } }),
  );
}

export const colours = HighlightStyle.define([
  { tag: tags.heading, class: "tok-heading" },
  { tag: tags.comment, class: "tok-comment" },
  { tag: tags.string, class: "tok-string" },
  { tag: tags.keyword, class: "tok-keyword" },
  { tag: tags.propertyName, class: "tok-name" },
]);
