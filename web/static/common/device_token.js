// The token of a browser that is a device, in its localStorage for all its tabs; it is renewed each day, for when a page opens again.
// Once a minute the page tells the hall that it runs.

import { post } from "./api.js";

const ASK_MS = 24 * 3600 * 1000;
const AGAIN_MS = 10 * 60 * 1000;
const ALIVE_MS = 60_000;
/** How soon a browser that is no device looks whether it was paired. */
const PAIRED_MS = 2000;
/** The token that this tab wrote: the hall may give another one in its place. */
let written = null;

/** Return the device that the browser is by its entry in localStorage, null where it is not a device. */
export function readDevice(entry) {
  try {
    return JSON.parse(localStorage.getItem(entry) ?? "null");
  } catch {
    return null;
  }
}

/** Let the browser be this device. */
export function keepDevice(entry, device) {
  localStorage.setItem(entry, JSON.stringify(device));
  return device;
}

/** Forget the device, whose token the hall refused; where another tab wrote a newer token, open the page again with that one. */
export function forgetDevice(entry, device) {
  const kept = readDevice(entry);
  if (kept && kept.token !== device.token) location.reload();
  else localStorage.removeItem(entry);
  return kept?.token === device.token ? null : kept;
}

/** Ask now and each day for the token that follows. `used` returns the device that this tab is, or null. */
export async function renewToken(entry, used) {
  const device = used();
  const answer = device && (await post("/devices/self/token", {}, { Authorization: `Bearer ${device.token}` }).catch(() => null));
  const kept = readDevice(entry);
  // A token of another tab is newer: it was renewed there, or the browser was paired again.
  if (answer?.token && kept && (kept.token === device.token || kept.token === written)) {
    written = answer.token;
    keepDevice(entry, { ...kept, token: written });
  }
  setTimeout(() => renewToken(entry, used), answer ? ASK_MS : AGAIN_MS);
}

/** Tell the hall now and each minute that the page of this device runs; what finds no hall is dropped. */
export async function tellAlive(used) {
  const device = used();
  if (device) await post("/devices/self/alive", {}, { Authorization: `Bearer ${device.token}` }).catch(() => null);
  setTimeout(() => tellAlive(used), device ? ALIVE_MS : PAIRED_MS);
}
