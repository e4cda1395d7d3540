/* Filters of the timeline: by actor, by place, by how sure the date is. What is chosen stands in the
   address, so that it can be kept, sent and gone back from; the drawn strip follows the list. */

(() => {
  "use strict";

  const form = document.querySelector("form.filters");
  if (!form) return;

  const entries = [...document.querySelectorAll("li.entry")];
  const bars = [...document.querySelectorAll(".strip-figure .bar[data-id]")];
  const lists = [...document.querySelectorAll("ol.timeline")];
  const links = [...document.querySelectorAll(".on-this-page a, .jumps a")];
  const headings = [...document.querySelectorAll("h2, h3")]
    .map((heading) => [heading, under(heading)])
    .filter(([, own]) => own.length);
  const count = form.querySelector("output");
  const choices = [...form.querySelectorAll("select")];

  /** The lists before the next heading that is no smaller. */
  function under(heading) {
    const own = [];
    for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
      if (/^H\d$/.test(next.tagName) && next.tagName <= heading.tagName) break;
      if (lists.includes(next)) own.push(next);
    }
    return own;
  }

  /** What the address asks for; of values that no filter has, nothing. */
  function read() {
    const asked = new URLSearchParams(location.search);
    for (const choice of choices) {
      const value = asked.get(choice.name) || "";
      choice.value = [...choice.options].some((one) => one.value === value) ? value : "";
    }
  }

  function write() {
    const asked = new URLSearchParams(location.search);
    for (const choice of choices) {
      if (choice.value) asked.set(choice.name, choice.value);
      else asked.delete(choice.name);
    }
    const query = asked.toString();
    if (query !== location.search.slice(1)) {
      history.pushState(null, "", location.pathname + (query && `?${query}`));
    }
  }

  const fits = (entry) =>
    choices.every((choice) => !choice.value || (entry.dataset[choice.name] || "").split(" ").includes(choice.value));

  function apply() {
    const shown = new Set();
    for (const entry of entries) {
      entry.hidden = !fits(entry);
      if (!entry.hidden) shown.add(entry.id);
    }
    for (const bar of bars) bar.classList.toggle("bar--out", !shown.has(bar.dataset.id));
    hideEmpty();
    const chosen = choices.some((choice) => choice.value);
    form.querySelector("button").disabled = !chosen;
    const all = `${entries.length} events`;
    count.value = !chosen ? `All ${all}` : shown.size ? `${shown.size} of ${all}` : `None of ${all} is all of this`;
  }

  /** A year or month without events goes with its heading and the links to it. */
  function hideEmpty() {
    for (const list of lists) list.hidden = [...list.children].every((entry) => entry.hidden);
    for (const [heading, own] of headings) {
      heading.hidden = own.every((list) => list.hidden);
      for (const link of links) if (link.hash === `#${heading.id}`) link.hidden = heading.hidden;
    }
    for (const item of new Set(links.map((link) => link.closest("li")))) {
      item.hidden = [...item.querySelectorAll("a")].every((link) => link.hidden);
    }
  }

  form.addEventListener("change", () => {
    write();
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const choice of choices) choice.value = "";
    write();
    apply();
    choices[0].focus();
  });
  window.addEventListener("popstate", () => {
    read();
    apply();
  });

  read();
  apply();
  form.hidden = false;
})();
