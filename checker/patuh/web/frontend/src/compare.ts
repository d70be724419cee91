// Two versions side by side: semula – menjadi.

import { ask, download, type Fields, Refused } from "./api";
import { at, h, on } from "./dom";
import type { Input } from "./input";
import { revised } from "./revision";
import type { Finding, Proposals, Provision, Revision, Texts } from "./types";
import { say } from "./words";

export class Compare {
  private readonly file = at<HTMLInputElement>("old");
  private readonly result = at("comparison");
  private old: Fields | null = null;

  constructor(private readonly input: Input) {
    on("old-now", () => {
      this.old = this.input.fields("old");
      this.file.value = "";
      this.tell(say("old_held", { name: this.input.name }));
    });
    this.file.addEventListener("change", () => {
      const file = this.file.files?.[0];
      this.old = file === undefined ? null : { old: file };
      if (this.old !== null) void this.compare();
    });
    on("compare", () => void this.compare());
    on("revision", () => void this.revise());
    for (const form of ["docx", "html", "json"]) {
      on(`comparison-${form}`, () => void this.during(() => download(`comparison/${form}`, this.both())));
    }
  }

  private both(): Fields {
    const { kind, base, ...now } = this.input.fields("new");
    return { ...now, ...this.old, base: base ?? this.old?.["base"] };
  }

  private async compare(): Promise<void> {
    await this.during(async () => {
      const found = await ask<Proposals | Texts>("compare", this.both());
      this.result.replaceChildren(...(found.of === "texts" ? texts(found) : proposals(found)));
      at("comparison-tools").hidden = false;
    });
  }

  /** Beside the version before, if there is one, else beside the law in force. */
  private async revise(): Promise<void> {
    at("beside").scrollIntoView();
    at("comparison-tools").hidden = true;
    await this.during(async () => {
      this.result.replaceChildren(...revised(await ask<Revision>("revision", this.both())));
    }, false);
  }

  private async during(work: () => Promise<void>, needsOld = true): Promise<void> {
    if (needsOld && this.old === null) {
      this.tell(say("no_old"));
      return;
    }
    this.tell(say("working"));
    try {
      await work();
      this.tell("");
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.tell(error.message);
    }
  }

  private tell(text: string): void {
    at("compare-said").textContent = text;
  }
}

function proposals(found: Proposals): Node[] {
  const rows = found.matrix.map((row) => [
    row.unit,
    row.before.join("\n") || "–",
    row.after.join("\n") || "–",
  ]);
  return [
    ...listed("new", found.new),
    ...listed("gone", found.gone),
    h("p", { class: "quiet" }, say("unchanged", { count: found.unchanged })),
    rows.length > 0 ? table(say("unit"), rows) : h("p", {}, say("same")),
  ];
}

function listed(key: string, findings: Finding[]): Node[] {
  if (findings.length === 0) return [];
  const rows = findings.map((one) =>
    h("li", {}, h("span", { class: `level ${one.level}` }, say(`level.${one.level}`)), ` [${one.check}] ${one.message}`),
  );
  return [h("h3", {}, say(key)), h("ul", {}, ...rows)];
}

function texts(found: Texts): Node[] {
  const rows = found.rows.map((row) => [row.remark, side(row, "hapus"), side(row, "tambah")]);
  return [
    h("p", {}, found.summary),
    ...found.remarks.map((text) => h("p", { class: "quiet" }, text)),
    rows.length > 0 ? table(say("remark"), rows) : h("p", {}, say("same")),
  ];
}

/** A provision with the words that go, or that are new. */
function side(row: Texts["rows"][number], own: "hapus" | "tambah"): Node {
  const provision: Provision | null = own === "hapus" ? row.before : row.after;
  if (provision === null) return document.createTextNode("–");
  const pieces = row.pieces.filter(([kind]) => kind === "sama" || kind === own);
  const words = pieces.map(([kind, text]) =>
    kind === "sama" ? text : h(own === "hapus" ? "del" : "ins", {}, text),
  );
  return h("div", {}, h("b", {}, provision.label), h("br"), ...(words.length > 0 ? words : [provision.text]));
}

function table(first: string, rows: (string | Node)[][]): Node {
  const head = [first, say("before"), say("after")].map((text) => h("th", { scope: "col" }, text));
  const body = rows.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, cell))));
  const made = h("table", {}, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...body));
  return h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("compare") }, made);
}
