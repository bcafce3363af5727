import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Chromium where the system has one; on macOS the usual place of Chrome. */
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser asks nothing of the network by itself, so that every request seen is one of the pages. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** WebGL drawn by the processor, for pages with an interactive map. */
const WITH_WEBGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** The system's Chromium, else the one inside the npm package `@sparticuz/chromium`. Root cannot have a sandbox. */
export async function openBrowser({ webGl = false } = {}): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const system = SYSTEM.find(existsSync);
  return await chromium.launch({
    ...(system === undefined ? await packagedChromium() : { executablePath: system }),
    args: [...QUIET, ...(webGl ? WITH_WEBGL : ['--disable-gpu']), ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/**
 * The package unpacks the libraries that Chromium needs only where it believes to be on the platform it was made for.
 * They are for the browser alone: nothing else that the tests start may find them.
 */
async function packagedChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const names = ['AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'];
  const before = names.map((name) => [name, process.env[name]] as const);
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]),
  );
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return { executablePath, env };
}

/** What went wrong on a page beside what it shows: errors, refused contents, requests to other hosts. */
export interface Watched {
  page: Page;
  /** Script errors, violations of the content security policy, answers of 500 and more. */
  problems: string[];
  foreign: string[];
  /** Addresses asked for, in order. */
  requests: string[];
}

/** What the browser says of its own when a busy machine shows the next page before the transition to it was ready. */
const GIVEN_UP = /Transition was aborted because of invalid state/;

/** A page of its own browser context at this origin, watched from the first request on. */
export async function openPage(
  browser: Browser,
  { origin, ...options }: BrowserContextOptions & { origin: string },
): Promise<Watched> {
  const context = await browser.newContext({ baseURL: origin, locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const watched: Watched = { page, problems: [], foreign: [], requests: [] };
  page.on('pageerror', (error) => {
    if (!GIVEN_UP.test(String(error))) watched.problems.push(String(error));
  });
  page.on('console', (message) => {
    if (message.type() === 'error') watched.problems.push(message.text());
  });
  page.on('request', (request) => {
    watched.requests.push(request.url());
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && protocol.startsWith('http')) watched.foreign.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) watched.problems.push(`${response.status()} ${response.url()}`);
  });
  return watched;
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation {
  id: string;
  impact: string;
  nodes: { target: unknown; failureSummary: string }[];
}

/** What depends on colours alone, for a page whose other colours were checked with all rules. */
export const COLOUR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block'];

/**
 * Serious and critical findings of axe, one line for each place: WCAG 2.2 A and AA, best practices left out, unless
 * only some rules are wanted.
 */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(await axeSource);
  const violations = await page.evaluate(async (wanted) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: AxeViolation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const runOnly = wanted ? { type: 'rule', values: wanted } : { type: 'tag', values: tags };
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] });
    return violations;
  }, rules);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${JSON.stringify(node.target)} ${node.failureSummary}`),
    );
}

/** CSS pixels by which the page is wider than the window; 0 when nothing scrolls sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
