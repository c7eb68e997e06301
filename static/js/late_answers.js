// On the page before submission: answers that are still on this device are sent first, and the page shows them.

import { Outbox } from "./outbox.js";
import { Sender } from "./sender.js";

const page = document.querySelector("[data-autosave]");
const warning = page.querySelector("[data-unsent]");
const outbox = new Outbox(page.dataset.assessment);

function show(state) {
  const waiting = Object.keys(outbox.waiting()).length;
  const torn = Object.values(outbox.conflicts());
  warning.hidden = waiting + torn.length === 0;
  warning.querySelector("[data-count]").textContent = waiting + torn.length;
  const link = warning.querySelector("a");
  link.hidden = torn.length === 0;
  if (torn.length > 0) link.href = torn[0].page;
  if (state === "submitted" || state === "closed") outbox.clear();
}

if (outbox.count() > 0) {
  const sender = new Sender({
    url: page.dataset.autosave,
    token: page.querySelector("[name=csrf_token]").value,
    outbox,
    onState: show,
    onSaved: () => {},
    onConflict: () => {},
  });
  const before = Object.keys(outbox.waiting()).length;
  show("saving");
  sender.send().then(() => before > 0 && Object.keys(outbox.waiting()).length === 0 && location.reload());
}
