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

/** Where a question goes, and what is sent. */
function asked(name: string, fields: Fields): [string, FormData] {
  const form = new FormData();
  form.set("lang", lang);
  for (const [key, value] of Object.entries(fields)) {
    if (value instanceof File) form.set(key, value, value.name);
    else if (value != null) form.set(key, value);
  }
  return [`/api/${name}?lang=${lang}`, form];
}

async function send(name: string, fields: Fields): Promise<Response> {
  const [address, body] = asked(name, fields);
  let reply: Response;
  try {
    reply = await fetch(address, { method: "POST", body });
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

/** The same before anything else goes on, as printing would; null where there is no reply. */
export function askAtOnce<T>(name: string, fields: Fields): T | null {
  const [address, body] = asked(name, fields);
  const request = new XMLHttpRequest();
  request.open("POST", address, false);
  try {
    request.send(body);
  } catch {
    return null;
  }
  return request.status === 200 ? (JSON.parse(request.responseText) as T) : null;
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
