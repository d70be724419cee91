// The words of the page, in its language.

const words = JSON.parse(document.body.dataset["words"] ?? "{}") as Record<string, string>;

export const lang = document.documentElement.lang;

/** The words of a key, filled in. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
