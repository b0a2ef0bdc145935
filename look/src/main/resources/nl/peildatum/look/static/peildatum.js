// What pages do besides where there is script. All that it says stands on the page.
const all = (what, root = document) => [...root.querySelectorAll(what)];
const one = (what, root = document) => root?.querySelector(what);
const on = (place, event, what) => place?.addEventListener(event, what);
const say = text => (one('#gezegd').textContent = text);
const kept = sessionStorage;
const ask = (address, more) => fetch(address, {redirect: 'manual', ...more});
// what nobody asked for keeps no session going
const renew = address => ask(address, {headers: {'Peildatum-Vanzelf': 1}});
const read = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');
const typing = (form, time, what) => {
  let last;
  on(form, 'input', () => {
    clearTimeout(last);
    const mine = last = setTimeout(() => what(() => mine === last).catch(() => {}), time);
  });
};
const html = document.documentElement;
html.classList.toggle('kopie', !!navigator.clipboard);

// parts of a page are exchanged for what they read now
html.style.overflowAnchor = 'none';
const parts = new Map(all('[data-deel]').map(part => [part, part.innerHTML]));
const changes = fresh => [...parts.keys()]
  .map(part => [part, one(`[data-deel=${part.dataset.deel}]`, fresh)])
  .filter(([part, next]) => next && next.innerHTML !== parts.get(part));
const inUse = ([part]) => part.contains(document.activeElement) || part.closest('details[open]')
  || one('details[open], form', part) || getSelection() + '' && getSelection().containsNode(part, true);
const exchange = (changed, mark) => {
  const places = () => all('main :is(h1, h2, li, tr)');
  const top = place => place.getBoundingClientRect().top;
  const seen = places().find(place => top(place) > 0);
  const before = seen && top(seen);
  for (const [part, next] of changed) {
    parts.set(part, next.innerHTML);
    part.replaceChildren(...next.childNodes);
    part.classList.toggle('nieuw', !!mark);
    setTimeout(() => part.classList.remove('nieuw'), 5000);
  }
  const now = seen?.isConnected ? seen : places().find(place => place.textContent === seen?.textContent);
  if (now) scrollBy(0, top(now) - before);
};

// a page that keeps itself up to date
const follow = live => {
  const words = live.dataset;
  const notice = one('[data-veranderd]');
  const button = one('button', live);
  const news = one('details', live);
  let shown = +words.regel, heard = shown, pause = 1000, tick = Date.now(), unsaid = [];
  let busy, held, lost, quiet, stream, again, retry;

  const look = () => {
    one('span', live).textContent = kept.rust ? words.rust : lost ? words.niet.replace('{0}', lost) : words.werkt;
    button.textContent = kept.rust ? words.hervat : words.pauzeer;
    notice.hidden = !held;
  };
  const works = yes => {
    pause = yes ? 1000 : Math.min(2 * pause, 60000);
    lost = yes ? 0 : lost || new Date().toLocaleTimeString('nl', {timeZone: 'Europe/Amsterdam', timeStyle: 'short'}).replace(':', '.');
    look();
  };
  const announce = () => {
    if (quiet || !unsaid[0]) return;
    say(held ? notice.firstChild.data : unsaid[1] ? words.meer.replace('{0}', unsaid.length)
      : words.een.replace('{0}', unsaid[0][0].toLowerCase() + unsaid[0].slice(1)));
    unsaid = [];
    quiet = setTimeout(() => announce(quiet = say('')), 10000);
  };
  const accept = () => {
    exchange(changes(held), true);
    document.title = held.title;
    held = null;
    look();
  };
  const catchUp = async anyway => {
    if (busy || kept.rust) return;
    busy = true;
    try {
      for (; anyway || heard > shown; anyway = false) {
        const since = new URL(words.zojuist, location);
        since.searchParams.set('sinds', shown);
        const [page, told] = await Promise.all([location, since].map(renew));
        const {zinnen} = await told.json();
        const fresh = await read(page);
        const next = one('[data-stroom]', fresh).dataset;
        const later = +next.regel > shown;
        const sentences = [...later ? zinnen : [], ...next.dag === words.dag ? [] : [next.dag]];
        Object.assign(words, {dag: next.dag, morgen: next.morgen});
        // another node may be behind the one that told
        if (!later && heard > shown) await new Promise(done => setTimeout(done, 500));
        if (later) shown = +next.regel;
        if (!sentences[0]) continue;
        held = fresh;
        if (!changes(held).some(inUse)) accept();
        look();
        unsaid.push(...sentences);
        announce();
        news.hidden = false;
        const list = one('ul', news);
        for (const text of sentences) list.prepend(Object.assign(document.createElement('li'), {textContent: text}));
        while (list.children[9]) list.lastChild.remove();
      }
      works(true);
    } catch {
      works(false);
      clearTimeout(retry);
      retry = setTimeout(() => catchUp(true), pause);
    }
    busy = false;
  };
  const open = () => {
    // hidden tabs leave the six connections of a browser to the others
    if (kept.rust || document.hidden) return;
    stream = new EventSource(words.stroom);
    stream.onmessage = ({data}) => {
      heard = +data;
      if (heard > shown) catchUp();
      else works(true);
    };
    stream.onerror = () => {
      stream.close();
      works(false);
      again = setTimeout(open, pause);
    };
  };
  const reopen = () => {
    clearTimeout(again);
    stream?.close();
    open();
    look();
  };
  on(button, 'click', () => {
    kept.rust = kept.rust ? '' : 1;
    reopen();
  });
  on(one('button', notice), 'click', () => {
    accept();
    one('main').focus();
  });
  on(document, 'visibilitychange', reopen);
  setInterval(() => {
    const now = Date.now();
    // slept, or another day
    if (now - tick > 60000) reopen();
    else if (now >= words.morgen) catchUp(true);
    tick = now;
  }, 5000);
  live.hidden = false;
  look();
  open();
};
all('[data-stroom]').forEach(follow);

// a list narrows while one types
all('[data-typend]').forEach(form => typing(form, 300, async isLast => {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const address = new URL(form.action);
  address.search = asked;
  const fresh = await read(await ask(address));
  const list = one('#lijst', fresh);
  if (!list || !isLast()) return;
  say(list.textContent);
  exchange(changes(fresh));
  one('.snede form').replaceWith(one('.snede form', fresh));
  history.replaceState(null, '', address);
}));

// the consequence shows as soon as the fields are right
all('[data-proef]').forEach(form => {
  on(form, 'keydown', event => event.key === 'Enter' && event.target.matches('input') && event.preventDefault());
  typing(form, 500, async isLast => {
    const body = new URLSearchParams(new FormData(form));
    body.set('stap', 'gevolg');
    const next = one('[data-proef]', await read(await ask(form.action, {method: 'POST', body})));
    if (!next || !isLast()) return;
    for (const part of all('fieldset, #keuze, #uitkomst', form)) {
      const other = one('#' + part.id, next);
      if (!other || part.contains(document.activeElement)) continue;
      // nobody has sent it yet
      one('.fout', other)?.remove();
      part.replaceWith(other);
    }
    say(one('#gevolg', form)?.textContent ?? '');
  });
});

// what was typed and not sent is kept
all('[data-concept]').forEach(form => {
  const key = 'concept:' + form.action;
  const fields = () => all('input:not([type=hidden], [type=file]), textarea, select', form);
  const isBox = field => /radio|checkbox/.test(field.type);
  const name = field => field.name + (isBox(field) ? field.value : '');
  const typed = () => JSON.stringify(fields().map(field => [name(field), isBox(field) ? field.checked : field.value]));
  const draft = kept[key];
  const offer = one('[data-terug]', form);
  offer.hidden = !draft || draft === typed();
  on(offer, 'click', ({target}) => {
    if (target.value) for (const [of, was] of JSON.parse(draft)) {
      const field = fields().find(field => name(field) === of);
      if (field) field[isBox(field) ? 'checked' : 'value'] = was;
    }
    offer.hidden = target.type === 'button';
    form.dispatchEvent(new Event('input'));
  });
  on(form, 'input', () => (kept[key] = typed()));
  on(form, 'submit', () => (kept.verstuurd = key));
});
if (one('#melding')) kept.removeItem(kept.verstuurd);
on(one('[action="/afmelden"]'), 'submit', () => kept.clear());

on(document, 'click', ({target: {dataset: {kopieer, gezegd}}}) => kopieer
  && navigator.clipboard.writeText(one(kopieer).textContent).then(() => say(gezegd)));

// a page that is behind what was recorded on it
const reload = async pause => {
  await new Promise(done => setTimeout(done, pause));
  const answer = await renew(location).catch(() => ({}));
  if (answer.ok && !one('[data-achter]', await read(answer))) location.reload();
  else reload(Math.min(2 * pause, 60000));
};
if (one('[data-achter]')) reload(1000);

// the end of a session, whichever tab was last used
const rest = one('[data-rest]');
if (rest) {
  const from = place => (localStorage.tot = Date.now() + place.dataset.rest * 1000);
  from(rest);
  setInterval(() => {
    const soon = localStorage.tot - Date.now() < 300000;
    if (soon && rest.hidden) say(rest.firstChild.data);
    rest.hidden = !soon;
  }, 5000);
  on(one('button', rest), 'click', async () => from(one('[data-rest]', await read(await ask(location)))));
}
