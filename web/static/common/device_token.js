// Renews the token of a browser that is a device: it asks each day, and uses the next one when the page opens again.

import { post } from "./api.js";

const ASK_MS = 24 * 3600 * 1000;
const AGAIN_MS = 10 * 60 * 1000;

/** Ask now and each day. `read` returns the device that the page is, or null; `keep` puts another one into the browser. */
export async function renewToken(read, keep) {
  const device = read();
  const answer = device && (await post("/devices/self/token", {}, { Authorization: `Bearer ${device.token}` }).catch(() => null));
  // Paired again meanwhile: that token is newer.
  if (answer?.token && read()?.token === device.token) keep({ ...device, token: answer.token });
  setTimeout(() => renewToken(read, keep), answer ? ASK_MS : AGAIN_MS);
}
