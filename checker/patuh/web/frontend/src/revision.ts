// What a draft allows and forbids, with the smallest proposals that show it.

import { drawn } from "./chart";
import { h } from "./dom";
import type { Revision, Told } from "./types";
import { say } from "./words";

export function revised(found: Revision): Node[] {
  const sentences = found.sentences.map((text) => h("li", {}, text));
  return [
    sentences.length > 0 ? h("ul", {}, ...sentences) : h("p", {}, say("no_revision")),
    found.left.length > 0 ? h("p", { class: "problem" }, say("left", { labels: found.left.join("; ") })) : null,
    found.complete || found.left.length > 0 ? null : h("p", { class: "problem" }, say("incomplete_revision")),
    ...found.examples.map(example),
  ].filter((node) => node !== null);
}

/** One that is opened for its text, what each side finds, and its chart. */
function example(one: Revision["examples"][number], index: number): Node {
  const chart = one.chart === null ? null : drawn(one.chart);
  chart?.setAttribute("role", "img");
  chart?.setAttribute("aria-label", say("chart"));
  return h(
    "details",
    {},
    h("summary", {}, say("example", { number: index + 1 })),
    h("pre", {}, one.text),
    ...side("before", one.old),
    ...side("after", one.new),
    h("div", { class: "wide drawn", tabindex: 0, role: "region", "aria-label": say("chart") }, chart),
  );
}

function side(key: string, told: Told[]): Node[] {
  const rows = told.map((one) =>
    h("li", {}, h("span", { class: `level ${one.level}` }, say(`level.${one.level}`)), ` [${one.check}] ${one.message}`),
  );
  const none = h("li", { class: "quiet" }, say("no_finding"));
  return [h("h3", {}, say(key)), h("ul", {}, ...(rows.length > 0 ? rows : [none]))];
}
