// What if: asks the server for the changed part as soon as something is ticked or moved, and keeps the address right.
// Without this script the button does the same with a whole page.
(() => {
  const form = document.getElementById("what-if");
  const outcome = document.getElementById("outcome");
  const short = document.getElementById("outcome-short");
  const said = document.getElementById("outcome-said");
  if (!form || !outcome || !short || !said) return;
  let asked = 0;

  const address = () => {
    const wishes = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) wishes.append(name, value);
    const query = wishes.toString();
    const page = form.getAttribute("action").split("#")[0]; // form.action is the boxes of that name
    return query ? `${page}?${query}` : page;
  };

  const redraw = async () => {
    const mine = ++asked;
    const target = address();
    outcome.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(target, { headers: { "X-Fragment": "outcome" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const text = await answer.text();
      if (mine !== asked) return;
      outcome.innerHTML = text;
      short.textContent = outcome.querySelector("h2").textContent;
      said.textContent = short.textContent;
      history.replaceState(null, "", target);
    } catch {
      if (mine !== asked) return;
      const note = document.createElement("p");
      note.className = "cx-notice";
      note.setAttribute("role", "alert");
      note.textContent = outcome.dataset.failed;
      outcome.querySelector(".cx-notice")?.remove();
      outcome.prepend(note);
    } finally {
      if (mine === asked) outcome.removeAttribute("aria-busy");
    }
  };

  form.addEventListener("change", redraw);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    redraw();
  });
})();
