// What is found among the rows: no document, no network, so that it runs anywhere.
"use strict";

const Rows = (() => {
  // All columns as arrays of the same length; what a script does not have is null.
  function empty(names) {
    return { count: 0, columns: Object.fromEntries(names.map((name) => [name, []])), lowered: [] };
  }

  function extend(rows, chunk) {
    for (const [name, column] of Object.entries(rows.columns)) {
      const packed = Object.hasOwn(chunk.columns, name) ? chunk.columns[name] : null;
      for (let i = 0; i < chunk.count; i++) {
        if (packed === null) column.push(null);
        else if (Array.isArray(packed)) column.push(packed[i]);
        else column.push(packed.values[packed.places[i]]);
      }
    }
    const names = rows.columns.name;
    for (let i = rows.count; i < names.length; i++) rows.lowered.push(String(names[i]).toLowerCase());
    rows.count += chunk.count;
  }

  // A view: {text, equal: {column: value}, least: {column: number}, most: {column: number}, sort, descending, page}.
  function matching(rows, view) {
    const tests = [];
    const words = view.text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length) tests.push((i) => words.every((word) => rows.lowered[i].includes(word)));
    for (const [name, value] of Object.entries(view.equal)) {
      const column = rows.columns[name];
      tests.push((i) => column[i] === value);
    }
    for (const [name, value] of Object.entries(view.least)) {
      const column = rows.columns[name];
      tests.push((i) => column[i] !== null && Number(column[i]) >= value);
    }
    for (const [name, value] of Object.entries(view.most)) {
      const column = rows.columns[name];
      tests.push((i) => column[i] !== null && Number(column[i]) <= value);
    }
    const found = [];
    for (let i = 0; i < rows.count; i++) if (tests.every((test) => test(i))) found.push(i);
    return found;
  }

  // In place; rows without a value come last, and equal ones stay in order.
  function sorted(rows, found, name, numeric, descending) {
    const column = rows.columns[name];
    const sign = descending ? -1 : 1;
    const compare = numeric
      ? (a, b) => Number(column[a]) - Number(column[b])
      : (a, b) => (column[a] < column[b] ? -1 : column[a] > column[b] ? 1 : 0);
    return found.sort((a, b) => {
      if (column[a] === null || column[b] === null) {
        return (column[a] === null) - (column[b] === null) || a - b;
      }
      return sign * compare(a, b) || a - b;
    });
  }

  function everything() {
    return { text: "", equal: {}, least: {}, most: {}, sort: "", descending: false, page: 0, row: null };
  }

  // A view as what follows # in an address, so that it can be sent to others; and back.
  function written(view) {
    const parts = new URLSearchParams();
    if (view.text) parts.set("text", view.text);
    for (const [name, value] of Object.entries(view.equal)) parts.set(`is-${name}`, value);
    for (const [name, value] of Object.entries(view.least)) parts.set(`least-${name}`, String(value));
    for (const [name, value] of Object.entries(view.most)) parts.set(`most-${name}`, String(value));
    if (view.sort) parts.set("sort", (view.descending ? "-" : "") + view.sort);
    if (view.page) parts.set("page", String(view.page + 1));
    if (view.row !== null) parts.set("row", String(view.row));
    return parts.toString();
  }

  // Names that are no columns, and numbers that are none, are left out.
  function read(hash, names) {
    const view = everything();
    const known = new Set(names);
    for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
      const [, kind, name] = /^(is|least|most)-(.*)$/.exec(key) ?? [];
      if (key === "text") view.text = value;
      else if (kind === "is" && known.has(name)) view.equal[name] = value;
      else if (kind && known.has(name) && value !== "" && Number.isFinite(Number(value))) {
        view[kind][name] = Number(value);
      } else if (key === "sort" && known.has(value.replace(/^-/, ""))) {
        view.sort = value.replace(/^-/, "");
        view.descending = value.startsWith("-");
      } else if (key === "page" && /^[1-9]\d{0,8}$/.test(value)) view.page = Number(value) - 1;
      else if (key === "row" && /^\d{1,9}$/.test(value)) view.row = Number(value);
    }
    return view;
  }

  // Where a certificate is, or null for what is no digest.
  function placeOf(digest) {
    return /^[0-9a-f]{64}$/.test(digest) ? `certificates/${digest.slice(0, 2)}/${digest}.json` : null;
  }

  return { empty, extend, matching, sorted, everything, written, read, placeOf };
})();
