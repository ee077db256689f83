// What plain forms and htmx do not see to by themselves: the first screen is renewed under the hand of whoever works on it.
"use strict";
(function () {
  // When a step has been taken from a list, its rows move up: a double click must not take the next row's step as well.
  const PAUSE = 900;
  let taken = -PAUSE;

  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".moves form")) { return; }
    if (performance.now() - taken < PAUSE) {
      event.preventDefault();
      event.stopPropagation();
    } else {
      taken = performance.now();
    }
  }, true);

  // A list that is renewed while somebody is asked whether they are sure leaves the question open, and the keyboard on it.
  let opened = [];
  let focused = "";
  document.addEventListener("htmx:beforeSwap", () => {
    opened = [...document.querySelectorAll("#lanes details[open] > summary")].map((summary) => summary.id);
    focused = document.activeElement.id;
  });
  document.addEventListener("htmx:afterSwap", () => {
    opened.map((id) => document.getElementById(id)).filter((summary) => summary)
      .forEach((summary) => { summary.parentElement.open = true; });
    const there = focused && document.getElementById(focused);
    if (there && document.activeElement === document.body) { there.focus(); }
  });

  // The button that was pressed has gone: a keyboard goes on from what was said about it.
  document.addEventListener("htmx:afterSettle", (event) => {
    const asked = event.detail.requestConfig;
    if (asked && asked.verb === "post" && document.activeElement === document.body) {
      document.getElementById("said").focus();
    }
  });
})();
