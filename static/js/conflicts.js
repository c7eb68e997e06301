// Shows both versions of an answer that was changed in two places, below its statement, until one is chosen.

export class Conflicts {
  constructor({ page, outbox, onChosen }) {
    Object.assign(this, { page, outbox, onChosen });
    this.template = page.form.querySelector("[data-conflict-template]");
  }

  show(item) {
    const fieldset = this.page.fieldset(item);
    const entry = this.outbox.conflicts()[item];
    if (!fieldset || !entry) return;
    fieldset.querySelector(".cx-conflict")?.remove();
    const panel = this.template.content.firstElementChild.cloneNode(true);
    panel.querySelector("[data-yours]").textContent = this.page.words(item, entry.value);
    panel.querySelector("[data-stored]").textContent = this.page.words(item, entry.conflict);
    panel.querySelector("[data-keep]").addEventListener("click", () => this.choose(item, panel, true));
    panel.querySelector("[data-take]").addEventListener("click", () => this.choose(item, panel, false));
    fieldset.append(panel);
  }

  choose(item, panel, mine) {
    const { conflict } = this.outbox.conflicts()[item];
    this.page.note(item, conflict);
    if (mine) this.outbox.keep(item);
    else {
      this.outbox.drop(item);
      this.page.show(item, conflict);
    }
    this.leave(item, panel);
    this.onChosen();
  }

  // A new choice in the statement itself answers the question too.
  overtaken(item) {
    const entry = this.outbox.conflicts()[item];
    if (!entry) return;
    this.page.fieldset(item).querySelector(".cx-conflict")?.remove();
    this.page.note(item, entry.conflict);
    this.outbox.keep(item);
  }

  leave(item, panel) {
    panel.remove();
    const fieldset = this.page.fieldset(item);
    (fieldset.querySelector("input:checked") ?? fieldset.querySelector("input")).focus();
  }

  focusFirst() {
    const panel = this.page.form.querySelector(".cx-conflict");
    panel?.scrollIntoView({ block: "center" });
    panel?.focus();
    return Boolean(panel);
  }
}
