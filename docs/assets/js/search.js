/* Search: the field, its results and its keys.  The engine and the index come once, on first focus, as
   scripts, so that they also come to a page opened from a folder.  Text is put in as text. */
(() => {
  "use strict";

  const root = new URL("../../", document.currentScript.src);

  // ---- A result, in words -------------------------------------------------------------------

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** Return `text` in an element, its matches marked; as text, never as markup. */
  function marking(engine, tag, className, text, marked) {
    const made = element(tag, className);
    let at = 0;
    for (const [start, end] of engine.spans(text, marked)) {
      made.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    made.append(text.slice(at));
    return made;
  }

  /** Return the other name that the query means, where the title does not hold it. */
  function otherName(engine, { title, names }, marked) {
    if (engine.spans(title, marked).length) return undefined;
    return names.find(({ name }) => engine.spans(name, marked).length);
  }

  function address(page, part) {
    const found = new URL(part === page ? page.address : page.address + part.address, root);
    if (found.protocol === "file:" && found.pathname.endsWith("/")) found.pathname += "index.html";
    return found.href;
  }

  function item(engine, result, marked) {
    const page = engine.entry(result.page);
    const part = result.entry === result.page ? page : engine.entry(result.entry);
    const link = element("a", "hit");
    link.href = address(page, part);
    link.append(element("span", "hit__kind", page.kind), marking(engine, "span", "hit__title", page.title, marked));
    const other = otherName(engine, page, marked);
    if (other) {
      const name = marking(engine, "bdi", "", other.name, marked);
      name.lang = other.lang;
      link.append(element("span", "hit__also", "also ", name));
    }
    if (part !== page) link.append(marking(engine, "span", "hit__part", part.title, marked));
    // What the title or the summary says needs no excerpt.
    const told = part === page && (other || engine.spans(`${page.title} ${page.line}`, marked).length);
    const line = (told ? null : engine.excerpt(part.text, marked)) ?? (page.line || part.line);
    if (line) link.append(marking(engine, "span", "hit__line", line, marked));
    return element("li", "", link);
  }

  // ---- The field and its results -----------------------------------------------------------

  function script(path) {
    return new Promise((resolve, reject) => {
      const tag = document.createElement("script");
      tag.src = new URL(path, root).href;
      tag.addEventListener("load", resolve);
      tag.addEventListener("error", reject);
      document.head.append(tag);
    });
  }

  let loading = null;

  function load() {
    loading ??= Promise.all([script("assets/js/search-engine.js"), script("search/index.js")]).then(
      () => window.dossierSearch.prepare(window.dossierIndex),
      (error) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  }

  /** Keep the query in the address, where browsers allow it: not in a page opened from a folder. */
  function keep(query) {
    try {
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    } catch {
      /* the page works without it */
    }
  }

  const several = (count) => `${count} ${count === 1 ? "result" : "results"}`;

  function summary(query, { results, missing, near, partly }, shown) {
    const lost = missing.map((word) => `“${word}”`).join(" or ");
    const count = shown < results.length ? `${shown} of ${several(results.length)}` : several(results.length);
    if (!results.length) return `Nothing here mentions ${lost || `“${query}”`}. Another word may find it: a name in any spelling, a place, a year, a number.`;
    if (lost) return `Nothing here mentions ${lost}. ${count} for the rest.`;
    if (near) return `Nothing is spelt “${query}” here. ${count} close to it.`;
    return partly ? `No page has all of these words. ${count} with some.` : count;
  }

  function mount(box) {
    const whole = box.dataset.search === "page";
    const part = (name) => box.querySelector(`[data-search-${name}]`);
    const [input, panel, list, all] = ["input", "panel", "list", "all"].map(part);
    const names = all.href; // the page of all names, and of all results
    let latest = 0;
    let speaking = 0;

    const results = (query) => `${names}?q=${encodeURIComponent(query)}`;

    const show = (open) => {
      panel.hidden = !open;
      box.classList.toggle("search--open", open);
    };

    /** Show what is found, and say it once the reader pauses. */
    const say = (text) => {
      part("status").textContent = text;
      clearTimeout(speaking);
      speaking = setTimeout(() => (part("live").textContent = text), 600);
    };

    const lead = (href, text) => {
      all.href = href;
      all.textContent = text;
    };

    const fill = (engine, query) => {
      const found = engine.find(query);
      const shown = found.results.slice(0, whole ? 60 : 7);
      list.replaceChildren(...shown.map((result) => item(engine, result, found.marked)));
      say(summary(query, found, shown.length));
      if (shown.length) lead(results(query), "All results on one page");
      else lead(names, "Every name, A to Z");
    };

    const hear = async () => {
      const query = input.value.trim();
      const turn = ++latest;
      if (whole) keep(query);
      show(query !== "");
      if (!query) {
        list.replaceChildren();
        return say("");
      }
      if (!list.childElementCount) say("Looking …");
      try {
        const engine = await load();
        if (turn === latest) fill(engine, query);
      } catch {
        say("The search did not load.");
        lead(names, "Every name, A to Z");
      }
    };

    const move = (step) => {
      const stops = [input, ...panel.querySelectorAll("a")].filter((stop) => stop.offsetParent);
      const at = stops.indexOf(document.activeElement);
      stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
    };

    const leave = () => {
      if (!whole && !panel.hidden) {
        input.focus();
        show(false);
      } else if (input.value) {
        input.value = "";
        hear();
      } else input.blur();
    };

    const go = () => {
      if (whole) list.querySelector("a")?.focus();
      else if (input.value.trim()) location.assign(results(input.value.trim()));
    };

    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: leave };
      if (event.target === input) keys.Enter = go;
      if (keys[event.key]) {
        event.preventDefault();
        keys[event.key]();
      } else if (event.key.length === 1 && event.key !== " " && event.target.matches("a")) input.focus();
    };

    input.addEventListener("focus", (event) => {
      load().catch(() => {});
      if (input.value.trim() && !box.contains(event.relatedTarget)) hear();
    });
    input.addEventListener("input", hear);
    part("field").addEventListener("keydown", press);
    panel.addEventListener("keydown", press);
    part("close")?.addEventListener("click", () => {
      show(false);
      document.activeElement.blur();
    });
    if (whole) {
      input.value = new URLSearchParams(location.search).get("q") ?? "";
      if (input.value) hear();
      box.hidden = false;
    } else {
      document.addEventListener("pointerdown", (event) => box.contains(event.target) || show(false));
      box.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !box.contains(event.relatedTarget)) show(false);
      });
    }
    box.dataset.searchReady = "";
  }

  // ---- Keys for the whole page, which a reader can turn off (WCAG 2.1.4) ---------------------

  const OFF = "dossier.search.keys";
  const stored = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(OFF);
      localStorage.setItem(OFF, value);
    } catch {
      /* nothing is kept where storing is not allowed */
    }
    return value;
  };

  function listen() {
    let on = stored() !== "off";
    for (const choice of document.querySelectorAll("[data-search-keys]")) {
      choice.checked = on;
      choice.addEventListener("change", () => {
        on = choice.checked;
        stored(on ? "on" : "off");
      });
    }
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (!on || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== "/" && event.key !== "s") return;
      const field = document.querySelector("[data-search=page] [data-search-input]") ?? document.querySelector("[data-search-input]");
      if (!field) return;
      event.preventDefault();
      field.focus();
    });
  }

  for (const box of document.querySelectorAll("[data-search]")) mount(box);
  listen();
})();
