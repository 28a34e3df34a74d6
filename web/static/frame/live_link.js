// One connection to the live link of the hall.

const AGAIN_MS = 3000;

/** Open the live link; `heard({event, kind})` gets each snapshot, fact and error. Return what says whether it is open. */
export function openLive(heard) {
  let source = null;
  const open = () => {
    source = new EventSource("/api/v1/live");
    source.addEventListener("snapshot", () => heard({ event: "snapshot" }));
    source.addEventListener("fact", (event) => heard({ event: "fact", kind: JSON.parse(event.data).kind }));
    // The browser reconnects automatically unless the server refused; then a new link is made.
    source.addEventListener("error", () => {
      heard({ event: "error" });
      if (source.readyState === EventSource.CLOSED) setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => source.readyState === EventSource.OPEN;
}
