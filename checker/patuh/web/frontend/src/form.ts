// A unit for those who do not write sentences: chosen, and its sentences written.

import { ask, Refused } from "./api";
import { at, h, on } from "./dom";
import type { Editor } from "./editor";
import type { Input } from "./input";
import type { Words, Written } from "./types";
import { say } from "./words";

export class UnitForm {
  private readonly kind = at<HTMLSelectElement>("unit-kind");
  private readonly name = at<HTMLInputElement>("unit-name");
  private readonly superior = at<HTMLInputElement>("unit-superior");
  private readonly assistant = at<HTMLSelectElement>("unit-assistant");
  private words: Words | null = null;

  constructor(
    private readonly input: Input,
    private readonly editor: Editor,
  ) {
    on("unit-add", () => void this.add());
    this.kind.addEventListener("change", () => this.propose());
    for (const field of [this.name, this.superior]) {
      field.addEventListener("keydown", (event) => {
        if (event.key === "Enter") void this.add();
      });
    }
  }

  /** Take up the kinds and the Asisten of a regency. */
  take(words: Words): void {
    this.words = words;
    const kept = [this.kind, this.assistant].map((choice) => [choice, choice.value] as const);
    const superior = this.superior.value;
    this.kind.replaceChildren(...words.kinds.map((one) => h("option", {}, one.word)));
    this.assistant.replaceChildren(
      h("option", { value: "" }, say("no_assistant")),
      ...words.assistants.map((one) => h("option", {}, one)),
    );
    this.propose();
    for (const [choice, value] of kept) {
      if ([...choice.options].some((one) => one.value === value)) choice.value = value;
    }
    if (superior !== "") this.superior.value = superior;
  }

  /** Offer these names as superiors. */
  offer(names: string[]): void {
    at("superiors").replaceChildren(...names.map((name) => h("option", { value: name })));
  }

  private propose(): void {
    const kind = this.words?.kinds.find((one) => one.word === this.kind.value);
    this.superior.value = kind?.superior ?? "";
  }

  private async add(): Promise<void> {
    const said = at("unit-said");
    if (this.name.value.trim() === "" || this.superior.value.trim() === "") {
      said.textContent = say("incomplete");
      (this.name.value.trim() === "" ? this.name : this.superior).focus();
      return;
    }
    try {
      const written = await ask<Written>("sentences", {
        text: this.input.file === null ? this.editor.text : "",
        region: this.words?.region ?? "",
        kind: this.kind.value,
        name: this.name.value,
        superior: this.superior.value,
        assistant: this.assistant.value,
      });
      const first = written.after + 1;
      this.editor.edit([{ first, last: written.after, old: [], new: written.lines }]);
      said.textContent = `${say("added")} ${written.lines.join(" ")}`;
      this.name.value = "";
      this.name.focus();
    } catch (error) {
      said.textContent = error instanceof Refused ? error.message : String(error);
    }
  }
}
