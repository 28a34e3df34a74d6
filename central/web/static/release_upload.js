// Send a release file in parts, show how far it is, and say in a sentence how it ended.
"use strict";
const form = document.getElementById("upload");
const words = JSON.parse(document.getElementById("upload-words").textContent);
const button = form.querySelector("button[type=submit]");
const cancel = document.getElementById("upload-cancel");
const bar = form.querySelector("progress");
const status = document.getElementById("upload-status");
const problem = document.getElementById("upload-problem");
const TRIES = 4; // of each part: a line that breaks for some seconds does not end the upload
const ANSWER_MS = 60_000;
const CHECK_MS = 300_000; // a slow disk reads the whole file
let stopped = null; // the controller of the upload that runs

class Refused extends Error {
  constructor(code, detail = "") {
    super(detail);
    this.code = code;
  }
}

/** Wait, until somebody cancels at most. */
const pause = (ms) =>
  new Promise((done) => {
    setTimeout(done, ms);
    stopped.signal.addEventListener("abort", done);
  });
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

async function send(path, options, patience) {
  stopped.signal.throwIfAborted();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), patience);
  stopped.signal.addEventListener("abort", () => limit.abort());
  const answer = await fetch(path, { ...options, cache: "no-store", redirect: "error", signal: limit.signal }).finally(() => clearTimeout(timer));
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const said = await answer.json().catch(() => ({}));
  // The proxy and the centre say "later" with these.
  if ([429, 502, 503, 504].includes(answer.status)) throw new TypeError(`status ${answer.status}`);
  if (answer.status === 401) throw new Refused("session");
  throw new Refused(said.code ?? "other", said.detail ?? `status ${answer.status}`);
}

async function sendPart(path, body) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send(path, { method: "PUT", body, headers: { "Content-Type": "application/octet-stream" } }, ANSWER_MS);
    } catch (error) {
      if (stopped.signal.aborted || error instanceof Refused || tries === TRIES) throw error;
      await pause(1000 * 2 ** tries);
    }
  }
}

function show(sent, all) {
  bar.value = sent / all;
  status.textContent = sent < all ? words.sending.replace("{sent}", megabytes(sent)).replace("{all}", megabytes(all)) : words.checking;
}

async function upload(file, signature) {
  const path = `/release-files/${encodeURIComponent(file.name)}`;
  const part = Number(form.dataset.part);
  for (let from = 0; from < file.size; from += part) {
    await sendPart(`${path}/parts/${from / part}?size=${file.size}`, file.slice(from, from + part));
    show(Math.min(from + part, file.size), file.size);
  }
  return send(path, { method: "POST", body: new URLSearchParams({ signature }) }, CHECK_MS);
}

/** Say before anything is sent what the centre would refuse. */
function wrongBefore(file, signature) {
  if (!new RegExp(`^(?:${form.dataset.name})$`).test(file.name)) throw new Refused("release_name_wrong");
  if (!file.size) throw new Refused("release_empty");
  if (signature.name !== `${file.name}.sig`) throw new Refused("other_signature");
  if (file.size > Number(form.dataset.most)) throw new Refused("release_too_large");
}

function say(error) {
  const code = error instanceof Refused ? error.code : "unreachable";
  problem.textContent = words[code] ?? `${words.other} ${error.message}`;
  problem.hidden = false;
  status.textContent = "";
}

function busy(is) {
  button.disabled = is;
  cancel.hidden = bar.hidden = !is;
  for (const input of form.querySelectorAll("input")) input.disabled = is;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (stopped) return;
  const [file, signature] = [...form.querySelectorAll("input")].map((input) => input.files[0]);
  problem.hidden = true;
  stopped = new AbortController();
  busy(true);
  show(0, file.size || 1);
  try {
    wrongBefore(file, signature);
    const kept = await upload(file, (await signature.text()).trim());
    stopped = null;
    location.assign(`/releases?lang=${document.documentElement.lang}&added=${encodeURIComponent(kept.version)}`);
  } catch (error) {
    if (stopped?.signal.aborted) status.textContent = words.cancelled;
    else say(error);
    busy(false);
    button.focus();
  } finally {
    stopped = null;
  }
});
cancel.addEventListener("click", () => stopped?.abort());
// A page that is left ends the upload: the browser asks first.
window.addEventListener("beforeunload", (event) => {
  if (stopped) event.preventDefault();
});
