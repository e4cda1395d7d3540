/* Cards over links to actors, places, events and citations: on hover, on keyboard focus, on a first
   tap. All that they show lies in the page (the block "previews", its notes, its list of events);
   nothing is fetched, and without this file every link leads where it led. */

(() => {
  "use strict";

  const main = document.querySelector("main");
  const block = document.getElementById("previews");
  if (!main || !block) return;

  const SHOW = 250; // milliseconds before a card opens under the pointer
  const HIDE = 250; // and in which the pointer may travel into it
  const EDGE = 8;

  /* ---- What is known ------------------------------------------------------------------ */

  const data = JSON.parse(block.textContent);
  const cards = new Map();
  for (const [folder, rows] of Object.entries(data.cards)) {
    for (const [rest, row] of Object.entries(rows)) cards.set(address(folder + rest), row);
  }
  const sources = new Map();
  for (const [id, row] of Object.entries(data.sources)) sources.set(address(row[0]), { id, row });
  const entries = new Map();
  for (const entry of main.querySelectorAll("li.entry")) {
    entries.set(address(entry.querySelector(".event a").getAttribute("href")), entry);
  }
  const own = address("");

  /** An address in one spelling, whatever its letters and however the page is opened. */
  function address(href) {
    let url = null;
    try {
      url = new URL(href, document.baseURI);
    } catch {
      return "";
    }
    return plain(url.protocol + url.host + url.pathname).replace(/index\.html$/, "");
  }

  function plain(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function anchorOf(href) {
    const at = href.indexOf("#");
    return at < 0 ? "" : plain(href.slice(at + 1));
  }

  /* ---- What a card holds -------------------------------------------------------------- */

  function element(name, className, ...inside) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside.filter((one) => one));
    return made;
  }

  function anchor(href, className, text) {
    const made = element("a", className, text);
    made.href = href;
    made.tabIndex = -1; // the link under the card is the one that the keyboard has
    return made;
  }

  function line(className, ...inside) {
    return inside.some((one) => one) ? element("p", className, ...inside) : null;
  }

  /** The parts of a card for this link; null where there is nothing to show. */
  function partsOf(link) {
    const href = link.getAttribute("href") || "";
    const note = anchorOf(href);
    if (href.startsWith("#")) return note.startsWith("fn:") ? ofNote(note) : null;
    const to = address(href);
    if (to === own) return null;
    const source = sources.get(to);
    if (source && note.startsWith("passage-")) return ofPassage(link, href, source, note.slice(8));
    const row = cards.get(to);
    if (row) return ofRecord(href, row);
    return entries.has(to) ? ofEntry(href, entries.get(to)) : null;
  }

  function ofRecord(href, [name, what, about = "", tag = "", form = "", spot = "", words = ""]) {
    let told = tag;
    if (typeof tag === "number") {
      told = tag ? `named in ${tag} ${tag === 1 ? "passage" : "passages"}` : `not named in ${data.report}`;
    }
    return [
      line("preview-name", anchor(href, "", name || nameOf(href))),
      line(
        "preview-what",
        element("span", form ? `day day--${form}` : "", what),
        told && " ",
        told && element("span", "tag", told),
      ),
      line("preview-line", about),
      evidence(words, spot),
    ];
  }

  /** Where a page has no room for names, its own links say them: the fullest does. */
  function nameOf(href) {
    const links = [...main.querySelectorAll("a")].filter((one) => address(one.getAttribute("href") || "") === address(href));
    return links.map((one) => one.textContent.trim()).sort((one, other) => other.length - one.length)[0] || "";
  }

  function evidence(words, spot) {
    if (!words) return null;
    const at = spot.lastIndexOf(":");
    const [page, title] = data.sources[spot.slice(0, at)];
    const passage = spot.slice(at + 1);
    const mark = anchor(`${page}#passage-${encodeURIComponent(passage)}`, "ev", passage);
    mark.setAttribute("aria-label", `Passage ${passage} of ${title}`);
    return line("preview-words", element("q", "words", words), " ", mark);
  }

  /** On the timeline the list itself says it. */
  function ofEntry(href, entry) {
    const mark = entry.querySelector(".ev");
    const words = mark && mark.dataset.words;
    return [
      line("preview-name", anchor(href, "", entry.querySelector(".event a").textContent)),
      line("preview-what", ...copies(entry.querySelector(".when"))),
      line("preview-line", ...copies(entry.querySelector(".about"))),
      words ? line("preview-words", element("q", "words", words), " ", ...copies(mark.parentNode, ".ev")) : null,
    ];
  }

  function ofPassage(link, href, { id, row }, passage) {
    const [, title, said, url] = row;
    const beside = link.previousElementSibling;
    const near = beside && beside.matches("q.words") ? beside : link.closest("tr")?.querySelector("q.words");
    const words = link.dataset.words || (near ? near.textContent : "");
    const name = /^\d+$/.test(passage) ? `Passage ${passage}` : passage[0].toUpperCase() + passage.slice(1);
    return [
      words ? line("preview-quote", element("q", "words", words)) : null,
      line("preview-name", anchor(href, "", `${name} of ${title}`)),
      line("preview-what", said),
      line("preview-line", data.passages[`${id}:${passage}`]),
      url ? line("preview-more", anchor(url + fragment(words), "", words ? "At the publisher, at these words" : "At the publisher")) : null,
    ];
  }

  function fragment(words) {
    const few = words.replace(/ …$/, "");
    return few && `#:~:text=${encodeURIComponent(few).replace(/-/g, "%2D")}`;
  }

  function ofNote(id) {
    const note = document.getElementById(id);
    if (!note) return null;
    const links = [...note.querySelectorAll("a[href]")];
    const spots = links.map((a) => [sources.get(address(a.getAttribute("href"))), anchorOf(a.getAttribute("href"))]);
    const [source, passage] = spots.find(([found, to]) => found && to.startsWith("passage-")) || [];
    const guide = source && data.passages[`${source.id}:${passage.slice(8)}`];
    return [
      line("preview-note", ...copies(note.querySelector("p") || note)),
      line("preview-line", guide),
    ];
  }

  /** What stands in an element, without ways back and ids; of its links none for the keyboard. */
  function copies(from, only) {
    if (!from) return [];
    const copy = from.cloneNode(true);
    for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
    for (const one of copy.querySelectorAll(".footnote-backref")) one.remove();
    for (const one of copy.querySelectorAll("a")) one.tabIndex = -1;
    return only ? [...copy.querySelectorAll(only)] : [...copy.childNodes];
  }

  /* ---- The card: one, moved to where it is wanted ------------------------------------- */

  const card = element("div", "preview md-typeset");
  card.id = "preview";
  card.hidden = true;
  main.append(card);

  let open = null; // the link whose card is shown
  let timer = 0;
  let pointer = "mouse";
  let at = null; // where the pointer is

  function show(link, how) {
    clearTimeout(timer);
    if (open === link) return;
    const parts = partsOf(link);
    if (!parts) return;
    hide();
    card.replaceChildren(...parts.filter((one) => one));
    card.setAttribute("aria-live", how === "touch" ? "polite" : "off");
    card.hidden = false;
    place(link, how);
    link.setAttribute("aria-describedby", card.id);
    open = link;
  }

  function hide() {
    clearTimeout(timer);
    if (!open) return;
    if (card.contains(document.activeElement)) open.focus();
    open.removeAttribute("aria-describedby");
    open = null;
    card.hidden = true;
  }

  function place(link, how) {
    const box = boxOf(link, how);
    const base = (card.offsetParent || document.body).getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.max(EDGE, Math.min(box.left, width - card.offsetWidth - EDGE));
    const below = box.bottom + 6;
    const above = box.top - 6 - card.offsetHeight;
    const fits = below + card.offsetHeight <= window.innerHeight || above < 0;
    card.style.left = `${left - base.left}px`;
    card.style.top = `${(fits ? below : above) - base.top}px`;
  }

  /** What the card stands beside: the line the pointer is on, or on a drawing the very spot. */
  function boxOf(link, how) {
    const drawn = link.ownerSVGElement;
    if (drawn && how !== "focus" && at) return new DOMRect(at.x - 6, at.y - 6, 12, 12);
    if (drawn) return (link.querySelector(".mark-spot, .bar-form, text") || link).getBoundingClientRect();
    const lines = [...link.getClientRects()];
    const touched = at && how !== "focus" && lines.find((one) => at.y >= one.top - 2 && at.y <= one.bottom + 2);
    return touched || lines[0] || link.getBoundingClientRect();
  }

  /* ---- Pointer, keyboard, touch ------------------------------------------------------- */

  const linkOf = (event) => {
    const link = event.target.closest ? event.target.closest("a") : null;
    return link && main.contains(link) && !card.contains(link) ? link : null;
  };

  main.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    at = { x: event.clientX, y: event.clientY };
    if (card.contains(event.target)) {
      clearTimeout(timer);
      return;
    }
    const link = linkOf(event);
    clearTimeout(timer);
    if (link && link !== open) timer = setTimeout(() => show(link, "hover"), SHOW);
    else if (!link && open) timer = setTimeout(leave, HIDE);
  });

  main.addEventListener("pointermove", (event) => {
    if (!open) at = { x: event.clientX, y: event.clientY };
  });

  document.addEventListener("pointerleave", () => {
    clearTimeout(timer);
    timer = setTimeout(leave, HIDE);
  });

  /** The pointer is gone; a card that the focus holds open stays. */
  function leave() {
    if (open && !(open === document.activeElement && open.matches(":focus-visible"))) hide();
  }

  main.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link && link.matches(":focus-visible")) show(link, "focus");
  });

  main.addEventListener("focusout", (event) => {
    if (open && linkOf(event) === open && !card.contains(event.relatedTarget)) hide();
  });

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    at = { x: event.clientX, y: event.clientY };
    if (open && !card.contains(event.target) && !open.contains(event.target)) hide();
  }, true);

  document.addEventListener("keydown", (event) => {
    pointer = "keyboard";
    if (event.key !== "Escape") return;
    clearTimeout(timer);
    if (open) {
      event.stopPropagation();
      hide();
    }
  }, true);

  // A first tap shows the card, which holds the link; a second one follows it.
  main.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (pointer !== "touch" || !link || link === open) return;
    show(link, "touch");
    if (open === link) event.preventDefault();
  });

  // What scrolls inside the page would leave the card behind.
  document.addEventListener("scroll", (event) => {
    if (open && event.target !== document) hide();
  }, true);
})();
