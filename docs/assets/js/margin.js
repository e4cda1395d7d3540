/* On wide screens each note also stands in the margin, beside the sentence that it belongs to. Where
   facts or tables take the margin it moves a little; with no room near it stays among the notes alone.
   These copies are for the eye: keyboard and screen readers have the mark, its card and the note. */

(() => {
  "use strict";

  const article = document.querySelector("article");
  const marks = article ? [...article.querySelectorAll("a.footnote-ref")] : [];
  const block = document.getElementById("previews");
  if (!marks.length || !block) return;

  const { sources, passages } = JSON.parse(block.textContent);
  const several = Object.keys(sources).length > 1;
  const wide = matchMedia("screen and (min-width: 75em)");
  const BELOW = 320; // pixels that a note may stand below its sentence
  const ABOVE = 60; // or above it
  const AGAIN = 1200; // pixels after which a note stands in the margin once more
  const GAP = 14;

  /* ---- The column --------------------------------------------------------------------- */

  const column = document.createElement("div");
  column.className = "margin-notes";
  column.setAttribute("aria-hidden", "true");

  /** What stands in the way, [from, to] in the column: all that reaches into it, of a heading its rule. */
  function obstacles(from, { left, top }, found = []) {
    for (const one of from.children) {
      if (one === column) continue;
      const box = one.getBoundingClientRect();
      if (!box.height || box.right <= left || getComputedStyle(one).position === "absolute") continue;
      if (one.matches("div, section") && !one.matches("[tabindex]")) obstacles(one, { left, top }, found);
      else found.push([box.top - top, (one.matches("h2, h3") ? box.top + 2 : box.bottom) - top]);
    }
    return found;
  }

  /** The stretches of the column that are free, from the top down. */
  function gaps(taken) {
    const free = [];
    let from = 0;
    for (const [start, end] of [...taken.sort((one, other) => one[0] - other[0]), [Infinity, Infinity]]) {
      if (start - GAP > from) free.push([from, start - GAP]);
      from = Math.max(from, end + GAP);
    }
    return free;
  }

  /* ---- One note ----------------------------------------------------------------------- */

  function copy(link) {
    const made = link.cloneNode(true);
    made.tabIndex = -1;
    return made;
  }

  function noteOf(mark) {
    const id = decodeURIComponent(mark.hash.slice(1));
    const item = document.getElementById(id);
    if (!item) return null;
    const note = document.createElement("p");
    const number = copy(mark);
    number.className = "margin-notes__number";
    note.append(number, " ");
    const about = passages[id.replace(/^fn:/, "")];
    const links = [...item.querySelectorAll("a:not(.footnote-backref)")];
    const passage = links.find((link) => link.hash.startsWith("#passage-"));
    if (about && passage) {
      const lead = copy(passage);
      lead.textContent = lead.textContent.replace(/^the /, "").replace(/^./, (letter) => letter.toUpperCase());
      note.append(lead, several ? ` of ${links[0].textContent}: ` : ". ", about);
    } else {
      const whole = item.firstElementChild.cloneNode(true);
      for (const back of whole.querySelectorAll(".footnote-backref")) back.remove();
      for (const link of whole.querySelectorAll("a")) link.tabIndex = -1;
      note.append(...whole.childNodes);
    }
    return note;
  }

  /* ---- Their places ------------------------------------------------------------------- */

  function place() {
    column.replaceChildren();
    if (!wide.matches) {
      column.remove();
      return;
    }
    article.append(column);
    const edge = column.getBoundingClientRect();
    const free = gaps(obstacles(article, edge));
    const last = new Map();
    for (const mark of marks) {
      const box = mark.getBoundingClientRect();
      const wanted = box.top - edge.top;
      if (!box.height || wanted - (last.get(mark.hash) ?? -Infinity) < AGAIN) continue; // folded, or just said
      const note = noteOf(mark);
      if (!note) continue;
      column.append(note);
      const y = nearest(wanted, note.offsetHeight, free);
      if (y === null) {
        note.remove();
        continue;
      }
      note.style.top = `${y}px`;
      last.set(mark.hash, wanted);
    }
  }

  /** The free place nearest to where a note is wanted; what lies above it is no longer free. */
  function nearest(wanted, height, free) {
    let best = null;
    free.forEach(([from, to], index) => {
      const y = Math.max(from, Math.min(wanted, to - height));
      if (y + height > to || wanted - y > ABOVE || y - wanted > BELOW) return;
      if (!best || Math.abs(y - wanted) < Math.abs(best.y - wanted)) best = { y, index, to };
    });
    if (!best) return null;
    free.splice(0, best.index + 1, [best.y + height + GAP, best.to]);
    return best.y;
  }

  let size = "";
  new ResizeObserver(() => {
    const now = `${article.offsetWidth} ${article.offsetHeight} ${wide.matches}`;
    if (now === size) return;
    size = now;
    place();
  }).observe(article);
})();
