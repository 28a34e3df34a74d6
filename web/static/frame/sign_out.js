// The sign-out button of all pages with the frame: end the session at the server, then leave the page.

import { isOfMinistry, post } from "../common/api.js";
import { say } from "../common/words.js";

const button = document.getElementById("sign-out");

button.addEventListener("click", async () => {
  button.disabled = true;
  const ofMinistry = await isOfMinistry();
  try {
    await post("/session/end", {});
  } catch (error) {
    if (error.status !== 401) { // 401: the session was over already
      button.querySelector(".word").textContent = say("nav.sign_out_failed");
      button.disabled = false;
      return;
    }
  }
  location.replace(ofMinistry ? "/sign-out/ministry" : "/enter?out");
});
