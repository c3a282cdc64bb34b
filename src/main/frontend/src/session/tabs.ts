const NAME = 'throughcare-signed-out';

/** Tells the other tabs of this browser that somebody signed out here. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage('signedOut');
  channel.close();
}

/** Hears of it. */
export function whenAnotherTabSignsOut(heard: () => void): void {
  new BroadcastChannel(NAME).onmessage = heard;
}
