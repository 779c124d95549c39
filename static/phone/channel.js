// What the open pages of this phone tell each other: {left: who}, {opened: draft} and {gone: draft}.

const others = globalThis.BroadcastChannel && new BroadcastChannel("signalering");
export const tellOthers = (what) => others?.postMessage(what);
export const whenTold = (act) => others?.addEventListener("message", ({ data }) => act(data));
