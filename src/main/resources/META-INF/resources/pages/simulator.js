// The phones of /simulator: live by server-sent events; every action is one of the simulator's own doors.
"use strict";
(function () {
  const page = document.getElementById("simulator");
  const said = page.dataset;
  const phones = new Map();
  const relays = said.relays.trim().split(" ");
  let clock = null;
  let cast = null;
  let step = 0;
  let underWay = false; // a step of the story
  let turn = 0; // counts how often the story was set going or stopped: of two runs only the last goes on
  let playing = false;
  const KEPT = "peerline-phones";
  const READING = 4000;

  const byId = (id) => document.getElementById(id);
  const local = (number) => number.startsWith("+44")
    ? "0" + number.slice(3, 7) + " " + number.slice(7) : number;
  const name = (number) => number === said.service ? said.serviceName : local(number);

  async function ask(path, body) {
    const answer = await fetch(said.base + "/simulator/" + path, body === undefined ? {} : {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    const content = await answer.json();
    if (!answer.ok) {
      const faults = (content.violations || []).map((fault) => fault.message).join(" ");
      throw new Error(faults || content.detail || said.refused);
    }
    return content;
  }

  // Runs what a button asks for; what goes wrong is said in one place.
  async function run(action) {
    byId("problem").textContent = "";
    try {
      await action();
    } catch (fault) {
      byId("problem").textContent = fault.message || said.refused;
    }
  }

  function showTime(now) {
    byId("clock").dateTime = now;
    byId("clock").textContent = written(now);
  }

  // What cannot be pressed at the moment keeps the focus, or a keyboard would have to begin at the top.
  const hold = (button, held) => button.setAttribute("aria-disabled", String(held));
  const pressed = (button, action) => button.addEventListener("click", () => button.ariaDisabled === "true" || action());

  const sleep = (millis) => new Promise((done) => setTimeout(done, millis));

  // Where much falls due on the way the clock goes on by itself after the answer; then it is looked at until it stands.
  async function moveClock(move) {
    const buttons = document.querySelectorAll("[data-advance], [data-target]");
    buttons.forEach((button) => hold(button, true));
    try {
      await ask("clock", move);
      await readClock();
      while (clock.movingTo) {
        byId("moving").textContent = said.moving.replace("{0}", written(clock.movingTo));
        await sleep(1000);
        await readClock();
      }
    } finally {
      byId("moving").textContent = "";
      buttons.forEach((button) => hold(button, false));
    }
  }

  const written = (now) => new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
    second: "2-digit", timeZone: clock.timeZone, timeZoneName: "short" }).format(new Date(now));

  // The phones that somebody has added stay in this tab when it is loaded again.
  const added = () => JSON.parse(sessionStorage.getItem(KEPT) || "[]");
  const keep = (numbers) => sessionStorage.setItem(KEPT, JSON.stringify(numbers));

  async function readClock() {
    clock = await ask("clock");
    showTime(clock.now);
    document.querySelector("[data-target=afterClockChange]").hidden = !clock.afterClockChange;
  }

  function addTo(phone, number) {
    if (phone.numbers.has(number)) { return; }
    phone.numbers.add(number);
    const option = document.createElement("option");
    option.value = number;
    option.textContent = name(number);
    phone.to.append(option);
  }

  function state(text) {
    if (text.direction === "SENT") { return said.sent; }
    return { DELIVERED: said.delivered, UNDER_WAY: said.underWay, FAILED: said.failed }[text.delivery];
  }

  function show(phone, text) {
    const known = phone.texts.get(text.id);
    const stands = text.delivery || "SENT";
    if (known && known.dataset.stands === stands) { return; }
    const bubble = document.createElement("div");
    bubble.dataset.stands = stands;
    bubble.className = "bubble " + text.direction.toLowerCase() + " " + stands.toLowerCase();
    const other = text.direction === "SENT" ? text.to : text.from;
    const from = document.createElement("p");
    from.className = "from";
    from.textContent = (text.direction === "SENT" ? "→ " : "") + name(other);
    const words = document.createElement("p");
    words.className = "words";
    words.textContent = text.body;
    const below = document.createElement("p");
    below.className = "state";
    below.textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: "short", hour: "2-digit", minute: "2-digit", timeZone: clock.timeZone }).format(new Date(text.at))
      + " · " + state(text);
    bubble.append(from, words, below);
    if (known) { known.remove(); }
    phone.texts.set(text.id, bubble);
    phone.screen.append(bubble);
    phone.screen.scrollTop = phone.screen.scrollHeight;
    addTo(phone, other);
    if (text.direction === "RECEIVED" && text.delivery !== "FAILED" && relays.includes(other)) {
      phone.to.value = other;
    }
    if (text.direction === "RECEIVED") { release(phone); }
  }

  // A trick holds for one text: when it has come, the buttons stand as they did.
  function release(phone) {
    phone.article.querySelectorAll("[data-trick]").forEach((button) => button.setAttribute("aria-pressed", "false"));
  }

  async function fill(number) {
    const phone = phones.get(number);
    const held = await ask("messages?number=" + encodeURIComponent(number));
    const chosen = [...phone.article.querySelectorAll("[aria-pressed=true]")];
    held.messages.forEach((text) => show(phone, text));
    chosen.forEach((button) => button.setAttribute("aria-pressed", "true"));
    return held.number;
  }

  async function add(label, number) {
    if (phones.has(number)) {
      if (label) { phones.get(number).article.querySelector("h3").textContent = label; }
      return;
    }
    const article = byId("phone").content.firstElementChild.cloneNode(true);
    const phone = { article, numbers: new Set(), texts: new Map(),
      screen: article.querySelector(".screen"), to: article.querySelector("select") };
    phones.set(number, phone);
    const heading = article.querySelector("h3");
    heading.textContent = label || said.yours;
    heading.id = "phone-" + number.slice(1);
    article.dataset.number = number;
    article.setAttribute("aria-labelledby", heading.id);
    phone.screen.setAttribute("aria-labelledby", heading.id);
    article.querySelector(".number").textContent = local(number);
    addTo(phone, said.service);
    const form = article.querySelector("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run(async () => {
        await ask("messages", { from: number, to: form.to.value, body: form.body.value, twice: form.twice.checked });
        form.body.value = "";
        form.twice.checked = false;
      });
    });
    article.querySelectorAll("[data-trick]").forEach((button) => button.addEventListener("click", () => run(async () => {
      const wanted = button.getAttribute("aria-pressed") === "true" ? "NONE" : button.dataset.trick;
      await ask("deliveries", { number, next: wanted });
      release(phone);
      button.setAttribute("aria-pressed", String(wanted !== "NONE"));
    })));
    article.querySelector("[data-away]").addEventListener("click", () => {
      article.remove();
      phones.delete(number);
      keep(added().filter((kept) => kept !== number));
      byId("add-number").focus();
    });
    byId("phones").append(article);
    await fill(number);
  }

  const steps = [...document.querySelectorAll("#story li")];
  const ended = () => step === steps.length;

  function showSteps() {
    hold(byId("next"), underWay || ended());
    hold(byId("play"), ended());
  }

  async function play() {
    if (underWay || ended()) { return; }
    const now = steps[step];
    underWay = true;
    showSteps();
    try {
      if (now.dataset.what === "open") {
        cast = await ask("story/open", {});
        await add(said.requester + ": Sam", cast.requester);
        await add(said.peer + ": " + cast.peerName, cast.peer);
      } else if (now.dataset.what === "text") {
        await ask("messages", { from: cast[now.dataset.who], to: cast.relayNumber, body: now.dataset.value });
      } else {
        await moveClock(now.dataset.value === "tomorrow" ? { now: clock.tomorrow } : { advance: now.dataset.value });
      }
      steps.forEach((each) => each.removeAttribute("aria-current"));
      now.setAttribute("aria-current", "step");
      byId("caption").textContent = now.textContent;
      step += 1;
      if (ended()) { byId("caption").textContent += " " + said.ended; }
    } finally {
      underWay = false;
      showSteps();
    }
  }

  function setPlaying(wanted) {
    playing = wanted;
    turn += 1;
    byId("play").textContent = wanted ? said.pause : said.play;
  }

  async function playAll() {
    setPlaying(true);
    const mine = turn;
    try {
      while (mine === turn && !ended()) {
        await play();
        if (!ended()) { await sleep(READING); }
      }
    } finally {
      if (mine === turn) { setPlaying(false); }
    }
  }

  async function beginAgain() {
    setPlaying(false);
    while (underWay) { await sleep(50); }
    step = 0;
    showSteps();
    byId("caption").textContent = said.intro;
    steps.forEach((each) => each.removeAttribute("aria-current"));
  }

  function watch() {
    const events = new EventSource(said.base + "/simulator/events");
    events.onopen = () => run(async () => {
      byId("live").textContent = said.live;
      await readClock();
      await Promise.all([...phones.keys()].map(fill));
    });
    events.onerror = () => { byId("live").textContent = said.broken; };
    events.onmessage = (event) => {
      const item = JSON.parse(event.data);
      if (clock) { showTime(item.now); }
      if (item.text && phones.has(item.number)) { show(phones.get(item.number), item.text); }
    };
  }

  document.querySelectorAll("[data-advance]").forEach((button) => pressed(button, () => run(async () => {
    await moveClock({ advance: button.dataset.advance });
  })));
  document.querySelectorAll("[data-target]").forEach((button) => pressed(button, () => run(async () => {
    await readClock();
    await moveClock({ now: clock[button.dataset.target] });
  })));
  pressed(byId("next"), () => {
    setPlaying(false);
    run(play);
  });
  pressed(byId("play"), () => {
    if (playing) { setPlaying(false); } else { run(playAll); }
  });
  byId("again").addEventListener("click", () => run(beginAgain));
  byId("add").addEventListener("submit", (event) => {
    event.preventDefault();
    run(async () => {
      const held = await ask("messages?number=" + encodeURIComponent(byId("add-number").value));
      await add("", held.number);
      keep([...new Set([...added(), held.number])]);
      byId("add-number").value = "";
    });
  });
  // What was said to be wrong stands until somebody does something; a lost connection is said elsewhere.
  setInterval(() => { if (clock) { readClock().catch(() => {}); } }, 15000);

  run(async () => {
    await readClock();
    await add(said.requester, "+447700900123");
    await add(said.peer, "+447700900101");
    await add(said.peer, "+447700900102");
    for (const number of added()) { await add("", number); }
    watch();
  });
})();
