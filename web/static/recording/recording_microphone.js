// The microphone: blocks of samples as they come, and a take as a WAV file of 16 bits at the microphone's own rate.

const PLAIN = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/** Open the microphone; `heard` gets the peak (0 to 1) of each block. Rejects where the person or the machine says no. */
export async function openMicrophone(heard) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: PLAIN });
  const context = new AudioContext();
  await context.audioWorklet.addModule("/static/recording/recording_worklet.js");
  const tap = new AudioWorkletNode(context, "tap");
  // Nothing comes out of it, but only what leads to the loudspeaker is run.
  context.createMediaStreamSource(stream).connect(tap).connect(context.destination);
  await context.resume();
  let blocks = null;
  tap.port.addEventListener("message", ({ data }) => {
    heard(data.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0));
    blocks?.push(data);
  });
  tap.port.start();
  return {
    begin: () => (blocks = []),
    end: () => {
      const taken = blocks ?? [];
      blocks = null;
      return wavOf(taken, context.sampleRate);
    },
  };
}

function wavOf(blocks, rate) {
  const many = blocks.reduce((sum, block) => sum + block.length, 0);
  const view = new DataView(new ArrayBuffer(44 + 2 * many));
  const text = (at, letters) => [...letters].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + 2 * many, true);
  text(8, "WAVEfmt ");
  [[16, 16], [24, rate], [28, 2 * rate], [40, 2 * many]].forEach(([at, value]) => view.setUint32(at, value, true));
  [[20, 1], [22, 1], [32, 2], [34, 16]].forEach(([at, value]) => view.setUint16(at, value, true));
  text(36, "data");
  let at = 44;
  for (const block of blocks) {
    for (const value of block) {
      view.setInt16(at, Math.max(-32768, Math.min(32767, Math.round(value * 32768))), true);
      at += 2;
    }
  }
  return new Blob([view], { type: "audio/wav" });
}
