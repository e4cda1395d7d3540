/* Marks, in the list of a page's sections beside it, the section that is being read. */
(() => {
  "use strict";
  const links = [...document.querySelectorAll(".on-this-page a[href^='#']")];
  const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!links.length) return;

  const mark = () => {
    const line = window.innerHeight / 3;
    let here = -1;
    sections.forEach((section, index) => {
      if (section && section.getBoundingClientRect().top <= line) here = index;
    });
    links.forEach((link, index) => {
      if (index === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  };

  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  window.addEventListener("scroll", later, { passive: true });
  mark();
})();
