// Alerts of one kind are one matter for the head: which ones, and under which key.

const GROUPED = ["no_counter", "over_target", "idle", "complaint", "paperless"];

/** Return what all alerts of one card have in common; those that are acknowledged and those that are not are two cards. */
export const groupOf = (alert) => (GROUPED.includes(alert.kind) ? `${alert.kind}:${alert.seen_by ?? ""}` : alert.alert);
