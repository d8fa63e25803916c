"use strict";
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const root = document.documentElement;

  // ---- search, choices, count: every table and the clauses side by side --------------------------------------
  const boards = all(".board").map((board) => {
    const rows = all("tbody tr, article.task", board);
    const words = new Map();
    const textOf = (row) => {
      if (!words.has(row)) words.set(row, row.textContent.toLowerCase());
      return words.get(row);
    };
    const search = board.querySelector("[data-search]");
    const choices = all("[data-choice]", board);
    const differs = board.querySelector("[data-differs]");
    const count = board.querySelector("[data-count]");
    const empty = board.querySelector(".empty");
    const apply = () => {
      const wanted = (search ? search.value : "").trim().toLowerCase().split(/\s+/).filter(Boolean);
      const off = new Set(choices.filter((choice) => !choice.checked).map((choice) => choice.dataset.choice));
      let shown = 0;
      for (const row of rows) {
        const fits = !off.has(row.dataset.code)
          && (!differs || !differs.checked || row.hasAttribute("data-differing"))
          && wanted.every((word) => textOf(row).includes(word));
        row.hidden = !fits;
        if (fits) shown += 1;
      }
      if (count) count.textContent = count.dataset.words.replace("{0}", shown).replace("{1}", rows.length);
      if (empty) empty.hidden = shown > 0;
    };
    const clear = () => {
      if (search) search.value = "";
      for (const choice of choices) choice.checked = true;
      if (differs) differs.checked = false;
      apply();
    };
    for (const input of all(".controls input", board)) input.addEventListener("input", apply);
    for (const head of all("thead th", board)) head.querySelector("button").addEventListener("click", () => sort(board, head));
    if (count) apply();
    return { board, clear };
  });

  // ---- sorting -------------------------------------------------------------------------------------------------
  const order = new Intl.Collator("zh-CN", { numeric: true });
  function sort(board, head) {
    const index = Array.from(head.parentNode.children).indexOf(head);
    const up = head.getAttribute("aria-sort") !== "ascending";
    const numeric = head.dataset.kind === "number";
    const body = board.querySelector("tbody");
    const keyed = Array.from(body.rows, (row) => {
      const cell = row.cells[index];
      const said = cell.dataset.sort === undefined ? cell.textContent.trim() : cell.dataset.sort;
      return [row, numeric && said !== "" ? Number(said) : said];
    });
    keyed.sort(([, a], [, b]) => {
      if (a === "" || b === "") return (a === "") - (b === "");  // what is not told stands last either way
      const found = numeric ? a - b : order.compare(a, b);
      return up ? found : -found;
    });
    for (const other of all("thead th", board)) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    body.append(...keyed.map(([row]) => row));
  }

  // ---- from a figure to its sentence -----------------------------------------------------------------------------
  const back = document.getElementById("back");
  let lit = [];
  function follow() {
    for (const element of lit) element.classList.remove("lit", "aim");
    lit = [];
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* stays as it is */ }
    const goal = id && document.getElementById(id);
    if (!goal) return;
    const hidden = goal.closest("[hidden]");
    if (hidden) {
      const home = boards.find(({ board }) => board.contains(goal));
      if (home) home.clear();
    }
    for (let fold = goal.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (goal.classList.contains("at")) {
      const marked = (key) => all(`[data-keys~="${CSS.escape(key)}"]`);
      lit = marked(id);
      const around = lit.length && /f\d+$/.test(id) ? lit[0].dataset.keys.split(" ").filter((key) => key.startsWith("s:")) : [];
      if (around.length) for (const element of lit) element.classList.add("aim");
      lit = lit.concat(around.flatMap(marked).filter((element) => !lit.includes(element)));
    }
    else if (goal.matches("tr, details .text")) lit = [goal];
    for (const element of lit) element.classList.add("lit");
    goal.scrollIntoView({ block: goal.matches("section, .task, main") ? "start" : "center" });
    if (goal.matches(".task, main, details .text")) goal.focus({ preventScroll: true });
  }
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    back.hidden = false;
    if (link.getAttribute("href") === location.hash) { event.preventDefault(); follow(); }
  });
  back.addEventListener("click", () => history.back());
  if (location.hash) follow();

  // ---- what is marked, how it looks ------------------------------------------------------------------------------
  for (const box of all("[data-toggle]")) {
    const toggle = () => document.body.classList.toggle(box.dataset.toggle, box.checked);
    box.addEventListener("input", toggle);
    toggle();
  }
  const theme = document.getElementById("theme");
  const themes = ["", "light", "dark"];
  theme.addEventListener("click", () => {
    const next = (themes.indexOf(root.dataset.theme || "") + 1) % themes.length;
    if (themes[next]) root.dataset.theme = themes[next]; else delete root.dataset.theme;
    theme.textContent = theme.dataset.words.split("|")[next];
  });
  document.getElementById("print").addEventListener("click", () => print());
  addEventListener("beforeprint", () => all("details").forEach((fold) => { fold.open = true; }));

  // ---- keys --------------------------------------------------------------------------------------------------------
  function step(by) {
    const stops = all("article.task[data-differing], .stop").filter((stop) => !stop.closest("[hidden]"));
    const line = 120;
    const tops = stops.map((stop) => stop.getBoundingClientRect().top);
    let next = by > 0 ? tops.findIndex((top) => top > line + 4) : tops.findLastIndex((top) => top < line - 44);
    const at = stops.indexOf(document.activeElement);
    if (at >= 0) next = at + by;
    if (!stops[next]) return;
    stops[next].scrollIntoView({ block: "start" });
    stops[next].focus({ preventScroll: true });
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "/") {
      const near = boards.find(({ board }) => board.getBoundingClientRect().bottom > 120) || boards[0];
      const search = near && near.board.querySelector("[data-search]");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    }
  });
})();
