/* Newsdesk: conveniences of a story's tabs, on top of pages that work without them. Loaded after newsdesk.js, which moves
   with j and k through the list and holds the switch that turns keys off.
   Attributes it reads: data-grid (a table in which arrow keys move), data-not-grid (a row of it that is passed over),
   data-row (a suggestion with its own buttons), data-row-key (the key of such a button while its row is at hand),
   data-close-beside, data-said.
   SPDX-License-Identifier: AGPL-3.0-or-later */
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const narrow = window.matchMedia("(width < 48rem)");
  let opener = null; /* the cell whose paragraphs are open */

  /* ---- The table: one cell is in the order of Tab, arrow keys move between cells ------------------------------------- */

  /** What has the focus in a cell: its main link, or the cell itself. */
  const holder = (cell) => one(":scope > a, :scope > .row__text a", cell) || cell;
  const cellOf = (element) => element.closest("td, th");
  const rowsOf = (table) => all("tr:not([data-not-grid])", table).map((row) => [...row.cells]);

  function makeGrid(table) {
    if (table.dataset.ready || narrow.matches) return;
    table.dataset.ready = "yes";
    table.setAttribute("role", "grid");
    const holders = rowsOf(table).flat().map(holder);
    holders.forEach((element) => { element.tabIndex = -1; });
    const first = one("tbody [aria-current]", table) || one("tr.is-now > th a", table) || holders.find((element) => element.closest("tbody")) || holders[0];
    if (first) first.tabIndex = 0;
  }

  /** Puts this cell into the order of Tab in place of the one that was; the buttons of the row at hand stay in it. */
  function takeTab(table, element) {
    all("[tabindex='0']:not(.decide *)", table).forEach((other) => { other.tabIndex = -1; });
    element.tabIndex = 0;
  }

  function goTo(element) {
    const table = element.closest("[data-grid]");
    if (table) takeTab(table, element);
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  function moveInGrid(event, table) {
    const rows = rowsOf(table);
    const here = cellOf(event.target);
    let at = rows.findIndex((row) => row.includes(here));
    if (at < 0 || holder(here) !== event.target) return;
    let across = rows[at].indexOf(here);
    if (event.key === "Home") { across = 0; if (event.ctrlKey) at = 0; }
    else if (event.key === "End") { across = rows[at].length - 1; if (event.ctrlKey) at = rows.length - 1; }
    else { at += STEPS[event.key][0]; across += STEPS[event.key][1]; }
    const next = rows[at]?.[across];
    event.preventDefault();
    if (next) goTo(holder(next));
  }

  document.addEventListener("keydown", (event) => {
    if (!(event.target instanceof Element) || event.defaultPrevented || one("dialog[open]")) return;
    if (event.key === "Escape") {
      const close = one("[data-close-beside]");
      if (close && !event.target.closest("input, textarea, select, details[open]")) { event.preventDefault(); closeBeside(); }
      return;
    }
    const table = event.target.closest("[data-grid]");
    if (!table || event.altKey || event.metaKey || event.shiftKey || !(event.key in STEPS || ["Home", "End"].includes(event.key))) return;
    moveInGrid(event, table);
  });

  /* ---- The row at hand: its buttons have keys and are in the order of Tab --------------------------------------------- */

  function atHand(row) {
    for (const other of all("[data-row]")) {
      const is = other === row;
      other.classList.toggle("is-at-hand", is);
      for (const button of all("[data-row-key]", other)) {
        if (is && !root.dataset.keys) { button.dataset.key = button.dataset.rowKey; button.setAttribute("aria-keyshortcuts", button.dataset.rowKey); }
        else { delete button.dataset.key; button.removeAttribute("aria-keyshortcuts"); }
      }
      if (other.closest("[data-grid]") && !narrow.matches) all(".decide :is(a, button)", other).forEach((part) => { part.tabIndex = is ? 0 : -1; });
    }
  }

  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.("[data-row]");
    if (row && !row.classList.contains("is-at-hand")) atHand(row);
    const table = event.target.closest?.("[data-grid]");
    const cell = table && cellOf(event.target);
    if (cell && holder(cell) === event.target && event.target.tabIndex !== 0) takeTab(table, event.target);
  });

  /* ---- What a cell opens ------------------------------------------------------------------------------------------------ */

  function showOpened(beside) {
    all("[data-grid] .is-open").forEach((row) => row.classList.remove("is-open"));
    all("[data-grid] .cell[aria-current], [data-grid] .row__text [aria-current]").forEach((cell) => cell.removeAttribute("aria-current"));
    if (opener?.isConnected && one("[data-close-beside]", beside)) {
      opener.setAttribute("aria-current", "true");
      opener.closest("tr")?.classList.add("is-open");
    }
    const asked = one(".is-asked", beside);
    const box = asked?.closest(".beside__box");
    if (box) { box.scrollLeft = asked.offsetLeft - box.offsetLeft - 16; if (narrow.matches) asked.scrollIntoView({ block: "start" }); }
    else if (narrow.matches) beside.scrollIntoView({ block: "start" });
    opener?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const said = one("#beside-said");
    if (said) said.textContent = beside.dataset.said || "";
  }

  function closeBeside() {
    const beside = one("#beside");
    if (!beside) return;
    beside.replaceChildren();
    beside.hidden = true;
    const back = opener?.isConnected ? opener : one("[data-grid] [aria-current]") || one("#open-origins");
    showOpened(beside);
    const address = new URL(location.href);
    ["claim", "at", "origins"].forEach((name) => address.searchParams.delete(name));
    address.hash = "";
    history.replaceState(history.state, "", address);
    if (back) { if (back.closest("[data-grid]")) goTo(back); else back.focus(); }
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-close-beside]")) { event.preventDefault(); closeBeside(); }
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target?.id === "beside") opener = event.target.closest("a");
  });
  document.addEventListener("htmx:afterSettle", () => {
    const beside = one("#beside");
    if (beside && !beside.dataset.shown && opener) { beside.dataset.shown = "yes"; showOpened(beside); }
  });

  /** A decision taken while paragraphs are open opens those of what comes next. */
  document.addEventListener("submit", (event) => {
    const back = one("input[name=back]", event.target);
    if (!back || !event.target.closest("[data-grid]") || !one("#beside [data-close-beside]")) return;
    back.value = back.value.replace("?", "?open=1&");
  });

  /* ---- Start -------------------------------------------------------------------------------------------------------------- */

  function start() {
    all("[data-grid]").forEach(makeGrid);
    const named = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const from = named?.closest("[data-row]");
    const row = from || one("[data-row].is-now") || one("[data-row]");
    if (row) atHand(row);
    const asked = one("#beside .is-asked");
    const box = asked?.closest(".beside__box");
    if (box) box.scrollLeft = asked.offsetLeft - box.offsetLeft - 16;
  }
  /** Back from a decision: go on with what is next. Only once the browser has gone to the address's own mark. */
  function goOn() {
    const from = location.hash.length > 1 ? document.getElementById(location.hash.slice(1))?.closest("[data-row]") : null;
    const item = from && one("[data-item]", from);
    if (item?.closest("[data-grid]")) goTo(item); else item?.focus({ preventScroll: true });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
  window.addEventListener("load", () => setTimeout(goOn, 0));
})();
