// Opens the pages that the command line writes in a headless Chromium. `mvn -Pbrowser verify` runs this.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const CLI = resolve(process.env.ROI_CLI ?? '.');
const ROI = join(CLI, 'target/roi.jar');
const DATA = join(CLI, '../roi-examples/data');
const MADE = join(CLI, 'target/browser-pages');
const SCREENS = join(CLI, 'target/browser-screens');
const CHROMIUM = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LANGUAGES = ['en', 'fr'];
const SCHEMES = ['light', 'dark'];
const SMALLEST = { width: 320, height: 640 };
const PHONE = { width: 390, height: 844 };
const WINDOW = { width: 900, height: 900 };
const DESK = { width: 1280, height: 900 };
const NARROWEST_TABLE = { width: 1089, height: 900 }; // one pixel more than where the style goes over to narrow pages
const PROJECTOR = { width: 1920, height: 1080 };
const ONE_SHEET = 1;
const SHEETS_OF_MANY = 6;

function roi(...args) {
  return execFileSync('java', ['-XX:TieredStopAtLevel=1', '-jar', ROI, ...args], { encoding: 'utf8' });
}

function made(name, content) {
  const file = join(MADE, name);
  writeFileSync(file, content);
  return file;
}

const first = () => JSON.parse(readFileSync(join(DATA, 'first/scorecard.json'), 'utf8'));

/** The first example, by people who would rather not be shown as they are. */
function hostile() {
  const card = first();
  const names = ['<script>alert(1)</script>', '\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627', '\u{1F469}\u200d\u{1F469}\u200d\u{1F467}', '"><img src=x onerror=alert(1)>', 'W'.repeat(300)];
  card.scope.name = names.join(' ').slice(0, 300);
  card.workflows = names.map((name, i) => ({ id: `w-${i}`, name, authorised: true, owner: name }));
  card.snapshots.at(-1).readings['lead-time'] = { unknown: 'not-reported', note: names.slice(0, 4).join('\n') };
  return made('hostile.json', JSON.stringify(card));
}

/** So many scopes with a year of history, of several decisions. */
function many(count) {
  const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);
  const readings = first().snapshots.at(-1).readings;
  const scorecards = Array.from({ length: count }, (_, i) => ({
    ...first(),
    scope: { level: ['workflow', 'team'][i % 2], id: `scope-${i}`, name: `Scope number ${i}, of those who have a long name` },
    workflows: [],
    snapshots: months.map((month, m) => ({
      month,
      readings: { ...readings, 'adoption-rate': [20, 55, 82][(i + (m > 6 ? 1 : 0)) % 3], 'sensitive-data-alerts': i % 7 === 0 && m > 9 ? 500 : 0 },
    })),
  }));
  return made('many.json', JSON.stringify({ format: 'roi-portfolio/1', scorecards }));
}

/** Every page under test, by its name: its file, and on how many sheets it is promised to be printed. */
const PAGES = new Map();

rmSync(MADE, { recursive: true, force: true });
mkdirSync(MADE, { recursive: true });
mkdirSync(SCREENS, { recursive: true });
for (const language of LANGUAGES) {
  for (const [name, input, ...options] of [
    ['first', join(DATA, 'first/scorecard.json')],
    ['konflux', join(DATA, 'konflux/scorecard.json')],
    ['assistant', join(DATA, 'assistant/scorecard.json')],
    ['finance-view', join(DATA, 'first/scorecard.json'), '--view', 'finance'],
  ]) {
    const file = join(MADE, `${name}-${language}.html`);
    roi('review', input, '--format', 'html', '--lang', language, '--out', file, ...options);
    PAGES.set(`${name}-${language}`, { file, sheets: ONE_SHEET });
  }
  const site = join(MADE, `rollout-${language}`);
  roi('review', join(DATA, 'rollout'), '--format', 'html', '--lang', language, '--out', site);
  for (const page of readdirSync(site).filter(each => language === 'en' || /index|legacy/.test(each))) {
    PAGES.set(`rollout-${language}-${page.replace('.html', '')}`, { file: join(site, page), sheets: ONE_SHEET });
  }
}
PAGES.set('rollout-alone', { file: made('rollout-alone.html', roi('review', join(DATA, 'rollout'), '--format', 'html')) });
PAGES.set('hostile', { file: made('hostile.html', roi('review', hostile(), '--format', 'html')) });
roi('review', many(500), '--format', 'html', '--out', join(MADE, 'many'));
PAGES.set('five-hundred-scopes', { file: join(MADE, 'many/index.html'), sheets: SHEETS_OF_MANY });
PAGES.set('one-of-five-hundred', { file: join(MADE, 'many/team-scope-7.html'), sheets: ONE_SHEET });
PAGES.set('catalogue', { file: made('catalogue.html', roi('catalogue', '--format', 'html')) });

let browser;
before(async () => {
  browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
});
after(() => browser.close());

/** Opens a page, and keeps what it complains of and asks for beyond itself. */
async function open(file, { checked = false } = {}) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('dialog', dialog => { complaints.push(dialog.message()); dialog.dismiss(); });
  const itself = pathToFileURL(file).href;
  page.on('request', request => {
    if (request.url() !== itself && request.url() !== 'data:,') {
      complaints.push(`asks for ${request.url()}`);
    }
  });
  if (checked) {
    await page.setBypassCSP(true); // for the checker, which the page itself would not let in
  }
  await page.goto(itself, { waitUntil: 'load' });
  return { page, complaints };
}

for (const [name, { file, sheets }] of PAGES) {
  describe(name, () => {
    it('opens without complaint, has a script only where there is a list, and asks for nothing', async () => {
      const { page, complaints } = await open(file);
      const [scripts, lists] = await page.evaluate(() => [document.scripts.length, document.querySelectorAll('table.scopes').length]);
      assert.equal(scripts, lists);
      assert.deepEqual(complaints, []);
      await page.close();
    });

    it('has nothing that the accessibility checker objects to, in light and in dark, wide and narrow', async () => {
      const { page } = await open(file, { checked: true });
      await page.evaluate(AXE);
      for (const scheme of SCHEMES) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (const size of [DESK, PHONE]) {
          await page.setViewport(size);
          const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
          const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' ')}`);
          assert.deepEqual(found, [], `${scheme}, ${size.width} pixels`);
        }
      }
      await page.close();
    });

    it('is no wider than a phone, a window, a desk or a projector', async () => {
      const { page } = await open(file);
      for (const size of [SMALLEST, PHONE, WINDOW, NARROWEST_TABLE, DESK, PROJECTOR]) {
        await page.setViewport(size);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(tooWide, 0, `at ${size.width} pixels`);
        for (const scheme of SCHEMES) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.screenshot({ path: join(SCREENS, `${name}-${size.width}-${scheme}.png`) });
        }
      }
      await page.close();
    });

    it('leads only to pages and places that are there', async () => {
      const { page } = await open(file);
      const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map(link => link.href));
      const places = new Set(await page.evaluate(() => [...document.querySelectorAll('[id]')].map(element => element.id)));
      for (const link of new Set(links)) {
        const url = new URL(link);
        assert.equal(url.protocol, 'file:');
        assert.ok(existsSync(url), link);
        assert.ok(url.hash === '' || places.has(decodeURIComponent(url.hash.slice(1))), link);
      }
      await page.close();
    });

    if (sheets !== undefined) {
      it(`is printed on as few sheets of A4 as promised`, async () => {
        const { page } = await open(file);
        const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        assert.ok(pdf.match(/\/Type\s*\/Page\b/g).length <= sheets);
        assert.match(pdf, /\/MediaBox\s*\[0 0 59[45][.0-9]* 84[12][.0-9]*\]/);
        await page.close();
      });
    }
  });
}

describe('the list of five hundred scopes', () => {
  it('is searched and sorted in the browser', async () => {
    const { page, complaints } = await open(PAGES.get('five-hundred-scopes').file);
    const shown = () => page.evaluate(() => [...document.querySelectorAll('.scopes tbody tr')].filter(row => !row.hidden).length);
    assert.equal(await shown(), 500);
    await page.type('.search input', 'number 321,');
    assert.equal(await shown(), 1);
    await page.evaluate(() => { document.querySelector('.search input').value = ''; document.querySelector('.search input').dispatchEvent(new Event('input')); });
    await page.$eval('th[data-column="0"] button', button => button.click());
    assert.equal(await page.evaluate(() => document.querySelector('th[data-column="0"]').getAttribute('aria-sort')), 'ascending');
    assert.match(await page.evaluate(() => document.querySelector('.scopes tbody tr').textContent), /Scope number 0,/);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
