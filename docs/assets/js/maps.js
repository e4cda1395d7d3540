/* Maps that answer: zoom and pan by buttons and keys, events up to a day, and the same place set off
   on every scale and in the lists beside it. Without this file the maps stand as they are drawn. */

(() => {
  "use strict";

  const maps = [...document.querySelectorAll("svg.map")];
  if (!maps.length) return;

  const MOST = 8;
  const STEP = 0.25; // of what is seen, for each step of panning

  function button(words, text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", words);
    made.addEventListener("click", act);
    return made;
  }

  /* ---- Zoom and pan ------------------------------------------------------------------- */

  for (const map of maps) {
    const [, , width, height] = map.getAttribute("viewBox").split(" ").map(Number);
    const title = map.querySelector("title").textContent;
    const bar = map.querySelector(".map-scale");
    const ground = map.querySelector(".map-ground");
    const length = bar && bar.querySelector("text").textContent;
    let zoom = 1;
    let x = 0;
    let y = 0;

    map.setAttribute("tabindex", "0");
    map.querySelector("desc").append(". Plus and minus zoom, arrow keys move, zero shows all.");

    const told = document.createElement("output");
    told.className = "visually-hidden";
    told.setAttribute("aria-live", "polite");

    const nearer = button("Zoom in", "+", () => scale(2));
    const farther = button("Zoom out", "−", () => scale(0.5));
    const ways = [
      ["Move left", "←", -1, 0],
      ["Move up", "↑", 0, -1],
      ["Move down", "↓", 0, 1],
      ["Move right", "→", 1, 0],
    ].map(([words, sign, across, down]) => button(words, sign, () => move(across, down)));
    const whole = button("Show the whole map", "Whole", () => scale(0));
    const tools = document.createElement("div");
    tools.className = "map-tools";
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", `Zoom and move: ${title}`);
    tools.append(nearer, farther, ...ways, whole, told);
    map.after(tools);

    function scale(by) {
      const before = zoom;
      zoom = by ? Math.min(MOST, Math.max(1, zoom * by)) : 1;
      const [midX, midY] = before === 1 && zoom > 1 ? middle() : [x + width / before / 2, y + height / before / 2];
      x = midX - width / zoom / 2;
      y = midY - height / zoom / 2;
      show();
      told.value = zoom === 1 ? "The whole map" : `${zoom} times as large`;
    }

    /** Where a first zoom goes to: the place set off, else amid the places that are spots. */
    function middle() {
      const spots = (which) => [...map.querySelectorAll(`${which}:not(.mark--broad) :is(.mark-spot, .mark-span)`)].map(centre);
      const found = [".mark--linked", ".mark--current", ".mark"].map(spots).find((some) => some.length);
      const mean = (axis) => found.reduce((sum, spot) => sum + spot[axis], 0) / found.length;
      return found ? [mean(0), mean(1)] : [width / 2, height / 2];
    }

    function move(across, down) {
      x += (across * STEP * width) / zoom;
      y += (down * STEP * height) / zoom;
      show();
    }

    function show() {
      x = Math.min(Math.max(x, 0), width - width / zoom);
      y = Math.min(Math.max(y, 0), height - height / zoom);
      map.setAttribute("viewBox", [x, y, width / zoom, height / zoom].map((n) => Math.round(n * 100) / 100).join(" "));
      map.classList.toggle("map--near", zoom > 1);
      farther.disabled = whole.disabled = zoom === 1;
      nearer.disabled = zoom === MOST;
      const ends = [x <= 0, y <= 0, y >= height - height / zoom - 0.01, x >= width - width / zoom - 0.01];
      ways.forEach((way, at) => { way.disabled = ends[at]; });
      ground.setAttribute("x", x);
      ground.setAttribute("y", y);
      keepSizes();
    }

    /** Words, spots and hatching keep their size; circles and areas grow, being true to scale. */
    function keepSizes() {
      const less = 1 / zoom;
      for (const mark of map.querySelectorAll(".mark")) {
        const spot = mark.querySelector("circle.mark-spot, rect.mark-spot");
        if (spot) {
          shrink(mark, centre(spot), less);
        } else {
          const circle = mark.classList.contains("mark--broad") ? null : mark.querySelector("circle.mark-span");
          for (const text of mark.querySelectorAll("text")) shrink(text, labelAt(text), less, circle);
        }
      }
      for (const one of map.querySelectorAll(".map-context > text")) shrink(one, labelAt(one), less);
      for (const one of map.querySelectorAll(".map-context > circle")) shrink(one, centre(one), less);
      for (const one of map.querySelectorAll("pattern")) one.setAttribute("patternTransform", `scale(${less})`);
      if (bar) keepBar(less);
    }

    /** The bar stays in its corner, as long as before, and says what that length is now. */
    function keepBar(less) {
      bar.setAttribute("transform", `translate(${x} ${y}) scale(${less})`);
      bar.querySelector("text").textContent = length.replace(/[\d.,]+\s*(km|m)/, (all, unit) => {
        const km = (Number.parseFloat(all.replace(/,/g, "")) / (unit === "m" ? 1000 : 1)) * less;
        return km >= 1 ? `${+km.toFixed(2)} km` : `${+(km * 1000).toFixed(1)} m`;
      });
    }

    map.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const act = {
        "+": () => scale(2),
        "=": () => scale(2),
        "-": () => scale(0.5),
        0: () => scale(0),
        ArrowLeft: () => move(-1, 0),
        ArrowRight: () => move(1, 0),
        ArrowUp: () => move(0, -1),
        ArrowDown: () => move(0, 1),
      }[event.key];
      // with nothing to move, the arrows are the page's own
      if (!act || (zoom === 1 && event.key.startsWith("Arrow"))) return;
      event.preventDefault();
      act();
    });

    // A mark that is tabbed to is brought into view.
    map.addEventListener("focusin", (event) => {
      const spot = event.target.querySelector(".mark-spot, .mark-span");
      if (zoom === 1 || !spot) return;
      const box = spot.getBBox();
      const [midX, midY] = [box.x + box.width / 2, box.y + box.height / 2];
      if (midX > x && midX < x + width / zoom && midY > y && midY < y + height / zoom) return;
      x = midX - width / zoom / 2;
      y = midY - height / zoom / 2;
      show();
    });

    dragging(map, () => zoom > 1, (across, down) => {
      const unit = width / zoom / map.clientWidth;
      x -= across * unit;
      y -= down * unit;
      show();
    });

    show();
  }

  function centre(shape) {
    const box = shape.getBBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  function labelAt(text) {
    return [Number(text.getAttribute("x")), Number(text.getAttribute("y"))];
  }

  /** Draws a thing smaller in its place; beside a circle, at the same distance from its edge. */
  function shrink(one, [x, y], less, circle) {
    one.dataset.turn ??= (one.getAttribute("transform") || "");
    const own = one.dataset.turn;
    let [toX, toY] = [x, y];
    if (circle) {
      const [midX, midY] = centre(circle);
      const away = Math.hypot(x - midX, y - midY) || 1;
      const far = less + (Math.min(Number(circle.getAttribute("r")), away) / away) * (1 - less);
      [toX, toY] = [midX + (x - midX) * far, midY + (y - midY) * far];
    }
    const smaller = less === 1 ? "" : `translate(${toX} ${toY}) scale(${less}) translate(${-x} ${-y}) `;
    if (smaller || own) one.setAttribute("transform", (smaller + own).trim());
    else one.removeAttribute("transform");
  }

  /** A mouse may drag what is enlarged; a finger scrolls the page, and has the buttons. */
  function dragging(map, may, by) {
    let last = null;
    let moved = false;
    map.addEventListener("pointerdown", (event) => {
      moved = false;
      if (event.pointerType === "touch" || event.button || !may()) return;
      last = event;
    });
    window.addEventListener("pointermove", (event) => {
      if (!last) return;
      const [across, down] = [event.clientX - last.clientX, event.clientY - last.clientY];
      if (!moved && Math.hypot(across, down) < 4) return;
      moved = true;
      last = event;
      by(across, down);
    });
    window.addEventListener("pointerup", () => { last = null; });
    map.addEventListener("dragstart", (event) => event.preventDefault());
    map.addEventListener("click", (event) => {
      if (moved) event.preventDefault();
      moved = false;
    }, true);
  }

  /* ---- The same place on every scale and in the lists --------------------------------- */

  const group = (one) => one.closest(".drawing-maps");
  const idsOf = (mark) => [mark.dataset.id, ...(mark.dataset.with || "").split(" ")].filter(Boolean);
  const inLists = [...document.querySelectorAll(".drawing-maps .map-list li")];
  for (const item of inLists) {
    const href = item.querySelector("a")?.getAttribute("href");
    const mark = [...group(item).querySelectorAll(".mark")].find((one) => one.getAttribute("href") === href);
    item.dataset.id = mark ? mark.dataset.id : (href || "").replace(/(\/index)?\.html$|\/$/, "").split("/").pop();
  }

  function link(id, inside) {
    for (const mark of document.querySelectorAll(".drawing-maps .mark")) {
      const on = Boolean(id) && group(mark) === inside && idsOf(mark).includes(id);
      mark.classList.toggle("mark--linked", on);
    }
    for (const item of inLists) item.classList.toggle("map-linked", Boolean(id) && group(item) === inside && item.dataset.id === id);
  }

  function chosen(event) {
    const one = event.target.closest?.(".drawing-maps .mark, .drawing-maps .map-list li");
    if (one) link(one.dataset.id, group(one));
    else if (event.type === "pointerover") unlink();
  }

  /** What has the focus stays set off when the pointer is gone. */
  function unlink() {
    const focused = document.activeElement?.closest?.(".drawing-maps .mark, .drawing-maps .map-list li");
    link(focused ? focused.dataset.id : null, focused ? group(focused) : null);
  }

  document.addEventListener("pointerover", chosen);
  document.addEventListener("focusin", chosen);
  document.addEventListener("focusout", () => setTimeout(unlink));

  /* ---- Events up to a day ------------------------------------------------------------- */

  const block = document.getElementById("map-events");
  const dates = document.querySelector(".map-dates");
  if (block && dates) {
    const events = JSON.parse(block.textContent);
    const range = dates.querySelector("input");
    const told = dates.querySelector("output");
    const earlier = dates.querySelector("[data-step='-1']");
    const later = dates.querySelector("[data-step='1']");
    range.max = events.length;
    range.value = events.length;

    const step = () => {
      const at = Number(range.value);
      const all = at === events.length;
      const happened = new Set(events.slice(0, at).flatMap(([, , , places]) => places));
      const ever = new Set(events.flatMap(([, , , places]) => places));
      const now = new Set(all || !at ? [] : events[at - 1][3]);
      for (const mark of document.querySelectorAll(".drawing-maps .mark")) mark_(mark, idsOf(mark));
      for (const item of inLists) mark_(item, [item.dataset.id]);
      tell(at, all);
      earlier.disabled = at === 0;
      later.disabled = all;

      function mark_(one, ids) {
        const some = ids.some((id) => ever.has(id));
        one.classList.toggle("map-later", !all && some && !ids.some((id) => happened.has(id)));
        one.classList.toggle("map-now", ids.some((id) => now.has(id)));
      }
    };

    const tell = (at, all) => {
      if (all) told.replaceChildren(`All ${events.length} events that have a date`);
      else if (!at) told.replaceChildren("Before the first event");
      else {
        const [when, title, href] = events[at - 1];
        const link = document.createElement("a");
        link.href = href;
        link.textContent = title;
        const day = document.createElement("strong");
        day.textContent = when;
        told.replaceChildren(day, " ", link, ` (${at} of ${events.length})`);
      }
      range.setAttribute("aria-valuetext", told.textContent);
    };

    range.addEventListener("input", step);
    for (const one of [earlier, later]) {
      one.addEventListener("click", () => {
        range.value = Number(range.value) + Number(one.dataset.step);
        step();
      });
    }
    step();
    dates.hidden = false;
  }
})();
