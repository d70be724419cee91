// The list of findings: sentence, provision, proof, repairs.

import { ask, Refused } from "./api";
import { at, button, h, marked } from "./dom";
import type { Input } from "./input";
import type { Checked, Edit, Finding, Level, Repair } from "./types";
import { say } from "./words";

export class Found {
  private readonly list = at("findings");
  /** Those whose details are open, by fingerprint. */
  private readonly open = new Set<string>();

  constructor(
    private readonly input: Input,
    private readonly goTo: (line: number, column: number) => void,
    private readonly apply: (edits: Edit[]) => void,
  ) {}

  /** List what was checked. */
  show(checked: Checked | null): void {
    const order = (checked?.findings ?? []).map((finding, index) => ({ finding, index }));
    order.sort((a, b) => checked!.numbers[a.index]! - checked!.numbers[b.index]!);
    const rows = order.map(({ finding, index }) => this.row(checked!, finding, index));
    this.list.replaceChildren(...rows);
    const limits = [...(checked?.remarks ?? []), ...(checked?.not_assessed ?? [])];
    at("limits").hidden = limits.length === 0;
    at("limits-list").replaceChildren(...limits.map((text) => h("li", {}, text)));
  }

  /** Open the details of a finding, and go there. */
  reveal(index: number): void {
    const row = this.list.querySelector<HTMLDetailsElement>(`[data-index="${index}"]`);
    if (row === null) return;
    row.open = true;
    row.querySelector("summary")?.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  private row(checked: Checked, finding: Finding, index: number): HTMLElement {
    const head = h(
      "summary",
      {},
      h("span", { class: "number" }, String(checked.numbers[index])),
      h("span", { class: `level ${finding.level}` }, say(`level.${finding.level}`)),
      ` [${finding.check}] `,
      h("span", { class: "message" }, finding.message),
    );
    const body = h("div", { class: "body" });
    const row = h("details", { "data-index": index }, head, body);
    row.addEventListener("toggle", () => {
      if (!row.open) this.open.delete(finding.fingerprint);
      else {
        this.open.add(finding.fingerprint);
        if (body.childElementCount === 0) this.fill(body, checked, finding, index);
      }
    });
    row.open = this.open.has(finding.fingerprint);
    return h("li", {}, row);
  }

  private fill(body: HTMLElement, checked: Checked, finding: Finding, index: number): void {
    const places = finding.places.map((place) =>
      button(place.label, () => this.goTo(place.line, place.column), { class: "link" }),
    );
    const sentence = this.sentence(finding);
    const cited = finding.citations.flatMap((one) => [
      h("dt", {}, one.label),
      h("dd", {}, h("blockquote", {}, one.text)),
    ]);
    body.append(
      h("p", { class: "quiet" }, finding.title),
      h("p", {}, ...places),
      ...(sentence ? [h("blockquote", { class: "sentence" }, sentence)] : []),
      ...(finding.advice ? [h("p", {}, h("b", {}, `${say("advice")}: `), ...marked(finding.advice))] : []),
      ...(finding.accepted ? [h("p", {}, finding.accepted)] : []),
      h("dl", {}, ...cited),
      ...finding.readings.map((text) => h("p", { class: "quiet" }, `${say("reading")}: ${text}`)),
    );
    this.onDemand(body, "proof", index, (lines: string[]) => [
      h("ul", {}, ...lines.map((line) => h("li", {}, line))),
    ]);
    if (!checked.draft) {
      this.onDemand(body, "repairs", index, (found: Repair[]) => this.repairs(found));
    }
  }

  /** A button that fetches what is asked for seldom. */
  private onDemand<T>(
    body: HTMLElement,
    name: "proof" | "repairs",
    index: number,
    shown: (found: T) => Node[],
  ): void {
    const place = h("div", { role: "status" });
    const asked = button(say(name), () => {
      asked.setAttribute("disabled", "");
      place.textContent = say("working");
      ask<T>(name, { ...this.input.fields(), finding: String(index) }).then(
        (found) => {
          asked.remove();
          place.replaceChildren(...shown(found));
          place.scrollIntoView({ block: "nearest" });
        },
        (error: unknown) => {
          asked.removeAttribute("disabled");
          place.textContent = error instanceof Refused ? error.message : String(error);
        },
      );
    });
    body.append(asked, place);
  }

  private repairs(found: Repair[]): Node[] {
    if (found.length === 0) return [h("p", {}, say("no_repair"))];
    return found.map((repair) => {
      const lines = repair.edits.flatMap((edit) => [
        ...edit.old.map((line) => h("del", {}, line)),
        ...edit.new.map((line) => h("ins", {}, line)),
      ]);
      return h(
        "div",
        { class: "repair" },
        repair.choice ? h("p", { class: "quiet" }, say("choice")) : null,
        h("pre", {}, ...lines),
        button(say("apply"), () => this.apply(repair.edits), { class: "main" }),
      );
    });
  }

  private sentence(finding: Finding): string {
    const { line, end_line: end, path } = finding.place;
    if (path !== this.input.checked?.name) return "";
    const lines = this.input.checkedText.split("\n").slice(line - 1, Math.min(end, line + 5));
    return lines.join("\n").trim();
  }
}

/** How many findings of each level there are, the gravest first. */
export function summary(checked: Checked): string {
  const levels = Object.entries(checked.counts) as [Level, number][];
  const told = levels.filter(([, count]) => count > 0);
  if (told.length === 0) return say(checked.unread ? "clean_as_read" : "clean");
  return told.map(([level, count]) => `${count} ${say(`level.${level}`)}`).join(", ");
}
