// The page: what the address says after # is shown, and every control writes there. Data reach the document as text only.
"use strict";

const atlas = (() => {
  const PER_PAGE = 100;
  const SHOWN = ["name", "question", "family", "status", "lower", "upper", "expected", "defect", "finite", "global", "filling",
    "minimal_filling", "parameters", "ambient"];
  const MINOR = new Set(["question", "family", "parameters", "ambient", "expected", "finite", "global", "filling",
    "minimal_filling"]); // not on narrow screens
  const CHOICES = ["status", "question", "family", "finite", "global", "filling", "minimal_filling"];
  const RANGES = ["layers", "points", "ambient", "defect"];
  const STATUSES = new Set(["proved", "probable", "undecided", "failed", "refuted"]); // these have colours
  const LABELS = { minimal_filling: "minimal filling" };

  let about = null;
  let kinds = new Map(); // of columns: TEXT, INTEGER or REAL
  let rows = null;
  let view = Rows.everything();
  let drawn = ""; // of which view, and of how many rows, the table is
  let found = [];
  const details = new Map(); // scripts with details: asked for, or what they said

  const place = (id) => document.getElementById(id);
  const number = (value) => Number(value).toLocaleString("en");
  const label = (name) => LABELS[name] ?? name;

  function element(tag, properties, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (value === null || value === undefined) continue;
      if (name.includes("-") || name === "scope" || name === "role") made.setAttribute(name, value);
      else made[name] = value;
    }
    made.append(...children.filter((child) => child !== null).map((c) => (c instanceof Node ? c : String(c))));
    return made;
  }

  function load(name) {
    const script = element("script", { src: `data/${name}` });
    script.addEventListener("error", () => { place("found").textContent = `The file data/${name} is missing.`; });
    document.head.append(script);
  }

  const padded = (value, digits) => String(value).padStart(digits, "0");
  const loadRows = (script) => load(`rows-${padded(script, 4)}.js`);

  // Called by data/about.js.
  function start(given) {
    about = given;
    kinds = new Map(about.columns.filter((column) => column.searched).map((column) => [column.name, column.kind]));
    rows = Rows.empty([...kinds.keys()]);
    document.title = about.title;
    place("title").textContent = about.title;
    place("summary").textContent = `${number(about.rows)} rows, exported by algebra_tnn ${about.version}.`;
    const links = Object.entries(about.downloads).map(([name, href]) => element("a", { href }, name === "csv" ? "all rows as CSV" : "Parquet shards"));
    if (links.length) place("downloads").append("Download: ", ...links.flatMap((link, i) => (i ? [", ", link] : [link])));
    drawCounts();
    makeFilters();
    describe();
    addEventListener("hashchange", follow);
    document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); place("rows").focus(); });
    place("close").addEventListener("click", () => place("row").close());
    place("row").addEventListener("close", closed);
    follow();
    if (about.scripts) loadRows(0);
  }

  // Called by data/rows-….js, one after the other.
  let scripts = 0;
  function more(chunk) {
    Rows.extend(rows, chunk);
    scripts += 1;
    if (scripts < about.scripts) loadRows(scripts);
    draw();
    open();
  }

  function drawCounts() {
    const statuses = about.statuses.filter((status) => about.counts.some((count) => count[2] === status));
    const kindsOfRows = new Map();
    for (const [question, family, status, count] of about.counts) {
      const key = JSON.stringify([question, family]);
      const entry = kindsOfRows.get(key) ?? { question, family, total: 0, by: new Map() };
      entry.by.set(status, count);
      entry.total += count;
      kindsOfRows.set(key, entry);
    }
    const link = (equal, count) => element("a", { href: `#${Rows.written({ ...Rows.everything(), equal })}` }, number(count));
    const head = ["question", "family", ...statuses, "all"].map((name, i) =>
      element("th", { scope: "col", className: i > 1 ? "number" : "" }, name));
    const body = [...kindsOfRows.values()].map(({ question, family, total, by }) => element("tr", null,
      element("th", { scope: "row" }, question),
      element("td", null, family),
      ...statuses.map((status) => element("td", { className: "number" },
        by.has(status) ? link({ question, family, status }, by.get(status)) : "0")),
      element("td", { className: "number" }, link({ question, family }, total))));
    place("counts").append(element("thead", null, element("tr", null, ...head)), element("tbody", null, ...body));
  }

  const present = (name) => kinds.has(name);
  const several = (name) => (about.choices[name] ?? []).length > 1;

  function makeFilters() {
    const form = place("filters");
    form.append(element("label", null, "Name contains",
      element("input", { type: "search", name: "text", autocomplete: "off", spellcheck: false })));
    for (const name of CHOICES.filter((each) => present(each) && several(each))) {
      const options = about.choices[name].map((value) => element("option", { value }, value));
      form.append(element("label", null, label(name),
        element("select", { name: `is-${name}` }, element("option", { value: "" }, "any"), ...options)));
    }
    for (const name of RANGES.filter(present)) {
      const field = (kind, words) => element("input", { type: "number", name: `${kind}-${name}`, "aria-label": `${name}, ${words}` });
      form.append(element("fieldset", null, element("legend", null, name), field("least", "at least"), " to ", field("most", "at most")));
    }
    form.append(element("button", { type: "reset" }, "Reset"));
    let waiting = 0;
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => go(chosen()), 120); });
    form.addEventListener("submit", (event) => { event.preventDefault(); go(chosen()); });
    form.addEventListener("reset", () => go({ ...Rows.everything(), sort: view.sort, descending: view.descending }));
  }

  // The view that the controls show.
  function chosen() {
    const parts = new URLSearchParams();
    for (const [name, value] of new FormData(place("filters"))) if (value !== "") parts.set(name, value);
    return { ...Rows.read(parts.toString(), kinds.keys()), sort: view.sort, descending: view.descending };
  }

  function go(next) {
    location.replace(`#${Rows.written(next)}`);
  }

  function follow() {
    view = Rows.read(location.hash, kinds.keys());
    const parts = new URLSearchParams(Rows.written(view));
    for (const control of place("filters").elements) {
      if (control.name && control !== document.activeElement) control.value = parts.get(control.name) ?? "";
    }
    draw();
    open();
  }

  const written = (row) => `#${Rows.written({ ...view, row })}`;

  function draw() {
    const wanted = `${rows.count} ${Rows.written({ ...view, row: null })}`;
    if (wanted === drawn) return;
    drawn = wanted;
    found = Rows.matching(rows, view);
    if (view.sort) Rows.sorted(rows, found, view.sort, kinds.get(view.sort) !== "TEXT", view.descending);
    const loaded = rows.count < about.rows ? `; ${number(rows.count)} are loaded so far` : "";
    place("found").textContent = `${number(found.length)} of ${number(about.rows)} rows${loaded}`;
    drawTable();
    drawPages();
  }

  function drawTable() {
    const shown = SHOWN.filter((name) => present(name) && (!["question", "family"].includes(name) || several(name)));
    const style = (name) => `${kinds.get(name) === "TEXT" ? "" : "number"} ${MINOR.has(name) ? "minor" : ""}`.trim();
    const meaning = new Map(about.columns.map((column) => [column.name, column.meaning]));
    const head = shown.map((name) => {
      const sort = view.sort === name ? (view.descending ? "descending" : "ascending") : null;
      const button = element("button", { type: "button", title: meaning.get(name) }, label(name));
      button.addEventListener("click", () => {
        go({ ...view, sort: name, descending: sort === "ascending", page: 0 });
        requestAnimationFrame(() => place("table").querySelectorAll("thead button")[shown.indexOf(name)].focus());
      });
      return element("th", { scope: "col", className: style(name), "aria-sort": sort }, button);
    });
    const first = view.page * PER_PAGE;
    const body = found.slice(first, first + PER_PAGE).map((i) => element("tr", null, ...shown.map((name) => {
      const value = rows.columns[name][i];
      if (name === "name") return element("th", { scope: "row" }, element("a", { href: written(i), id: `row-${i}` }, value));
      const colour = STATUSES.has(value) ? value : "";
      return element("td", { className: `${style(name)} ${colour}`.trim() }, value === null ? "" : value);
    })));
    place("table").tHead.replaceChildren(element("tr", null, ...head));
    place("table").tBodies[0].replaceChildren(...body);
  }

  function drawPages() {
    const last = Math.max(0, Math.ceil(found.length / PER_PAGE) - 1);
    const button = (words, page, usable) => {
      const made = element("button", { type: "button", disabled: !usable }, words);
      made.addEventListener("click", () => { go({ ...view, page }); place("rows").scrollIntoView(); });
      return made;
    };
    place("pages").replaceChildren(...(last === 0 && view.page === 0 ? [] : [
      button("First", 0, view.page > 0),
      button("Previous", Math.min(view.page - 1, last), view.page > 0),
      element("span", null, `page ${number(view.page + 1)} of ${number(last + 1)}`),
      button("Next", view.page + 1, view.page < last),
      button("Last", last, view.page < last),
    ]));
  }

  // The dialog of the row that the address names, once it and its details are there.
  function open() {
    const dialog = place("row");
    if (view.row === null || view.row >= about.rows) {
      if (dialog.open) dialog.close();
      return;
    }
    const script = Math.floor(view.row / about.details);
    if (!details.has(script)) {
      details.set(script, null);
      load(`more-${padded(script, 5)}.js`);
    }
    const known = details.get(script);
    if (known === null || view.row >= rows.count) return;
    fill(known[view.row % about.details]);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  }

  // Called by data/more-….js.
  function detail(chunk) {
    details.set(Math.floor(chunk.first / about.details), chunk.rows);
    open();
  }

  function fill(row) {
    const i = view.row;
    place("row-name").textContent = rows.columns.name[i];
    place("words").textContent = row.words;
    const evidence = row.evidence.map(([role, digest]) => {
      const href = about.certificates ? Rows.placeOf(digest) : null;
      const file = href === null ? null : element("a", { href, download: `${digest}.json` }, "download");
      return element("p", null, `Certificate (${role}), SHA-256 `, element("code", null, digest), " ", file);
    });
    place("evidence").replaceChildren(...evidence);
    const values = about.columns.flatMap(({ name, meaning }) => {
      const value = kinds.has(name) ? rows.columns[name][i] : row.columns[name] ?? null;
      if (value === null) return [];
      return [element("dt", null, label(name)), element("dd", null, value, element("small", null, meaning))];
    });
    place("values").replaceChildren(...values, element("dt", null, "seal"),
      element("dd", null, row.seal, element("small", null, "SHA-256 of all that the row says")));
  }

  function closed() {
    const row = view.row;
    if (row === null) return;
    go({ ...view, row: null });
    place(`row-${row}`)?.focus();
  }

  function describe() {
    const entries = Object.entries(about.about).flatMap(([name, value]) => [element("dt", null, name), element("dd", null, value)]);
    place("about").querySelector("dl").replaceChildren(...entries);
  }

  return { about: start, rows: more, more: detail };
})();
