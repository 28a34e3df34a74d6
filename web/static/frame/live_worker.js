// One live link for all tabs of this browser: browsers give one host six connections, and each link holds one.

import { openLive } from "./live_link.js";

const pages = new Set();
const isOpen = openLive((message) => {
  for (const page of pages) page.postMessage(message);
});

addEventListener("connect", ({ ports: [page] }) => {
  const join = () => {
    pages.add(page);
    if (isOpen()) page.postMessage({ event: "snapshot" }); // what happened before it joined
  };
  page.addEventListener("message", ({ data }) => (data === "leave" ? pages.delete(page) : join()));
  page.start();
  join();
});
