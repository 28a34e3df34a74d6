// One button for sound, vibration and notification of the own call, as far as the browser gives them.
// Browsers want a touch before a page may sound, and https before it may notify: the text below the button says which.

import { say } from "../common/words.js";

const button = document.getElementById("alert-button");
const told = document.getElementById("alert-told");
const WORKER = "/static/visitor/phone_worker.js";
const TONES = [880, 1109, 1319]; // Hz: a rising chord, as the boards' chime
let sound = null;
let isOn = false;

/** Tell the visitor of the own call: sound and notification where they are switched on; vibration always. */
export function alertOfCall(title, text) {
  navigator.vibrate?.([400, 200, 400, 200, 800]);
  if (!isOn) return;
  for (let again = 0; again < 3; again += 1) chime(again * 1.6);
  notify(title, text);
}

function chime(after_s) {
  if (!sound) return;
  TONES.forEach((tone, at) => {
    const [from, voice, loudness] = [sound.currentTime + after_s + at * 0.22, sound.createOscillator(), sound.createGain()];
    voice.frequency.value = tone;
    loudness.gain.setValueAtTime(0.4, from);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.6);
    voice.connect(loudness);
    loudness.connect(sound.destination);
    voice.start(from);
    voice.stop(from + 0.6);
  });
}

async function notify(title, text) {
  if (!canNotify() || Notification.permission !== "granted") return;
  const options = { body: text, tag: "dawr-call", renotify: true, requireInteraction: true };
  try {
    new Notification(title, options);
  } catch {
    // Chrome on Android shows them by a service worker only.
    (await navigator.serviceWorker.getRegistration(WORKER))?.showNotification(title, options);
  }
}

const canNotify = () => isSecureContext && "Notification" in window;

async function allowed() {
  if (!canNotify()) return false;
  if (Notification.permission === "default") await Notification.requestPermission();
  if (Notification.permission !== "granted") return false;
  await navigator.serviceWorker?.register(WORKER).catch(() => {});
  return true;
}

function wake() {
  const Sound = window.AudioContext ?? window["webkitAudioContext"];
  if (!Sound) return false;
  sound = sound ?? new Sound();
  sound.resume?.();
  chime(0); // the visitor hears what will come, and the browser lets the page sound from now on
  return true;
}

function means(notifies, sounds) {
  if (notifies) return "phone.alert_all";
  if (!sounds) return "phone.alert_none";
  if (!isSecureContext) return "phone.alert_insecure";
  return canNotify() ? "phone.alert_blocked" : "phone.alert_sound";
}

button.addEventListener("click", async () => {
  isOn = !isOn;
  button.setAttribute("aria-pressed", String(isOn));
  if (!isOn) {
    told.textContent = say("phone.alert_off");
    return;
  }
  const sounds = wake(); // before anything is awaited: the touch counts no longer then
  told.textContent = say(means(await allowed(), sounds));
});
