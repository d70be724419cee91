// Elements, made without any text that is read as HTML.

type Attributes = Record<string, string | number | boolean>;
type Child = Node | string | null;

/** An element with attributes (`true`: without a value, `false`: not at all) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A text in which what stands between backticks is to be written so. */
export function marked(text: string): Child[] {
  return text.split("`").map((part, at) => (at % 2 === 1 ? h("code", {}, part) : part));
}

/** A button that does something. */
export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLElement {
  const made = h("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/** The element of the page with this id. */
export function at<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no element ${id}`);
  return found as T;
}

/** The same for a button of the page: what it does. */
export function on(id: string, act: () => void): void {
  at(id).addEventListener("click", act);
}
