// What is checked: the text of the editor, or a file that is no text.

import type { Fields } from "./api";
import type { Checked, Kind } from "./types";

export class Input {
  name = "usulan.sotk";
  kind: Kind = "proposal";
  /** A Word or PDF file, which the editor only shows. */
  file: File | null = null;
  /** The regulation that a draft amends, or the proposal that this one changes. */
  base: File | null = null;
  /** What came of it last, and of which text. */
  checked: Checked | null = null;
  checkedText = "";

  constructor(readonly text: () => string) {}

  /** Take up another one. */
  become(name: string, kind: Kind, file: File | null): void {
    this.name = name;
    this.kind = kind;
    this.file = file;
    this.base = null;
    this.checked = null;
  }

  /** The fields that tell the server of it, under a name of its own. */
  fields(of = "input"): Fields {
    const input = this.file ?? this.text();
    const named = this.file === null ? { [`${of}_name`]: this.name } : {};
    return { [of]: input, ...named, kind: this.kind, base: this.base };
  }
}
