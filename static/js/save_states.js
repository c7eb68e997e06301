// The line above the buttons: shows the one state that is true, and reads out the ones a person must know of.

const READ_OUT = new Set(["offline", "busy", "conflict", "locked", "stale", "submitted", "closed", "refused"]);

export class SaveStates {
  constructor(root) {
    this.root = root;
    this.region = root.querySelector("[data-announce]");
    this.now = "saved";
  }

  show(name, { count = 0, seconds = 0, answered = null, savedAt = null } = {}) {
    if (answered !== null) this.fill("answered", answered);
    if (savedAt !== null) this.stamp(savedAt);
    this.fill("count", count);
    this.fill("seconds", seconds);
    for (const line of this.root.querySelectorAll("[data-state]")) line.hidden = line.dataset.state !== name;
    this.announce(name);
    this.now = name;
  }

  fill(slot, value) {
    for (const place of this.root.querySelectorAll(`[data-${slot}]`)) place.textContent = value;
  }

  stamp(savedAt) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    this.fill("time", format.format(new Date(savedAt)));
    this.root.querySelector("[data-saved-words]").hidden = false;
    this.root.querySelector("[data-saved-plain]").hidden = true;
  }

  announce(name) {
    const calm = name === "saving" || (name === "saved" && !READ_OUT.has(this.before));
    if (name !== "saving") this.before = name;
    if (calm || name === this.announced) return;
    this.announced = name === "saved" ? null : name;
    const line = this.root.querySelector(`[data-state="${name}"]`);
    this.region.textContent = line.innerText.replace(/\s+/g, " ");
  }
}
