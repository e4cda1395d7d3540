/* The engine of search, fetched with the index when a reader first wants it.  It folds the query by the
   index's own table, matches words exactly, by their beginnings, then by closeness, and ranks pages:
   names first, then headings and summaries, then prose.  It knows nothing of the page it runs in. */
(() => {
  "use strict";

  const WORTH = [0.6, 1, 3, 8]; // of a word that only finds, in prose, in a heading or summary, in a name

  // ---- Folding: dossier/write/folding.py says what, this does the same to the query ----

  const MARKS = /[\p{M}\p{Cf}]+/gu;
  const WORD = /[\p{L}\p{N}]+/gu;

  function folder(table) {
    const compiled = (rules) =>
      rules.map(([pattern, put]) => [
        new RegExp(pattern.replaceAll("<W>", "[\\p{L}\\p{N}]").replaceAll("<N>", "[^\\p{L}\\p{N}]"), "gu"),
        put,
      ]);
    const rules = [...compiled(table.level), ...compiled(table.articles)];
    const chars = new Map(Object.entries(table.chars));
    const mapped = (text) => Array.from(text.replace(MARKS, ""), (c) => chars.get(c) ?? c).join("");
    return (text) => {
      let folded = mapped(mapped(text).normalize("NFKD").toLowerCase());
      for (const [pattern, put] of rules) folded = folded.replace(pattern, put);
      return (folded.match(WORD) ?? []).map((word) => word.slice(0, 60));
    };
  }

  // Words that ask for nothing, unless they stand alone or in capitals ("IS", "WHO").
  const LITTLE = new Set(
    ("a an and are as at be been by did do does for from had has have how in is it its many much of on or " +
      "that the their there they this to was were what when where which who whom whose why with").split(" "),
  );

  /** Return the words without the little ones; where there are no others, all of them. */
  function great(words, capitals = new Set()) {
    const left = words.filter((word) => !LITTLE.has(word) || capitals.has(word.toUpperCase()));
    return left.length ? left : words;
  }

  const asked = (engine, query) =>
    great(engine.fold(query).slice(0, 20), new Set(query.split(/[^\p{L}\p{N}]+/u))).slice(0, 10);

  // ---- The index, ready for questions ---------------------------------------------------

  function prepare(index) {
    const words = index.words ? index.words.split(" ") : [];
    const names = index.names ? index.names.split("\n") : [];
    const parts = new Set();
    for (const name of names) for (const part of name.split(" ")) parts.add(part);
    const engine = {
      words,
      names: names.map((name) => great(name.split(" ")).join("")),
      packed: index.at.split("\n"),
      at: [], // unpacked, as they are asked for
      named: index.named.split("\n"),
      isName: words.map((word) => parts.has(word)),
      rows: index.entries.split("\n"),
      pages: numbers(index.pages), // entry → the page it is a section of, or itself
      ranks: numbers(index.ranks),
      fold: folder(index.fold),
    };
    return {
      words: engine.fold,
      entry: (number) => entry(engine.rows[number]),
      find: (query) => find(engine, query),
      spans: (text, marked) => spans(engine, text, marked),
      excerpt: (text, marked) => excerpt(engine, text, marked),
    };
  }

  const numbers = (text) => (text ? text.split(" ").map((number) => parseInt(number, 36)) : []);

  function unpack(deltas) {
    let sum = 0;
    return numbers(deltas).map((delta) => (sum += delta));
  }

  function entry(row) {
    const [address, title, line, text, kind, ...rest] = row.split("\t");
    const names = [];
    for (let at = 0; at < rest.length; at += 2) names.push({ name: rest[at], lang: rest[at + 1] });
    return { address, title, line, text, kind, names };
  }

  const places = (engine, word) => (engine.at[word] ??= unpack(engine.packed[word]));

  /** Return the place of the first word that does not come before `word`. */
  function position(words, word) {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // ---- Closeness: an edit distance in half steps, half ones where spellings of a name differ ----

  const VOWELS = "aeiouy";
  const ALIKE = new Set(["ck", "kc", "kq", "qk", "cq", "qc", "sz", "zs", "gj", "jg", "vw", "wv"]);
  const vowel = (letter) => letter !== undefined && VOWELS.includes(letter);
  const swap = (a, b) => (a === b ? 0 : (vowel(a) && vowel(b)) || ALIKE.has(a + b) ? 1 : 2);

  /** What it costs to leave out the letter at `at`: a doubled one, a vowel by a vowel, an h, cost half. */
  function drop(word, at) {
    const letter = word[at];
    if (letter === "h" || letter === word[at - 1]) return 1;
    return vowel(letter) && (vowel(word[at - 1]) || vowel(word[at + 1])) ? 1 : 2;
  }

  let [before, last, row] = [0, 0, 0].map(() => new Int16Array(128)); // words have 60 letters at most, two 120

  /** Return how far `a` is from `b`, or from a beginning of it if `open`; more than `limit` is Infinity. */
  function distance(a, b, limit, open) {
    last[0] = 0;
    for (let j = 1; j <= b.length; j++) last[j] = last[j - 1] + drop(b, j - 1);
    for (let i = 1; i <= a.length; i++) {
      const cost = drop(a, i - 1);
      let least = (row[0] = last[0] + cost);
      for (let j = 1; j <= b.length; j++) {
        let best = Math.min(last[j - 1] + swap(a[i - 1], b[j - 1]), last[j] + cost, row[j - 1] + drop(b, j - 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2] + 2);
        row[j] = best;
        if (best < least) least = best;
      }
      if (least > limit) return Infinity;
      [before, last, row] = [last, row, before];
    }
    let found = last[b.length];
    if (open) for (let j = 0; j < b.length; j++) found = Math.min(found, last[j]);
    return found > limit ? Infinity : found;
  }

  const limitFor = (word) => (/\d/.test(word) || word.length < 3 ? -1 : word.length === 3 ? 1 : word.length < 8 ? 2 : 4);

  // ---- Matching one word of the query: Map of word in the index → how good a match, up to 1 ----

  function matches(engine, term, closely = true) {
    const found = new Map();
    const first = position(engine.words, term);
    for (let at = first; at < engine.words.length && engine.words[at].startsWith(term); at++) {
      const rest = engine.words[at].length - term.length;
      if (!rest) found.set(at, 1);
      else if (term.length > 1 || engine.isName[at]) found.set(at, 0.8 - Math.min(0.4, rest * 0.05));
    }
    const certain = found.size > 0;
    if (closely && !(engine.isName[first] && engine.words[first] === term)) close(engine, term, found, certain);
    return { term, found, certain };
  }

  /** Add names that are spelt nearly so; words of the prose only where nothing else was found. */
  function close(engine, term, found, certain) {
    const limit = limitFor(term);
    if (limit < 0) return;
    engine.words.forEach((word, at) => {
      if (found.has(at) || swap(word[0], term[0]) > 1 || word.length < term.length - 3) return;
      if (engine.isName[at]) {
        const far = word.length <= term.length + 3 ? distance(term, word, limit, false) : Infinity;
        const typing = term.length > 5 && far === Infinity ? distance(term, word, 2, true) + 2 : far;
        const best = Math.min(far, typing);
        if (best < Infinity) found.set(at, 0.6 - best * 0.06);
      } else if (!certain && (related(term, word) || (term.length > 5 && distance(term, word, 2, false) < Infinity))) {
        found.set(at, 0.35);
      }
    });
  }

  /** Say whether two words are forms of one, by a common beginning: "killing" and "killed". */
  function related(one, other) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    let same = 0;
    while (same < short.length && short[same] === long[same]) same++;
    return same >= Math.max(4, long.length * 0.6) && long.length - same <= 3;
  }

  // ---- Ranking ----------------------------------------------------------------------------

  /** Return entry → the worth of its best match. */
  function worth(engine, found) {
    const best = new Map();
    for (const [word, quality] of found) {
      for (const place of places(engine, word)) {
        const value = WORTH[place & 3] * quality;
        if (!(best.get(place >> 2) >= value)) best.set(place >> 2, value);
      }
    }
    return best;
  }

  /** Return page → what a name that is the whole query adds: title, name, other spelling; or its beginning. */
  function wholeNames(engine, terms) {
    const [query, bonus] = [terms.join(""), new Map()];
    if (!query) return bonus;
    const limit = query.length > 3 && query.length < 100 ? limitFor(query) : -1;
    engine.names.forEach((name, at) => {
      let value = 0;
      if (name === query) value = 100;
      else if (name.startsWith(query)) value = (20 * query.length) / name.length;
      else if (limit > 0 && Math.abs(name.length - query.length) < 4) value = 20 - 3 * distance(query, name, limit, false);
      if (!(value > 0)) return;
      for (const place of unpack(engine.named[at])) {
        const sum = value * (1 + 0.1 * (place & 3));
        if (!(bonus.get(place >> 2) >= sum)) bonus.set(place >> 2, sum);
      }
    });
    return bonus;
  }

  /** Return every word of the query with what it matches; two neighbours may also be one word. */
  function understand(engine, terms) {
    const all = terms.map((term) => matches(engine, term));
    for (let i = 0; i + 1 < terms.length; i++) {
      const joined = matches(engine, terms[i] + terms[i + 1], !all[i].certain || !all[i + 1].certain);
      for (const [word, quality] of joined.found) {
        for (const one of [all[i], all[i + 1]]) {
          if (!(one.found.get(word) >= quality)) one.found.set(word, quality * 0.95);
        }
      }
      if (joined.certain) all[i].certain = all[i + 1].certain = true;
    }
    return all;
  }

  function find(engine, query) {
    const terms = asked(engine, query);
    const all = understand(engine, terms);
    const known = all.filter((one) => one.found.size > 0);
    const hits = known.map((one) => worth(engine, one.found));
    // Of several words, those that stand nearly everywhere need not be in a result.
    const few = (term) => engine.rows.length * (term.length < 4 ? 0.04 : 0.3);
    const wanted = hits.map((hit, at) => hit.size <= few(known[at].term));
    const bonus = known.length === terms.length ? wholeNames(engine, terms) : new Map();
    const pages = new Map();
    for (const hit of hits) {
      for (const entry of hit.keys()) {
        const page = engine.pages[entry];
        if (!pages.has(page)) pages.set(page, new Set([page]));
        pages.get(page).add(entry);
      }
    }
    for (const page of bonus.keys()) if (!pages.has(page)) pages.set(page, new Set([page]));
    const ranked = [...pages].map(([page, entries]) => rank(engine, page, entries, hits, wanted, bonus.get(page) ?? 0));
    const full = ranked.filter((one) => one.full);
    const results = (full.length ? full : ranked).sort((a, b) => b.score - a.score || a.page - b.page);
    const marked = new Set();
    for (const one of known) for (const word of one.found.keys()) marked.add(engine.words[word]);
    const typed = (term) => query.split(/\s+/).find((part) => engine.fold(part).includes(term)) ?? term;
    return {
      results,
      marked,
      missing: terms.filter((_, at) => !all[at].found.size).map(typed),
      near: known.length > 0 && !bonus.size && known.every((one) => !one.certain),
      partly: results.length > 0 && !full.length && terms.length > 1,
    };
  }

  /** Return a page's result: which part of it answers best, and how well. */
  function rank(engine, page, entries, hits, wanted, bonus) {
    let best = { entry: page, sum: 0, covered: 0 };
    const anywhere = hits.map(() => false);
    for (const entry of entries) {
      let [sum, covered] = [0, 0];
      hits.forEach((hit, at) => {
        const own = hit.get(entry) ?? 0;
        const value = entry === page ? own : Math.max(own, 0.8 * (hit.get(page) ?? 0));
        if (own) anywhere[at] = true;
        if (value) covered++;
        sum += value;
      });
      if (covered > best.covered || (covered === best.covered && sum > best.sum)) best = { entry, sum, covered };
    }
    const share = hits.length ? (best.covered + 0.5 * (anywhere.filter(Boolean).length - best.covered)) / hits.length : 1;
    return {
      page,
      entry: best.entry,
      full: bonus > 0 || anywhere.every((there, at) => there || !wanted[at]),
      score: ((best.sum * share * share + bonus) * engine.ranks[page]) / 100,
    };
  }

  // ---- Where a text matches --------------------------------------------------------------

  const TOKEN = /[\p{L}\p{N}\p{M}\u0640'’ʼʿʾ-]+/gu;
  const EXCERPT = 150;

  /** Return the spans of `text` that the query's words match. */
  function spans(engine, text, marked) {
    const found = [];
    for (const token of text.matchAll(TOKEN)) {
      const words = engine.fold(token[0]);
      if (words.some((word) => marked.has(word)) || (words.length > 1 && marked.has(words.join("")))) {
        found.push([token.index, token.index + token[0].length]);
      }
    }
    return found;
  }

  /** Return the stretch of `text` with most matches in it. */
  function excerpt(engine, text, marked) {
    const found = spans(engine, text, marked);
    if (!found.length) return null;
    const inside = ([start]) => found.filter(([other]) => other >= start && other < start + EXCERPT - 30).length;
    const [centre] = found.reduce((best, span) => (inside(span) > inside(best) ? span : best));
    let start = Math.max(0, centre - 40);
    if (start) start = text.indexOf(" ", start) + 1;
    let end = Math.min(text.length, start + EXCERPT);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), centre + 1);
    return `${start ? "…\u00a0" : ""}${text.slice(start, end)}${end < text.length ? "\u00a0…" : ""}`;
  }

  window.dossierSearch = { prepare };
})();
