// Findings and problems under the lines that they are about.

import { type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

import { h, marked } from "./dom";
import type { Level } from "./types";
import { say } from "./words";

/** What is said under a line; `act` is called when it is chosen. */
export interface Remark {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  level: Level | "problem";
  check: string;
  message: string;
  act: (() => void) | null;
}

const MOST = 3;

const set = StateEffect.define<Remark[]>();

class Beneath extends WidgetType {
  constructor(private readonly remarks: Remark[]) {
    super();
  }

  override eq(other: Beneath): boolean {
    const text = (one: Beneath) => one.remarks.map((r) => `${r.level} ${r.check} ${r.message}`);
    return text(this).join("\n") === text(other).join("\n");
  }

  override toDOM(): HTMLElement {
    const shown = this.remarks.slice(0, MOST).map((remark) => {
      const told = `${say(`level.${remark.level}`)} ${remark.check ? `[${remark.check}] ` : ""}`;
      const row = h("div", { class: `remark ${remark.level}` }, h("b", {}, told), ...marked(remark.message));
      if (remark.act !== null) row.addEventListener("mousedown", remark.act);
      return row;
    });
    const more = this.remarks.length - shown.length;
    return h(
      "div",
      { class: "beneath" },
      ...shown,
      more > 0 ? h("div", { class: "remark more" }, say("more", { count: more })) : null,
    );
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(held, transaction) {
    let found = held.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(set)) found = decorations(effect.value, transaction.state.doc);
    }
    return found;
  },
  provide: (self) => EditorView.decorations.from(self),
});

function decorations(
  remarks: Remark[],
  doc: { lines: number; line(n: number): { from: number; to: number } },
): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const lines = new Map<number, Remark[]>();
  for (const remark of remarks) {
    const first = Math.min(Math.max(remark.line, 1), doc.lines);
    const last = Math.min(Math.max(remark.endLine, first), doc.lines);
    const from = Math.min(doc.line(first).from + remark.column - 1, doc.line(first).to);
    const to = Math.min(doc.line(last).from + remark.endColumn - 1, doc.line(last).to);
    if (to > from) ranges.push(Decoration.mark({ class: `at ${remark.level}` }).range(from, to));
    lines.set(last, [...(lines.get(last) ?? []), remark]);
  }
  for (const [line, told] of lines) {
    const widget = new Beneath(told);
    ranges.push(Decoration.widget({ widget, block: true, side: 1 }).range(doc.line(line).to));
  }
  return Decoration.set(ranges, true);
}

export const beneath = [field];

/** Say this under the lines, in place of what was said. */
export function tell(view: EditorView, remarks: Remark[]): void {
  view.dispatch({ effects: set.of(remarks) });
}
