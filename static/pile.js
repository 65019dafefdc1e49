/* Newsdesk: moving articles between the stories of a pile by drag or by Alt and the arrow keys. Both only set the select
   "Put into" of the article, whose change htmx sends; the page works without this file.
   Reads data-pile, data-pile-story, data-pile-title, data-pile-item, data-pile-headline, data-pile-into, data-pile-said.
   SPDX-License-Identifier: AGPL-3.0-or-later */
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  let moving = null; /* the article that is dragged */
  let moved = null; /* what was moved last: its id and where its focus goes back to */

  function say(sentence) {
    const area = one("[data-pile-said]");
    if (area) area.textContent = sentence;
  }

  const headline = (item) => one("[data-pile-headline]", item).textContent.trim();

  function makeDraggable() {
    all("[data-pile-item]").forEach((item) => { item.draggable = true; item.tabIndex = 0; });
  }

  /** Choose where an article goes, as if it had been chosen in its select. */
  function put(item, where, focus) {
    const select = one("[data-pile-into]", item);
    if (!select || select.value === where || ![...select.options].some((option) => option.value === where)) return false;
    select.value = where;
    moved = { id: item.id, focus };
    select.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  /** Alt+↑ and Alt+↓: into the story before or behind; behind the last are a story of its own and what is left out. */
  function step(item, by) {
    const places = all("[data-pile-story]").map((story) => story.dataset.pileStory);
    const at = places.indexOf(item.closest("[data-pile-story]").dataset.pileStory);
    const to = places[at + by];
    if (to === undefined || !put(item, to, item.id)) say(by < 0 ? "This is the first story." : "There is nothing below.");
  }

  document.addEventListener("keydown", (event) => {
    const item = event.target.closest?.("[data-pile-item]");
    if (!item || !event.altKey || event.ctrlKey || event.metaKey || event.target.matches("select")) return;
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    step(item, event.key === "ArrowUp" ? -1 : 1);
  });

  document.addEventListener("change", (event) => {
    const select = event.target.closest?.("[data-pile-into]");
    const title = event.target.closest?.(".pile__title");
    if (title) moved = { id: null, focus: title.id };
    if (!select) return;
    const item = select.closest("[data-pile-item]");
    if (moved?.id !== item.id) moved = { id: item.id, focus: select.id };
  });

  document.addEventListener("dragstart", (event) => {
    moving = event.target.closest?.("[data-pile-item]") || null;
    if (!moving) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", headline(moving));
    moving.classList.add("is-moving");
  });
  document.addEventListener("dragend", () => {
    moving?.classList.remove("is-moving");
    all(".is-over").forEach((story) => story.classList.remove("is-over"));
    moving = null;
  });
  for (const type of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      if (!moving) return;
      const story = event.target.closest?.("[data-pile-story]");
      all("[data-pile-story].is-over").forEach((other) => other.classList.remove("is-over"));
      if (!story || type === "dragleave") return;
      event.preventDefault();
      if (type === "dragover") return story.classList.add("is-over");
      put(moving, story.dataset.pileStory, moving.id);
    });
  }

  document.addEventListener("htmx:afterSettle", () => {
    makeDraggable();
    const board = one("#board");
    if (board?.dataset.pileStatus === "ready" && !moved) {
      say(`Stories proposed: ${all("[data-pile-story]").filter((story) => /^\d+$/.test(story.dataset.pileStory)).length}.`);
    }
    if (!moved) return;
    const { id, focus } = moved;
    moved = null;
    const item = id && document.getElementById(id);
    const back = document.getElementById(focus) || item;
    back?.focus({ preventScroll: false });
    back?.scrollIntoView({ block: "nearest" });
    if (item) {
      const story = item.closest("[data-pile-story]");
      const title = one(".pile__title", story)?.value || one("[data-pile-title]", story)?.textContent.trim() || "";
      const count = all("[data-pile-item]", story).length;
      say(`“${headline(item)}” is now in “${title}”, ${count} ${count === 1 ? "article" : "articles"}.`);
    }
  });

  makeDraggable();
})();
