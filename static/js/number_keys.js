// A number rates the statement in focus and moves on to the next open one. Letters: not applicable, cannot judge,
// clear. They work only while a statement has the focus, so they never take a key from anything else.

const NOT_APPLICABLE = new Set(["n", "N", "н", "Н"]);
const CANNOT_JUDGE = new Set(["?"]);
const CLEAR = new Set(["Backspace", "Delete"]);

export function watchKeys(page, onCleared) {
  const hint = page.form.querySelector("[data-keys]");
  if (hint) hint.hidden = false;
  page.form.addEventListener("keydown", (event) => {
    const fieldset = event.target.closest("fieldset[data-item]");
    if (!fieldset || event.target.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (CLEAR.has(event.key)) {
      event.preventDefault();
      page.show(fieldset.dataset.item, null);
      onCleared(fieldset.dataset.item);
      return;
    }
    const input = find(fieldset, event.key);
    if (!input) return;
    event.preventDefault();
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    moveOn(page, fieldset);
  });
}

function find(fieldset, key) {
  const by = (value) => fieldset.querySelector(`input[value="${value}"]`);
  if (NOT_APPLICABLE.has(key)) return by("not_applicable");
  if (CANNOT_JUDGE.has(key)) return by("dont_know");
  if (!/^\d$/.test(key)) return null;
  return by(key) ?? (key === "0" ? by("10") : null);
}

function moveOn(page, fieldset) {
  const next = page.nextOpen(fieldset.dataset.item);
  if (next) focusItem(next);
  else page.form.querySelector("[data-onward]").focus();
}

export function focusItem(fieldset) {
  (fieldset.querySelector("input:checked") ?? fieldset.querySelector("input")).focus({ preventScroll: true });
  fieldset.scrollIntoView({ block: "nearest" });
}
