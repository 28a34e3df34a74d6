// Fetches and keeps nothing: Chrome on Android lets a page notify by a service worker only. A touch shows the page.

const worker = /** @type {any} */ (self);

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(worker.clients.matchAll({ type: "window", includeUncontrolled: true }).then((pages) => pages[0]?.focus()));
});
