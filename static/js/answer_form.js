// The radio buttons of a page of questions, read and set by item.

export class AnswerForm {
  constructor(form) {
    this.form = form;
    this.shownField = form.elements.namedItem("shown");
    this.shown = JSON.parse(this.shownField.value || "{}");
    this.items = [...form.querySelectorAll("fieldset[data-item]")];
  }

  fieldset(item) {
    return this.items.find((fieldset) => fieldset.dataset.item === item) ?? null;
  }

  value(item) {
    const chosen = this.fieldset(item)?.querySelector("input:checked");
    return chosen ? typed(chosen.value) : null;
  }

  // Shows a value without telling anybody; null clears.
  show(item, value) {
    for (const input of this.fieldset(item)?.querySelectorAll("input") ?? []) {
      input.checked = value !== null && input.value === String(value);
    }
  }

  words(item, value) {
    const input = [...(this.fieldset(item)?.querySelectorAll("input") ?? [])].find((i) => i.value === String(value));
    if (!input) return this.form.querySelector("[data-no-answer]").textContent;
    const parts = [...input.labels[0].querySelectorAll("span")].map((part) => part.textContent.trim());
    return parts.filter(Boolean).join(" · ");
  }

  // What the server holds now, so that the next change is compared with it, here or after a plain form post.
  note(item, value) {
    if (value === null) delete this.shown[item];
    else this.shown[item] = value;
    this.shownField.value = JSON.stringify(this.shown);
  }

  stored(item) {
    return this.shown[item] ?? null;
  }

  answeredHere() {
    return this.items.filter((fieldset) => fieldset.querySelector("input:checked")).length;
  }

  nextOpen(item) {
    const place = this.items.findIndex((fieldset) => fieldset.dataset.item === item);
    return this.items.slice(place + 1).find((fieldset) => !fieldset.querySelector("input:checked")) ?? null;
  }
}

export function typed(value) {
  return /^-?\d+$/.test(value) ? Number(value) : value;
}
