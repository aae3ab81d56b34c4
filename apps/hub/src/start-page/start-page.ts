import type { DemoIdentity } from '../auth/demo-people.js';

/** What the start page tells. */
export interface StartPageFacts {
  readonly since: Date;
  /** Why the hub is not ready, if it is not. */
  readonly obstacle: string | undefined;
  /** The newest event that the views have seen. */
  readonly events: bigint | undefined;
  readonly views: readonly { readonly view: string; readonly lag: bigint }[];
  readonly people: readonly DemoIdentity[];
  readonly production: boolean;
  /** Where the visitor reached the hub. */
  readonly host: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

const style = `
:root{color-scheme:light dark;--ink:#1b2733;--dim:#55657a;--paper:#fbfaf7;--card:#fff;--line:#dcd9d0;--track:#0b6e5c;--code:#f1efe8}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--dim:#9fb0c3;--paper:#12181f;--card:#1a222b;--line:#2c3844;--track:#4cc3a9;--code:#0e1419}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}h1{font-size:2.1rem;margin:0 0 .25rem;letter-spacing:-.02em}
h2{font-size:1.15rem;margin:2.2rem 0 .7rem}p{margin:.4rem 0 .8rem;max-width:46rem}.dim{color:var(--dim)}
.tracks{height:10px;margin:1.4rem 0 0;border-block:2px solid var(--track)}
.facts{display:flex;flex-wrap:wrap;gap:.6rem 2rem;padding:0;list-style:none;margin:1rem 0}.facts b{display:block;font-size:1.15rem}
table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line);border-radius:6px;overflow:hidden}
th,td{text-align:left;padding:.45rem .8rem;border-bottom:1px solid var(--line);vertical-align:top}tr:last-child td{border-bottom:0}
th{font-weight:600;color:var(--dim);font-size:.85rem}.scroll{overflow-x:auto}
code,pre{font-family:ui-monospace,monospace;font-size:.88rem}pre{background:var(--code);border:1px solid var(--line);border-radius:6px;padding:.9rem 1rem;overflow-x:auto;line-height:1.5}
a{color:var(--track)}a:focus-visible{outline:3px solid var(--track);outline-offset:2px}`;

const row = ({ id, name, agency, unit, says }: DemoIdentity): string =>
  `<tr><td><code>${escaped(id)}</code></td><td>${escaped(name)}<br><span class="dim">${escaped(says)}</span></td><td>${escaped(agency)}</td><td><code>${escaped(unit)}</code></td></tr>`;

const firstCommand = (host: string): string => `HUB=http://${host}
field() { node -pe "JSON.parse(require('fs').readFileSync(0)).$1"; }

TOKEN=$(curl -s $HUB/api/demo/token -H 'content-type: application/json' -d '{"person":"ot-kari"}' | field token)
YOUTH=$(curl -s $HUB/api/worklist -H "authorization: Bearer $TOKEN" | field youths[0].youthId)

curl -s $HUB/api/youths/$YOUTH/record-contact-attempt -H "authorization: Bearer $TOKEN" \\
  -H 'content-type: application/json' -H "idempotency-key: $(node -p 'crypto.randomUUID()')" \\
  -d '{"channel":"phone","outcome":"no-answer"}'

curl -s $HUB/api/youths/$YOUTH/timeline -H "authorization: Bearer $TOKEN"`;

const demo = (people: readonly DemoIdentity[], host: string): string =>
  people.length === 0
    ? '<p>The demo identities are off. Start with <code>npm start</code> for the demo county.</p>'
    : `<h2>Who you can be</h2><p>All people and youths here are invented; identity numbers are synthetic (month + 80).</p>
<div class="scroll"><table><thead><tr><th>Id</th><th>Person</th><th>Agency</th><th>Office</th></tr></thead><tbody>${people.map(row).join('')}</tbody></table></div>
<h2>Send a first command</h2><p>Be Kari, an OT adviser; take the first youth of her list, record that you called, and see it in the joint timeline.</p><pre>${escaped(firstCommand(host))}</pre>`;

const stamp = (instant: Date): string => `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The start page as HTML: no script, nothing from outside. */
export const startPage = ({ since, obstacle, events, views, people, production, host }: StartPageFacts): string => {
  const lag = views.reduce((most, view) => (view.lag > most ? view.lag : most), 0n);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Samspor</title><style>${style}</style></head>
<body><main><h1>Samspor</h1><p class="dim">One shared track per youth: OT, NAV, PPT, barnevern, municipality and school on the same page.</p><div class="tracks" role="presentation"></div>
<ul class="facts"><li><b>${obstacle === undefined ? 'Ready' : 'Not ready'}</b><span class="dim">${escaped(obstacle ?? 'writes are taken, views follow')}</span></li>
<li><b>${stamp(since)}</b><span class="dim">running since</span></li><li><b>${events ?? 0n}</b><span class="dim">newest event</span></li>
<li><b>${views.length} views</b><span class="dim">${lag === 0n ? 'all up to date' : `${lag} events behind`}</span></li><li><b>${production ? 'Production' : 'Demo and test'}</b><span class="dim">${production ? 'real identity numbers' : 'synthetic identity numbers only'}</span></li></ul>
<p><a href="/api/reference">API reference</a> · <a href="/api/openapi.json">OpenAPI document</a> · <a href="/metrics">metrics</a> · <a href="/ready">ready?</a></p>
${demo(people, host)}</main></body></html>`;
};
