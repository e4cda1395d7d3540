/* The colours, before the first paint: those the reader last chose, else the system's own.
   Later the button in the masthead goes round: as the system, light, dark. */
(() => {
  "use strict";
  const root = document.documentElement;
  const kept = "colours";
  const names = {
    system: "Colours as your system has them; switch to light",
    light: "Light colours; switch to dark",
    dark: "Dark colours; switch to your system’s",
  };
  const next = { system: "light", light: "dark", dark: "system" };

  const read = () => {
    try {
      return localStorage.getItem(kept);
    } catch {
      return null; // storage is closed to this page: the choice lasts as long as the page
    }
  };

  const write = (choice) => {
    try {
      localStorage.setItem(kept, choice);
    } catch {
      // as above
    }
  };

  const show = (choice) => {
    if (choice === "system") root.removeAttribute("data-md-color-scheme");
    else root.setAttribute("data-md-color-scheme", choice);
  };

  let choice = names[read()] ? read() : "system";
  root.classList.replace("no-js", "js");
  show(choice);

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-colours]");
    if (!button) return;
    const name = () => {
      button.setAttribute("aria-label", names[choice]);
      button.title = names[choice];
    };
    name();
    button.addEventListener("click", () => {
      choice = next[choice];
      show(choice);
      write(choice);
      name();
    });
  });
})();
