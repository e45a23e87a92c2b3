/** Locks after minutes without a touch or a key in any tab; a minute before, it says so. */

/** Among tabs: someone is here; the time is up, save what you hold. */
type Word = "here" | "locking";

const tellEveryMs = 10_000;
const warnMs = 60_000;

/**
 * @param minutes   read at each tick, so that a changed setting counts at once; 0 never locks
 * @param working   something long is being done for the person: counts as a touch
 * @param onWarn    seconds left, or null when the person came back
 * @param onOthers  another tab is about to lock the vault
 * @returns         how to end it
 */
export function autoLock(given: {
  readonly minutes: () => number;
  readonly now: () => number;
  readonly working: () => boolean;
  readonly onWarn: (seconds: number | null) => void;
  readonly onLock: () => void;
  readonly onOthers: () => void;
}): () => void {
  const channel = new BroadcastChannel("saksi-activity");
  const say = (word: Word) => channel.postMessage(word);
  let touchedAt = given.now();
  let toldAt = 0;
  let warned = false;

  const seen = () => {
    touchedAt = given.now();
    if (!warned) return;
    warned = false;
    given.onWarn(null);
  };
  const touch = () => {
    seen();
    if (touchedAt - toldAt < tellEveryMs) return;
    toldAt = touchedAt;
    say("here");
  };
  channel.addEventListener("message", ({ data }: MessageEvent<Word>) => (data === "here" ? seen() : given.onOthers()));

  const tick = () => {
    const minutes = given.minutes();
    if (minutes === 0) return;
    if (given.working()) touch();
    const leftMs = touchedAt + minutes * 60_000 - given.now();
    if (leftMs <= 0) {
      say("locking");
      touchedAt = given.now();
      given.onLock();
    } else if (leftMs <= warnMs && minutes > 1) {
      warned = true;
      given.onWarn(Math.ceil(leftMs / 1000));
    }
  };
  const timer = setInterval(tick, 1000);
  const signs = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
  for (const sign of signs) addEventListener(sign, touch, { passive: true });

  return () => {
    clearInterval(timer);
    channel.close();
    for (const sign of signs) removeEventListener(sign, touch);
  };
}
