"use strict";
// Finds statements by their words, and opens what is folded for printing and for links into it.
const field = document.getElementById("words");
const status = document.getElementById("found");
const statements = [...document.querySelectorAll("article")].map((article) => ({
  article,
  text: article.textContent.toLowerCase(),
  links: document.querySelectorAll(`nav a[href="#${CSS.escape(article.id)}"]`),
}));

function search() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { article, text, links } of statements) {
    const shown = words.every((word) => text.includes(word));
    article.hidden = !shown;
    for (const link of links) link.parentElement.hidden = !shown;
    found += shown;
  }
  for (const section of document.querySelectorAll("main section")) {
    section.hidden = section.querySelector("article") !== null && section.querySelector("article:not([hidden])") === null;
  }
  status.textContent = words.length ? `${found} of ${statements.length} statements` : "";
}

function openAround() {
  let target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  for (; target; target = target.parentElement) if (target.tagName === "DETAILS") target.open = true;
}

let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const each of folded) each.open = true;
});
addEventListener("afterprint", () => folded.forEach((each) => (each.open = false)));
addEventListener("hashchange", openAround);
document.getElementById("search").hidden = false;
field.addEventListener("input", search);
field.form.addEventListener("submit", (event) => event.preventDefault());
search();
openAround();
