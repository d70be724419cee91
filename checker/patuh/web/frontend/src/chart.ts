// The chart beside the text: units to be chosen with the mouse or the keyboard.

import { at, button, h } from "./dom";
import type { Checked, Finding, Unit } from "./types";
import { say } from "./words";

const STEP = 1.4;

export class Chart {
  private zoom = 1;
  private chosen: string | null = null;
  private readonly area = at("chart");
  private readonly card = at("unit");

  constructor(
    private readonly goTo: (line: number) => void,
    private readonly showFinding: (index: number) => void,
  ) {
    at("larger").addEventListener("click", () => this.scale(this.zoom * STEP));
    at("smaller").addEventListener("click", () => this.scale(this.zoom / STEP));
    at("fit").addEventListener("click", () => this.scale(1));
    this.area.addEventListener("keydown", (event) => this.key(event));
  }

  /** Draw what was checked. */
  show(checked: Checked | null): void {
    const svg = checked?.chart ? drawn(checked.chart) : null;
    at("chart-tools").hidden = svg === null;
    if (svg === null) {
      this.area.replaceChildren(h("p", { class: "quiet" }, say("no_chart")));
      this.card.replaceChildren();
      return;
    }
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", say("chart"));
    const units = new Map(checked!.units.map((unit) => [unit.key, unit]));
    const held = this.area.contains(document.activeElement);
    for (const box of boxes(svg)) {
      const unit = units.get(box.dataset["unit"] ?? "");
      if (unit === undefined) continue;
      box.setAttribute("role", "button");
      box.setAttribute("aria-label", named(unit, box));
      box.setAttribute("tabindex", "-1");
      box.addEventListener("click", () => this.choose(unit, checked!.findings));
    }
    this.area.replaceChildren(svg);
    this.scale(this.zoom);
    const again = units.get(this.chosen ?? "");
    if (again === undefined) this.card.replaceChildren();
    else this.choose(again, checked!.findings);
    const first = this.box(this.chosen) ?? boxes(this.area)[0];
    first?.setAttribute("tabindex", "0");
    if (held) first?.focus();
  }

  private scale(zoom: number): void {
    this.zoom = Math.min(Math.max(zoom, 0.5), 12);
    const svg = this.area.querySelector("svg");
    if (svg !== null) svg.style.width = `${this.zoom * 100}%`;
  }

  private box(key: string | null): SVGElement | undefined {
    return boxes(this.area).find((one) => one.dataset["unit"] === key);
  }

  private choose(unit: Unit, findings: Finding[]): void {
    this.chosen = unit.key;
    for (const box of boxes(this.area)) {
      const here = box.dataset["unit"] === unit.key;
      box.classList.toggle("chosen", here);
      box.setAttribute("tabindex", here ? "0" : "-1");
    }
    const lines = unit.lines.map((line) =>
      button(say("line", { line }), () => this.goTo(line), { class: "link" }),
    );
    const found = unit.findings.map((index) => {
      const finding = findings[index]!;
      const text = `[${finding.check}] ${finding.message}`;
      const goes = button(text, () => this.showFinding(index), { class: "link" });
      return h("li", {}, goes);
    });
    this.card.replaceChildren(
      h("h3", {}, unit.name),
      h("p", {}, ...lines),
      found.length > 0 ? h("ul", {}, ...found) : h("p", { class: "quiet" }, say("none_here")),
    );
  }

  private key(event: KeyboardEvent): void {
    const every = boxes(this.area).filter((box) => box.hasAttribute("role"));
    const now = every.indexOf(document.activeElement as SVGElement & HTMLElement);
    if (now < 0) return;
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      const next = every[(now + step + every.length) % every.length]!;
      every[now]!.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      every[now]!.dispatchEvent(new MouseEvent("click"));
    } else return;
    event.preventDefault();
  }
}

/** The name of a box: what is written in it, the unit in full, and how many findings it has. */
function named(unit: Unit, box: Element): string {
  const texts = [...box.querySelectorAll("text")];
  for (const text of texts) text.after(" "); // else lines run into another where they are read
  const written = texts.map((text) => text.textContent).join(" ");
  const count = unit.findings.length;
  const name = written.startsWith(unit.name) ? [] : [unit.name];
  return [written, ...name, ...(count > 0 ? [say("count", { count })] : [])].join(", ");
}

function boxes(within: Element): (SVGElement & HTMLElement)[] {
  return [...within.querySelectorAll<SVGElement & HTMLElement>("g[data-unit]")];
}

/** The picture as elements: a script or a style in it would not be run, and there is none. */
export function drawn(svg: string): SVGElement | null {
  return new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
}
