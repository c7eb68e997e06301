// A button that copies the field it names; it appears only where copying can work.

for (const button of document.querySelectorAll("button[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const done = document.getElementById(button.dataset.done);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    const copied = await copy(field.value);
    done.textContent = copied ? done.dataset.copied : done.dataset.selected;
  });
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not allowed here: the text is selected, and the sentence says so
  }
}
