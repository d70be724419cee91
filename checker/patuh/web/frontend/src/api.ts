// Questions to the server: a form goes there, JSON or a file comes back.

import { lang, say } from "./words";
import type { Problem } from "./types";

export type Field = string | File | null | undefined;
export type Fields = Record<string, Field>;

/** Why there is no reply. */
export class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map((one) => one.message).join("\n"));
  }
}

async function send(name: string, fields: Fields): Promise<Response> {
  const form = new FormData();
  form.set("lang", lang);
  for (const [key, value] of Object.entries(fields)) {
    if (value instanceof File) form.set(key, value, value.name);
    else if (value != null) form.set(key, value);
  }
  let reply: Response;
  try {
    reply = await fetch(`/api/${name}?lang=${lang}`, { method: "POST", body: form });
  } catch {
    throw new Refused([problem(say("offline"))]);
  }
  if (reply.ok) return reply;
  try {
    throw new Refused(((await reply.json()) as { problems: Problem[] }).problems);
  } catch (error) {
    throw error instanceof Refused ? error : new Refused([problem(say("refused"))]);
  }
}

/** What is wrong, where the page itself says so. */
export function problem(message: string): Problem {
  return { code: "page", message, hint: null, path: "", line: 1, column: 1 };
}

/** The JSON that comes back; throws `Refused`. */
export async function ask<T>(name: string, fields: Fields): Promise<T> {
  return (await (await send(name, fields)).json()) as T;
}

/** Keep the file that comes back; throws `Refused`. */
export async function download(name: string, fields: Fields): Promise<void> {
  const reply = await send(name, fields);
  const named = /filename\*=UTF-8''(.+)/.exec(reply.headers.get("content-disposition") ?? "");
  keep(await reply.blob(), decodeURIComponent(named?.[1] ?? "patuh"));
}

/** Hand a file to whoever looks at the page. */
export function keep(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
