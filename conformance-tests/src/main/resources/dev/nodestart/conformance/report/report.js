"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const textOf = new WeakMap();

  /** The words of an element in lower case; read once, when somebody searches. */
  const words = (element) => {
    if (!textOf.has(element)) textOf.set(element, element.textContent.toLowerCase());
    return textOf.get(element);
  };

  /** Shows what every word of the search is in. */
  const search = (input, items, count, noun, also) => {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const fits = also(item) && wanted.every((word) => words(item).includes(word));
      item.hidden = !fits;
      if (fits) shown++;
    }
    count.textContent = shown === items.length ? `${shown} ${noun}` : `${shown} of ${items.length} ${noun}`;
  };

  const filters = (name, apply) => {
    const form = document.querySelector(`[data-filters=${name}]`);
    if (!form) return null;
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
    return form;
  };

  const checks = [...document.querySelectorAll(".checks > li")];
  const applyChecks = () => {
    const outcomes = new Set([...document.querySelectorAll("[name=outcome]:checked")].map((box) => box.value));
    const category = byId("check-category").value;
    search(byId("check-search"), checks, byId("check-count"), "checks", (item) =>
      outcomes.has(item.dataset.outcome) && (!category || category === item.dataset.category));
  };
  const checkFilters = filters("checks", applyChecks);

  const facts = [...document.querySelectorAll("#facts tbody tr")];
  filters("facts", () => search(byId("fact-search"), facts, byId("fact-count"), "facts", () => true));

  /** A link to a check opens it, also where a filter hides it. */
  const openTarget = () => {
    let target = null;
    try {
      target = byId(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    const details = target && target.querySelector(":scope > details");
    if (!details || !checks.includes(target)) return;
    if (target.hidden) {
      checkFilters.reset();
      applyChecks();
    }
    details.open = true;
    target.scrollIntoView();
    details.querySelector("summary").focus();
  };
  window.addEventListener("hashchange", openTarget);
  openTarget();

  const copy = async (code, button) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = document.execCommand("copy") ? "Copied" : "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  };
  for (const box of document.querySelectorAll(".paste")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => copy(box.querySelector("code"), button));
    box.append(button);
  }

  // a page on paper cannot be unfolded
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("li:not([data-outcome=PASS]) > details:not([open])")];
    for (const details of folded) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
