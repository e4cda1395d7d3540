/* A button beside each citation that copies it; without scripts the words are there to select. */
(() => {
  "use strict";
  const forms = document.querySelectorAll(".cite-forms dl > div");
  if (!navigator.clipboard || !forms.length) return;
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);

  for (const form of forms) {
    const term = form.querySelector("dt");
    const text = form.querySelector("dd").textContent.trim();
    const of = form.closest("section")?.querySelector("h2");
    const name = term.textContent.trim() + (of ? `: ${of.textContent.trim()}` : "");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite-copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${name}`);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not copied";
      }
      said.textContent = `${button.textContent}: ${name}`;
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    term.append(" ", button);
  }
})();
