// Draw a QR code whose cells the hall has computed.

import { draw } from "./parts.js";

const QUIET_CELLS = 4; // scanners need a light edge

/** Put a code of rows of 1 (dark) and 0 (light) into an SVG element. */
export function drawQr(svg, cells) {
  const side = cells.length + 2 * QUIET_CELLS;
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  const dark = cells.flatMap((row, y) => [...row].map((cell, x) => (cell === "1" ? `M${x + QUIET_CELLS} ${y + QUIET_CELLS}h1v1h-1z` : "")));
  svg.replaceChildren(draw("path", { d: dark.join("") }));
}
