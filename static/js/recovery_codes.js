// Buttons that copy and print recovery codes; they appear only where there are scripts. The file needs none.

for (const button of document.querySelectorAll("button[data-copy-codes]")) {
  const list = document.getElementById(button.dataset.copyCodes);
  const done = document.getElementById(button.dataset.done);
  button.hidden = false;
  button.addEventListener("click", async () => {
    getSelection().selectAllChildren(list);
    const copied = await copy([...list.querySelectorAll("code")].map((code) => code.textContent).join("\n"));
    done.textContent = copied ? done.dataset.copied : done.dataset.selected;
  });
}

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not allowed here: the codes are selected, and the sentence says so
  }
}
