// The list of findings: sentence; provision and proof of one that is opened; repairs.

import { ask, askAtOnce, type Fields, Refused } from "./api";
import { at, button, h, marked } from "./dom";
import type { Input } from "./input";
import type { Checked, Edit, Finding, Grounds, Level, Repair } from "./types";
import { say } from "./words";

const DETAILS = "#found details";
/** Milliseconds after which it is asked anew on what an open finding of a changed text rests. */
const PAUSE = 1000;

export class Found {
  private readonly list = at("findings");
  /** Those whose details are open, by fingerprint. */
  private readonly open = new Set<string>();
  /** What those rested on when it was last asked. */
  private readonly known = new Map<string, Grounds>();
  private printing = false;

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

  /** On paper everything is open. */
  print(): void {
    this.printing = true;
    for (const row of document.querySelectorAll<HTMLDetailsElement>(DETAILS)) {
      row.dataset["closed"] = row.open ? "" : "yes";
      row.open = true;
      row.dispatchEvent(new Event("toggle")); // the browser's own comes too late
    }
  }

  /** It is as it was before. */
  printed(): void {
    this.printing = false;
    for (const row of document.querySelectorAll<HTMLDetailsElement>(DETAILS)) {
      if (row.dataset["closed"] === "yes") row.open = false;
    }
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
    let pause = this.open.has(finding.fingerprint) ? PAUSE : 0;
    row.addEventListener("toggle", () => {
      if (!row.open) this.open.delete(finding.fingerprint);
      else {
        this.open.add(finding.fingerprint);
        if (body.childElementCount === 0) this.fill(body, checked, finding, index);
        this.ground(body, finding, index, pause);
        pause = 0;
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
    body.append(
      h("p", { class: "quiet" }, finding.title),
      h("p", {}, ...places),
      ...(sentence ? [h("blockquote", { class: "sentence" }, sentence)] : []),
      ...(finding.advice ? [h("p", {}, h("b", {}, `${say("advice")}: `), ...marked(finding.advice))] : []),
      ...(finding.accepted ? [h("p", {}, finding.accepted)] : []),
      h("div", { class: "grounds" }),
    );
    if (!checked.draft) this.seekRepairs(body, index);
  }

  /** Fetch on what a finding rests, unless it is there or the list is about to be another one. */
  private ground(body: HTMLElement, finding: Finding, index: number, pause: number): void {
    const place = body.querySelector<HTMLElement>(".grounds");
    if (place === null || place.dataset["there"] === "yes") return;
    const show = (found: Grounds) => {
      place.dataset["there"] = "yes";
      this.known.set(finding.fingerprint, found);
      place.replaceChildren(...grounds(found));
    };
    const fetched = () => {
      if (!body.isConnected || this.input.text() !== this.input.checkedText) return;
      ask<Grounds>("proof", this.fields(index)).then(show, (error: unknown) => {
        place.textContent = error instanceof Refused ? error.message : String(error);
      });
    };
    if (this.printing) {
      const found = askAtOnce<Grounds>("proof", this.fields(index));
      if (found !== null) show(found);
      return;
    }
    const known = this.known.get(finding.fingerprint);
    place.replaceChildren(...(known === undefined ? [say("working")] : grounds(known)));
    window.setTimeout(fetched, pause);
  }

  private fields(index: number): Fields {
    return { ...this.input.fields(), finding: String(index) };
  }

  /** A button that fetches what is asked for seldom. */
  private seekRepairs(body: HTMLElement, index: number): void {
    const place = h("div", { role: "status" });
    const asked = button(say("repairs"), () => {
      asked.setAttribute("disabled", "");
      place.textContent = say("working");
      ask<Repair[]>("repairs", this.fields(index)).then(
        (found) => {
          asked.remove();
          place.replaceChildren(...this.repairs(found));
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

/** The provisions, the readings of unclear norms, the proof. */
function grounds(found: Grounds): Node[] {
  const cited = found.citations.flatMap((one) => [
    h("dt", {}, one.label),
    h("dd", {}, h("blockquote", {}, one.text)),
  ]);
  const quiet = found.readings.map((text) => h("p", { class: "quiet" }, `${say("reading")}: ${text}`));
  const proof = found.proof.map((line) => h("li", {}, line));
  return [h("dl", {}, ...cited), ...quiet, h("p", {}, say("proof")), h("ul", {}, ...proof)];
}

/** How many findings of each level there are, the gravest first. */
export function summary(checked: Checked): string {
  const levels = Object.entries(checked.counts) as [Level, number][];
  const told = levels.filter(([, count]) => count > 0);
  if (told.length === 0) return say(checked.unread ? "clean_as_read" : "clean");
  return told.map(([level, count]) => `${count} ${say(`level.${level}`)}`).join(", ");
}
