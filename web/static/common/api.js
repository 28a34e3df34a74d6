// The service's contract as the pages use it: answers as JSON, refusals as errors with their code.

/** The hall's own, unless the page says whose figures it shows: the centre has those of every hall. */
export const BASE = document.documentElement.dataset.api ?? "/api/v1";

/** How long a page waits for an answer. */
export const ANSWER_MS = 8000;

/** A refusal of the service, or `unreachable` when no answer came. */
export class Refused extends Error {
  constructor(code, status = 0, retryAfter = 0, fields = [], authorization = "") {
    super(code);
    /** What the question was sent with: a late answer may be about a previous token. */
    this.authorization = authorization;
    this.fields = fields;
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

// Phones of before 2022 do not have AbortSignal.timeout.
function endsAfter(time_ms) {
  if (AbortSignal.timeout) return AbortSignal.timeout(time_ms);
  const limit = new AbortController();
  setTimeout(() => limit.abort(), time_ms);
  return limit.signal;
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(BASE + path, { ...options, cache: "no-store", signal: endsAfter(ANSWER_MS) });
  } catch {
    throw new Refused("unreachable");
  }
  // The hall's plain port for visitors takes no commands: the page shows no way to give one.
  if (answer.headers.has("Dawr-Read-Only")) document.documentElement.dataset.readOnly = "";
  const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
  const body = isJson ? await answer.json().catch(() => undefined) : null;
  if (!answer.ok) throw new Refused(body?.code ?? "unreachable", answer.status, Number(answer.headers.get("Retry-After")), body?.fields ?? [], options.headers?.Authorization);
  if (body === undefined) throw new Refused("unreachable"); // the answer broke off
  return body;
}

/** Read a path. */
export const get = (path, headers = {}) => ask(path, { headers });

// crypto.randomUUID is missing on plain http, where halls begin.
/** Return a key that makes the repetition of a command harmless. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whether this session was begun with the ministry's account: only its sign-in names have an at sign. */
export async function isOfMinistry() {
  const { sessions } = await get("/sessions").catch(() => ({ sessions: [] }));
  return sessions.some((one) => one.own && one.name.includes("@"));
}

/**
 * Send a command once: its key makes a repetition harmless. Where the session was left alone for a while, the password is asked
 * for first, and the command is sent again when it was right.
 */
export async function post(path, body, more = {}) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": newKey(), ...more };
  const send = () => ask(path, { method: "POST", headers, body: JSON.stringify(body) });
  try {
    return await send();
  } catch (refusal) {
    if (refusal.code !== "confirm_needed") throw refusal;
    const { confirmPassword, signInAgain } = await import("./confirm.js");
    if (await isOfMinistry()) {
      await signInAgain();
      throw refusal;
    }
    if (!(await confirmPassword((password) => post("/session/confirm", { password })))) throw refusal;
    return send();
  }
}
