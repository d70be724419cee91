// The editor: text in, and whatever is told of its lines.

import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory, undo } from "@codemirror/commands";
import { syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";

import { completions } from "./completion";
import { at } from "./dom";
import { beneath } from "./beneath";
import { colours, proposals } from "./language";
import type { Edit } from "./types";
import { say } from "./words";

const reading = new Compartment();
const spoken = new Compartment();

/** Show and edit a text; `changed` is called after each change of it. */
export class Editor {
  readonly view: EditorView;

  constructor(changed: () => void) {
    this.view = new EditorView({
      parent: at("editor"),
      state: EditorState.create({
        extensions: [
          EditorView.cspNonce.of(document.body.dataset["nonce"] ?? ""),
          EditorView.contentAttributes.of({ "aria-label": say("editor") }),
          EditorView.lineWrapping,
          EditorState.phrases.of({ Completions: say("completions") }),
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          closeBrackets(),
          autocompletion({ override: [completions], icons: false }),
          syntaxHighlighting(colours),
          spoken.of(proposals([])),
          reading.of([]),
          beneath,
          keymap.of([
            { key: "Tab", run: acceptCompletion },
            ...closeBracketsKeymap,
            ...defaultKeymap,
            ...historyKeymap,
            ...completionKeymap,
          ]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed();
          }),
        ],
      }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Put a text in place of the one that is there; `fixed` if it is not to be edited. */
  show(text: string, fixed: boolean): void {
    const { state } = this.view;
    const locked: Extension = fixed
      ? [EditorState.readOnly.of(true), EditorView.editable.of(false), focusable]
      : [];
    this.view.dispatch({
      changes: { from: 0, to: state.doc.length, insert: text },
      selection: { anchor: 0 },
      effects: reading.reconfigure(locked),
      annotations: isolateHistory.of("full"),
      scrollIntoView: true,
    });
  }

  /** Colour these words as those that relate units. */
  speak(phrases: string[]): void {
    this.view.dispatch({ effects: spoken.reconfigure(proposals(phrases)) });
  }

  /** Make edits of lines, as one step that can be undone. */
  edit(edits: Edit[]): void {
    const { doc } = this.view.state;
    const changes = edits.map(({ first, last, new: lines }) => {
      if (last < first) {
        const to = first > doc.lines ? doc.length : doc.line(first).from;
        const text = lines.map((line) => `${line}\n`).join("");
        return { from: to, insert: first > doc.lines ? `\n${text.trimEnd()}\n` : text };
      }
      const from = doc.line(first).from;
      const end = doc.line(Math.min(last, doc.lines)).to;
      if (lines.length > 0) return { from, to: end, insert: lines.join("\n") };
      return { from, to: Math.min(end + 1, doc.length) };
    });
    this.view.dispatch({ changes, annotations: isolateHistory.of("full") });
  }

  undo(): void {
    undo(this.view);
  }

  /** Go to a line, and to its column where that matters. */
  goTo(line: number, column = 1): void {
    const { doc } = this.view.state;
    const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const anchor = Math.min(found.from + column - 1, found.to);
    this.view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    });
    this.view.focus();
  }
}

const focusable = EditorView.contentAttributes.of({ tabindex: "0", "aria-readonly": "true" });
