// Sends what waits in the outbox: at once, one request at a time, again and again with growing pauses when it fails.

const LONGEST_PAUSE = 60;
const PATIENCE = 15000;
const FINAL = { 400: "refused", 403: "stale", 404: "locked", 409: "submitted", 410: "closed", 413: "refused", 422: "refused" };

export class Sender {
  constructor({ url, token, outbox, onState, onSaved, onConflict }) {
    Object.assign(this, { url, token, outbox, onState, onSaved, onConflict });
    this.pause = 0;
    this.running = null;
    this.failed = false;
    window.addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => this.failed && !document.hidden && this.send());
  }

  // Resolves to true when nothing waits any more.
  send() {
    clearTimeout(this.timer);
    this.running ??= this.drain().finally(() => (this.running = null));
    return this.running;
  }

  // Whether the server answers at all; the browser's own idea of being online is wrong too often.
  async isReachable() {
    if ((await this.post({})) !== null) return true;
    return this.later("offline", null);
  }

  // The page goes away: one last try, which the browser finishes by itself.
  part() {
    const batch = this.outbox.waiting();
    if (Object.keys(batch).length === 0) return;
    this.outbox.sending(batch);
    this.post(batch);
  }

  get isBusy() {
    return this.running !== null;
  }

  async drain() {
    for (;;) {
      const batch = this.outbox.waiting();
      if (Object.keys(batch).length === 0) {
        this.onState("saved");
        return true;
      }
      this.onState("saving");
      this.outbox.sending(batch);
      const answer = await this.post(batch);
      if (answer === null) return this.later("offline", null);
      if (!answer.ok) return this.refusedWith(answer);
      const saved = await answer.json().catch(() => null);
      if (saved === null) return this.later("offline", null);
      this.settle(batch, saved);
    }
  }

  // The server's answer, null when there is none.
  async post(batch) {
    const answers = {};
    const shown = {};
    for (const [item, entry] of Object.entries(batch)) {
      answers[item] = entry.value;
      if (entry.shown !== null) shown[item] = entry.shown;
    }
    try {
      return await fetch(this.url, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.token },
        body: JSON.stringify({ answers, shown }),
        credentials: "same-origin",
        keepalive: true,
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      return null;
    }
  }

  settle(batch, saved) {
    this.pause = 0;
    this.failed = false;
    const elsewhere = new Map(saved.conflicts.map((conflict) => [conflict.item, conflict]));
    for (const [item, { value }] of Object.entries(batch)) {
      if (!elsewhere.has(item)) {
        this.outbox.saved(item, value);
        this.onSaved(item, value);
      } else if (!this.outbox.changedElsewhere(elsewhere.get(item))) {
        this.onConflict(item);
      }
    }
    this.onState("saved", saved);
  }

  refusedWith(answer) {
    if (answer.status in FINAL) {
      this.failed = true;
      this.onState(FINAL[answer.status]);
      return false;
    }
    return this.later("busy", Number(answer.headers.get("Retry-After")) || null);
  }

  later(state, seconds) {
    this.failed = true;
    this.pause = Math.min(LONGEST_PAUSE, seconds ?? Math.max(2, this.pause * 2));
    this.timer = setTimeout(() => this.send(), this.pause * 1000);
    this.onState(state, { seconds: this.pause });
    return false;
  }
}
