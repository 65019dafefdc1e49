/* Newsdesk: conveniences on top of pages that work without them. No dependencies; listens to htmx 2 where it is there.
   Loaded in <head> without defer, so that the remembered scheme is set before the first paint.
   Attributes it reads: data-key, data-list/data-item, data-paragraph, data-selection-form/data-fill, data-draft,
   data-drop, data-dismiss, data-ctrl-enter, data-set-theme, data-open-keys, data-keys-switch, data-claim, data-claim-heading,
   data-in-parts.
   SPDX-License-Identifier: AGPL-3.0-or-later */
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);

  /* Remembered on this computer only; a browser that forbids storage simply forgets. */
  const remembered = {
    get: (name) => { try { return localStorage.getItem(`newsdesk.${name}`); } catch { return null; } },
    set: (name, value) => {
      try { value === null ? localStorage.removeItem(`newsdesk.${name}`) : localStorage.setItem(`newsdesk.${name}`, value); } catch { /* forgets */ }
    },
  };
  root.dataset.js = "on";
  if (["light", "dark"].includes(remembered.get("theme"))) root.dataset.theme = remembered.get("theme");
  if (remembered.get("keys") === "off") root.dataset.keys = "off";

  /* ---- Messages ------------------------------------------------------------------------------------------------ */

  /** Show a sentence in the message area (and to screen readers). kind: "info" or "error". */
  function say(sentence, kind = "info") {
    const area = one("#messages");
    if (!area) return;
    all(".toast[data-from-script]", area).forEach((toast) => toast.remove());
    const toast = document.createElement("div");
    toast.className = `toast toast--${kind}`;
    toast.dataset.fromScript = "";
    const words = document.createElement("span");
    words.textContent = sentence;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "btn btn--quiet btn--icon";
    close.dataset.dismiss = "";
    close.setAttribute("aria-label", "Close message");
    close.textContent = "×";
    toast.append(words, close);
    area.append(toast);
    expire(toast);
  }

  /** Plain messages leave after ten seconds unless looked at; those that offer something (Undo) or report an error stay. */
  function expire(toast) {
    if (toast.dataset.expires || toast.matches(".toast--error") || one("form, a", toast)) return;
    toast.dataset.expires = "yes";
    const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : toast.remove());
    setTimeout(leave, 10000);
  }

  /* ---- Keys ---------------------------------------------------------------------------------------------------- */

  const visible = (element) => (element.checkVisibility ? element.checkVisibility({ visibilityProperty: true }) : element.offsetParent !== null);
  const keyHolders = () => all("[data-key]").filter(visible);
  const isTyping = (element) => element.closest("input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select, [contenteditable]:not([contenteditable=false])");
  const label = (element) => {
    if (element.dataset.keyLabel || element.getAttribute("aria-label")) return element.dataset.keyLabel || element.getAttribute("aria-label");
    const copy = element.cloneNode(true);
    all("kbd, svg, [aria-hidden=true]", copy).forEach((part) => part.remove());
    return copy.textContent.trim().replace(/\s+/g, " ");
  };
  const OWN_KEYS = { j: "Next in the list", k: "Previous in the list", "?": "Show these keys" };
  let byKeyboard = false; /* whether the last activation came from the keyboard */

  /** Warn the developer of keys used twice, and tell assistive technology of each key. Runs at start and after each swap. */
  function checkKeys() {
    const seen = new Map(Object.keys(OWN_KEYS).map((key) => [key, "newsdesk.js"]));
    for (const element of keyHolders()) {
      const key = element.dataset.key;
      if (seen.has(key)) console.warn(`Newsdesk: the key "${key}" is on two things:`, seen.get(key), element);
      seen.set(key, element);
      if (!root.dataset.keys) element.setAttribute("aria-keyshortcuts", key);
      else element.removeAttribute("aria-keyshortcuts");
    }
  }

  function reasonAgainst(element) {
    const described = (element.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean);
    const words = described.map((id) => document.getElementById(id)?.textContent.trim()).filter(Boolean).join(" ");
    return element.dataset.why || words || element.title || "That is not possible yet.";
  }

  function activate(element) {
    if (element.disabled || element.getAttribute("aria-disabled") === "true") return say(reasonAgainst(element).replace(/\s+/g, " "), "error");
    if (element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select")) {
      element.focus();
      if (element.matches("textarea")) element.setSelectionRange(element.value.length, element.value.length);
      return;
    }
    element.click();
    if (element.matches("summary")) openedByKey(element);
  }

  /** A fold opened by its key is there to be filled in: its first field gets the focus, or the fold itself. */
  function openedByKey(summary) {
    const field = summary.parentElement.open && all("input:not([type=hidden]), select, textarea", summary.parentElement).find((one) => visible(one) && !one.disabled);
    (field || summary).focus();
  }

  /** Scrolls the list, where it scrolls by itself; the page, on a phone, stays where it is. */
  function showInList(item) {
    const list = item?.closest(".queue__list");
    if (list && getComputedStyle(list).overflowY !== "visible") item.scrollIntoView({ block: "nearest" });
  }

  function moveInList(step) {
    const items = all("[data-list] [data-item]").filter(visible);
    if (!items.length) return;
    const focused = items.indexOf(document.activeElement?.closest("[data-item]"));
    const from = focused >= 0 ? focused : items.findIndex((item) => item.hasAttribute("aria-current"));
    const next = items[Math.max(0, Math.min(items.length - 1, from + step))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function showKeys() {
    const dialog = one("#keys");
    if (!dialog || dialog.open) return;
    const rows = [...keyHolders().map((element) => [element.dataset.key, label(element)]), ...Object.entries(OWN_KEYS).filter(([key]) => key === "?" || one("[data-list] [data-item]"))];
    if (all("[data-ctrl-enter]").some(visible)) rows.push(["Ctrl Enter", "Send what you are writing"]);
    rows.push(["Esc", "Close what is open, leave a text"]);
    one("[data-keys-rows]", dialog).replaceChildren(...rows.map(([key, words]) => {
      const row = document.createElement("tr");
      const cell = row.insertCell();
      const cap = document.createElement("kbd");
      cap.textContent = key;
      cell.append(cap);
      row.insertCell().textContent = words;
      return row;
    }));
    const keySwitch = one("[data-keys-switch]", dialog);
    if (keySwitch) keySwitch.checked = !root.dataset.keys;
    dialog.showModal();
  }

  /** Escape closes what is open; in a text it leaves the text, so that keys work again. */
  function escape(target) {
    const menus = all("details.menu[open]");
    menus.forEach((menu) => { menu.open = false; one("summary", menu).focus(); });
    if (menus.length || one("dialog[open]")) return;
    if (pickedRange) { window.getSelection()?.removeAllRanges(); hideBars(); }
    else if (target instanceof HTMLTextAreaElement) target.blur();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape(event.target);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !root.dataset.keys && event.target instanceof Element) {
      const sender = event.target.closest("form") && one("[data-ctrl-enter]", event.target.closest("form"));
      if (sender) { event.preventDefault(); byKeyboard = true; return activate(sender); }
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || root.dataset.keys) return;
    if (one("dialog[open]") || !(event.target instanceof Element) || isTyping(event.target)) return;
    if (event.key === "j" || event.key === "k") { event.preventDefault(); return moveInList(event.key === "j" ? 1 : -1); }
    if (event.repeat) return;
    if (event.key === "?") { event.preventDefault(); return showKeys(); }
    const holder = keyHolders().find((element) => element.dataset.key === event.key);
    if (holder) { event.preventDefault(); byKeyboard = true; activate(holder); }
  });

  /* ---- Clicks: menus, theme, dialogs, toasts --------------------------------------------------------------------- */

  function showTheme() {
    all("[data-set-theme]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.setTheme === (root.dataset.theme || "system"))));
  }

  document.addEventListener("click", (event) => {
    byKeyboard = event.detail === 0; /* keys and Enter make clicks without a pointer */
    const target = event.target instanceof Element ? event.target : root;
    all("details.menu[open]").forEach((menu) => { if (!menu.contains(target)) menu.open = false; });
    target.closest("[data-dismiss]")?.closest(".toast, .notice")?.remove();
    if (target.closest("[data-open-keys]")) showKeys();
    if (target.closest("[data-close-dialog]")) target.closest("dialog")?.close();
    const theme = target.closest("[data-set-theme]")?.dataset.setTheme;
    if (theme === "system") { delete root.dataset.theme; remembered.set("theme", null); }
    else if (theme) { root.dataset.theme = theme; remembered.set("theme", theme); }
    if (theme) showTheme();
  }, true);

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-keys-switch]")) {
      if (event.target.checked) delete root.dataset.keys; else root.dataset.keys = "off";
      remembered.set("keys", event.target.checked ? null : "off");
      checkKeys();
    }
    if (event.target.matches("[data-drop] input[type=file]")) listFiles(event.target);
  });

  /* ---- Selecting words -------------------------------------------------------------------------------------------- */

  /** The words of a range as the copy has them: parts marked data-not-copy do not count. */
  function copyOf(range) {
    const fragment = range.cloneContents();
    fragment.querySelectorAll("[data-not-copy]").forEach((part) => part.remove());
    return fragment.textContent;
  }

  /** Which occurrence (from 1) of `words` in `text` starts at `start`; a search goes on one character after each find. */
  function occurrenceAt(text, words, start) {
    let count = 0;
    for (let at = text.indexOf(words); at !== -1 && at <= start; at = text.indexOf(words, at + 1)) count += 1;
    return count;
  }

  /** What is selected, cut to the first paragraph it touches: {element, words, occurrence, range}, or null. */
  function pickWords() {
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const element = all("[data-paragraph]").find((paragraph) => range.intersectsNode(paragraph) && visible(paragraph));
    if (!element) return null;
    const whole = document.createRange();
    whole.selectNodeContents(element);
    const part = range.cloneRange();
    if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
    if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
    const raw = copyOf(part);
    const words = raw.trim();
    if (!words) return null;
    const before = whole.cloneRange();
    before.setEnd(part.startContainer, part.startOffset);
    const start = copyOf(before).length + raw.length - raw.trimStart().length;
    return { element, words, occurrence: Math.max(1, occurrenceAt(copyOf(whole), words, start)), range: part };
  }

  function fill(form, picked) {
    const values = { ...picked.element.dataset, words: picked.words, occurrence: String(picked.occurrence) };
    for (const place of all("[data-fill]", form)) {
      const value = values[place.dataset.fill] ?? "";
      if (place.matches("input, textarea, select")) place.value = value; else place.textContent = value;
    }
  }

  function place(bar, range) {
    const box = range.getBoundingClientRect();
    const height = bar.offsetHeight, width = bar.offsetWidth;
    const above = box.top - height - 8;
    bar.style.left = `${Math.max(8, Math.min(window.innerWidth - width - 8, box.left + box.width / 2 - width / 2))}px`;
    bar.style.top = `${above > 8 ? above : Math.min(window.innerHeight - height - 8, box.bottom + 8)}px`;
  }

  let pickedRange = null;
  const bars = () => all("[data-selection-form].selbar");
  function hideBars() { pickedRange = null; bars().forEach((bar) => { bar.hidden = true; bar.removeAttribute("style"); /* htmx clones the page for its history, and a cloned style breaks the CSP */ }); }

  let selecting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(selecting);
    selecting = setTimeout(() => {
      if (document.activeElement?.closest("[data-selection-form]")) return;
      const picked = pickWords();
      if (!picked) return hideBars();
      all("[data-selection-form]").forEach((form) => fill(form, picked));
      pickedRange = picked.range;
      bars().forEach((bar) => { bar.hidden = false; place(bar, picked.range); });
    }, 120);
  });
  document.addEventListener("scroll", () => { if (pickedRange) bars().forEach((bar) => place(bar, pickedRange)); }, { capture: true, passive: true });
  document.addEventListener("mousedown", (event) => { /* a press on the toolbar must not drop the selection */
    if (event.target.closest?.(".selbar") && !isTyping(event.target)) event.preventDefault();
  });

  /* Keyboard path: choosing a paragraph in a selection form brings its words, to be cut down to what is cited. */
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("[data-selection-form]");
    if (!form || event.target.dataset.fill !== "paragraph") return;
    const words = one("textarea[data-fill=words]", form);
    const paragraph = one(`[data-paragraph="${CSS.escape(event.target.value)}"]`);
    if (!words || !paragraph) return;
    const whole = document.createRange();
    whole.selectNodeContents(paragraph);
    words.value = copyOf(whole).trim();
    const occurrence = one("[data-fill=occurrence]", form);
    if (occurrence) occurrence.value = "1";
  });

  /* ---- Forms: sent once, drafts kept --------------------------------------------------------------------------------- */

  function freshKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** Every posted form carries a key that stays the same until the desk has answered it, so that twice sent is once done. */
  function ensureKey(form, renew = false) {
    let field = one("input[name=idempotency_key]", form);
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = "idempotency_key";
      form.append(field);
    }
    if (renew || !field.value) field.value = freshKey();
  }

  const posts = (form) => form instanceof HTMLFormElement && (form.method === "post" || form.hasAttribute("hx-post"));

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!posts(form)) return;
    if (form.dataset.busy) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    ensureKey(form);
    delete form.dataset.dirty;
    /* set after this event, so that the pressed button's name and value are still sent */
    setTimeout(() => { if (!event.defaultPrevented) form.dataset.busy = "yes"; }, 0);
  }, true);
  window.addEventListener("pageshow", () => all("form[data-busy]").forEach((form) => { delete form.dataset.busy; }));

  function draftStatus(form, words) {
    const status = one("[data-draft-status]", form) || document.getElementById(form.dataset.draftStatusId || "");
    if (status) status.textContent = words;
  }

  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-draft]");
    if (!form || event.target.closest("[data-not-draft]")) return;
    form.dataset.dirty = String(Number(form.dataset.dirty || 0) + 1);
    draftStatus(form, "Not saved yet");
  });
  window.addEventListener("beforeunload", (event) => { if (one("form[data-draft][data-dirty]")) event.preventDefault(); });

  /* ---- Drop zone -------------------------------------------------------------------------------------------------------- */

  const size = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

  function listFiles(input) {
    const zone = input.closest("[data-drop]");
    const list = one("[data-drop-list]", zone);
    const limit = Number(zone.dataset.maxBytes || Infinity);
    list?.replaceChildren(...[...input.files].map((file) => {
      const item = document.createElement("li");
      const name = document.createElement("span");
      const note = document.createElement("span");
      name.textContent = file.name;
      note.textContent = file.size > limit ? `${size(file.size)}: over the limit of ${size(limit)}` : size(file.size);
      item.classList.toggle("too-big", file.size > limit);
      item.append(name, note);
      return item;
    }));
  }

  for (const type of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      const zone = event.target.closest?.("[data-drop]");
      if (one("[data-drop]") && event.dataTransfer?.types.includes("Files")) event.preventDefault(); /* a miss must not open the file */
      all("[data-drop].is-over").forEach((other) => other.classList.remove("is-over"));
      if (!zone || type === "dragleave") return;
      if (type === "dragover") return zone.classList.add("is-over");
      const input = one("input[type=file]", zone);
      const chosen = new DataTransfer();
      [...(input.multiple ? input.files : []), ...event.dataTransfer.files].slice(input.multiple ? 0 : -1).forEach((file) => chosen.items.add(file));
      input.files = chosen.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  /* ---- htmx: focus, errors, drafts ---------------------------------------------------------------------------------------- */

  const openClaim = () => one("[data-claim]")?.dataset.claim;
  let claimBefore, focusBefore;

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.matches?.("form")) event.target.dataset.busy = "yes";
    const form = event.target.closest?.("form[data-draft]");
    if (form && event.target !== form) { form.dataset.sent = form.dataset.dirty || ""; draftStatus(form, "Saving…"); }
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, target } = event.detail;
    const page = /^\s*<!doctype/i.test(xhr.responseText);
    if (page && target !== document.body && !xhr.getResponseHeader("HX-Retarget")) {
      /* a whole page where a fragment was asked for: signed out meanwhile, or an error page */
      event.detail.shouldSwap = false;
      if (xhr.status < 400) window.location.reload();
      else say(xhr.status === 404 ? "That is not there any more. Reload the page to see what is." : "The desk refused that. Reload the page and try again.", "error");
    }
    claimBefore = openClaim();
    focusBefore = document.activeElement;
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const { successful, xhr } = event.detail;
    const form = event.target.closest?.("form");
    if (form) {
      delete form.dataset.busy;
      if (successful) ensureKeyLater(form);
    }
    if (form?.matches("[data-draft]") && event.target !== form) {
      const clean = (form.dataset.sent || "") === (form.dataset.dirty || "");
      if (successful && clean) delete form.dataset.dirty;
      if (successful && clean && !xhr.responseText.trim()) draftStatus(form, `Draft saved ${new Date().toTimeString().slice(0, 5)}`);
      if (!successful) draftStatus(form, "Could not be saved. Your words are still on this page.");
    }
    if (form?.matches("[data-selection-form]") && successful) { window.getSelection()?.removeAllRanges(); hideBars(); }
  });
  const ensureKeyLater = (form) => { if (form.isConnected && one("input[name=idempotency_key]", form)) ensureKey(form, true); };

  document.addEventListener("htmx:sendError", () => say("The desk did not answer. What you typed is still on this page.", "error"));
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status >= 500) say("Something failed on the desk’s side. What you typed is still on this page.", "error");
  });

  document.addEventListener("htmx:afterSettle", () => {
    const claim = openClaim();
    all(".toast").forEach(expire);
    checkKeys();
    showTabs();
    if (claim && claim !== claimBefore) {
      all("[data-list] [data-item]").forEach((item) => {
        if (item.dataset.item === claim) { item.setAttribute("aria-current", "true"); showInList(item); }
        else item.removeAttribute("aria-current");
      });
      all(".open__copy, .open__panel").forEach((pane) => { pane.scrollTop = 0; });
      one(".para--origin")?.scrollIntoView({ block: "nearest" });
      hideBars();
      if (byKeyboard) focusHeading();
    } else if (byKeyboard && focusBefore && !focusBefore.isConnected && document.activeElement === document.body) {
      const twin = focusBefore.id ? document.getElementById(focusBefore.id) : null;
      if (twin) twin.focus(); else focusHeading();
    }
    claimBefore = claim;
    focusBefore = null;
  });

  function focusHeading() {
    const heading = one("[data-claim-heading]") || one("main h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: false });
  }

  /* Tabs that do not fit scroll sideways: bring the open one into view, without moving the page. */
  function showTabs() {
    for (const tab of all(".tabs [aria-current]")) {
      const bar = tab.closest(".tabs");
      const hidden = tab.offsetLeft < bar.scrollLeft || tab.offsetLeft + tab.offsetWidth > bar.scrollLeft + bar.clientWidth;
      if (hidden) bar.scrollLeft = tab.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2;
    }
  }

  /* A very long article comes in parts: a link to a paragraph of another one opens that part. */
  function openPart() {
    const number = /^#p(\d+)$/.exec(location.hash)?.[1];
    if (!number || !one("[data-in-parts]") || document.getElementById(`p${number}`)) return;
    const address = new URL(location.href);
    if (address.searchParams.get("at") === number) return;
    address.searchParams.set("at", number);
    location.replace(address);
  }
  window.addEventListener("hashchange", openPart);

  /* ---- Start ----------------------------------------------------------------------------------------------------------------- */

  document.addEventListener("DOMContentLoaded", () => {
    openPart();
    showTheme();
    checkKeys();
    showTabs();
    all(".toast").forEach(expire);
    showInList(one("[data-list] [data-item][aria-current]"));
  });
})();
