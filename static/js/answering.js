// A page of questions: saves each change as it is made and says truthfully what is saved.

import { AnswerForm } from "./answer_form.js";
import { Conflicts } from "./conflicts.js";
import { focusItem, watchKeys } from "./number_keys.js";
import { Outbox } from "./outbox.js";
import { SaveStates } from "./save_states.js";
import { Sender } from "./sender.js";

const STUCK = new Set(["locked", "stale", "submitted", "closed", "refused"]);

const form = document.getElementById("answers");
const page = new AnswerForm(form);
const outbox = new Outbox(form.dataset.assessment);
const states = new SaveStates(form.querySelector("[data-states]"));
const conflicts = new Conflicts({ page, outbox, onChosen: () => (showState("saved"), sender.send()) });
const sender = new Sender({
  url: form.dataset.autosave,
  token: form.elements.namedItem("csrf_token").value,
  outbox,
  onState: showState,
  onSaved: (item, value) => page.fieldset(item) && page.note(item, value),
  onConflict: (item) => conflicts.show(item),
});

function showState(name, facts = {}) {
  if (name === "submitted" || name === "closed") outbox.clear();
  const undecided = Object.keys(outbox.conflicts()).length > 0;
  states.show(name === "saved" && undecided ? "conflict" : name, {
    count: outbox.count(),
    seconds: facts.seconds ?? 0,
    answered: facts.answered ?? null,
    savedAt: facts.saved_at ?? null,
  });
}

function changed(item) {
  conflicts.overtaken(item);
  outbox.put(item, page.value(item), page.stored(item));
  countHere();
  sender.send();
}

function countHere() {
  const here = page.answeredHere();
  for (const place of form.querySelectorAll("[data-here]")) place.textContent = here;
  form.querySelector("[data-bar]").setAttribute("width", `${(100 * here) / page.items.length}%`);
}

form.addEventListener("change", (event) => {
  const fieldset = event.target.closest("fieldset[data-item]");
  if (fieldset) changed(fieldset.dataset.item);
});

// Buttons leave the page once what is on it is saved; what cannot be saved just now keeps the page open. Where only a
// new page can help (key lost, page too old), the form is posted as it is: the server keeps what it holds.
let mayLeave = false;
form.addEventListener("submit", async (event) => {
  if (mayLeave || STUCK.has(states.now)) return;
  if (outbox.count() === 0 && !sender.isBusy && !sender.failed && navigator.onLine) return;
  event.preventDefault();
  const saved = (await sender.send()) && (await sender.isReachable());
  if (Object.keys(outbox.conflicts()).some((item) => page.fieldset(item))) {
    conflicts.focusFirst();
  } else if (saved || STUCK.has(states.now)) {
    mayLeave = true;
    form.requestSubmit(event.submitter);
  }
});
window.addEventListener("pagehide", () => mayLeave || sender.part());

form.querySelector("[data-first-conflict]").addEventListener("click", (event) => {
  event.preventDefault();
  if (!conflicts.focusFirst()) location.assign(Object.values(outbox.conflicts())[0].page);
});

// Another tab has sent what this one put into the outbox.
window.addEventListener("storage", (event) => {
  if (event.key !== outbox.key) return;
  const before = JSON.parse(event.oldValue ?? "{}");
  const now = outbox.entries();
  for (const [item, entry] of Object.entries(before)) {
    if (!(item in now) && page.value(item) === entry.value) page.note(item, entry.value);
  }
});

// A page that comes back out of the browser's memory may show old answers.
window.addEventListener("pageshow", (event) => event.persisted && location.reload());

for (const [item, entry] of Object.entries(outbox.entries())) {
  if (!page.fieldset(item)) continue;
  page.show(item, entry.value);
  if (entry.inConflict) conflicts.show(item);
}
// What was chosen while this script was still on its way here.
for (const { dataset } of page.items) {
  const chosen = page.value(dataset.item);
  if (chosen !== page.stored(dataset.item)) outbox.put(dataset.item, chosen, page.stored(dataset.item));
}
countHere();
if (outbox.count() > 0) {
  showState("saved");
  sender.send();
}
watchKeys(page, changed);

// A link to a statement: the focus goes there once the browser has done its own scrolling, which takes it away.
window.addEventListener("load", () => {
  const target = page.fieldset(decodeURIComponent(location.hash.slice(1)));
  if (target) requestAnimationFrame(() => focusItem(target));
});
