// The page: what is typed is checked, and what is found is shown wherever it belongs.

import "./style.css";

import { ask, Refused } from "./api";
import { type Remark, tell } from "./beneath";
import { Chart } from "./chart";
import { Compare } from "./compare";
import { offer, offerOwn } from "./completion";
import { at, h, marked, on } from "./dom";
import { Editor } from "./editor";
import { Files } from "./files";
import { UnitForm } from "./form";
import { Found, summary } from "./found";
import { Input } from "./input";
import type { Checked, Edit, Problem, Words } from "./types";
import { say } from "./words";

/** Milliseconds without a change after which a text is checked. */
const PAUSE = 150;

const editor = new Editor(() => schedule());
const input = new Input(() => editor.text);
const found = new Found(input, (line, column) => editor.goTo(line, column), apply);
const chart = new Chart(
  (line) => editor.goTo(line),
  (index) => found.reveal(index),
);
const form = new UnitForm(input, editor);
const files = new Files(input, editor, () => schedule(), cleared);
new Compare(input);

let timer = 0;
let busy = false;
let again = false;
let region = "";
let applied = false;

function schedule(): void {
  settled(false);
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void check(), PAUSE);
}

/** Say for whoever waits for it whether all that is there is checked. */
function settled(yes: boolean): void {
  document.body.dataset["settled"] = yes ? "yes" : "no";
}

/** Check what is there; one question at a time, and once more if it changed meanwhile. */
async function check(): Promise<void> {
  if (busy) {
    again = true;
    return;
  }
  files.settle();
  at("undo").hidden = !applied;
  const text = editor.text;
  const { file } = input;
  if (file === null && text.trim() === "") {
    show(null, []);
    at("status").textContent = say("empty");
    settled(true);
    return;
  }
  busy = true;
  at("main").setAttribute("aria-busy", "true");
  let checked: Checked | null = null;
  let problems: Problem[] = [];
  try {
    checked = await ask<Checked>("check", input.fields());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    problems = error.problems;
  } finally {
    busy = false;
    at("main").removeAttribute("aria-busy");
  }
  const stale = again || text !== editor.text || file !== input.file;
  again = false;
  if (stale) {
    schedule();
    return;
  }
  if (checked?.source != null && editor.text !== checked.source) {
    editor.show(checked.source, true);
    window.clearTimeout(timer);
  }
  show(checked, problems);
  if (checked !== null && !checked.draft) await learn(checked.region);
  settled(true);
}

function show(checked: Checked | null, problems: Problem[]): void {
  input.checked = checked;
  input.checkedText = editor.text;
  tell(editor.view, checked === null ? problems.map(ofProblem) : remarks(checked));
  found.show(checked);
  at("problems").replaceChildren(...problems.map(listed));
  if (problems.length === 0) {
    chart.show(checked);
    at("report").hidden = checked === null;
    at("title").textContent = checked?.title ?? "";
    at("laws").textContent = checked?.regulations.join(", ") ?? "";
  }
  const count = problems.length;
  at("status").textContent = checked !== null ? summary(checked) : say("unreadable", { count });
  if (checked !== null) {
    const names = checked.units.map((unit) => unit.name);
    offerOwn(names);
    form.offer(names);
  }
}

/** Another one was opened: until it is checked nothing is known of it. */
function cleared(): void {
  show(null, []);
  at("status").textContent = say("working");
}

function remarks(checked: Checked): Remark[] {
  return checked.findings.flatMap((finding, index) =>
    finding.places
      .filter((place) => place.path === checked.name)
      .slice(0, 1)
      .map((place) => ({
        line: place.line,
        column: place.column,
        endLine: place.end_line,
        endColumn: place.end_column,
        level: finding.level,
        check: finding.check,
        message: finding.message,
        act: () => found.reveal(index),
      })),
  );
}

function ofProblem(problem: Problem): Remark {
  const { line, column, hint } = problem;
  const message = hint ? `${problem.message} – ${hint}` : problem.message;
  const check = problem.code;
  return { line, column, endLine: line, endColumn: column + 1, level: "problem", check, message, act: null };
}

function listed(problem: Problem): HTMLElement {
  const goes = h("button", { type: "button", class: "link" }, say("line", { line: problem.line }));
  goes.addEventListener("click", () => editor.goTo(problem.line, problem.column));
  const hint = problem.hint ? ` – ${problem.hint}` : "";
  return h("li", {}, goes, " ", ...marked(problem.message + hint));
}

/** The names, kinds and sentences of a regency, once it is another one. */
async function learn(name: string): Promise<void> {
  if (name === region) return;
  region = name;
  const words = await ask<Words>("words", { region: name });
  offer(words.forms, words.units);
  form.take(words);
  editor.speak(words.phrases);
  at("regions").replaceChildren(...words.regions.map((one) => h("option", { value: one })));
}

/** Make a verified repair; it can be undone. */
function apply(edits: Edit[]): void {
  if (editor.text !== input.checkedText) return;
  editor.edit(edits);
  applied = true;
}

on("undo", () => {
  applied = false;
  editor.undo();
});

window.addEventListener("beforeprint", () => found.print());
window.addEventListener("afterprint", () => found.printed());

at("status").textContent = say("empty");
files.settle();
chart.show(null);
found.show(null);
void learn(at<HTMLInputElement>("begin-region").value);
