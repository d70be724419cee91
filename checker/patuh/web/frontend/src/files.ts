// Files: opened, begun, kept.

import { ask, download, type Fields, keep, problem, Refused } from "./api";
import { at, h, marked, on } from "./dom";
import type { Editor } from "./editor";
import type { Input } from "./input";
import type { Opened } from "./types";
import { say } from "./words";

export class Files {
  private readonly file = at<HTMLInputElement>("file");
  private readonly region = at<HTMLInputElement>("file-region");
  private readonly sheet = at<HTMLInputElement>("file-sheet");
  private readonly base = at<HTMLInputElement>("base");
  private readonly changes = at<HTMLInputElement>("changes");
  private readonly said = at("file-said");

  constructor(
    private readonly input: Input,
    private readonly editor: Editor,
    private readonly changed: () => void,
    /** Nothing of what was shown holds of what is opened now. */
    private readonly cleared: () => void,
  ) {
    this.file.addEventListener("change", () => void this.open());
    on("file-again", () => void this.open());
    on("begin", () => void this.begin());
    on("save", () => keep(new Blob([editor.text], { type: "text/plain" }), this.textName()));
    on("to-proposal", () => void this.toProposal());
    for (const chosen of [this.base, this.changes]) {
      chosen.addEventListener("change", () => {
        input.base = chosen.files?.[0] ?? null;
        changed();
      });
    }
    for (const form of ["docx", "pdf", "html", "json", "xlsx"]) {
      on(`report-${form}`, () => void this.keepReport(`report/${form}`));
    }
    on("comments", () => void this.keepReport("comments"));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer?.files.length) {
        this.file.files = event.dataTransfer.files;
        void this.open();
      }
    });
  }

  /** What is shown, a draft or a proposal that changes one: other things can be done with each. */
  settle(): void {
    const { kind, base } = this.input;
    const draft = kind === "draft";
    at("of-changes").hidden = draft || !/^\s*TERHADAP\s*:/m.test(this.editor.text);
    at("changes-said").textContent = base === null ? "" : say("changes_held", { name: base.name });
    for (const name of ["report-xlsx", "unit-form", "see"]) at(name).hidden = draft;
    at("of-drafts").hidden = !draft;
    at("comments").hidden = !draft;
    at("save").hidden = this.input.file !== null;
    at("name").textContent = this.input.name;
  }

  private async open(): Promise<void> {
    const file = this.file.files?.[0];
    if (file === undefined) return;
    await this.during(async () => {
      const fields: Fields = { input: file, region: this.region.value, sheet: this.sheet.value };
      this.take(await ask<Opened>("open", fields), file);
    });
  }

  private take(opened: Opened, file: File | null): void {
    this.input.become(opened.name, opened.kind, opened.text === null ? file : null);
    this.base.value = this.changes.value = "";
    this.editor.show(opened.text ?? "", opened.text === null);
    this.cleared();
    this.said.replaceChildren(...opened.notes.map((note) => h("div", {}, ...marked(note))));
    this.changed();
  }

  private async begin(): Promise<void> {
    await this.during(async () => {
      const region = at<HTMLInputElement>("begin-region").value;
      const kind = at<HTMLSelectElement>("begin-kind").value;
      const base = kind === "change" ? this.held() : null;
      const text = await ask<string>("begin", { region, kind, base: base?.name });
      this.take({ kind: "proposal", name: "usulan.sotk", text, notes: [] }, null);
      this.input.base = base;
    });
  }

  /** The proposal that is shown, as the one that another is to change. */
  private held(): File {
    const { kind, name } = this.input;
    if (kind === "draft" || this.editor.text.trim() === "") throw new Refused([problem(say("no_base"))]);
    return new File([this.editor.text], name);
  }

  private async toProposal(): Promise<void> {
    await this.during(async () => {
      this.take(await ask<Opened>("structure", this.input.fields()), null);
    });
  }

  private async keepReport(name: string): Promise<void> {
    await this.during(() => download(name, this.input.fields()));
  }

  private async during(work: () => Promise<void>): Promise<void> {
    this.said.textContent = say("working");
    try {
      await work();
      if (this.said.textContent === say("working")) this.said.textContent = "";
    } catch (error) {
      const told = error instanceof Refused ? error.problems : [];
      this.said.replaceChildren(
        ...told.map((one) => {
          const text = one.hint ? `${one.message} – ${one.hint}` : one.message;
          return h("div", { class: "problem" }, ...marked(text));
        }),
      );
      if (told.some((one) => one.code === "M009" || one.code === "M004")) this.region.focus();
      if (told.some((one) => one.code === "lembar_ganda")) this.sheet.focus();
      if (told.length === 0) throw error;
    }
  }

  private textName(): string {
    return this.input.name.includes(".") ? this.input.name : `${this.input.name}.sotk`;
  }
}
