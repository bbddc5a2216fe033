"use strict";
(function () {
  const form = document.getElementById("sok");
  const word = document.getElementById("ord");
  const kind = document.getElementById("typ");
  const status = document.getElementById("traffar");
  const sections = Array.from(document.querySelectorAll("main section"));
  const quotes = Array.from(document.querySelectorAll("main .citat"));
  const lineage = (section) => {
    const found = [];
    for (let up = section; up; up = up.parentElement.closest("section")) found.push(up);
    return found;
  };
  const headings = (section) => lineage(section).map((up) => up.firstElementChild.textContent);
  const leaves = sections
    .filter((section) => !section.querySelector("section"))
    .map((section) => ({
      section,
      text: [section.textContent, ...headings(section)].join(" ").toLocaleLowerCase("sv"),
      kinds: (section.dataset.typer || "").split("|"),
    }));

  function show() {
    const wanted = word.value.trim().toLocaleLowerCase("sv");
    const type = kind.value;
    const seen = leaves.filter(
      (leaf) => leaf.text.includes(wanted) && (!type || leaf.kinds.includes(type)),
    );
    const visible = new Set(seen.flatMap((leaf) => lineage(leaf.section)));
    const all = !wanted && !type;
    for (const section of sections) section.hidden = !all && !visible.has(section);
    for (const quote of quotes) quote.hidden = Boolean(type) && quote.dataset.typ !== type;
    status.textContent = all
      ? ""
      : seen.length ? status.dataset.flera + " " + seen.length : status.dataset.ingen;
  }

  let waiting = 0;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  // A link to something that the search has hidden shows everything again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (target && target.closest("[hidden]")) {
      word.value = "";
      kind.value = "";
      show();
    }
  });
  form.hidden = false;
})();
